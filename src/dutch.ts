/**
 * What Dutch asks of who writes it: dates, quarters, money, one and more, het and de, enumerations, capitals, names of states,
 * what someone may have meant. The one place for it: nothing here knows of plans. Every function is pure.
 */

import { closest, type Names, prepared } from "./closest.js";
import type { Article } from "./nouns.js";

export * from "./nouns.js";

export const months: readonly string[] = [
  "januari",
  "februari",
  "maart",
  "april",
  "mei",
  "juni",
  "juli",
  "augustus",
  "september",
  "oktober",
  "november",
  "december",
];

/** "2018-12-13" → "13 december 2018". */
export function day(date: string): string {
  const [year, month, dayOfMonth] = date.split("-").map(Number);
  return `${dayOfMonth} ${months[(month ?? 1) - 1]} ${year}`;
}

/** The day of a moment, in UTC, so that it doesn't depend on where someone is. */
export const dayOf = (moment: Date): string => day(moment.toISOString().slice(0, 10));

/** "2019-Q3" → "3e kwartaal 2019". */
export function quarter(code: string): string {
  const [year, number] = code.split("-Q");
  return `${number}e kwartaal ${year}`;
}

/** "2019-Q1" and "2019-Q2" → "1e en 2e kwartaal 2019"; a whole year and whole years by name. */
export function quarters(from: string, to: string): string {
  const [firstYear, first] = from.split("-Q");
  const [lastYear, last] = to.split("-Q");
  if (from === to) return quarter(from);
  if (first === "1" && last === "4")
    return firstYear === lastYear ? `het hele jaar ${firstYear}` : `${firstYear} ${through(firstYear, lastYear)}`;
  if (firstYear !== lastYear) return `${quarter(from)} t/m ${quarter(to)}`;
  return `${first}e ${Number(last) - Number(first) === 1 ? "en" : "t/m"} ${last}e kwartaal ${firstYear}`;
}

const through = (from = "", to = ""): string => `${Number(to) - Number(from) === 1 ? "en" : "t/m"} ${to}`;

/** A period as a name: "2019–2022"; of one year "2019". */
export const period = ({ from, to }: Years): string => (from === to ? String(from) : `${from}–${to}`);

/** A period within a sentence: "in 2019", "in 2019 en 2020", "van 2019 tot en met 2022". */
export function during({ from, to }: Years): string {
  if (from === to) return `in ${from}`;
  return to - from === 1 ? `in ${from} en ${to}` : `van ${from} tot en met ${to}`;
}

interface Years {
  readonly from: number;
  readonly to: number;
}

/** Whole euros: 12500 → "€ 12.500". */
export const euros = (amount: number): string => `€ ${String(amount).replace(/\B(?=(\d{3})+$)/g, ".")}`;

/** A number with a comma: 1.25 → "1,25"; rounded to some digits behind it when these are given. */
export const decimal = (number: number, digits?: number): string =>
  (digits === undefined ? String(number) : number.toFixed(digits)).replace(".", ",");

/**
 * A figure as readers know it, with points between thousands: 12345.5 → "12.345,5"; a half is rounded up.
 * @param digits how many stand behind the comma, two at most; without it as many as there are
 */
export function figure(number: number, digits?: number): string {
  const hundredths = Math.round(Math.abs(number) * 100);
  const behind = digits ?? (hundredths % 100 === 0 ? 0 : hundredths % 10 === 0 ? 1 : 2);
  const shown = String(Math.round(hundredths / 10 ** (2 - behind))).padStart(behind + 1, "0");
  const whole = shown.slice(0, shown.length - behind).replace(/\B(?=(\d{3})+$)/g, ".");
  const sign = number < 0 && Number(shown) !== 0 ? "−" : "";
  return `${sign}${whole}${behind > 0 ? `,${shown.slice(-behind)}` : ""}`;
}

/** One word or the other: `one(1, "actie", "acties")` → "actie". */
export const one = <T>(count: number, single: T, more: T): T => (count === 1 ? single : more);

/** A number with its word: "1 actie", "3 acties"; for none "geen acties". */
export const counted = (count: number, single: string, more: string): string =>
  count === 0 ? `geen ${more}` : `${count} ${one(count, single, more)}`;

/** How many of all: "alle 3 acties", "beide acties", "2 van de 3 acties", "geen van de 3 acties"; of one "de actie". */
export function ofAll(count: number, all: number, single: string, more: string, article: Article = "de"): string {
  if (all === 0) return `geen ${more}`;
  if (all === 1) return count === 0 ? `geen ${single}` : `${article} ${single}`;
  if (count === all) return `${all === 2 ? "beide" : `alle ${all}`} ${more}`;
  return `${count === 0 ? "geen" : count} van de ${all} ${more}`;
}

