/** Stage 4: rules over the texts and the linked model. One rule, one file; `rules/index.ts` is the list. */
import * as contentRules from "../content/rules/index.js";
import type { Diagnostic, RuleDoc } from "../diagnostics.js";
import * as linkRules from "../model/rules/index.js";
import { acceptance, acceptanceRules, type Found } from "./acceptance.js";
import type { Rule, Subject } from "./rule.js";
import { readingEase } from "./rules/hard-text.js";
import * as rules from "./rules/index.js";

export type { Rule } from "./rule.js";

const byCode = <T extends RuleDoc>(docs: readonly T[]): T[] => [...docs].sort((a, b) => (a.code < b.code ? -1 : 1));

/** Every rule of `ivp check`, by code. */
export const checkRules: readonly Rule[] = byCode(Object.values(rules));

/** Every rule that `ivp` follows, of every stage, by code. */
export const ruleDocs: readonly RuleDoc[] = byCode([
  ...Object.values(contentRules),
  ...Object.values(linkRules),
  ...checkRules,
  ...acceptanceRules,
]);

/** What a check is for. */
export interface Purpose {
  /** Whether notes are told as well; who only wants to know whether the content is in order does without. */
  readonly notes: boolean;
}

/** Runs every rule, with the severities and acceptances of `check.yaml`. Pure. */
export function check(subject: Subject, purpose?: Purpose): Diagnostic[] {
  const steps = checkInSteps(subject, purpose);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same, a rule at a time, for who has something else to do in between. */
export function* checkInSteps(subject: Subject, { notes }: Purpose = { notes: true }): Generator<void, Diagnostic[]> {
  const { severityOf, accepts, judge } = acceptance(subject, ruleDocs);
  const found: Found[] = [];
  for (const rule of checkRules) {
    const severity = severityOf(rule);
    if (severity !== "off" && (severity !== "note" || notes || accepts(rule)))
      for (const finding of rule.run(subject)) found.push({ rule, severity, finding });
    yield;
  }
  return judge(found).filter(({ severity }) => notes || severity !== "note");
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
