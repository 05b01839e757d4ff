import { ivp } from "../../called/index.js";
import { ofAmendment, pending } from "../amendments.js";
import { modelRule } from "../rule.js";

export const amendmentUnapplied = modelRule(
  {
    code: "IVP566",
    severity: "warning",
    title: "Een aangenomen amendement is verwerkt.",
    why: "De raad heeft besloten; tot het is verwerkt, tonen de documenten een tekst die niet meer geldt.",
    mend: `Verwerk het met ${ivp} amend.`,
  },
  (_, loaded) =>
    pending(loaded)
      .filter(({ amendment: { state } }) => state === "aangenomen")
      .map(({ amendment }) => ({
        ...ofAmendment(loaded, amendment, "state"),
        message: "Dit amendement is aangenomen maar nog niet verwerkt.",
        hint: `Verwerk het met: ${ivp} amend ${amendment.id} --apply.`,
      })),
);
