import { hyphenatedWord } from "../hyphenate.js";
import { resources, type Weight } from "../resources.js";

/** What a character that the font lacks gets: about as wide as a wide letter. */
const UNKNOWN = 0.7;

/**
 * The width of a line of the sans font, in the unit of `size`. Letters that the browser moves together are counted apart, so
 * that the line is a little shorter at most.
 */
export function textWidth(text: string, size: number, weight: Weight = 400): number {
  const widths = resources().widths[weight];
  return size * [...text].reduce((sum, character) => sum + (widths[character] ?? UNKNOWN), 0);
}

/** Breaks a text into lines that fit a width. SVG doesn't do that by itself. A word that is too long breaks as well. */
export function wrap(text: string, width: number, size: number, weight: Weight = 400): string[] {
  const fits = (line: string): boolean => textWidth(line, size, weight) <= width;
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/)) {
    const longer = line ? `${line} ${word}` : word;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line) lines.push(line);
    const pieces = fits(word) ? [word] : broken(word, fits);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? "";
  }
  return line ? [...lines, line] : lines;
}

/** A word in pieces that fit: between its syllables where it has any, else between two characters. */
function broken(word: string, fits: (piece: string) => boolean): string[] {
  const pieces: string[] = [];
  let piece = "";
  for (const syllable of /^[\p{L}\p{M}]+$/u.test(word) ? hyphenatedWord(word).split("\u00ad") : [word]) {
    if (fits(`${piece}${syllable}-`)) {
      piece += syllable;
      continue;
    }
    if (piece) pieces.push(`${piece}-`);
    piece = "";
    for (const character of syllable) {
      // At least one, however narrow it is here.
      if (piece && !fits(piece + character)) {
        pieces.push(piece);
        piece = "";
      }
      piece += character;
    }
  }
  return [...pieces, piece];
}

/** Lines of text with their baselines, for a template. */
export const baselines = (lines: readonly string[], top: number, leading: number): { y: number; text: string }[] =>
  lines.map((text, index) => ({ y: round(top + index * leading), text }));

/** Two decimals are plenty, and keep the bytes the same everywhere. */
export const round = (value: number): number => Math.round(value * 100) / 100;

/** The part of the plane that a drawing shows, with room for half a border on each side. */
export const boxAround = (width: number, height: number): string => `-1 -1 ${width + 2} ${round(height + 2)}`;
