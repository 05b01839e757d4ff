import { problemsOf } from "../amendments.js";
import { modelRule } from "../rule.js";

export const amendmentForm = modelRule(
  {
    code: "IVP561",
    severity: "error",
    title: "Een amendement zegt van elke wijziging wat er was en wat er komt, in een veld dat er is.",
    why: "Een amendement moet zo zijn geformuleerd dat het meteen kan worden overgenomen (Gemeentewet, artikel 147b).",
    mend: "Noem het ding en het veld, met bij old wat er staat en bij new wat er komt.",
  },
  (_, loaded) => problemsOf(loaded, "form"),
);
