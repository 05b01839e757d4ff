/** How prose is cut into sentences and words: shared by the rules about language. */
import { plainText, type Reference } from "../prose/index.js";
import { remembered } from "../prose/remember.js";

/** A sentence of a text. `snippet` is how its first words stand in the text, to find its place by. */
export interface Sentence {
  readonly text: string;
  readonly snippet: string;
}

const ABBREVIATIONS = /\b(bijv|d\.w\.z|e\.d|enz|etc|nr|art|o\.a|t\/m|J\.W)\.$/;

/**
 * The sentences of a text in the prose dialect. Content has one sentence on each line; a line with more is cut at full
 * stops, and items of lists are sentences of their own. More than one rule looks at them, so that they are remembered.
 */
export const sentencesOf = remembered(100_000, (text): readonly Sentence[] =>
  text.split("\n").flatMap((raw) => {
    const line = raw.replace(/^\s*([-*]|\d+\.)\s+/, "").trim();
    if (line === "") return [];
    return cut(line).map((part) => ({ text: plainText(part, labelOf).trim(), snippet: part }));
  }),
);

const labelOf = ({ id, text }: Reference): string => text ?? id;

function cut(line: string): string[] {
  const parts: string[] = [];
  let rest = line;
  for (let end = /[.!?][)”"’']?\s+(?=[A-Z‘“"])/.exec(rest); end; end = /[.!?][)”"’']?\s+(?=[A-Z‘“"])/.exec(rest)) {
    const head = rest.slice(0, end.index + 1);
    if (ABBREVIATIONS.test(head)) break;
    parts.push(rest.slice(0, end.index + end[0].length).trim());
    rest = rest.slice(end.index + end[0].length);
  }
  return [...parts, rest].filter((part) => part !== "");
}

/** The words of a text, as they stand. */
export const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu) ?? [];

/** A text for comparison: lower case, without marks between words. */
export const folded = remembered(100_000, (text) =>
  text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim(),
);
