import type { Plot, PlotSeries } from "../../documents/index.js";
import { d3 } from "../d3.js";
import { partsOf, type Room } from "./parts.js";
import {
  type Axis,
  axisOf,
  type Drawn,
  dashes,
  dot,
  extentOf,
  LEADING,
  numbersIn,
  SIZE,
  SMALL,
  segment,
  shape,
  signs,
  Texts,
  ticksWidth,
  unitLine,
  WIDTH,
  written,
} from "./plot.js";
import { spread } from "./spread.js";
import { boxAround, round, wrap } from "./text.js";
import { type Years, yearsScale } from "./years.js";

type Lines = Extract<Plot, { form: "lines" }>;
type Multiples = Extract<Plot, { form: "multiples" }>;

/** How wide the words behind the lines may be, and how high the plot is at least. */
const [BESIDE, HEIGHT] = [124, 190];

/** What is drawn of series: margins of what a chart is about only, as over each other they can't be told apart. The table has all. */
const numbersOf = (series: readonly PlotSeries[]): number[] =>
  series.flatMap(({ tone, points }) => points.flatMap((point) => (tone === "own" ? numbersIn(point) : point.value)));

/** Lines per year, each with its name and last number behind it. */
export function lines(plot: Lines): Drawn[] {
  const extent = extentOf(numbersOf(plot.series), plot.fromZero);
  const newest = Math.max(
    ...plot.series.flatMap(({ tone, points }) => (tone === "aim" ? [] : points.map(({ year }) => year))),
  );
  const named = plot.series.flatMap((series) => {
    const last = series.points.at(-1);
    // Of another year than the others, it says of which.
    return last
      ? [{ series, last, words: wrap(nameOf(series, last, last.year !== newest), BESIDE, SIZE, weightOf(series)) }]
      : [];
  });
  const heightOf = (words: readonly string[]): number => words.length * LEADING + 4;
  const height = Math.max(
    HEIGHT,
    named.reduce((sum, { words }) => sum + heightOf(words), 0),
  );
  const head = wrap(unitLine(plot), WIDTH, SMALL);
  const top = head.length * LEADING + 22;
  const axis = axisOf(extent, [top + height, top], 4);
  const left = ticksWidth(axis) + 8;
  const right = WIDTH - BESIDE - 16;
  const x = yearsScale(plot.series, left + 8, right - 8);
  // Names stand as near to their number as the others let them.
  const placed = spread(
    named.map((one) => ({ one, height: heightOf(one.words), wanted: axis.at(one.last.value) })),
    top - 8,
    top + height + 8,
  );
  const texts = new Texts();
  const names = placed.map(({ one: { words, last, series }, at: y }) => {
    const middle = y + heightOf(words) / 2;
    return [
      leader(x.at(last.year) + 8, axis.at(last.value), right, middle),
      ...words.map((text, line) =>
        texts.put(text, WIDTH - BESIDE, y + 13 + line * LEADING, series.tone === "own" ? "strong" : ""),
      ),
    ].join("");
  });
  return [
    {
      box: boxAround(WIDTH, top + height + 26),
      svg: [
        ...head.map((text, line) => texts.put(text, 0, 13 + line * LEADING, "small")),
        ground(axis, x, { left, right, bottom: top + height }, texts),
        ...names,
        drawnSeries(plot.series, axis, x, texts, (point, index, points) =>
          // Behind the last stands its name with the number.
          points.length <= MOST_TOLD && index < points.length - 1
            ? texts.near(written(point), x.at(point.year), axis.at(point.value), [left, WIDTH - BESIDE - 4])
            : "",
        ),
      ].join(""),
      words: plot.series.map(told),
    },
  ];
}

const nameOf = ({ title }: PlotSeries, last: PlotSeries["points"][number], dated: boolean): string =>
  dated ? `${title} ${last.year}: ${written(last)}` : `${title} ${written(last)}`;

/** From the last number of a line to its name: level as far as there are years, so that it shows no course. */
const leader = (from: number, level: number, edge: number, middle: number): string =>
  shape("path", {
    class: "leader",
    d: `M${round(from)} ${round(level)}H${round(Math.max(from, edge))}L${WIDTH - BESIDE - 6} ${round(middle)}`,
  });

const weightOf = ({ tone }: PlotSeries) => (tone === "own" ? 700 : 400);

/** What a series shows, in words. */
const told = ({ title, points }: PlotSeries): string =>
  `${title}: ${points.map(({ year, text, provisional }) => `${year} ${text}${provisional ? " (voorlopig)" : ""}`).join(", ")}`;

