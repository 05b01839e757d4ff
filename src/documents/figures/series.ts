/** The figures of an indicator as series of numbers that a chart can show. */
import { figure } from "../../dutch.js";
import { type Figure, type Indicator, isOpen, type Model, type NumberedFigure, numbered } from "../../model/index.js";
import type { PlotSeries, PlotValue } from "../chart.js";

type Aims = readonly { readonly year: number; readonly value: unknown }[];

/** A number of an indicator as readers see it. */
export const shownAs = ({ decimals }: Pick<Indicator, "decimals">, value: number): string => figure(value, decimals);

export const plotValue = (indicator: Indicator, { value, low, high, provisional }: NumberedFigure): PlotValue => ({
  value,
  text: shownAs(indicator, value),
  ...(low !== undefined && { low }),
  ...(high !== undefined && { high }),
  ...(provisional && { provisional }),
});

export function seriesOf(
  indicator: Indicator,
  title: string,
  tone: PlotSeries["tone"],
  figures: readonly Figure[],
): PlotSeries[] {
  const points = numbered(figures).map((known) => ({ year: known.year, ...plotValue(indicator, known) }));
  return points.length > 0 ? [{ title, tone, points }] : [];
}

export const aimSeries = (indicator: Indicator, aims: Aims): PlotSeries[] =>
  seriesOf(
    indicator,
    "Streefwaarde",
    "aim",
    aims.flatMap(({ year, value }) => (typeof value === "number" ? [{ year, value, provisional: false }] : [])),
  );

/** The targets for the whole area. */
export const teamAims = ({ targets }: Indicator): Aims => (targets === undefined || isOpen(targets) ? [] : targets);

/** What the figures of all municipalities together are called. */
export function wholeArea({ content, municipalities }: Model): string {
  const [first, ...others] = municipalities;
  if (first && others.length === 0) return first.title;
  return content.plan.team.startsWith("basisteam")
    ? `${content.plan.team.slice(0, 1).toUpperCase()}${content.plan.team.slice(1)}`
    : "Alle gemeenten samen";
}

/** Numbers that lie close together aren't seen from 0. */
export function startsAtZero(series: readonly PlotSeries[]): boolean {
  const all = series.flatMap(({ points }) => points.flatMap(({ value, low = value, high = value }) => [low, high]));
  const [low, high] = [Math.min(...all), Math.max(...all)];
  return low <= 0 || low === high || high - low > high / 4;
}

/** The years in which municipalities have a number, the first first. */
export const townYears = ({ municipalities }: Indicator): number[] =>
  [...new Set(municipalities.flatMap(({ figures }) => numbered(figures).map(({ year }) => year)))].sort(
    (a, b) => a - b,
  );

export const knownIn = (figures: readonly Figure[], year: number): NumberedFigure | undefined =>
  numbered(figures).find((known) => known.year === year);

/** The figures of other areas. */
export const othersOf = (indicator: Indicator): PlotSeries[] =>
  indicator.comparisons.flatMap(({ title, figures }) => seriesOf(indicator, title, "other", figures));
