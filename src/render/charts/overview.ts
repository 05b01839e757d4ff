import type { Chart } from "../../documents/index.js";
import { resources } from "../resources.js";
import { ENDLESS, partsOf, type Room } from "./parts.js";
import { baselines, boxAround, round, textWidth, wrap } from "./text.js";

type Overview = Extract<Chart, { type: "overview" }>;

const WIDTH = 680;
const GAP = 16;
const PAD = 18;
/** How many tiles stand side by side, and how many columns at most. */
const TILES = 2;
const COLUMNS = 4;

/** A part of the picture, before it is known where it comes to stand. */
interface Band {
  readonly height: number;
  readonly tiles?: readonly Tile[];
  readonly columns?: readonly Column[];
  readonly roof?: true;
  readonly base?: true;
}

interface Tile {
  readonly tile: Overview["tiles"][number];
  readonly title: readonly string[];
  readonly items: readonly { readonly text: string; readonly first: boolean }[];
  readonly note: readonly string[];
  readonly height: number;
}

interface Column {
  readonly title: readonly string[];
  readonly text: readonly string[];
  readonly height: number;
}

/**
 * The plan on a page: a roof with the slogan, the pillars under it, the themes as tiles, the motto as a base.
 * @returns one drawing, or more where one would be too high for its page
 */
export function overview(chart: Overview, room: Room = ENDLESS) {
  const roof = roofOf(chart.title);
  const base = wrap(chart.motto, WIDTH - 80, 20, 700);
  const bands: Band[] = [
    { height: roof.height, roof: true },
    ...inRows(chart.columns, COLUMNS).map((columns) => columnBand(columns, Math.min(COLUMNS, chart.columns.length))),
    ...inRows(chart.tiles, TILES).map(tileBand),
    ...(chart.motto ? [{ height: 36 + base.length * 26, base: true } as const] : []),
  ];
  return partsOf(bands, ({ height }) => height + GAP, 0, room).map((part) => {
    let y = 0;
    const placed = part.map((band, index) => {
      const gap = index === 0 ? 0 : part[index - 1]?.columns && band.tiles ? GAP * 2 : GAP;
      y += gap;
      const top = y;
      y += band.height;
      return { band, top };
    });
    return {
      box: boxAround(WIDTH, y),
      width: WIDTH,
      centre: WIDTH / 2,
      roofs: placed.flatMap(({ band, top }) =>
        band.roof
          ? [
              {
                y: top,
                size: roof.size,
                height: roof.height,
                lines: baselines(roof.lines, top + roof.first, roof.leading),
              },
            ]
          : [],
      ),
      columns: placed.flatMap(({ band, top }) => columnsIn(band, top)),
      tiles: placed.flatMap(({ band, top }) => tilesIn(band, top)),
      bases: placed.flatMap(({ band, top }) =>
        band.base ? [{ y: top, height: band.height, lines: baselines(base, top + 39, 26) }] : [],
      ),
      words: part.flatMap(({ tiles = [] }) => tiles.map(({ tile: { number, title } }) => `${number}. ${title}`)),
    };
  });
}

const inRows = <T>(all: readonly T[], perRow: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / perRow) }, (_, row) => all.slice(row * perRow, (row + 1) * perRow));

/** A long title is smaller, and takes more lines. */
function roofOf(title: string) {
  const sizes = [32, 26, 20];
  const laid = sizes.map((size) => ({ size, lines: wrap(title, WIDTH - 80, size, 700) }));
  const { size, lines } = laid.find((one) => one.lines.length <= 2) ?? (laid.at(-1) as (typeof laid)[number]);
  const leading = Math.round(size * 1.125);
  const height = Math.max(104, lines.length * leading + 40);
  return { size, lines, leading, height, first: round(height / 2 + size / 3 - ((lines.length - 1) * leading) / 2) };
}

function columnBand(columns: readonly Overview["columns"][number][], perRow: number): Band {
  const width = (WIDTH - GAP * (perRow - 1)) / perRow;
  const laid = columns.map(({ title, text }): Column => {
    const [titles, texts] = [wrap(title, width - 2 * PAD, 25, 700), wrap(text, width - 2 * PAD, 17)];
    return { title: titles, text: texts, height: 54 + titles.length * 30 + texts.length * 22 };
  });
  return { height: Math.max(...laid.map(({ height }) => height)), columns: laid };
}

function columnsIn({ columns = [], height }: Band, y: number) {
  const width = (WIDTH - GAP * (columns.length - 1)) / columns.length;
  return columns.map(({ title, text }, index) => {
    const x = round(index * (width + GAP));
    return {
      x,
      y,
      width: round(width),
      height,
      centre: round(x + width / 2),
      titleLines: baselines(title, y + 46, 30),
      lines: baselines(text, y + 48 + title.length * 30, 22),
    };
  });
}

const TILE = (WIDTH - GAP * (TILES - 1)) / TILES;

function tileBand(tiles: readonly Overview["tiles"][number][]): Band {
  const laid = tiles.map((tile): Tile => {
    const title = wrap(tile.title, TILE - 124 - beside(tile.number), 21, 700);
    const items = tile.items.flatMap((item) =>
      wrap(item, TILE - 104 - beside(tile.number), 16).map((text, index) => ({ text, first: index === 0 })),
    );
    const note = wrap(tile.note, TILE - 90 - beside(tile.number), 14);
    return { tile, title, items, note, height: 31 + title.length * 25 + items.length * 21 + 34 + note.length * 17 };
  });
  return { height: Math.max(...laid.map(({ height }) => height)), tiles: laid };
}

/** How much further to the right a text begins beside a long number. */
const beside = (number: string): number => Math.max(0, round(textWidth(number, 34, 700) - 40));

function tilesIn({ tiles = [], height }: Band, y: number) {
  return tiles.map(({ tile, title, items, note }, index) => {
    const x = round(index * (TILE + GAP));
    const shift = beside(tile.number);
    const textX = x + 72 + shift;
    const itemsTop = y + 44 + title.length * 25;
    return {
      ...tile,
      x,
      y,
      width: round(TILE),
      height,
      textX,
      numberX: x + 40 + shift / 2,
      numberY: y + 50,
      iconX: round(x + TILE - 44),
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
      noteLines: baselines(note, y + height - 18 - (note.length - 1) * 17, 17),
    };
  });
}
