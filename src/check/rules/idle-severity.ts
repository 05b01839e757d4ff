import { ofValue, type Rule } from "../rule.js";
import { FILE, type Settings } from "../settings.js";

export const idleSeverity: Rule<Settings> = {
  code: "IVP591",
  severity: "warning",
  fixed: true,
  title: "Elke ernst in check.yaml geldt.",
  why: "Wie een regel strenger of milder zet, moet ervan op aan kunnen dat de controle dat doet.",
  mend: "Haal de ernst uit check.yaml.",
  run: ({ severity = [], loaded, rules }) =>
    severity.flatMap(({ rule }, index) => {
      const known = rules.get(rule);
      // The last one counts.
      const again = severity.slice(index + 1).some((later) => later.rule === rule);
      if (known && !known.fixed && !again) return [];
      const message = !known
        ? `De regel ${rule} bestaat niet.`
        : known.fixed
          ? `De ernst van ${rule} is niet te veranderen.`
          : `De ernst van ${rule} staat verderop nog een keer, en die geldt.`;
      return [{ ...ofValue(loaded, FILE, ["severity", index, "rule"], rule), message }];
    }),
};
