/** What the charts of figures share: their size, scales, ticks and shapes. */
import type { Plot, PlotValue } from "../../documents/index.js";
import { figure } from "../../dutch.js";
import { d3 } from "../d3.js";
import { round, textWidth } from "./text.js";

/** How wide a chart of figures is, in its own unit: about a letter of running text is 14 high. */
export const WIDTH = 400;
/** The sizes of letters: of what is told, and of what stands along an axis. */
export const [SIZE, SMALL] = [14, 13];
export const LEADING = 17;

/** A drawing, or a part of one that goes on on another page. */
export interface Drawn {
  readonly box: string;
  readonly svg: string;
  /** What it shows, a piece for each thing in it. */
  readonly words: readonly string[];
}

/** An axis: where a number stands on it, and the numbers that are written along it. */
export interface Axis {
  readonly at: (value: number) => number;
  readonly ticks: readonly { readonly at: number; readonly text: string }[];
  /** Where nothing is, or the lowest that the axis shows. */
  readonly base: number;
}

/** The lowest and highest of the numbers that an axis must hold. */
export function extentOf(numbers: readonly number[], fromZero: boolean): readonly [number, number] {
  const low = Math.min(...numbers, ...(fromZero ? [0] : []));
  const high = Math.max(...numbers, ...(fromZero ? [0] : []));
  if (low === high) return low === 0 ? [0, 1] : [Math.min(0, low), Math.max(0, high)];
  return [low, high];
}

/** @param range from where to where it runs in the drawing */
export function axisOf(extent: readonly [number, number], range: readonly [number, number], about: number): Axis {
  const scale = d3().scaleLinear().domain(extent).range(range).nice(about);
  const all = scale.ticks(about);
  // Between nothing and one thing there is no half.
  const values = extent.every(Number.isInteger) ? all.filter(Number.isInteger) : all;
  const step = Math.abs((values[1] ?? 1) - (values[0] ?? 0)) || 1;
  // Floating point gives 0.30000000000000004 for a step of 0.1.
  const digits = Math.min(2, Math.max(0, -Math.floor(Math.log10(step) + 1e-9)));
  const [low = 0, high = 1] = scale.domain();
  const at = (value: number): number => round(scale(value));
  return {
    at,
    ticks: values.map((value) => ({ at: at(value), text: figure(value, digits) })),
    base: at(Math.min(Math.max(0, low), high)),
  };
}

/** How much room the numbers along an axis take. */
export const ticksWidth = ({ ticks }: Axis): number =>
  Math.ceil(Math.max(0, ...ticks.map(({ text }) => textWidth(text, SMALL))));

/** All numbers that a value needs room for: with the bounds of its margin. */
export const numbersIn = ({ value, low, high }: PlotValue): number[] =>
  [value, low, high].filter((number) => number !== undefined);

type Attributes = Readonly<Record<string, string | number | undefined>>;

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** An element of the drawing. */
export function shape(name: string, attributes: Attributes, text?: string): string {
  const written = Object.entries(attributes)
    .flatMap(([key, value]) => (value === undefined ? [] : ` ${key}="${escaped(String(value))}"`))
    .join("");
  return text === undefined ? `<${name}${written}/>` : `<${name}${written}>${escaped(text)}</${name}>`;
}

type Anchor = "start" | "middle" | "end";

/** @param anchor which side of the text stands at `x` */
export const label = (text: string, x: number, y: number, look = "", anchor?: Anchor): string =>
  shape("text", { ...(look && { class: look }), x: round(x), y: round(y), "text-anchor": anchor }, text);

const isSmall = (look: string): boolean => look.includes("small");

const widthOf = (text: string, look: string): number =>
  textWidth(text, isSmall(look) ? SMALL : SIZE, look.includes("strong") ? 700 : 400);

const leftOf = (width: number, x: number, anchor: Anchor): number =>
  ({ start: x, middle: x - width / 2, end: x - width })[anchor];

/** A text over lines: with paper behind it, as letters with a border print as no letters of a font. */
export function over(text: string, x: number, y: number, look: string, anchor: Anchor): string {
  const width = widthOf(text, look);
  const left = leftOf(width, x, anchor);
  const behind = { x: round(left - 1), y: round(y - 11), width: round(width + 2), height: 14 };
  return shape("rect", { class: "behind", ...behind }) + label(text, x, y, look, anchor);
}

