import type { Chart, Plot } from "../../documents/index.js";
import { bars, change } from "./bars.js";
import { lines, multiples } from "./lines.js";
import { overview } from "./overview.js";
import type { Room } from "./parts.js";
import type { Drawn } from "./plot.js";
import { shares } from "./shares.js";
import { timeline } from "./timeline.js";

export { ENDLESS } from "./parts.js";
export { signIcons } from "./signs.js";

/** How high a drawing may be on paper, in its own unit: 680 of them are as wide as the page, unless it says otherwise. */
export const paper: Readonly<Record<Chart["type"], Room>> = {
  // It has a page of its own, on which it may stand a little smaller.
  overview: { first: 1100, others: 1100 },
  // Above it stand the heading of its chapter and a few lines; what is left of a page is under it.
  timeline: { first: 780, others: 980 },
  // 400 of its units are 100 mm.
  plot: { first: 640, others: 840 },
  shares: { first: 620, others: 980 },
};

/** A drawing has no markup: its texts are words alone. */
export function draw(chart: Chart, plain: (text: string) => string, room: Room) {
  if (chart.type === "plot") return plotted(chart.plot, room);
  if (chart.type === "overview") {
    const tiles = chart.tiles.map((tile) => ({ ...tile, title: plain(tile.title), items: tile.items.map(plain) }));
    return overview({ ...chart, tiles }, room);
  }
  if (chart.type === "shares") {
    const key = chart.key.map((one) => ({ ...one, text: plain(one.text) }));
    return shares({ ...chart, key, rows: chart.rows.map((row) => ({ ...row, title: plain(row.title) })) }, room);
  }
  const told = <T extends { readonly text: string }>(item: T): T => ({ ...item, text: plain(item.text) });
  return timeline({ ...chart, rows: chart.rows.map(told), marks: chart.marks.map(told) }, room);
}

function plotted(plot: Plot, room: Room): Drawn[] {
  switch (plot.form) {
    case "lines":
      return lines(plot);
    case "multiples":
      return multiples(plot, room);
    case "bars":
      return bars(plot, room);
    case "change":
      return change(plot, room);
  }
}
