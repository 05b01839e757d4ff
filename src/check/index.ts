/** Stage 4: rules over the texts and the linked model. One rule, one file; `rules/index.ts` is the list. */

import type { Text } from "../content/index.js";
import * as contentRules from "../content/rules/index.js";
import type { Diagnostic, RuleDoc } from "../diagnostics.js";
import * as linkRules from "../model/rules/index.js";
import { acceptance, acceptanceRules, type Found } from "./acceptance.js";
import type { Rule, Subject } from "./rule.js";
import { readingEase } from "./rules/hard-text.js";
import * as rules from "./rules/index.js";
import { type SoundTexts, withoutSound } from "./sound-texts.js";

export type { Rule } from "./rule.js";
export type { SoundTexts } from "./sound-texts.js";

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
  /** In which texts this program found nothing before. */
  readonly sound?: SoundTexts | undefined;
}

/** What a check gives. */
export interface Checked {
  readonly diagnostics: Diagnostic[];
  /** In which texts nothing was found. */
  readonly sound: SoundTexts;
}

/** Runs every rule, with the severities and acceptances of `check.yaml`. Pure. */
export const check = (subject: Subject, purpose?: Purpose): Diagnostic[] => checked(subject, purpose).diagnostics;

/** The same, with what to remember. */
export function checked(subject: Subject, purpose?: Purpose): Checked {
  const steps = checkInSteps(subject, purpose);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same, a rule at a time, for who has something else to do in between. */
export function* checkInSteps(subject: Subject, { notes, sound }: Purpose = { notes: true }): Generator<void, Checked> {
  const { severityOf, accepts, judge } = acceptance(subject, ruleDocs);
  const running = checkRules.flatMap((rule) => {
    const severity = severityOf(rule);
    return severity !== "off" && (severity !== "note" || notes || accepts(rule)) ? [{ rule, severity }] : [];
  });
  const aboutTexts = running.flatMap(({ rule }) => (rule.besides ? [rule] : []));
  const { toLookAt, soundNow } = withoutSound(subject, aboutTexts, sound);
  yield;
  const found: Found[] = [];
  const faulty = new Set<Text>();
  for (const { rule, severity } of running) {
    for (const { text, ...finding } of rule.run(rule.besides ? toLookAt : subject)) {
      found.push({ rule, severity, finding });
      if (text) faulty.add(text);
    }
    yield;
  }
  const diagnostics = judge(found).filter(({ severity }) => notes || severity !== "note");
  return { diagnostics, sound: soundNow(faulty) };
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
