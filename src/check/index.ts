/** Stage 4: rules over the texts and the linked model. One rule, one file; this list is all there is to register. */
import type { Diagnostic } from "../diagnostics.js";
import { acceptance } from "./acceptance.js";
import type { Found, Rule, Subject } from "./rule.js";
import { actionPlanning } from "./rules/action-planning.js";
import { actionWithoutMeasure } from "./rules/action-without-measure.js";
import { adoptionComplete } from "./rules/adoption-complete.js";
import { adoptionOrder } from "./rules/adoption-order.js";
import { brokenMarkdown } from "./rules/broken-markdown.js";
import { circularTerms } from "./rules/circular-terms.js";
import { differingExpansion } from "./rules/differing-expansion.js";
import { doubleSpace } from "./rules/double-space.js";
import { doubleWord } from "./rules/double-word.js";
import { freeName } from "./rules/free-name.js";
import { hardText, readingEase } from "./rules/hard-text.js";
import { hardWord } from "./rules/hard-word.js";
import { harmfulLink } from "./rules/harmful-link.js";
import { headingInProse } from "./rules/heading-in-prose.js";
import { heavyImage } from "./rules/heavy-image.js";
import { htmlInProse } from "./rules/html-in-prose.js";
import { idleMunicipality } from "./rules/idle-municipality.js";
import { imageAlternative } from "./rules/image-alternative.js";
import { imageSource } from "./rules/image-source.js";
import { leftOut } from "./rules/left-out.js";
import { localThemeWithoutAction } from "./rules/local-theme-without-action.js";
import { longSentence } from "./rules/long-sentence.js";
import { markdownInLine } from "./rules/markdown-in-line.js";
import { measureWithoutAction } from "./rules/measure-without-action.js";
import { misreadMarkdown } from "./rules/misread-markdown.js";
import { missingGlyph } from "./rules/missing-glyph.js";
import { misspelledName } from "./rules/misspelled-name.js";
import { openPoint } from "./rules/open-point.js";
import { outdatedName } from "./rules/outdated-name.js";
import { paragraphWithoutMeasure } from "./rules/paragraph-without-measure.js";
import { pastDeadline } from "./rules/past-deadline.js";
import { planAdoptedEverywhere } from "./rules/plan-adopted-everywhere.js";
import { planPeriod } from "./rules/plan-period.js";
import { plannedBeforeAdoption } from "./rules/planned-before-adoption.js";
import { programmePeriod } from "./rules/programme-period.js";
import { repeatedSentence } from "./rules/repeated-sentence.js";
import { similarMeasures } from "./rules/similar-measures.js";
import { similarNames } from "./rules/similar-names.js";
import { spelling } from "./rules/spelling.js";
import { typedNumber } from "./rules/typed-number.js";
import { unexplainedAbbreviation } from "./rules/unexplained-abbreviation.js";
import { unknownMarkdown } from "./rules/unknown-markdown.js";
import { unmentionedPartner } from "./rules/unmentioned-partner.js";
import { unservedGoal } from "./rules/unserved-goal.js";
import { unsoundImage } from "./rules/unsound-image.js";
import { unusedTerm } from "./rules/unused-term.js";
import { vagueLink } from "./rules/vague-link.js";

export { idleSeverity, staleAcceptance } from "./acceptance.js";
export type { Rule } from "./rule.js";

/** Every rule of `ivp check`, by code. */
export const checkRules: readonly Rule[] = [
  unusedTerm,
  unmentionedPartner,
  circularTerms,
  freeName,
  unexplainedAbbreviation,
  differingExpansion,
  outdatedName,
  similarNames,
  misspelledName,
  repeatedSentence,
  similarMeasures,
  measureWithoutAction,
  actionWithoutMeasure,
  localThemeWithoutAction,
  leftOut,
  planPeriod,
  programmePeriod,
  actionPlanning,
  unservedGoal,
  idleMunicipality,
  paragraphWithoutMeasure,
  openPoint,
  plannedBeforeAdoption,
  pastDeadline,
  adoptionComplete,
  adoptionOrder,
  planAdoptedEverywhere,
  typedNumber,
  brokenMarkdown,
  headingInProse,
  unknownMarkdown,
  misreadMarkdown,
  markdownInLine,
  vagueLink,
  doubleWord,
  doubleSpace,
  longSentence,
  hardText,
  spelling,
  hardWord,
  imageSource,
  htmlInProse,
  harmfulLink,
  imageAlternative,
  missingGlyph,
  heavyImage,
  unsoundImage,
];

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
  const { severityOf, accepts, judge } = acceptance(subject, checkRules);
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
