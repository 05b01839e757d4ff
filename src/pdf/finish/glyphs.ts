import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream } from "@cantoo/pdf-lib";
import { textOf } from "./stream-text.js";

/** What is known of the glyphs of a font; a glyph is named by its number. */
export interface Glyphs {
  /** How wide it is, at size 1. */
  readonly width: (glyph: number) => number;
  /** How many of the letters a to z it stands for: two for a ligature of f and i. */
  readonly letters: (glyph: number) => number;
}

/** How many of the letters a to z a text has, with or without accents, in capitals or not. */
export const lettersIn = (text: string): number => (text.normalize("NFKD").match(/[a-z]/gi) ?? []).length;

/** The letters that a page shows. Explanations that float over the text are for the screen. */
export const lettersOf = (html: string): number =>
  lettersIn(
    html
      .slice(html.indexOf("<body"))
      .replace(/<span class="tip"[^>]*>[^<]*<\/span>/g, "")
      .replace(/<[^>]*>/g, "")
      .replace(/&(?:#x([\da-f]+)|#(\d+)|[a-z]+);/gi, (_, hexadecimal?: string, decimal?: string) =>
        hexadecimal || decimal
          ? String.fromCodePoint(hexadecimal ? Number.parseInt(hexadecimal, 16) : Number(decimal))
          : "",
      ),
  );

const known = new WeakMap<PDFDict, Glyphs>();

/** The glyphs of a font (ISO 32000-1, 9.7): browsers write composite fonts, in which a glyph takes two bytes. */
export function glyphsOf(font: PDFDict): Glyphs {
  const before = known.get(font);
  if (before) return before;
  const widths = widthsOf(font);
  const usual = usualWidth(font);
  const letters = lettersByGlyph(font);
  const glyphs = {
    width: (glyph: number) => widths.get(glyph) ?? usual,
    letters: (glyph: number) => letters.get(glyph) ?? 0,
  };
  known.set(font, glyphs);
  return glyphs;
}

const descendantOf = (font: PDFDict): PDFDict | undefined =>
  font.lookupMaybe(PDFName.of("DescendantFonts"), PDFArray)?.lookupMaybe(0, PDFDict);

/** The width of glyphs that the list of widths leaves out. */
function usualWidth(font: PDFDict): number {
  const width = descendantOf(font)?.lookup(PDFName.of("DW"));
  return width instanceof PDFNumber ? width.asNumber() / 1000 : 1;
}

/** The widths of a font's glyphs: `first [w w w]` or `first last w` (ISO 32000-1, 9.7.4.3). */
function widthsOf(font: PDFDict): Map<number, number> {
  const found = new Map<number, number>();
  const list = descendantOf(font)?.lookupMaybe(PDFName.of("W"), PDFArray);
  const numberAt = (index: number): number => {
    const value = list?.lookup(index);
    return value instanceof PDFNumber ? value.asNumber() : 0;
  };
  for (let index = 0; list && index + 1 < list.size(); ) {
    const first = numberAt(index);
    const next = list.lookup(index + 1);
    if (next instanceof PDFArray) {
      next.asArray().forEach((width, place) => {
        if (width instanceof PDFNumber) found.set(first + place, width.asNumber() / 1000);
      });
      index += 2;
    } else {
      for (let glyph = first; glyph <= numberAt(index + 1); glyph++) found.set(glyph, numberAt(index + 2) / 1000);
      index += 3;
    }
  }
  return found;
}

/** How many letters each glyph stands for. */
const lettersByGlyph = (font: PDFDict): Map<number, number> =>
  new Map([...textByGlyph(font)].map(([glyph, text]) => [glyph, lettersIn(text)]));

/** What each glyph of a font stands for, as its table of characters says (ISO 32000-1, 9.10.3). */
export function textByGlyph(font: PDFDict): Map<number, string> {
  const stream = font.lookup(PDFName.of("ToUnicode"));
  if (!(stream instanceof PDFRawStream)) return new Map();
  const tables = [...textOf(stream).matchAll(/beginbf(char|range)([\s\S]*?)endbf/g)];
  return new Map(tables.flatMap(([, kind, lines = ""]) => (kind === "char" ? singles(lines) : ranges(lines))));
}

const singles = (lines: string): (readonly [glyph: number, text: string])[] =>
  [...lines.matchAll(/<([\da-f]+)>\s*<([\da-f]+)>/gi)].map(([, glyph = "", text = ""]) => [
    Number.parseInt(glyph, 16),
    decoded(text),
  ]);

/** Of each range the text of its first glyph, or those of all of them. */
const ranges = (lines: string): (readonly [glyph: number, text: string])[] =>
  [...lines.matchAll(/<([\da-f]+)>\s*<([\da-f]+)>\s*(?:<([\da-f]+)>|\[([^\]]*)\])/gi)].flatMap(
    ([, first = "", last = "", text, list = ""]) => {
      const start = Number.parseInt(first, 16);
      const texts = [...list.matchAll(/<([\da-f]+)>/gi)].map(([, own = ""]) => own);
      const most = text === undefined ? texts.length : MAX_RANGE;
      const length = Math.max(0, Math.min(Number.parseInt(last, 16) - start + 1, most));
      return Array.from({ length }, (_, place) => [
        start + place,
        decoded(text === undefined ? (texts[place] ?? "") : nth(text, place)),
      ]);
    },
  );

/** A glyph takes two bytes at most. */
const MAX_RANGE = 0x10000;

/** The text of a place in a range, of which the last character goes up by one a glyph: a ligature has more than one. */
const nth = (first: string, place: number): string =>
  first.slice(0, -4) + ((Number.parseInt(first.slice(-4), 16) + place) & 0xffff).toString(16).padStart(4, "0");

/** Text that is written as UTF-16 in hexadecimal. */
const decoded = (hexadecimal: string): string =>
  Buffer.from(hexadecimal.padStart(Math.ceil(hexadecimal.length / 4) * 4, "0"), "hex")
    .swap16()
    .toString("utf16le");
