import { PDFDict, PDFName } from "@cantoo/pdf-lib";
import type { Edit, Operator } from "./operators.js";
import { ancestor, type Element, kidsOf } from "./structure.js";
import { destinationOf } from "./tags.js";

/** What is known of page numbers while streams are mended. */
export interface Numbering {
  /** The number of the page on which each anchor stands. */
  readonly pages: ReadonlyMap<string, number>;
  /** Filled on the way: the anchors of which the page number was written. */
  readonly numbered: Set<string>;
}

/**
 * Makes a page number of the ten digits that the contents shows in its place. The line leads to the heading, so that it is
 * clear which number is wanted.
 * @param run marked content
 * @param owner the element that holds it
 * @returns the change to the stream; none when it isn't such a place
 */
export function pageNumberIn(run: readonly Operator[], owner: Element, { pages, numbered }: Numbering): Edit[] {
  const anchor = destinationAround(owner);
  const number = anchor === undefined ? undefined : pages.get(anchor);
  if (anchor === undefined || number === undefined) return [];
  const digits = digitsIn(run);
  if (!digits) return [];
  numbered.add(anchor);
  return [{ from: digits.from, to: digits.to, text: numberText(number, digits) }];
}

/** The digits that stand for a page number, as they were shown: each with its glyph, and all of one width. */
interface Digits {
  /** The glyphs of 0 to 9, in hexadecimal. */
  readonly glyphs: readonly string[];
  /** The width of each, in the unit of the text. */
  readonly width: number;
  /** Where they are shown in the stream. */
  readonly from: number;
  readonly to: number;
}

/**
 * Reads marked content that shows the ten digits and nothing else. Content shows glyphs and not characters, but no other
 * text has ten glyphs in a row that all differ and are equally wide.
 */
function digitsIn(run: readonly Operator[]): Digits | undefined {
  const shown: { glyph: string; x: number | undefined }[] = [];
  let x = 0;
  for (const { name, operands } of run) {
    if (name === "Td") x += Number(operands.trim().split(/\s+/)[0]);
    if (name !== "Tj") continue;
    // Of glyphs that are shown together only the place of the first is told.
    const [first = "", ...rest] = operands.match(/[\dA-F]{4}/gi) ?? [];
    shown.push({ glyph: first, x }, ...rest.map((glyph) => ({ glyph, x: undefined })));
  }
  const width = x / shown.findLastIndex((one) => one.x !== undefined);
  const even = shown.every((one, index) => one.x === undefined || Math.abs(one.x - index * width) < 0.05);
  const glyphs = shown.map(({ glyph }) => glyph);
  if (glyphs.length !== 10 || new Set(glyphs).size !== 10 || !(width > 0) || !even) return undefined;
  const texts = run.filter(({ name }) => name === "Tj");
  return { glyphs, width, from: texts[0]?.start ?? 0, to: texts.at(-1)?.end ?? 0 };
}

/** Operators that show a number in the place of the digits, where these end. */
function numberText(number: number, { glyphs, width }: Digits): string {
  const wanted = [...String(number)].map((digit) => glyphs[Number(digit)] ?? "");
  const shift = (by: number): string => `${(by * width).toFixed(4)} 0 Td`;
  return wanted
    .map((glyph, index) => `${shift(index === 0 ? glyphs.length - wanted.length : 1)} <${glyph}> Tj`)
    .join("\n");
}

/** The name of the place to which the link around an element leads, if it is in a link within the document. */
function destinationAround(element: Element): string | undefined {
  const around = ancestor(element, ({ role }) => role === "Link");
  for (const kid of around ? kidsOf(around) : []) {
    const holder = element.dict.context.lookup(kid);
    const link = holder instanceof PDFDict ? holder.lookup(PDFName.of("Obj")) : undefined;
    const anchor = link instanceof PDFDict ? destinationOf(link) : undefined;
    if (anchor !== undefined) return anchor;
  }
  return undefined;
}
