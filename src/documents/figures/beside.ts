/** Which other areas stand beside a line: one with far higher numbers would press it flat. */
import { enumeration } from "../../dutch.js";
import { prose } from "../blocks.js";
import type { PlotSeries } from "../chart.js";
import type { Block } from "../tree.js";

/** From how many times its own highest number on a line can't be read beside another one. */
const DWARFED = 10;

/** The other areas that leave a line readable, and the names of those that don't. */
export function beside(own: readonly PlotSeries[], others: readonly PlotSeries[]) {
  const limit = highest(own) > 0 ? DWARFED * highest(own) : Number.POSITIVE_INFINITY;
  return {
    shown: others.filter((one) => highest([one]) < limit),
    left: others.filter((one) => highest([one]) >= limit).map(({ title }) => title),
  };
}

const highest = (series: readonly PlotSeries[]): number =>
  Math.max(0, ...series.flatMap(({ points }) => points.map(({ value }) => Math.abs(value))));

/** That areas aren't in a chart, and why; nothing where all are. */
export const leftOut = (left: readonly string[]): Block[] =>
  left.length === 0
    ? []
    : [
        prose(
          `Niet in de grafiek: ${enumeration(left)}. Naast die hoge getallen zou de lijn plat zijn. De cijfers staan in de tabel.`,
        ),
      ];
