/** Which lines of a table are above its figures and say what they are. */
import { isNone, isNumber } from "./numbers.js";

/** A line of a table, with its number in the file. */
export interface Line {
  readonly number: number;
  readonly cells: readonly string[];
}

/** A year or a part of one, by its code or its words, with the stars of what is provisional. */
export const PERIOD =
  /^\d{4}(?:(?:JJ|KW|MM|HJ|X\d|G\d)\d{0,2})?\*{0,2}$|^\d{4}\*{0,2}\s.+$|^\d{4}[-/]\d{1,2}$|^\d{4}-?(?:Q|KW?|M)\d{1,2}$/i;
/** The code of a municipality or another area, as CBS has them. */
export const REGION = /^(?:GM|NL|LD|PV|CR|RE|PE|BT|PO|GG|VR|BU|WK|GA|AM|JZ)\d+$/i;

export const isPeriodTitle = (title: string): boolean =>
  /^(?:perio|jaar\b|jaren\b|jaartal|kwartaal|maand|verslagjaar|peiljaar)/i.test(title);
export const isRegionTitle = (title: string): boolean =>
  /^(?:regio|gemeente(?:n|naam|code)?\b|gebied|wijken|gm[\s_-]?code|geo[\s_-]?(?:item|naam|name)|plaats)/i.test(title);
export const isTopicTitle = (title: string): boolean => /^onderwerp/i.test(title);
const isTitle = (cell: string): boolean =>
  (isPeriodTitle(cell) && !PERIOD.test(cell)) ||
  (isRegionTitle(cell) && cell.split(" ").length === 1) ||
  /^wijken en buurten$/i.test(cell) ||
  isTopicTitle(cell) ||
  /^(?:soort [a-z]+|leeftijd|geslacht|marges?)$/i.test(cell);

/**
 * The lines at the start of a table that are titles: the first, and those below it that go on with it, as in tables of StatLine
 * that are laid out with topics, years or regions above each other.
 */
export function headRows(lines: readonly Line[]): Line[] {
  const [first, ...others] = lines;
  if (!first) return [];
  const heads = [first];
  for (const line of others) {
    if (!goesOn(line, heads.at(-1) as Line)) break;
    heads.push(line);
  }
  return heads;
}

function goesOn({ cells }: Line, above: Line): boolean {
  const [start = "", ...rest] = cells;
  const full = cells.filter((cell) => cell !== "");
  if (rest.every((cell) => cell === "")) return false;
  const isRepeated = start === above.cells[0] || start === rest[0];
  if (start !== "" && !isRepeated && !cells.some(isTitle)) return false;
  const others = full.filter((cell) => !isTitle(cell));
  if (others.some((cell) => PERIOD.test(cell))) {
    if (above.cells.some((cell) => PERIOD.test(cell)) || !others.some((cell) => /^(?:19|20)/.test(cell))) return false;
    const words = others.filter((cell) => !PERIOD.test(cell));
    // Besides years only what the columns before them are called: a line with a place, a year and no number is none.
    const firstYear = cells.findIndex((cell) => PERIOD.test(cell));
    return (
      words.every((word) => cells.indexOf(word) < firstYear) &&
      cells.slice(firstYear).every((cell) => cell === "" || PERIOD.test(cell))
    );
  }
  return others.every((cell) => !isNumber(cell) && !isNone(cell) && !REGION.test(cell));
}
