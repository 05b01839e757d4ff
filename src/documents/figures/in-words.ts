import { one } from "../../dutch.js";
import type { Alternative, Plot, PlotSeries, PlotValue } from "../chart.js";

const told = ({ text, provisional }: PlotValue): string => (provisional ? `${text} (voorlopig)` : text);

const pointsOf = ({ points }: PlotSeries): string[] => points.map((point) => `${point.year}: ${told(point)}`);

/** All that a plot shows, in words. */
export function inWords(plot: Plot): Alternative {
  const unit = plot.unit ? [{ title: "Eenheid", items: [plot.unit] }] : [];
  switch (plot.form) {
    case "lines":
      return [...unit, ...plot.series.map((series) => ({ title: series.title, items: pointsOf(series) }))];
    case "multiples":
      return [...unit, ...plot.panels.map(({ title, series }) => ({ title, items: series.flatMap(pointsOf) }))];
    case "bars":
      return [
        ...unit,
        ...plot.marks.map((mark) => ({ title: mark.title, items: [told(mark)] })),
        {
          title: one(plot.bars.length, "Gemeente", "Gemeenten"),
          items: plot.bars.map(({ title, number }) => `${title}: ${number ? told(number) : "geen cijfer"}`),
        },
      ];
    case "change":
      return [
        ...unit,
        {
          title: `Van ${plot.from} naar ${plot.to}`,
          items: plot.rows.map(({ title, was, is }) => `${title}: ${told(was)} wordt ${told(is)}`),
        },
      ];
  }
}
