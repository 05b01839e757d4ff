/** The charts of a document as Word draws them: sharp, in the house style, and to be changed in Word itself. */
import type { Chart, Plot } from "../../documents/index.js";
import { bars, change, shares, timeline } from "./bars.js";
import type { Drawing } from "./drawing.js";
import { lines, multiples } from "./lines.js";

export { chartXml } from "./chart-xml.js";
export type { Drawing } from "./drawing.js";
export { workbookOf } from "./workbook.js";

/**
 * The drawings of a chart; none where it is a page of words that Word would draw no better.
 * @param plain the words of a text alone
 */
export function drawingsOf(chart: Chart, plain: (text: string) => string): Drawing[] {
  switch (chart.type) {
    case "plot":
      return plotted(chart.plot);
    case "shares":
      return shares(chart, plain);
    case "timeline":
      return timeline(chart, plain);
    case "overview":
      return [];
  }
}

function plotted(plot: Plot): Drawing[] {
  switch (plot.form) {
    case "lines":
      return lines(plot);
    case "multiples":
      return multiples(plot);
    case "bars":
      return bars(plot);
    case "change":
      return change(plot);
  }
}

/** What there is to know beside a chart: its unit, where its axis begins, and what an open sign is; nothing where there is nothing. */
export function noteOn(chart: Chart, drawings: readonly Drawing[]): string {
  if (chart.type !== "plot") return "";
  const { unit, form, fromZero } = chart.plot;
  const open = drawings.some(({ series }) => series.some(({ points }) => points.some((point) => point?.open)));
  return [
    unit && `Eenheid: ${unit}.`,
    !fromZero && (form === "lines" || form === "multiples") && "De as begint niet bij 0.",
    open && "Wat open is getekend, is voorlopig.",
  ]
    .filter(Boolean)
    .join(" ");
}
