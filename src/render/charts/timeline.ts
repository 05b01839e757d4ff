import type { Chart } from "../../documents/index.js";
import { ENDLESS, partsOf, type Room } from "./parts.js";
import { baselines, boxAround, round, textWidth, wrap } from "./text.js";

type Timeline = Extract<Chart, { type: "timeline" }>;

const WIDTH = 680;
const LABELS = 250;
const HEAD = 46;
const LEADING = 16;

/** Between the marks and the bars. */
const GAP = 6;

/** A line of the chart before it has its place: a mark, or a bar with its label. */
type Line = { readonly height: number; readonly lines: readonly string[] } & (
  | { readonly mark: Timeline["marks"][number] }
  | { readonly row: Timeline["rows"][number] }
);

/**
 * Bars on a line of quarters, with marks above them. Ticks read "2019-Q1".
 * @returns one drawing, or more where one would be too high for its page: each has the line of quarters again
 */
export function timeline(chart: Timeline, room: Room = ENDLESS) {
  const indent = Math.max(34, ...chart.rows.map(({ label }) => textWidth(label, 13, 700) + 8));
  const marks = chart.marks.map((mark): Line => {
    const lines = wrap(mark.text, LABELS - 34, 13);
    return { mark, lines, height: lines.length * LEADING + 10 };
  });
  const rows = chart.rows.map((row): Line => {
    const lines = wrap(row.text, LABELS - 12 - indent, 13);
    return { row, lines, height: Math.max(26, lines.length * LEADING + 8) };
  });
  return partsOf([...marks, ...rows], ({ height }) => height, HEAD + GAP + 4, room).map((part) =>
    drawn(part, chart.ticks, round(indent)),
  );
}

function drawn(part: readonly Line[], allTicks: readonly string[], indent: number) {
  const step = (WIDTH - LABELS) / allTicks.length;
  const at = (index: number): number => round(LABELS + index * step);
  let y = HEAD;
  const marks = part.flatMap((line) => {
    if (!("mark" in line)) return [];
    const { mark, lines, height } = line;
    const laid = { x: round(at(mark.at) + step / 2), y: round(y + 14), lines: baselines(lines, y + 18, LEADING) };
    y += height;
    return [laid];
  });
  const barsTop = marks.length > 0 ? y + GAP : y - 4;
  y = barsTop;
  const rows = part.flatMap((line) => {
    if (!("row" in line)) return [];
    const { row, lines, height } = line;
    const laid = {
      ...row,
      y,
      labelY: y + 17,
      lines: baselines(lines, y + 17, LEADING),
      barX: at(row.from) + 3,
      barY: round(y + height / 2 - 8),
      barWidth: round((row.to - row.from + 1) * step - 6),
      lineY: y + height,
    };
    y += height;
    return [laid];
  });
  const years = [...new Set(allTicks.map((tick) => tick.split("-")[0] ?? ""))].map((year) => {
    const first = allTicks.findIndex((tick) => tick.startsWith(year));
    const count = allTicks.filter((tick) => tick.startsWith(year)).length;
    return { year, x: at(first), centre: round(at(first) + (count * step) / 2) };
  });
  return {
    box: boxAround(WIDTH, y + 4),
    width: WIDTH,
    height: y + 4,
    indent,
    years,
    ticks: allTicks.map((tick, index) => ({
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
    words: part.map((line) => {
      if ("mark" in line) return `${line.mark.text}, ${allTicks[line.mark.at]}`;
      const { label, text, from, to } = line.row;
      return `${label} ${text}, ${allTicks[from]} tot en met ${allTicks[to]}`;
    }),
  };
}
