/** How numbers are written in a file of a source, and what stands where there is none. */

/** What stands where the source has no number: not published, secret, or it can't be. */
export const isNone = (cell: string): boolean =>
  /^(?:|\.{1,3}|[-–—]|x|\*{1,2}|geheim|onbekend|n\.?v\.?t\.?|n\.?b\.?|#?n\/[ab]|na|nan|null|\?)$/i.test(cell);

/** The sign before what stands behind the whole number. */
export type Decimals = "," | ".";

/** Between thousands a source may have a blank of any width. */
const BLANKS = /^-?\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?:[.,]\d+)?$/;
const ONE_SIGN = /^-?\d+[.,]\d+$/;
const BOTH = /^-?\d{1,3}(?:\.\d{3})+,\d+$|^-?\d{1,3}(?:,\d{3})+\.\d+$/;
/** Signs between thousands only: more than one of them can't be anything else. */
const GROUPS = /^-?[1-9]\d{0,2}(?:(?:\.\d{3})+|(?:,\d{3})+)$/;

/** What stands with a number in its cell and says what it is. */
export interface Mark {
  readonly unit?: "%" | "euro";
  readonly provisional: boolean;
}

const PROVISIONAL = /\s*\((?:nader )?voorlopige?(?: cijfers?)?\)$/i;
const PERCENT = /(?<=\d)\s*(?:%|procent)$/i;
const EURO = /^€\s*(?=\d)|(?<=\d)\s*(?:€|euro?)$/gi;

/** What a cell says with its number: the unit in which it is, that it may change. */
export function markOf(cell: string): Mark {
  const text = cell.replace(PROVISIONAL, "");
  const unit = PERCENT.test(text) ? "%" : text.search(EURO) >= 0 ? "euro" : undefined;
  return { ...(unit && { unit }), provisional: text !== cell };
}

/** A cell without what says what its number is. */
function plain(cell: string): string {
  const text = cell.replace(PROVISIONAL, "").replace(/^[−–](?=\d)/, "-");
  if (PERCENT.test(text)) return text.replace(PERCENT, "");
  const amount = text.replace(EURO, "");
  // "€ 12,-"
  return amount === text ? text : amount.replace(/,[-–—]$/, "");
}

/** Whether a cell is a number in some way of writing, whatever it comes to. */
export const isNumber = (cell: string): boolean => {
  const text = plain(cell);
  return [/^-?\d+$/, ONE_SIGN, BOTH, GROUPS, BLANKS].some((form) => form.test(text));
};

/** What the sign for decimals must be for a number to be one; nothing where it can be either. */
export function decimalsOf(cell: string): Decimals | undefined {
  const text = plain(cell);
  // No amount has thousandths.
  if (markOf(cell).unit === "euro" && /^\d{1,3}(?:\.\d{3})+$/.test(text)) return ",";
  const signs = text.replace(/[^.,]/g, "");
  if (signs === "" || !isNumber(text)) return undefined;
  const last = signs.at(-1) as Decimals;
  if (BOTH.test(text)) return last;
  if (GROUPS.test(text)) return signs.length === 1 ? undefined : other(last);
  return last;
}

const other = (sign: Decimals): Decimals => (sign === "," ? "." : ",");

/**
 * The number in a cell.
 * @param decimals the sign that the other numbers of the file have before what stands behind the whole number
 * @returns nothing for what could be two numbers
 */
export function numberOf(cell: string, decimals: Decimals | undefined): number | undefined {
  const sign = decimalsOf(cell) ?? decimals;
  const text = plain(cell).replace(/[ \u00a0\u2009\u202f]/g, "");
  if (/^-?\d+$/.test(text)) return Number(text);
  if (sign === undefined || (decimals !== undefined && sign !== decimals)) return undefined;
  return Number(text.replaceAll(other(sign), "").replace(sign, "."));
}
