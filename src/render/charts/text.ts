import { resources, type Weight } from "../resources.js";

/** What a character that the font lacks gets: about as wide as a wide letter. */
const UNKNOWN = 0.7;

/**
 * The width of a line of the sans font, in the unit of `size`. Letters that the browser moves together are counted apart, so
 * that the line is a little shorter at most.
 */
function textWidth(text: string, size: number, weight: Weight): number {
  const widths = resources().widths[weight];
  return size * [...text].reduce((sum, character) => sum + (widths[character] ?? UNKNOWN), 0);
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
