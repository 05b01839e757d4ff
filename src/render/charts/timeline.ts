import type { Chart } from "../../documents/index.js";
import { baselines, round, wrap } from "./text.js";

const WIDTH = 680;
const LABELS = 250;
const HEAD = 46;

/** Bars on a line of quarters, with marks above them. Ticks read "2019-Q1". */
export function timeline(chart: Extract<Chart, { type: "timeline" }>) {
  const step = (WIDTH - LABELS) / chart.ticks.length;
  const at = (index: number): number => round(LABELS + index * step);
  let y = HEAD;
  const marks = chart.marks.map((mark) => {
    const lines = wrap(mark.text, LABELS - 34, 13);
    const row = { x: round(at(mark.at) + step / 2), y: round(y + 14), lines: baselines(lines, y + 18, 16) };
    y += lines.length * 16 + 10;
    return row;
  });
  const barsTop = y + 6;
  y = barsTop;
  const rows = chart.rows.map((row) => {
    const lines = wrap(row.text, LABELS - 46, 13);
    const height = Math.max(26, lines.length * 16 + 8);
    const laid = {
      ...row,
      y,
      labelY: y + 17,
      lines: baselines(lines, y + 17, 16),
      barX: at(row.from) + 3,
      barY: round(y + height / 2 - 8),
      barWidth: round((row.to - row.from + 1) * step - 6),
      lineY: y + height,
    };
    y += height;
    return laid;
  });
  const years = [...new Set(chart.ticks.map((tick) => tick.split("-")[0] ?? ""))].map((year) => {
    const first = chart.ticks.findIndex((tick) => tick.startsWith(year));
    const count = chart.ticks.filter((tick) => tick.startsWith(year)).length;
    return { year, x: at(first), centre: round(at(first) + (count * step) / 2) };
  });
  return {
    width: WIDTH,
    height: y + 4,
    labels: LABELS,
    years,
    ticks: chart.ticks.map((tick, index) => ({
      x: at(index),
      centre: round(at(index) + step / 2),
      text: tick.split("-")[1] ?? tick,
      shaded: index % 2 === 0,
    })),
    step: round(step),
    bodyTop: HEAD - 4,
    bodyHeight: y - HEAD + 4,
    marks,
    barsTop,
    rows,
  };
}
