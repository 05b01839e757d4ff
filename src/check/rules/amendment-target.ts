import { problemsOf } from "../amendments.js";
import { modelRule } from "../rule.js";

export const amendmentTarget = modelRule(
  {
    code: "IVP560",
    severity: "warning",
    title: "Wat een amendement wijzigt, is er.",
    why: "Over wat is vervallen of anders is gaan heten, kan een raad niet meer besluiten zoals het er staat.",
    mend: "Pas target aan, of zet het amendement op ingetrokken.",
  },
  (_, loaded) => problemsOf(loaded, "target"),
);
