import type { Chart } from "../../documents/index.js";
import { resources } from "../resources.js";
import { baselines, round, wrap } from "./text.js";

const WIDTH = 680;
const GAP = 16;
const PAD = 16;

/** The plan on a page: a roof with the slogan, the pillars under it, the themes as tiles, the motto as a base. */
export function overview(chart: Extract<Chart, { type: "overview" }>) {
  const roof = { height: 92, lines: wrap(chart.title, WIDTH - 80, 30, 700) };
  const columnWidth = (WIDTH - GAP * (chart.columns.length - 1)) / chart.columns.length;
  const columnTop = roof.height + GAP;
  const texts = chart.columns.map(({ text }) => wrap(text, columnWidth - 2 * PAD, 15));
  const columnHeight = 62 + Math.max(...texts.map(({ length }) => length)) * 20;
  const columns = chart.columns.map(({ title }, index) => {
    const x = round(index * (columnWidth + GAP));
    return {
      x,
      y: columnTop,
      width: round(columnWidth),
      height: columnHeight,
      centre: round(x + columnWidth / 2),
      title,
      titleY: columnTop + 38,
      lines: baselines(texts[index] ?? [], columnTop + 64, 20),
    };
  });
  const { tiles, bottom } = layTiles(chart, columnTop + columnHeight + GAP * 2);
  const base = { y: bottom + GAP, height: 54 };
  return {
    width: WIDTH,
    height: base.y + base.height,
    centre: WIDTH / 2,
    roof: { height: roof.height, lines: baselines(roof.lines, 56 - (roof.lines.length - 1) * 16, 34) },
    columns,
    tiles,
    base: { ...base, textY: base.y + 34, text: chart.motto },
  };
}

function layTiles(chart: Extract<Chart, { type: "overview" }>, top: number) {
  const perRow = 2;
  const width = (WIDTH - GAP) / perRow;
  const laid = chart.tiles.map((tile) => {
    const title = wrap(tile.title, width - 120, 19, 700);
    const items = tile.items.flatMap((item) =>
      wrap(item, width - 100, 14).map((text, index) => ({ text, first: index === 0 })),
    );
    return { tile, title, items, height: 40 + title.length * 23 + items.length * 19 + 30 };
  });
  let y = top;
  const tiles = [];
  for (let start = 0; start < laid.length; start += perRow) {
    const row = laid.slice(start, start + perRow);
    const height = Math.max(...row.map((cell) => cell.height));
    for (const [index, { tile, title, items }] of row.entries()) {
      const x = round(index * (width + GAP));
      const textX = x + 72;
      const itemsTop = y + 36 + title.length * 23;
      tiles.push({
        ...tile,
        x,
        y,
        width: round(width),
        height,
        textX,
        numberX: x + 40,
        numberY: y + 44,
        iconX: round(x + width - 44),
        iconY: y + 18,
        icon: resources().icon(tile.icon),
        titleLines: baselines(title, y + 38, 23),
        itemLines: items.map(({ text, first }, line) => ({
          text,
          dot: first,
          dotX: textX + 3,
          dotY: round(itemsTop + line * 19 - 4.5),
          x: textX + 14,
          y: itemsTop + line * 19,
        })),
        noteY: y + height - 16,
      });
    }
    y += height + GAP;
  }
  return { tiles, bottom: y - GAP };
}
