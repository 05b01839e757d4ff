import type { Finding, RuleDoc, Severity } from "../diagnostics.js";
import type { Rule, Subject } from "./rule.js";
import { idleSeverity } from "./rules/idle-severity.js";
import { staleAcceptance } from "./rules/stale-acceptance.js";
import { settingsOf } from "./settings.js";

/** The rules about `check.yaml` itself. */
export const acceptanceRules: readonly RuleDoc[] = [staleAcceptance, idleSeverity];

/** A finding with the rule that found it and how bad that is here. */
export interface Found {
  readonly rule: RuleDoc;
  readonly severity: Severity;
  readonly finding: Finding;
}

/** What `check.yaml` makes of rules and findings. */
export interface Acceptance {
  readonly severityOf: (rule: RuleDoc) => Severity | "off";
  /** Whether it accepts anything that a rule finds. */
  readonly accepts: (rule: RuleDoc) => boolean;
  /** What is to be told of what was found: all but what was accepted, and what was accepted in vain. */
  readonly judge: (found: readonly Found[]) => Found[];
}

/** @param rules every rule that there is, of every stage */
export function acceptance({ loaded, model }: Subject, rules: readonly RuleDoc[]): Acceptance {
  const settings = settingsOf(loaded, rules);
  const chosen = new Map(settings.severity?.map(({ rule, severity }) => [rule, severity]) ?? []);
  const subjects = new Map<string, Set<string>>();
  for (const { rule, subjects: own } of settings.accepted ?? [])
    subjects.set(rule, new Set([...(subjects.get(rule) ?? []), ...own]));
  return {
    severityOf: ({ code, severity, fixed }) => (fixed ? severity : (chosen.get(code) ?? severity)),
    accepts: ({ code }) => subjects.has(code),
    judge: (found) => {
      const accepted = new Set(
        found.filter(
          ({ rule: { code, fixed }, finding: { subject } }) => !fixed && subjects.get(code)?.has(subject ?? ""),
        ),
      );
      const hit = new Set([...accepted].map(({ rule, finding: { subject } }) => `${rule.code} ${subject}`));
      return [
        ...found.filter((each) => !accepted.has(each)),
        ...foundBy(idleSeverity, settings),
        // Without a model not every rule could run, so what was not found may still be there.
        ...foundBy(staleAcceptance, { ...settings, ...(model && { hit }) }),
      ];
    },
  };
}

const foundBy = <Facts>(rule: Rule<Facts>, facts: Facts): Found[] =>
  rule.run(facts).map((finding) => ({ rule, severity: rule.severity, finding }));
