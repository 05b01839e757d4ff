/** What the series of a chart look like (ISO/IEC 29500-1, 20.1): by shape and pattern as well as by colour. */
import { colours } from "../colours.js";
import { element } from "../xml.js";
import type { Tone } from "./drawing.js";

const POINT = 12700;

export const colour = (value: string): string => element("a:srgbClr", { val: value });
export const solid = (value: string): string => element("a:solidFill", {}, colour(value));
const pattern = (preset: string, ink: string, paper = "FFFFFF"): string =>
  element("a:pattFill", { prst: preset }, element("a:fgClr", {}, colour(ink)), element("a:bgClr", {}, colour(paper)));

/** @param points how wide */
export const stroke = (value: string, points: number, dash?: string): string =>
  element("a:ln", { w: Math.round(points * POINT) }, solid(value), dash && element("a:prstDash", { val: dash }));
export const NO_STROKE = element("a:ln", {}, element("a:noFill"));
export const NO_FILL = element("a:noFill");

/** Between the house's own colour and white, for what is beside the point. */
const PALE = "B9C6CC";

/** What bars of a tone are filled with, and the line around them. */
export function fillOf(tone: Tone, house: string): string {
  const line = stroke(colours.ink, 0.5);
  switch (tone) {
    case "own":
    case "done":
      return solid(house) + line;
    case "other":
    case "before":
    case "running":
      return solid(PALE) + line;
    case "aim":
      return pattern("wdUpDiag", colours.ink) + line;
    case "none":
      return NO_FILL + NO_STROKE;
    case "waiting":
      return solid("FFFFFF") + line;
    case "late":
      return pattern("wdUpDiag", colours.goneInk) + line;
    case "stopped":
      return pattern("dkHorz", colours.soft) + line;
    case "mixed":
      return pattern("lgGrid", colours.soft) + line;
    case "unknown":
      return pattern("pct10", colours.soft) + line;
  }
}

const dashes = ["dash", "sysDot", "lgDashDot"] as const;
const signs = ["square", "triangle", "circle"] as const;

/** The line of a series; what should be has none: it is a sign at each of its years. */
export function lineOf(tone: Tone, turn: number, house: string): string {
  if (tone === "aim") return NO_STROKE;
  return tone === "own" ? stroke(house, 2.5) : stroke(colours.soft, 1.5, dashes[turn % dashes.length]);
}

/** The sign at each number of a line. */
export function markerOf(tone: Tone, turn: number, house: string, open: boolean): string {
  const [symbol, ink] =
    tone === "own"
      ? ["circle", house]
      : tone === "aim"
        ? ["diamond", colours.ink]
        : [signs[turn % signs.length] ?? "square", colours.soft];
  const fill = open ? "FFFFFF" : tone === "aim" ? colours.accent : ink;
  return element(
    "c:marker",
    {},
    element("c:symbol", { val: symbol }),
    element("c:size", { val: tone === "aim" ? 9 : 7 }),
    element("c:spPr", {}, solid(fill), stroke(ink, 1.25)),
  );
}
