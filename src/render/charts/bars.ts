import type { Plot, PlotValue } from "../../documents/index.js";
import { partsOf, type Room } from "./parts.js";
import {
  type Axis,
  axisOf,
  type Drawn,
  dot,
  extentOf,
  LEADING,
  label,
  numbersIn,
  over,
  SIZE,
  SMALL,
  segment,
  shape,
  unitLine,
  WIDTH,
  written,
} from "./plot.js";
import { boxAround, round, textWidth, wrap } from "./text.js";

type Bars = Extract<Plot, { form: "bars" }>;
type Change = Extract<Plot, { form: "change" }>;

/** How wide names are at most, and how high a row is at least. */
const [NAMES, ROW] = [132, 26];

/** How wide what lies between two numbers is at least. */
const LEAST = 60;

/** What a place without a number says. */
const NONE = "geen cijfer";

/** The names of rows, each on its lines, and how wide they are. */
function namesOf<T extends { readonly title: string }>(rows: readonly T[]) {
  const named = rows.map((row) => {
    const words = wrap(row.title, NAMES, SIZE, 700);
    return { ...row, words, height: Math.max(ROW, words.length * LEADING + 9) };
  });
  const width = Math.max(0, ...named.flatMap(({ words }) => words.map((text) => textWidth(text, SIZE, 700))));
  return { named, left: Math.ceil(width) + 10 };
}

const nameOf = (words: readonly string[], top: number, height: number, look = ""): string =>
  words
    .map((text, line) => label(text, 0, top + height / 2 + 5 + (line - (words.length - 1) / 2) * LEADING, look))
    .join("");

/** Bars side by side, each with its name before it and its number behind it. */
export function bars(plot: Bars, room: Room): Drawn[] {
  const { named, left } = namesOf(plot.bars);
  const numbers = [
    ...plot.bars.flatMap(({ number }) => (number ? numbersIn(number) : [])),
    ...plot.marks.flatMap(numbersIn),
  ];
  const behind = Math.max(0, ...plot.bars.map(({ number }) => textWidth(number ? written(number) : "", SIZE, 700))) + 8;
  const extent = extentOf(numbers, true);
  // A number below nothing stands before its bar.
  const before = extent[0] < 0 ? behind : 0;
  const axis = axisOf(extent, [left + before, WIDTH - behind], 4);
  const unit = wrap(unitLine(plot), WIDTH, SMALL);
  let lines = unit.length;
  const marks = plot.marks.map((mark) => {
    const words = wrap(`${mark.title} ${written(mark)}`, WIDTH - 4, SIZE);
    const line = lines;
    lines += words.length;
    return { at: axis.at(mark.value), words, line };
  });
  const head = lines * LEADING + 10;
  return partsOf(named, ({ height }) => height, head, room).map((part) => {
    let y = head;
    const rows = part.map((row) => {
      const top = y;
      y += row.height;
      const middle = top + row.height / 2;
      const name = nameOf(row.words, top, row.height, row.own ? "strong" : "");
      if (!row.number) return name + label(NONE, left + before + 4, middle + 5, "small");
      return name + bar(row.number, axis, middle, row.own ?? false);
    });
    const across = marks.map(({ at, words, line }) => {
      const first = line * LEADING + 15;
      const last = first + (words.length - 1) * LEADING;
      const names = words.map((text, index) => {
        const width = textWidth(text, SIZE);
        return over(text, Math.min(Math.max(0, at - width / 2), WIDTH - width), first + index * LEADING, "", "start");
      });
      return [segment("mark-line", at, last + 4, at, y), ...names].join("");
    });
    return {
      box: boxAround(WIDTH, y + 4),
      svg: [
        ...unit.map((text, line) => label(text, 0, 13 + line * LEADING, "small")),
        ...across,
        ...rows,
        segment("axis", axis.base, head - 2, axis.base, y + 2),
      ].join(""),
      words: [
        ...part.map(({ title, number }) => `${title} ${number ? told(number) : NONE}`),
        ...plot.marks.map((mark) => `${mark.title} ${told(mark)}`),
      ],
    };
  });
}

