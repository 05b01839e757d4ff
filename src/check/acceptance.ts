import { type Check, type Path, placeOfValue } from "../content/index.js";
import { contentRules } from "../content/rules.js";
import type { Diagnostic, RuleDoc, Severity } from "../diagnostics.js";
import { linkRules } from "../model/rules.js";
import { diagnosticOf, type Found, type Subject } from "./rule.js";

/** What `check.yaml` says about an accepted finding that no longer occurs. */
export const staleAcceptance: RuleDoc = {
  code: "IVP590",
  severity: "warning",
  title: "Wat in check.yaml is goedgekeurd, komt nog voor.",
  why: "Een uitzondering die niet meer nodig is, laat later een echte fout door.",
  mend: "Haal het onderwerp uit check.yaml.",
};

/** What `check.yaml` says about a severity that changes nothing. */
export const idleSeverity: RuleDoc = {
  code: "IVP591",
  severity: "warning",
  title: "Elke ernst in check.yaml geldt.",
  why: "Wie een regel strenger of milder zet, moet ervan op aan kunnen dat de controle dat doet.",
  mend: "Haal de ernst uit check.yaml.",
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
  const file = loaded.files.get(FILE);
  const changeable = new Set<string>(rules.map(({ code }) => code).filter((code) => !fixed(code)));
  const all = new Set<string>(
    [...contentRules, ...linkRules, ...rules, staleAcceptance, idleSeverity].map(({ code }) => code),
  );
  const told = (doc: RuleDoc, path: Path, subject: string, message: string): Diagnostic[] =>
    file
      ? [{ ...placeOfValue(file, path), code: doc.code, severity: doc.severity, hint: doc.mend, subject, message }]
      : [];
  const severities = settings?.severity ?? [];
  const idle = severities.flatMap(({ rule }, index): Diagnostic[] => {
    const tell = (message: string): Diagnostic[] => told(idleSeverity, ["severity", index, "rule"], rule, message);
    if (!all.has(rule)) return tell(`De regel ${rule} bestaat niet.`);
    if (!changeable.has(rule)) return tell(`De ernst van ${rule} is niet te veranderen.`);
    // The last one counts.
    return severities.slice(index + 1).some((later) => later.rule === rule)
      ? tell(`De ernst van ${rule} staat verderop nog een keer, en die geldt.`)
      : [];
  });
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
      const stale = accepted.flatMap(({ rule, subjects }, index) =>
        subjects.flatMap((subject, position): Diagnostic[] => {
          const tell = (message: string): Diagnostic[] =>
            told(staleAcceptance, ["accepted", index, "subjects", position], `${rule} ${subject}`, message);
          if (!all.has(rule)) return tell(`De regel ${rule} bestaat niet.`);
          if (!changeable.has(rule)) return tell(`Wat ${rule} meldt, is niet goed te keuren.`);
          // Without a model not every rule could run, so what was not found may still be there.
          return !model || hit.has(`${rule} ${subject}`) ? [] : tell(`${rule} vindt niets meer over “${subject}”.`);
        }),
      );
      return [...left.map(diagnosticOf), ...idle, ...stale];
    },
  };
}
