/** What a document says of its plan on the cover: the years and the municipalities. */
import type { Paragraph } from "../docx/index.js";
import { textOf } from "../from-word/words.js";
import { LONGEST_PLAN } from "../model/index.js";

export interface Facts {
  readonly from?: number;
  readonly to?: number;
  readonly municipalities?: string;
  readonly team?: string;
}

/** @param lines the title, the cover and the first paragraphs */
export function factsIn(lines: readonly string[]): Facts {
  const found: { from?: number; to?: number; municipalities?: string; team?: string } = {};
  for (const line of lines) {
    const [, from, to] = /\b(20\d\d)\s*(?:[-–—/]|t\/m|tot en met)\s*(20\d\d)\b/.exec(line) ?? [];
    const years = Number(to) - Number(from) + 1;
    if (found.from === undefined && years >= 1 && years <= LONGEST_PLAN)
      Object.assign(found, { from: Number(from), to: Number(to) });
    const name = "\\p{Lu}[\\p{L}'’-]+(?:[ -](?:aan|den|de|der|op|ter|en|\\p{Lu}[\\p{L}'’-]+))*?";
    const [, several] =
      new RegExp(`\\bgemeenten\\s+((?:${name},\\s+)*${name}\\s+en\\s+\\p{Lu}[\\p{L}'’-]+)`, "u").exec(line) ?? [];
    const [, single] = /\b[Gg]emeente\s+(\p{Lu}[\p{L}'’-]+(?:[ -]\p{Lu}[\p{L}'’-]+)*)/u.exec(line) ?? [];
    if (several !== undefined && !found.municipalities?.includes(","))
      found.municipalities = several.replace(/,?\s+en\s+(?=\S+$)/, ",").replace(/,\s+/g, ",");
    else if (single !== undefined) found.municipalities ??= single;
    const [team] = /\b[Bb]asisteam\s+\p{Lu}[\p{L}'’-]+(?:[ -]\p{Lu}[\p{L}'’-]+)*/u.exec(line) ?? [];
    if (team !== undefined) found.team ??= team.replace(/^B/, "b");
  }
  return found;
}

export const linesOf = (paragraphs: readonly Paragraph[]): string[] =>
  paragraphs.map(({ pieces }) => textOf(pieces)).filter(Boolean);