/** The lines behind the plot, and what stands along them. */
function ground(
  axis: Axis,
  x: Years,
  { left, right, bottom }: { left: number; right: number; bottom: number },
  texts: Texts,
): string {
  return [
    ...axis.ticks.map(
      ({ at, text }) => segment("grid", left, at, right, at) + texts.put(text, left - 6, at + 4.5, "small", "end"),
    ),
    segment("axis", left, axis.base, right, axis.base),
    ...x.told.map((year) => texts.put(String(year), x.at(year), bottom + 19, "small", "middle")),
  ].join("");
}

type Points = PlotSeries["points"];

/** @param tell writes a number of what the chart is about, where it should stand there */
function drawnSeries(
  all: readonly PlotSeries[],
  axis: Axis,
  x: Years,
  texts: Texts,
  tell: (point: Points[number], index: number, all: Points) => string,
): string {
  for (const { tone, points } of all)
    if (tone === "own") for (const { year, value } of points) texts.avoid(x.at(year), axis.at(value));
  const others = all.filter(({ tone }) => tone === "other");
  const drawn = all.map((series) => {
    const { tone, points } = series;
    const index = others.indexOf(series);
    const sign = tone === "own" ? "round" : tone === "aim" ? "diamond" : (signs[index % signs.length] ?? "square");
    const known = new Map(points.map((point) => [point.year, point]));
    const path = d3()
      .line<number>()
      .defined((year) => known.has(year))
      .x(x.at)
      .y((year) => axis.at(known.get(year)?.value ?? 0))
      .digits(2)(x.all);
    return [
      tone === "aim"
        ? ""
        : shape("path", {
            class: `line ${tone}`,
            d: path ?? "",
            "stroke-dasharray": tone === "own" ? undefined : dashes[index % dashes.length],
          }),
      ...points.map(({ year, low, high }) =>
        tone !== "own" || low === undefined || high === undefined
          ? ""
          : bounds(x.at(year), axis.at(low), axis.at(high)),
      ),
      ...points.map(({ year, value, provisional }) =>
        dot(sign, x.at(year), axis.at(value), provisional ? `${tone} open` : tone),
      ),
      ...(tone === "own" ? points.map(tell) : []),
    ].join("");
  });
  // What the chart is about lies over the rest.
  return [...drawn].reverse().join("");
}

/** Of a line with more numbers than this, only the last is written in the chart. */
const MOST_TOLD = 6;

const bounds = (x: number, low: number, high: number): string =>
  shape("path", {
    class: "bound",
    d: `M${round(x - 4)} ${low}h8M${round(x)} ${low}V${high}M${round(x - 4)} ${high}h8`,
  });

const PANELS = 2;
const [PANEL_GAP, PANEL_HEIGHT] = [20, 84];

/** A small line for each of many, on one scale. */
export function multiples(plot: Multiples, room: Room): Drawn[] {
  const extent = extentOf(numbersOf(plot.panels.flatMap(({ series }) => series)), plot.fromZero);
  const width = (WIDTH - PANEL_GAP * (PANELS - 1)) / PANELS;
  const panels = plot.panels.map((panel) => ({ ...panel, titles: wrap(panel.title, width, SIZE, 700) }));
  const rows = Array.from({ length: Math.ceil(panels.length / PANELS) }, (_, row) => {
    const own = panels.slice(row * PANELS, (row + 1) * PANELS);
    const head = Math.max(...own.map(({ titles }) => titles.length)) * LEADING + 18;
    return { own, head, height: head + PANEL_HEIGHT + 38 };
  });
  const unit = wrap(unitLine(plot), WIDTH, SMALL);
  const taken = unit.length * LEADING + 6;
  // The same years in each, so that they can be compared.
  const every = plot.panels.flatMap(({ series }) => series);
  return partsOf(rows, ({ height }) => height, taken, room).map((part) => {
    let y = taken;
    const texts = new Texts();
    const svg = part.flatMap(({ own, head, height }) => {
      const top = y + head;
      y += height;
      return own.map(({ titles, series }, column) => {
        const axis = axisOf(extent, [top + PANEL_HEIGHT, top], 2);
        const start = round(column * (width + PANEL_GAP));
        const left = start + ticksWidth(axis) + 6;
        const x = yearsScale(every, left + 10, start + width - 14);
        return [
          ...titles.map((text, line) => texts.put(text, start, top - head + 13 + line * LEADING, "strong")),
          ground(axis, x, { left, right: start + width, bottom: top + PANEL_HEIGHT }, texts),
          // The first number and the last.
          drawnSeries(series, axis, x, texts, (point, index, points) =>
            index === 0 || index === points.length - 1
              ? texts.near(written(point), x.at(point.year), axis.at(point.value), [left, start + width])
              : "",
          ),
        ].join("");
      });
    });
    return {
      box: boxAround(WIDTH, y),
      svg: [...unit.map((text, line) => texts.put(text, 0, 13 + line * LEADING, "small")), ...svg].join(""),
      words: part.flatMap(({ own }) => own.map(({ title, series }) => `${title}: ${series.map(told).join("; ")}`)),
    };
  });
}
