import { ofValue, type Rule } from "../rule.js";
import { FILE, type Settings } from "../settings.js";

/** What `check.yaml` accepts, and which of it was found: nothing is known of that as long as rules can't run. */
interface Accepted extends Settings {
  /** Code and subject. */
  readonly hit?: ReadonlySet<string>;
}

export const staleAcceptance: Rule<Accepted> = {
  code: "IVP590",
  severity: "warning",
  fixed: true,
  title: "Wat in check.yaml is goedgekeurd, komt nog voor.",
  why: "Een uitzondering die niet meer nodig is, laat later een echte fout door.",
  mend: "Haal het onderwerp uit check.yaml.",
  run: ({ accepted = [], loaded, rules, hit }) =>
    accepted.flatMap(({ rule, subjects }, index) =>
      subjects.flatMap((subject, position) => {
        const known = rules.get(rule);
        if (known && !known.fixed && (!hit || hit.has(`${rule} ${subject}`))) return [];
        const message = !known
          ? `De regel ${rule} bestaat niet.`
          : known.fixed
            ? `Wat ${rule} meldt, is niet goed te keuren.`
            : `${rule} vindt niets meer over “${subject}”.`;
        const about = ofValue(loaded, FILE, ["accepted", index, "subjects", position], `${rule} ${subject}`);
        return [{ ...about, message }];
      }),
    ),
};
