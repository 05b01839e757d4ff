import type { Decision } from "../../content/index.js";
import { enumeration, one, stateName } from "../../dutch.js";
import { isDecided } from "../../model/index.js";
import { decisionsOf } from "../decisions.js";
import { modelRule, ofValue } from "../rule.js";

export const adoptionComplete = modelRule(
  {
    code: "IVP520",
    severity: "error",
    title: "Waarover is besloten, heeft een datum en een kenmerk.",
    why: "Zonder datum en kenmerk is niet na te gaan dat het besluit genomen is (Algemene wet bestuursrecht, artikel 3:41 en verder). Wie een voorstel intrekt, geeft dat niet altijd een kenmerk.",
    mend: "Vul date en reference in, of zet state terug op ter-vaststelling.",
  },
  (model, loaded) =>
    decisionsOf(model)
      .filter(({ decision }) => isDecided(decision.state) && lacking(decision).length > 0)
      .map(({ file, path, name, decision }) => ({
        ...ofValue(loaded, file, [...path, "state"], `${file}:${path.join(".")}`),
        message: `${name} heet ${stateName(decision.state)}, maar ${enumeration(lacking(decision))} van het besluit ${one(lacking(decision).length, "is", "zijn")} er nog niet.`,
      })),
);

const lacking = ({ state, date, reference }: Decision): string[] => [
  ...(typeof date === "string" ? [] : ["de datum"]),
  ...(typeof reference === "string" || state === "ingetrokken" ? [] : ["het kenmerk"]),
];
