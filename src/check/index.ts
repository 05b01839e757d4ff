/** Stage 4: rules over the texts and the linked model. One rule, one file; `rules/index.ts` is the list. */

import * as contentRules from "../content/rules/index.js";
import { type Diagnostic, diagnosticOf, type RuleDoc } from "../diagnostics.js";
import * as linkRules from "../model/rules/index.js";
import { acceptance, acceptanceRules, type Found } from "./acceptance.js";
import { type KnownFaults, looking } from "./known-faults.js";
import type { Rule, Subject, TextRule } from "./rule.js";
import { readingEase } from "./rules/hard-text.js";
import * as rules from "./rules/index.js";

export type { Found } from "./acceptance.js";
export type { KnownFaults } from "./known-faults.js";
export type { Rule, TextRule } from "./rule.js";

const byCode = <T extends RuleDoc>(docs: readonly T[]): T[] => [...docs].sort((a, b) => (a.code < b.code ? -1 : 1));

/** Every rule of `ivp check`, by code. */
export const checkRules: readonly (Rule | TextRule)[] = byCode<Rule | TextRule>(Object.values(rules));

/** Every rule that `ivp` follows, of every stage, by code. */
export const ruleDocs: readonly RuleDoc[] = byCode([
  ...Object.values(contentRules),
  ...Object.values(linkRules),
  ...checkRules,
  ...acceptanceRules,
]);

/** What a check is for. */
export interface Purpose {
  /** Whether notes are looked for as well; who only wants to know whether the content is in order does without. */
  readonly notes: boolean;
  /** What this program found in texts before. */
  readonly faults?: KnownFaults | undefined;
}

/** What a check gives. */
export interface Checked {
  /** What is to be told; it has no place yet. */
  readonly found: readonly Found[];
  /** What was found in texts. */
  readonly faults: KnownFaults;
}

/** Runs every rule, with the severities and acceptances of `check.yaml`. Pure. */
export const check = (subject: Subject, purpose?: Purpose): Diagnostic[] => checked(subject, purpose).found.map(told);

/** What was found as a diagnostic. */
export const told = ({ rule, finding, severity }: Found): Diagnostic => diagnosticOf(rule, finding, severity);

/** Runs every rule, for who wants to place only some of what they find, or to remember it. */
export function checked(subject: Subject, purpose?: Purpose): Checked {
  const steps = checkInSteps(subject, purpose);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same, a rule at a time, for who has something else to do in between. */
export function* checkInSteps(
  subject: Subject,
  { notes, faults }: Purpose = { notes: true },
): Generator<void, Checked> {
  const { severityOf, accepts, judge } = acceptance(subject, ruleDocs);
  const running = checkRules.flatMap((rule) => {
    const severity = severityOf(rule);
    return severity !== "off" && (severity !== "note" || notes || accepts(rule)) ? [{ rule, severity }] : [];
  });
  const inTexts = looking(
    subject,
    running.flatMap(({ rule }) => ("finder" in rule ? [rule] : [])),
    faults,
  );
  yield;
  const found: Found[] = [];
  for (const { rule, severity } of running) {
    const findings = "finder" in rule ? inTexts.findings(rule) : rule.run(subject);
    for (const finding of findings) found.push({ rule, severity, finding });
    yield;
  }
  return { found: judge(found).filter(({ severity }) => notes || severity !== "note"), faults: inTexts.known() };
}

/** How easy each file with a fair amount of prose reads: Flesch-Douma, from 0 (very hard) to 100 (very easy). */
export function readability({ loaded }: Subject): { file: string; score: number }[] {
  const prose = new Map<string, string>();
  for (const { file, text } of loaded.texts) {
    if (text.includes("\n")) prose.set(file.path, `${prose.get(file.path) ?? ""}${text}\n`);
  }
  return [...prose]
    .filter(([, text]) => text.length > 400)
    .map(([file, text]) => ({ file, score: Math.round(readingEase(text)) }));
}