const numerals = [
  "nul",
  "één",
  "twee",
  "drie",
  "vier",
  "vijf",
  "zes",
  "zeven",
  "acht",
  "negen",
  "tien",
  "elf",
  "twaalf",
];

/** A small number as a word, as in running text; a larger one in figures. */
export const inWords = (count: number): string => numerals[count] ?? String(count);

/**
 * "a, b en c". Where an item has a comma or "en" of its own, semicolons keep the items apart: "a, met b; c en d; e".
 * @param last the word before the last item
 */
export function enumeration(items: readonly string[], last: "en" | "of" = "en"): string {
  if (items.length < 2) return items.join("");
  if (items.some((item) => /[,;]|\s(en|of)\s/.test(item))) return items.join("; ");
  return `${items.slice(0, -1).join(", ")} ${last} ${items.at(-1)}`;
}

/** The first items of a list that may be long: "a, b, c en nog 12". */
export const firstOf = (items: readonly string[], most: number): string =>
  `${items.slice(0, most).join(", ")}${items.length > most ? ` en nog ${items.length - most}` : ""}`;

/** Items in a cell or after a colon: "a, b, c", with semicolons where an item has a comma of its own. */
export const listed = (items: readonly string[]): string =>
  items.join(items.some((item) => /[,;]/.test(item)) ? "; " : ", ");

/**
 * With a capital, as at the start of a sentence or a cell: "'s avonds" → "'s Avonds", "ijsbaan" → "IJsbaan", "één" → "Eén".
 */
export const capital = (text: string): string =>
  text
    .replace(/^éé/, "eé")
    .replace(
      /^(['’][a-z]{1,2}[ -])?(ij|\p{L})/u,
      (_, short: string | undefined, first: string) => (short ?? "") + first.toUpperCase(),
    );

/** The name of a state, of the code that stands for it: "ter-vaststelling" → "ter vaststelling". */
export const stateName = (code: string): string => code.replaceAll("-", " ");

const collator = new Intl.Collator("nl", { usage: "sort", sensitivity: "variant", caseFirst: "false", numeric: false });

/** What stands before the letter under which a name is looked for: "'s-Gravenhage" is "Gravenhage, 's-". */
const before = /^['’‘`][a-z]{1,2}[ -]\s*/i;

/**
 * Compares names for an order that readers know, the same on every machine: é as e, IJ as i and j, and 's-Gravenhage under its G
 * (as CBS has it in "Sortering naam" of its municipalities, table 85067NED).
 */
export const byName = (a: string, b: string): number =>
  collator.compare(a.replace(before, ""), b.replace(before, "")) ||
  collator.compare(a, b) ||
  (a < b ? -1 : a > b ? 1 : 0);

/** With a full stop, unless it has an end of its own. */
export const closed = (text: string): string => (/[.!?…]['”’")*_]*$/.test(text.trimEnd()) ? text : `${text}.`);

/** More choices than this are no help in a line of text. */
const MOST = 30;

const inQuotes = (name: string): string => `“${name}”`;

/** What was most likely meant: "Bedoelde u “plan”?"; nothing when that can't be told. */
export function meant(guess: string, quote?: (name: string) => string): string;
export function meant(guess: string | undefined, quote?: (name: string) => string): string | undefined;
export function meant(guess: string | undefined, quote = inQuotes): string | undefined {
  return guess === undefined ? undefined : `Bedoelde u ${quote(guess)}?`;
}

/**
 * What to do about a word that isn't one of those that can be: the one that was most likely meant, else all of them.
 * @param also what would be understood as well, but isn't offered
 * @param otherwise what to say when there is nothing to choose from, or too much
 */
export function suggestion(
  word: string,
  candidates: Iterable<string> | Names,
  {
    quote = inQuotes,
    choose = "Kies uit",
    otherwise = "Controleer de spelling.",
    also = [],
  }: { quote?: (name: string) => string; choose?: string; otherwise?: string; also?: Iterable<string> } = {},
): string {
  const names = prepared(candidates);
  const guess = closest(word, names) ?? closest(word, also);
  if (guess !== undefined) return meant(guess, quote);
  const { all } = names;
  return all.size > 0 && all.size <= MOST ? `${choose}: ${[...all].join(", ")}.` : otherwise;
}