/** From where to where the letters of a line are, at most. */
const high = (baseline: number) => ({ top: baseline - 10, bottom: baseline + 2.5 });

/** The texts of a drawing, of which none comes to stand over another. */
export class Texts {
  private readonly taken: { left: number; right: number; top: number; bottom: number }[] = [];

  /** Keeps texts away from a point. */
  avoid(x: number, y: number): void {
    this.taken.push({ left: x - 3, right: x + 3, top: y - 4, bottom: y + 4 });
  }

  /** A text that stands where it stands. */
  put(text: string, x: number, y: number, look: string, anchor: Anchor = "start"): string {
    const width = widthOf(text, look);
    const left = leftOf(width, x, anchor);
    this.taken.push({ left, right: left + width, ...high(y) });
    return label(text, x, y, look, anchor === "start" ? undefined : anchor);
  }

  /**
   * A number near its point: above it, else below it; nothing where there is no room, as the table has every number.
   * @param bounds from where to where texts may stand
   */
  near(text: string, x: number, y: number, bounds: readonly [number, number]): string {
    const width = widthOf(text, "small");
    const [from, to] = bounds;
    const left = Math.min(Math.max(from, x - width / 2), to - width);
    if (left < from) return "";
    const right = left + width;
    const free = [y - 10, y + 20].find((baseline) => {
      const { top, bottom } = high(baseline);
      return this.taken.every(
        (other) => other.right + 2 < left || right + 2 < other.left || other.bottom < top || bottom < other.top,
      );
    });
    if (free === undefined) return "";
    this.taken.push({ left, right, ...high(free) });
    return over(text, round(left), free, "small", "start");
  }
}

export const segment = (look: string, x1: number, y1: number, x2: number, y2: number): string =>
  shape("path", { class: look, d: `M${round(x1)} ${round(y1)}L${round(x2)} ${round(y2)}` });

/** Signs by which series differ without their colour. */
export type Sign = "round" | "square" | "triangle" | "diamond";
export const signs: readonly Sign[] = ["square", "triangle", "round"];
export const dashes: readonly string[] = ["7 4", "2 4", "9 3 2 3"];

/** The sign of a number, open where it may still change. */
export function dot(sign: Sign, x: number, y: number, look: string): string {
  const d = {
    round: "m-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0z",
    square: "m-4 -4h8v8h-8z",
    triangle: "m0 -5.5l5 9h-10z",
    diamond: "m0 -6.5l6.5 6.5l-6.5 6.5l-6.5 -6.5z",
  }[sign];
  return shape("path", { class: `dot ${look}`, d: `M${round(x)} ${round(y)}${d}` });
}

/** Every number of a chart that it draws or tells. */
function valuesOf(plot: Plot): readonly PlotValue[] {
  switch (plot.form) {
    case "lines":
      return plot.series.flatMap(({ points }) => points);
    case "multiples":
      return plot.panels.flatMap(({ series }) => series.flatMap(({ points }) => points));
    case "bars":
      return [...plot.bars.flatMap(({ number }) => number ?? []), ...plot.marks];
    case "change":
      return plot.rows.flatMap(({ was, is }) => [was, is]);
  }
}

/** A number as it stands in a chart, with the sign that the table has too for what may still change. */
export const written = ({ text, provisional }: PlotValue): string => (provisional ? `${text}*` : text);

/** The unit, that the axis doesn't begin at nothing if it doesn't, and how what may still change is known. */
export function unitLine(plot: Plot): string {
  const { unit, fromZero, form } = plot;
  const open = valuesOf(plot).some(({ provisional }) => provisional);
  return [
    unit,
    ...(fromZero ? [] : ["de as begint niet bij 0"]),
    // Of a change, the sign of what was is open anyway.
    ...(open ? [form === "change" ? "wat een * heeft, is voorlopig" : "wat open is of een * heeft, is voorlopig"] : []),
  ]
    .filter(Boolean)
    .join("; ");
}
