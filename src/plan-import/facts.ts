/** What a document says of its plan on the cover: the years and the municipalities. */
import type { Paragraph } from "../docx/index.js";
import { textOf } from "../from-word/words.js";
import { LONGEST_PLAN } from "../model/index.js";
import { asTyped, municipalitiesIn } from "./municipalities.js";

export interface Facts {
  readonly from?: number;
  readonly to?: number;
  readonly municipalities?: string;
  readonly team?: string;
}

/** @param lines the title, the cover and the first paragraphs */
export function factsIn(lines: readonly string[]): Facts {
  const found: { from?: number; to?: number; municipalities?: string; team?: string } = {};
  let known = 0;
  for (const line of lines) {
    const [, from, to] = /\b(20\d\d)\s*(?:[-–—/]|t\/m|tot en met)\s*(20\d\d)\b/.exec(line) ?? [];
    const years = Number(to) - Number(from) + 1;
    if (found.from === undefined && years >= 1 && years <= LONGEST_PLAN)
      Object.assign(found, { from: Number(from), to: Number(to) });
    const names = municipalitiesIn(line);
    // Who names several says more than who names one.
    if (names.length > 1 ? known < 2 : known < names.length) {
      found.municipalities = asTyped(names);
      known = names.length;
    }
    const [team] = /\b[Bb]asisteam\s+\p{Lu}[\p{L}'’-]+(?:[ -]\p{Lu}[\p{L}'’-]+)*/u.exec(line) ?? [];
    if (team !== undefined) found.team ??= team.replace(/^B/, "b");
  }
  return found;
}

export const linesOf = (paragraphs: readonly Paragraph[]): string[] =>
  paragraphs.map(({ pieces }) => textOf(pieces)).filter(Boolean);
