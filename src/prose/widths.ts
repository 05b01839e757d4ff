/** How a table in prose fits a page: how large its letters are and how wide its columns. */
import type { TableColumn } from "./cells.js";

/** From how many columns letters are smaller, with less space between columns, and how many fit a page at all. */
const [DENSE, TIGHT, MOST] = [6, 9, 16];

/** The width of a page's text in millimetres. */
const PAGE = 158;

/** By size, in millimetres: the space beside the text of a cell, and a letter. */
const sizes = {
  normal: { padding: 4, letter: 1.75 },
  dense: { padding: 3, letter: 1.62 },
  tight: { padding: 1.8, letter: 1.4 },
} as const;

/** Columns with words have room for this many letters at least, and for more where there is room; a longer word is broken. */
const [LEAST, LONG] = [4, 24];

export interface TableFit {
  readonly size: keyof typeof sizes;
  /** The width of each column in whole percents, a hundred together. */
  readonly percents: readonly number[];
  /** How many letters of a word each column has room for. */
  readonly room: readonly number[];
  /** Whether all numbers can be shown as a whole, and of words enough to be read. */
  readonly fits: boolean;
}

/** Fits columns to a page. A number is never broken; of a long word is shown as much on a line as there is room for. */
export function fitted(columns: readonly TableColumn[]): TableFit {
  const size = columns.length >= TIGHT ? "tight" : columns.length >= DENSE ? "dense" : "normal";
  const { padding, letter } = sizes[size];
  const free = PAGE - padding * columns.length;
  const holding = (letters: number): number[] =>
    columns.map(
      ({ align, word }) => (align === "number" ? Math.max(word, LEAST) : Math.min(Math.max(word, 3), letters)) * letter,
    );
  const wanted = holding(LONG);
  // Short words come first: a long one is broken anyway.
  const whole = Array.from({ length: LONG - LEAST }, (_, index) => LONG - index).find(
    (letters) => sum(holding(letters)) <= free,
  );
  const least = holding(whole ?? LEAST);
  const [needed, asked] = [sum(least), sum(wanted)];
  // Between what columns need and what they ask they get their part of what there is.
  const part = asked > needed ? Math.min(1, Math.max(0, free - needed) / (asked - needed)) : 1;
  // A column that is twice as full isn't twice as wide: its lines are more as well.
  const weights = columns.map(({ letters }) => Math.sqrt(Math.max(letters, 1)));
  const left = Math.max(0, free - asked);
  const shares = columns.map((_, index) => {
    const [own = 0, more = 0, weight = 0] = [least[index], wanted[index], weights[index]];
    return own + (more - own) * part + padding + (left * weight) / sum(weights);
  });
  return {
    size,
    percents: inPercents(shares),
    // A letter that fits but for what computing rounds, fits.
    room: shares.map((share) => Math.floor(((share / sum(shares)) * PAGE - padding) / letter + 0.01)),
    fits: columns.length <= MOST && needed <= free,
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** Shares in tenths of percents: what rounding leaves goes to the widest. */
function inPercents(shares: readonly number[]): number[] {
  const all = sum(shares);
  const tenths = shares.map((share) => Math.floor((share / all) * 1000));
  const widest = shares.indexOf(Math.max(...shares));
  const rest = 1000 - sum(tenths);
  return tenths.map((own, index) => (index === widest ? own + rest : own) / 10);
}