/** A bar with its number, and the margin of that where there is one. */
function bar(number: PlotValue, axis: Axis, middle: number, own: boolean): string {
  const at = axis.at(number.value);
  const margin =
    number.low === undefined || number.high === undefined ? [] : [axis.at(number.low), axis.at(number.high)];
  const [from, to] = [Math.min(axis.base, at), Math.max(axis.base, at)];
  const [low, high] = margin;
  const look = ["stave", ...(own ? ["own"] : []), ...(number.provisional ? ["open"] : [])].join(" ");
  const below = number.value < 0;
  return [
    shape("rect", { class: look, x: from, y: round(middle - 8), width: round(Math.max(to - from, 0.5)), height: 16 }),
    low === undefined || high === undefined ? "" : segment("bound", low, middle, high, middle),
    over(
      written(number),
      below ? Math.min(from, ...margin) - 5 : Math.max(to, ...margin) + 5,
      middle + 5,
      own ? "strong" : "",
      below ? "end" : "start",
    ),
  ].join("");
}

const told = ({ text, provisional }: { readonly text: string; readonly provisional?: true }): string =>
  provisional ? `${text} (voorlopig)` : text;

/** Of each place what it was and what it is: an open sign, a closed one and a line between. */
export function change(plot: Change, room: Room): Drawn[] {
  const { named, left } = namesOf(plot.rows);
  const width = (text: string): number => textWidth(text, SIZE, 700);
  const words = (row: (typeof named)[number], first: boolean) => ({
    was: first ? `${plot.from}: ${written(row.was)}` : written(row.was),
    is: first ? `${plot.to}: ${written(row.is)}` : written(row.is),
  });
  const widest = Math.max(0, ...named.flatMap((row, index) => Object.values(words(row, index === 0)).map(width))) + 12;
  const numbers = plot.rows.flatMap(({ was, is }) => [was.value, is.value]);
  // With numbers this long, names stand above their rows.
  const stacked = left + 2 * widest + LEAST > WIDTH;
  const before = stacked ? 0 : left;
  const above = (row: (typeof named)[number]): number => (stacked ? row.words.length * LEADING + 2 : 0);
  const axis = axisOf(extentOf(numbers, plot.fromZero), [before + widest, WIDTH - widest], 4);
  const unit = wrap(unitLine(plot), WIDTH, SMALL);
  const head = unit.length * LEADING + 8;
  const heightOf = (row: (typeof named)[number]): number => (stacked ? above(row) + ROW : row.height);
  return partsOf(named, heightOf, head, room).map((part) => {
    let y = head;
    const svg = part.map((row, index) => {
      const top = y;
      y += heightOf(row);
      const middle = (top + above(row) + y) / 2;
      const [was, is] = [axis.at(row.was.value), axis.at(row.is.value)];
      const text = words(row, index === 0);
      const up = is >= was;
      return [
        segment("grid", before, y, WIDTH, y),
        nameOf(row.words, top, stacked ? above(row) : row.height),
        segment("line own", was, middle, is, middle),
        dot("round", was, middle, "own open"),
        dot("diamond", is, middle, "own"),
        label(text.was, up ? was - 9 : was + 9, middle + 5, "", up ? "end" : "start"),
        label(text.is, up ? is + 11 : is - 11, middle + 5, "strong", up ? "start" : "end"),
      ].join("");
    });
    return {
      box: boxAround(WIDTH, y + 2),
      svg: [...unit.map((text, line) => label(text, 0, 13 + line * LEADING, "small")), ...svg].join(""),
      words: part.map(({ title, was, is }) => `${title}: ${plot.from} ${told(was)}, ${plot.to} ${told(is)}`),
    };
  });
}
