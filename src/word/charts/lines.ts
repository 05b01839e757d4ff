/** Lines per year, each with its name and last number behind it. */
import type { Plot, PlotSeries } from "../../documents/index.js";
import { mm, PAGE } from "../sizes.js";
import { axisOf, numbersIn } from "./axis.js";
import type { Axis, Drawing, Point, Series } from "./drawing.js";
import { LINE, wrapped } from "./text.js";

type Lines = Extract<Plot, { form: "lines" }>;
type Multiples = Extract<Plot, { form: "multiples" }>;

/** Of a line with more numbers than this, only the last is written in the chart. */
const MOST_TOLD = 6;

/** What is drawn of series: margins of what a chart is about only, as over each other they can't be told apart. The table has all. */
const numbersOf = (series: readonly PlotSeries[]): number[] =>
  series.flatMap(({ tone, points }) => points.flatMap((point) => (tone === "own" ? numbersIn(point) : point.value)));

/** Every year from the first to the last, also those of which nobody has a number. */
function yearsOf(series: readonly PlotSeries[]): number[] {
  const years = series.flatMap(({ points }) => points.map(({ year }) => year));
  const first = Math.min(...years);
  return Array.from({ length: Math.max(...years) - first + 1 }, (_, index) => first + index);
}

const told = ({ title, points }: PlotSeries): string =>
  `${title}: ${points.map(({ year, text, provisional }) => `${year} ${text}${provisional ? " (voorlopig)" : ""}`).join(", ")}`;

export function lines({ series, fromZero }: Lines): Drawing[] {
  const plot = { x: 0.08, y: 0.05, width: 0.6, height: 0.83 };
  const years = yearsOf(series);
  const axis = axisOf(numbersOf(series), fromZero);
  const beside = PAGE * (1 - plot.x - plot.width) - mm(10);
  const newest = Math.max(
    ...series.flatMap(({ tone, points }) => (tone === "aim" ? [] : points.map(({ year }) => year))),
  );
  const names = series.map(({ title, points }) => {
    const last = points.at(-1);
    if (!last) return [];
    // Of another year than the others, it says of which.
    return wrapped(last.year === newest ? `${title} ${last.text}` : `${title} ${last.year}: ${last.text}`, beside);
  });
  const height = Math.max(
    mm(72),
    names.reduce((sum, name) => sum + (name.length + 0.5) * LINE, mm(14)),
  );
  const shifts = shiftsOf(series, names, { years, axis, plot, height });
  return [
    {
      form: "lines",
      categories: years.map(String),
      series: seriesOf(series, years, ({ points }, index, point) => {
        const label = names[index];
        const shift = shifts[index];
        if (point === points.at(-1) && label && shift) return { label, shift };
        const few = series[index]?.tone === "own" && points.length <= MOST_TOLD;
        return few ? { label: [point.text] } : {};
      }),
      axis,
      told: true,
      width: PAGE,
      height,
      plot,
      words: series.map(told),
    },
  ];
}

/** How far each name stands from its last number, so that all stand behind the last year and none over another. */
function shiftsOf(
  series: readonly PlotSeries[],
  names: readonly (readonly string[])[],
  { years, axis, plot, height }: { years: readonly number[]; axis: Axis; plot: Drawing["plot"]; height: number },
): (readonly [number, number] | undefined)[] {
  const placed = series
    .flatMap(({ points }, index) => {
      const last = points.at(-1);
      if (!last) return [];
      const y = plot.y + plot.height * (1 - (last.value - axis.min) / (axis.max - axis.min));
      const size = (((names[index]?.length ?? 1) + 0.35) * LINE) / height;
      return [{ index, y, size, behind: years.length - 1 - years.indexOf(last.year) }];
    })
    .sort((a, b) => a.y - b.y);
  let free = 0;
  const tops = placed.map(({ y, size }) => {
    const top = Math.max(free, y - size / 2);
    free = top + size;
    return top;
  });
  const over = Math.max(0, free - 1);
  const shifts: (readonly [number, number] | undefined)[] = series.map(() => undefined);
  placed.forEach(({ index, y, size, behind }, place) => {
    const top = (tops[place] ?? 0) - over;
    shifts[index] = [(behind / years.length) * plot.width, top + size / 2 - y];
  });
  return shifts;
}

function seriesOf(
  all: readonly PlotSeries[],
  years: readonly number[],
  more: (series: PlotSeries, index: number, point: PlotSeries["points"][number]) => Pick<Point, "label" | "shift">,
): Series[] {
  const turns = new Map<string, number>();
  return all.map((series, index) => {
    const { title, tone, points } = series;
    const turn = turns.get(tone) ?? 0;
    turns.set(tone, turn + 1);
    return {
      title,
      tone,
      turn,
      points: years.map((year): Point | undefined => {
        const point = points.find((one) => one.year === year);
        if (!point) return undefined;
        const { value, low, high, provisional } = point;
        return {
          value,
          ...(tone === "own" && low !== undefined && high !== undefined && { low, high }),
          ...(provisional && { open: true as const }),
          ...more(series, index, point),
        };
      }),
    };
  });
}

/** A small chart for each of many, on one scale and with the same years in each, so that they can be compared. */
export function multiples({ panels, fromZero }: Multiples): Drawing[] {
  const every = panels.flatMap(({ series }) => series);
  const years = yearsOf(every);
  const axis = axisOf(numbersOf(every), fromZero);
  const width = Math.floor(PAGE / 2) - mm(1);
  return panels.map(({ title, series }) => {
    const head = wrapped(title, width - mm(6)).length * LINE + mm(4);
    const height = head + mm(44);
    return {
      form: "lines",
      title,
      categories: years.map(String),
      series: seriesOf(series, years, ({ tone, points }, _, point) =>
        tone === "own" && (point === points[0] || point === points.at(-1)) ? { label: [point.text] } : {},
      ),
      axis,
      told: true,
      width,
      height,
      plot: { x: 0.16, y: (head + mm(2)) / height, width: 0.78, height: (height - head - mm(12)) / height },
      words: [`${title}: ${series.map(told).join("; ")}`],
    };
  });
}
