import * as fontkit from "fontkit";
import { resources } from "../resources.js";

type Weight = 400 | 600 | 700;
const fonts = new Map<Weight, fontkit.Font>();
/** Charts measure the same words over and over. */
const known = new Map<string, number>();

/** The width of a line of the sans font, in the unit of `size`. */
export function textWidth(text: string, size: number, weight: Weight): number {
  const key = `${weight} ${text}`;
  const width = known.get(key) ?? measure(text, weight);
  known.set(key, width);
  return width * size;
}

/** The width at size 1. */
function measure(text: string, weight: Weight): number {
  let font = fonts.get(weight);
  if (!font) {
    font = fontkit.create(Buffer.from(resources().sans(weight))) as fontkit.Font;
    fonts.set(weight, font);
  }
  return font.layout(text).advanceWidth / font.unitsPerEm;
}

/** Breaks a text into lines that fit a width. SVG doesn't do that by itself. */
export function wrap(text: string, width: number, size: number, weight: Weight = 400): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/)) {
    const longer = line ? `${line} ${word}` : word;
    if (line && textWidth(longer, size, weight) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return line ? [...lines, line] : lines;
}

/** Lines of text with their baselines, for a template. */
export const baselines = (lines: readonly string[], top: number, leading: number): { y: number; text: string }[] =>
  lines.map((text, index) => ({ y: round(top + index * leading), text }));

/** Two decimals are plenty, and keep the bytes the same everywhere. */
export const round = (value: number): number => Math.round(value * 100) / 100;
