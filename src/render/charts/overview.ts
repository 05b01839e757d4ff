import type { Chart } from "../../documents/index.js";
import { resources } from "../resources.js";
import { baselines, round, wrap } from "./text.js";

const WIDTH = 680;
const GAP = 16;
const PAD = 18;

/** The plan on a page: a roof with the slogan, the pillars under it, the themes as tiles, the motto as a base. */
export function overview(chart: Extract<Chart, { type: "overview" }>) {
  const roof = { height: 104, lines: wrap(chart.title, WIDTH - 80, 32, 700) };
  const columnWidth = (WIDTH - GAP * (chart.columns.length - 1)) / chart.columns.length;
  const columnTop = roof.height + GAP;
  const texts = chart.columns.map(({ text }) => wrap(text, columnWidth - 2 * PAD, 17));
  const columnHeight = 84 + Math.max(...texts.map(({ length }) => length)) * 22;
  const columns = chart.columns.map(({ title }, index) => {
    const x = round(index * (columnWidth + GAP));
    return {
      x,
      y: columnTop,
      width: round(columnWidth),
      height: columnHeight,
      centre: round(x + columnWidth / 2),
      title,
      titleY: columnTop + 46,
      lines: baselines(texts[index] ?? [], columnTop + 78, 22),
    };
  });
  const { tiles, bottom } = layTiles(chart, columnTop + columnHeight + GAP * 2);
  const base = { y: bottom + GAP, height: 62 };
  return {
    width: WIDTH,
    height: base.y + base.height,
    centre: WIDTH / 2,
    roof: { height: roof.height, lines: baselines(roof.lines, 63 - (roof.lines.length - 1) * 18, 36) },
    columns,
    tiles,
    base: { ...base, textY: base.y + 39, text: chart.motto },
  };
}

function layTiles(chart: Extract<Chart, { type: "overview" }>, top: number) {
  const perRow = 2;
  const width = (WIDTH - GAP) / perRow;
  const laid = chart.tiles.map((tile) => {
    const title = wrap(tile.title, width - 124, 21, 700);
    const items = tile.items.flatMap((item) =>
      wrap(item, width - 104, 16).map((text, index) => ({ text, first: index === 0 })),
    );
    return { tile, title, items, height: 48 + title.length * 25 + items.length * 21 + 34 };
  });
  let y = top;
  const tiles = [];
  for (let start = 0; start < laid.length; start += perRow) {
    const row = laid.slice(start, start + perRow);
    const height = Math.max(...row.map((cell) => cell.height));
    for (const [index, { tile, title, items }] of row.entries()) {
      const x = round(index * (width + GAP));
      const textX = x + 72;
      const itemsTop = y + 44 + title.length * 25;
      tiles.push({
        ...tile,
        x,
        y,
        width: round(width),
        height,
        textX,
        numberX: x + 40,
        numberY: y + 50,
        iconX: round(x + width - 44),
        iconY: y + 22,
        icon: resources().icon(tile.icon),
        titleLines: baselines(title, y + 44, 25),
        itemLines: items.map(({ text, first }, line) => ({
          text,
          dot: first,
          dotX: textX + 3,
          dotY: round(itemsTop + line * 21 - 5),
          x: textX + 14,
          y: itemsTop + line * 21,
        })),
        noteY: y + height - 18,
      });
    }
    y += height + GAP;
  }
  return { tiles, bottom: y - GAP };
}
