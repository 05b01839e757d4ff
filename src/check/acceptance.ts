import { type Check, placeOfValue } from "../content/index.js";
import type { Diagnostic, RuleDoc, Severity } from "../diagnostics.js";
import { diagnosticOf, type Found, type Subject } from "./rule.js";

/** What `check.yaml` says about an accepted finding that no longer occurs. */
export const staleAcceptance: RuleDoc = {
  code: "IVP590",
  severity: "warning",
  title: "Wat in check.yaml is goedgekeurd, komt nog voor.",
  why: "Een uitzondering die niet meer nodig is, laat later een echte fout door.",
  mend: "Haal het onderwerp uit check.yaml.",
};

/** What `check.yaml` makes of rules and findings. */
export interface Acceptance {
  readonly severityOf: (rule: RuleDoc) => Severity | "off";
  /** Whether it accepts anything that a rule finds. */
  readonly accepts: (rule: RuleDoc) => boolean;
  /** Tells what was found, but for what was accepted, and what was accepted in vain. */
  readonly judge: (found: readonly Found[]) => Diagnostic[];
}

const FILE = "check.yaml";

/**
 * Safety is not for negotiation: HTML, links and images keep the severity that they have. Nor is what documents are called: one
 * would take the place of another.
 */
const fixed = (code: string): boolean => code.startsWith("IVP7") || code === "IVP307";

/** Reads `check.yaml`. It counts as soon as it is sound itself, whatever is wrong with the rest of the content. */
export function acceptance({ loaded, model }: Subject, rules: readonly RuleDoc[]): Acceptance {
  const sound = !loaded.diagnostics.some(({ file }) => file === FILE);
  const settings = sound ? (loaded.files.get(FILE)?.value as Check | null | undefined) : undefined;
  const chosen = new Map(settings?.severity?.map(({ rule, severity }) => [rule, severity]) ?? []);
  const accepted = settings?.accepted ?? [];
  const known = new Set(rules.map(({ code }) => code as string));
  return {
    severityOf: ({ code, severity }) => (fixed(code) ? severity : (chosen.get(code) ?? severity)),
    accepts: ({ code }) => accepted.some(({ rule }) => rule === code),
    judge: (found) => {
      const hit = new Set<string>();
      const left = found.filter(({ rule: { code }, finding: { subject } }) => {
        const match =
          !fixed(code) && accepted.some(({ rule, subjects }) => rule === code && subjects.includes(subject));
        if (match) hit.add(`${code} ${subject}`);
        return !match;
      });
      const file = loaded.files.get(FILE);
      // Without a model not every rule could run, so what was not found may still be there.
      const stale = !model
        ? []
        : accepted.flatMap(({ rule, subjects }, index) =>
            subjects.flatMap((subject, position): Diagnostic[] => {
              if (hit.has(`${rule} ${subject}`) || !file) return [];
              const place = placeOfValue(file, ["accepted", index, "subjects", position]);
              const message = known.has(rule)
                ? `${rule} vindt niets meer over “${subject}”.`
                : `De regel ${rule} bestaat niet.`;
              return [
                {
                  code: staleAcceptance.code,
                  severity: staleAcceptance.severity,
                  hint: staleAcceptance.mend,
                  subject: `${rule} ${subject}`,
                  message,
                  ...place,
                },
              ];
            }),
          );
      return [...left.map(diagnosticOf), ...stale];
    },
  };
}
