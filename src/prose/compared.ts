/** How two texts differ, sentence by sentence and then word by word. */
import { diffArrays } from "diff";
import { sentencesIn } from "./sentences.js";

/** A piece of text; what isn't marked stands on both sides. */
export interface Word {
  readonly text: string;
  readonly change?: "removed" | "added";
}

/** How a reference reads, as `[[kind:id]]` stands in a text. */
export type Read = (text: string) => string;

/** A stretch of sentences that differ. One side may be empty. */
export interface Stretch {
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** It stands elsewhere in the text now and is the same otherwise. */
  readonly moved?: true;
}

/** The paragraphs and items of lists of a text. How lines are broken means nothing. */
export const paragraphsOf = (text: string): string[] =>
  text
    .trim()
    .split(/\n\s*\n|\n(?=\s*(?:[-*+]|\d+[.)])\s)/)
    .map((block) => block.replace(/\s+/g, " ").trim())
    .filter(Boolean);

/** The same, each as a list of sentences. */
const blocksOf = (text: string): string[][] => paragraphsOf(text).map(sentencesIn);

/** The stretches of sentences in which two texts differ. Empty when only their layout differs, or nothing at all. */
export function compareTexts(before: string, after: string): Stretch[] {
  return compareLists(blocksOf(before).flat(), blocksOf(after).flat());
}

/** Whether two texts have the same sentences in the same paragraphs. */
export const sameLayout = (before: string, after: string): boolean =>
  JSON.stringify(blocksOf(before)) === JSON.stringify(blocksOf(after));

/** The stretches in which two lists of texts differ. */
export const compareLists = (before: readonly string[], after: readonly string[]): Stretch[] =>
  withMoves(align(before, after).flatMap((stretch) => (stretch.same.length > 0 ? [] : pairs(stretch))));

/** A stretch of two lists: what both have, as the new one has it, or what only the one has and only the other. */
interface Aligned<T> {
  readonly same: T[];
  readonly before: T[];
  readonly after: T[];
}

/** Two lists side by side. */
export function align<T>(
  before: readonly T[],
  after: readonly T[],
  comparator?: (a: T, b: T) => boolean,
): Aligned<T>[] {
  const aligned: Aligned<T>[] = [];
  for (const { added, removed, value } of diffArrays([...before], [...after], comparator && { comparator })) {
    const side = removed ? "before" : added ? "after" : "same";
    const last = aligned.at(-1);
    if (side === "same" || !last || last.same.length > 0)
      aligned.push({ same: [], before: [], after: [], [side]: value });
    else last[side].push(...value);
  }
  return aligned;
}

/** Sentences that became others one by one are told one by one. */
function pairs({ before, after }: Stretch): Stretch[] {
  if (before.length !== after.length) return [{ before, after }];
  return before.map((sentence, index) => ({ before: [sentence], after: [after[index] ?? ""] }));
}

function withMoves(stretches: readonly Stretch[]): Stretch[] {
  const text = (sentences: readonly string[]): string => sentences.join("\n");
  const gone = stretches.filter(({ after }) => after.length === 0);
  const arrivals = stretches.filter(({ before }) => before.length === 0);
  const origins = new Map(
    arrivals.flatMap((arrival) => {
      const origin = gone.find(({ before }) => text(before) === text(arrival.after));
      return origin ? [[arrival, origin] as const] : [];
    }),
  );
  const moved = new Set(origins.values());
  return stretches
    .filter((stretch) => !moved.has(stretch))
    .map((stretch) => {
      const origin = origins.get(stretch);
      return origin ? { before: origin.before, after: stretch.after, moved: true } : stretch;
    });
}

