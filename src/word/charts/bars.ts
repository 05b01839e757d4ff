/** Bars with their names before them and their numbers behind them. */
import type { Chart, Plot, PlotValue } from "../../documents/index.js";
import { mm, PAGE } from "../sizes.js";
import { axisOf, numbersIn } from "./axis.js";
import type { Axis, Drawing, Point, Series } from "./drawing.js";
import { LINE, wrapped } from "./text.js";

type Bars = Extract<Plot, { form: "bars" }>;
type Change = Extract<Plot, { form: "change" }>;
type Shares = Extract<Chart, { type: "shares" }>;
type Timeline = Extract<Chart, { type: "timeline" }>;

/** How high a drawing is at most: it can't go on on another page by itself. */
const MOST = mm(180);

/** What a place without a number says. */
const NONE = "geen cijfer";

const pointOf = ({ value, text, low, high, provisional }: PlotValue): Point => ({
  value,
  label: [text],
  ...(low !== undefined && high !== undefined && { low, high }),
  ...(provisional && { open: true as const }),
});

const told = ({ text, provisional }: PlotValue): string => (provisional ? `${text} (voorlopig)` : text);

/** What bars are made of before they are laid out. */
interface Sheet {
  readonly rows: readonly {
    readonly title: string;
    readonly words: string;
    readonly points: readonly (Point | undefined)[];
  }[];
  readonly series: readonly Pick<Series, "title" | "tone">[];
  readonly axis: Axis;
  /** How much of the width is for names. */
  readonly names: number;
  readonly told?: boolean;
  readonly stacked?: true;
  readonly key?: true;
}

/** One drawing, or more where one would be higher than a page. */
function laid({ rows, series, axis, names, told: axisTold = false, stacked, key }: Sheet): Drawing[] {
  const side = stacked ? 1 : series.length;
  const heightOf = (title: string): number =>
    Math.max(wrapped(title, PAGE * names - mm(6)).length * LINE + mm(2), side * mm(5) + mm(3));
  const head = mm(axisTold ? 8 : 2) + (key ? mm(9) : 0);
  const parts: { rows: Sheet["rows"][number][]; height: number }[] = [];
  for (const row of rows) {
    const own = heightOf(row.title);
    const last = parts.at(-1);
    if (last && last.height + own <= MOST) {
      last.rows.push(row);
      last.height += own;
    } else parts.push({ rows: [row], height: head + mm(2) + own });
  }
  const width = 1 - names - (axisTold ? 0.04 : stacked ? 0.02 : 0.1);
  return parts.map((part) => ({
    form: "bars",
    categories: part.rows.map(({ title }) => title),
    series: series.map((own, index) => ({
      ...own,
      turn: 0,
      points: part.rows.map(({ points }) => points[index] && besideMargin(points[index], axis, width)),
    })),
    axis,
    told: axisTold,
    ...(stacked && { stacked }),
    ...(key && { key }),
    width: PAGE,
    height: part.height,
    plot: {
      x: names,
      y: head / part.height,
      width,
      height: (part.height - head - mm(2)) / part.height,
    },
    words: part.rows.map(({ words }) => words),
  }));
}

/** A number with its label behind the margin, where it has one: Word would write it behind the bar. */
function besideMargin(point: Point, { min, max }: Axis, width: number): Point {
  const { value, low, high } = point;
  if (low === undefined || high === undefined) return point;
  return { ...point, shift: [(((value < 0 ? low : high) - value) / (max - min)) * width, 0] };
}

/** A bar for each; what it is compared with are bars among them, of another look. */
export function bars({ bars: all, marks }: Bars): Drawing[] {
  const numbers = [...all.flatMap(({ number }) => (number ? numbersIn(number) : [])), ...marks.flatMap(numbersIn)];
  return laid({
    rows: [
      ...all.map(({ title, number, own }) => ({
        title: number ? title : `${title} (${NONE})`,
        words: `${title} ${number ? told(number) : NONE}`,
        points: [
          number && { ...pointOf(number), ...(!own && all.some((one) => one.own) && { tone: "other" as const }) },
        ],
      })),
      ...marks.map((mark) => ({
        title: mark.title,
        words: `${mark.title} ${told(mark)}`,
        points: [{ ...pointOf(mark), tone: "aim" as const }],
      })),
    ],
    series: [{ title: "Cijfer", tone: "own" }],
    axis: axisOf(numbers, true),
    names: 0.32,
  });
}

/** What was and what is, side by side. */
export const change = ({ from, to, rows }: Change): Drawing[] =>
  laid({
    rows: rows.map(({ title, was, is }) => ({
      title,
      words: `${title}: ${told(was)} wordt ${told(is)}`,
      points: [pointOf(was), pointOf(is)],
    })),
    series: [
      { title: from, tone: "before" },
      { title: to, tone: "own" },
    ],
    axis: axisOf(
      rows.flatMap(({ was, is }) => [...numbersIn(was), ...numbersIn(is)]),
      true,
    ),
    names: 0.32,
    key: true,
  });

/** Bars of one length, divided by how many things have which sign. */
export const shares = ({ key, rows }: Shares, plain: (text: string) => string): Drawing[] =>
  laid({
    rows: rows.map(({ title, all, parts }) => {
      const whole = parts.reduce((sum, { count }) => sum + count, 0) || 1;
      return {
        title: `${plain(title)} (${all})`,
        words: `${plain(title)}: ${all}`,
        points: key.map(({ sign }): Point | undefined => {
          const part = parts.find((one) => one.sign === sign);
          return part && { value: Number(((part.count / whole) * 100).toFixed(4)), label: [String(part.count)] };
        }),
      };
    }),
    series: key.map(({ sign, text }) => ({ title: plain(text), tone: sign })),
    axis: { min: 0, max: 100, step: 25, decimals: 0 },
    names: 0.32,
    stacked: true,
    key: true,
  });

/** Bars on a line of years, with marks above them. Ticks read "2019-Q1". */
export function timeline({ ticks, rows, marks }: Timeline, plain: (text: string) => string): Drawing[] {
  const startOf = (index: number): number => {
    const [, year = "0", quarter = "1"] = /^(\d+)-Q(\d)/.exec(ticks[index] ?? "") ?? [];
    return Number(year) + (Number(quarter) - 1) / 4;
  };
  const min = Math.floor(startOf(0));
  const max = Math.ceil(startOf(ticks.length - 1) + 0.25);
  const quarters = (from: number, to: number): string =>
    from === to ? String(ticks[from]) : `${ticks[from]} tot en met ${ticks[to]}`;
  return laid({
    rows: [
      ...marks.map(({ at, text }) => ({
        title: plain(text),
        words: `${plain(text)}, ${ticks[at]}`,
        points: [{ value: startOf(at) }, undefined, { value: 0.25 }],
      })),
      ...rows.map(({ label, text, from, to }) => ({
        title: `${label} ${plain(text)}`,
        words: `${label} ${plain(text)}, ${quarters(from, to)}`,
        points: [{ value: startOf(from) }, { value: startOf(to) + 0.25 - startOf(from) }, undefined],
      })),
    ],
    series: [
      { title: "Begin", tone: "none" },
      { title: "Duur", tone: "own" },
      { title: "Mijlpaal", tone: "aim" },
    ],
    axis: { min, max, step: max - min > 12 ? 2 : 1, decimals: 0 },
    names: 0.45,
    told: true,
    stacked: true,
  });
}
