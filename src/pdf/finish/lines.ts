import type { Glyphs } from "./glyphs.js";

/** How far along and above a line the next glyph stands. */
export interface Place {
  x: number;
  y: number;
}

/** Glyphs that stand on one line. */
export interface Line {
  readonly y: number;
  /** Where the first of them begins. */
  start: number;
  /** Where the last of them begins. */
  last: number;
  /** Where they end. */
  end: number;
  /** How many of the letters a to z they stand for. */
  letters: number;
}

/** Signs of a content stream, as their character codes. */
const sign = { open: 0x3c, close: 0x3e, T: 0x54, d: 0x64, dot: 0x2e, minus: 0x2d, zero: 0x30, nine: 0x39 } as const;

/**
 * The lines that glyphs make. A document has tens of thousands of glyphs, so they are read character by character.
 * @param operands glyphs in hexadecimal, with the steps from one to the next (`operatorsOf`)
 * @param place where the first stands; it ends up where the last does
 * @param size at which they are shown
 */
export function linesIn(operands: string, place: Place, font: Glyphs, size: number): Line[] {
  const lines: Line[] = [];
  let line: Line | undefined;
  let across = 0;
  let up = 0;
  for (let at = 0; at < operands.length; ) {
    const code = operands.charCodeAt(at);
    if (code === sign.open) {
      let { x } = place;
      for (at++; at + 4 < operands.length && operands.charCodeAt(at) !== sign.close; at += 4) {
        const glyph = hexadecimalAt(operands, at);
        if (line?.y !== place.y) {
          line = { y: place.y, start: x, last: x, end: x, letters: 0 };
          lines.push(line);
        }
        if (x < line.start) line.start = x;
        if (x > line.last) line.last = x;
        x += font.width(glyph) * size;
        if (x > line.end) line.end = x;
        line.letters += font.letters(glyph);
      }
    } else if (code === sign.T && operands.charCodeAt(at + 1) === sign.d) {
      place.x += across;
      place.y += up;
      at += 2;
    } else if (code === sign.minus || code === sign.dot || (code >= sign.zero && code <= sign.nine)) {
      const end = endOfNumber(operands, at);
      across = up;
      up = Number(operands.slice(at, end));
      at = end;
    } else {
      at++;
    }
  }
  return lines;
}

function endOfNumber(text: string, start: number): number {
  let end = start + 1;
  for (let code = text.charCodeAt(end); code === sign.dot || (code >= sign.zero && code <= sign.nine); )
    code = text.charCodeAt(++end);
  return end;
}

/** The number that four hexadecimal digits write. */
function hexadecimalAt(text: string, start: number): number {
  let value = 0;
  for (let at = start; at < start + 4; at++) {
    const code = text.charCodeAt(at);
    value = value * 16 + (code <= sign.nine ? code - sign.zero : (code | 32) - 87);
  }
  return value;
}