/** References, also to footnotes, words with their inner hyphens and apostrophes, white space, and every other character by itself. */
const tokens = /\[\[[^\]]*\]\]|\[\^[^\]\s]+\]|[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*|\s+|[^\s]/gu;

/** With fewer words in common than this, two texts are told as one that went and one that came. */
const ALIKE = 0.35;

/**
 * Two texts in one, with the words marked that differ.
 * @param was how references of the first text read
 * @param is how references of the second text read
 */
export function compareWords(before: string, after: string, was: Read, is: Read): Word[] {
  const words = alignWords(before, after);
  if (!words) return wholly(was(before), is(after));
  return words.map(({ text, change }) =>
    change ? { text: change === "removed" ? was(text) : is(text), change } : { text: is(text) },
  );
}

/** The same on the texts as they are written; nothing when they have too little in common. */
export function alignWords(before: string, after: string): Word[] | undefined {
  const [old, fresh] = [before.match(tokens) ?? [], after.match(tokens) ?? []];
  const parts = diffArrays(old, fresh, { comparator: sameToken });
  const common = parts.filter(({ added, removed }) => !added && !removed).flatMap(({ value }) => value.filter(isWord));
  const words = Math.max(old.filter(isWord).length, fresh.filter(isWord).length);
  if (words === 0 || common.length / words < ALIKE) return undefined;
  return tidy(
    parts.map(({ added, removed, value }): Word => {
      const text = value.join("");
      return removed ? { text, change: "removed" } : added ? { text, change: "added" } : { text };
    }),
  );
}

/** The numbers of measures and actions: that they shift is told elsewhere. */
export const numbers = /\b[MA]\d+\b/g;

const sameToken = (a: string, b: string): boolean => a === b || (/^[MA]\d+$/.test(a) && /^[MA]\d+$/.test(b));

const isWord = (token: string): boolean => /[\p{L}\p{N}]/u.test(token);

const wholly = (before: string, after: string): Word[] =>
  [{ text: before, change: "removed" } as const, { text: after, change: "added" } as const].filter(({ text }) => text);

/** Changed words with no more than a space between them are one change: that reads more easily than their pieces. */
function tidy(words: readonly Word[]): Word[] {
  const tidied: Word[] = [];
  let run: Word[] = [];
  const flush = (): void => {
    const end = run.findLastIndex(({ change }) => change) + 1;
    const side = (other: Word["change"]): string =>
      run
        .slice(0, end)
        .filter(({ change }) => change !== other)
        .map(({ text }) => text)
        .join("");
    const [removed, added] = [side("added"), side("removed")];
    if (removed.trim() && added.trim()) tidied.push(...pair(removed, added), ...run.slice(end));
    else tidied.push(...run);
    run = [];
  };
  for (const word of words) {
    if (!word.change && (run.length === 0 || word.text.trim())) {
      flush();
      tidied.push(word);
    } else run.push(word);
  }
  flush();
  return tidied.filter(({ text }) => text !== "");
}

/** A change of words, with the space that both have at their end outside it. */
function pair(removed: string, added: string): Word[] {
  const shared = /\s$/.test(removed) && /\s$/.test(added);
  const trim = (text: string): string => (shared ? text.trimEnd() : text);
  return [
    { text: trim(removed), change: "removed" },
    { text: trim(added), change: "added" },
    ...(shared ? [{ text: " " }] : []),
  ];
}

/**
 * Two lists of ids in one, as names, with those marked that differ.
 * @param name how the id at an index of one of the lists reads
 */
export function compareNames(
  before: readonly string[],
  after: readonly string[],
  name: (side: "was" | "is", index: number) => string,
): Word[] {
  const at = { was: 0, is: 0 };
  const names = diffArrays([...before], [...after]).flatMap(({ value, added, removed }) =>
    value.map((): Word => {
      if (removed) return { text: name("was", at.was++), change: "removed" };
      if (added) return { text: name("is", at.is++), change: "added" };
      at.was++;
      return { text: name("is", at.is++) };
    }),
  );
  return names.flatMap((word, index) => (index === 0 ? [word] : [{ text: "; " }, word]));
}

/** How many paragraphs and items of lists a text has. */
export const blockCount = (text: string): number => paragraphsOf(text).length;
