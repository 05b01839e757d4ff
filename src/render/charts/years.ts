import type { PlotSeries } from "../../documents/index.js";
import { d3 } from "../d3.js";
import { SMALL } from "./plot.js";
import { round, textWidth } from "./text.js";

/** The axis of years under a plot. */
export interface Years {
  readonly at: (year: number) => number;
  readonly all: readonly number[];
  /** Those that are written under the plot. */
  readonly told: readonly number[];
}

/** Every year from the first to the last, also those of which nobody has a number. */
export function yearsScale(series: readonly PlotSeries[], from: number, to: number): Years {
  const own = series.flatMap(({ points }) => points.map(({ year }) => year));
  const [first, last] = [Math.min(...own), Math.max(...own)];
  const scale = d3().scaleLinear().domain([first, last]).range([from, to]);
  const at = (year: number): number => round(first === last ? (from + to) / 2 : scale(year));
  const all = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const room = Math.floor((to - from) / (textWidth("2000", SMALL) + 8)) + 1;
  if (room < 2) return { at, all, told: [last] };
  const step = Math.ceil(Math.max(1, all.length - 1) / (room - 1));
  const years = all.filter((_, index) => index % step === 0);
  const end = years.at(-1);
  // The last year is told too; one that stands too near to it isn't.
  if (end !== last)
    years.splice(end !== undefined && last - end < step && years.length > 1 ? -1 : years.length, 1, last);
  return { at, all, told: years };
}
