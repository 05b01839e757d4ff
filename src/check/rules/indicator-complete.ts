import { enumeration } from "../../dutch.js";
import { modelRule, ofThing } from "../rule.js";

export const indicatorComplete = modelRule(
  {
    code: "IVP584",
    severity: "warning",
    title: "Een indicator heeft een eenheid, een richting, een bron, een startwaarde en een streefwaarde.",
    why: "Zonder die is niet te zeggen of het beter gaat, en is het cijfer niet na te gaan.",
    mend: "Vul aan wat ontbreekt, of schrijf wie erover beslist: { open: wat, by: wie }.",
  },
  ({ content: { indicators } }, loaded) =>
    indicators.flatMap(({ id, title, unit, direction, source, baseline, targets }) => {
      const absent = [
        ...(unit ? [] : ["eenheid (unit)"]),
        ...(direction ? [] : ["richting (direction)"]),
        ...(source ? [] : ["bron (source)"]),
        ...(baseline ? [] : ["startwaarde (baseline)"]),
        ...(targets && !(Array.isArray(targets) && targets.length === 0) ? [] : ["streefwaarde (targets)"]),
      ];
      if (absent.length === 0) return [];
      return [
        {
          ...ofThing(loaded, "indicator", id),
          message: `De indicator “${title}” heeft geen ${enumeration(absent, "of")}.`,
        },
      ];
    }),
);
