/** How prose is cut into sentences and words: shared by the rules about language. */

import { flowing } from "../prose/flowing.js";
import { plainText, type Reference, type Snippet } from "../prose/index.js";
import { remembered } from "../prose/remember.js";

/** A sentence of a text: its words without markup, and how it stands in the text. */
export interface Sentence extends Snippet {
  readonly text: string;
}

const ABBREVIATIONS = /\b(bijv|d\.w\.z|e\.d|enz|etc|nr|art|o\.a|t\/m|J\.W)\.$/;

/**
 * The sentences of a text in the prose dialect. Content has one sentence on each line; a line with more is cut at full
 * stops, and items of lists are sentences of their own; cells of tables are none. More than one rule looks at them, so that they are remembered.
 */
export const sentencesOf = remembered(100_000, (text): readonly Sentence[] => {
  let start = 0;
  return flowing(text)
    .split("\n")
    .flatMap((raw) => {
      const line = raw.replace(/^\s*([-*]|\d+\.)\s+/, "").trimStart();
      let at = start + raw.length - line.length;
      start += raw.length + 1;
      return cut(line.trimEnd()).flatMap((part): Sentence[] => {
        const words = part.trim();
        const snippet = text.slice(at, at + words.length);
        const sentence = { text: plainText(words, labelOf).trim(), snippet, at };
        at += part.length;
        return snippet === "" ? [] : [sentence];
      });
    });
});

const labelOf = ({ id, text }: Reference): string => text ?? id;

/** The sentences of a line, each with the spaces behind it. */
function cut(line: string): string[] {
  const parts: string[] = [];
  let start = 0;
  for (const { 0: end, index } of line.matchAll(/[.!?][)”"’']?\s+(?=[A-Z‘“"])/g)) {
    if (ABBREVIATIONS.test(line.slice(start, index + 1))) break;
    parts.push(line.slice(start, index + end.length));
    start = index + end.length;
  }
  return [...parts, line.slice(start)];
}

/** The words of a text, as they stand. */
export const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu) ?? [];

/** A text for comparison: lower case, without marks between words. */
export const folded = remembered(100_000, (text) => {
  const lower = text.toLowerCase();
  // Most words have no letters but those of English, which takes a good deal less time.
  if (/^[ -~\s]*$/.test(lower)) return lower.replace(/[^a-z0-9]+/g, " ").trim();
  return lower
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
});

/** A word without the signs around it: "(NH.)" → "NH". An apostrophe at its start is part of it. */
export const bareWord = (word: string): string => word.replace(/^[^\p{L}\p{N}'’]+|[^\p{L}\p{N}]+$/gu, "");
