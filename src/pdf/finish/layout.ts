import { PDFArray, PDFDict, PDFName, PDFRawStream, type PDFRef } from "@cantoo/pdf-lib";
import { LayoutError } from "../../errors.js";
import {
  after,
  around,
  type Box,
  common,
  cornersOf,
  IDENTITY,
  type Matrix,
  matrixOf,
  numbersIn,
  type Point,
  pointsOf,
  scaleOf,
  transformed,
  within,
} from "./geometry.js";
import { type Glyphs, glyphsOf, lettersOf } from "./glyphs.js";
import { type Operator, operatorsOf } from "./operators.js";
import { textOf } from "./stream-text.js";
import { ancestor, type Element, type Structure } from "./structure.js";

/** Points per CSS pixel (CSS Values 4, 6.2): the one scale at which text stands. */
const SCALE = 72 / 96;

/** What no eye sees, in points: borders are rounded to whole pixels, and italics lean out of their box. */
const SLACK = 1.5;

/** How high a letter without descender stands above its line, at size 1. */
const CAPITAL = 0.6;

/** What was found on the pages so far. */
export interface Layout {
  /** How many letters the content shows. */
  letters: number;
  /** On which page each picture stands. */
  readonly figures: Map<Element, PDFRef>;
}

export const newLayout = (): Layout => ({ letters: 0, figures: new Map() });

/** A page as the browser printed it, or a form on it. */
export interface Sheet {
  readonly structure: Structure;
  readonly page: PDFRef;
  /** From 1. */
  readonly number: number;
  readonly resources: PDFDict | undefined;
  readonly layout: Layout;
}

/**
 * Holds that a page stands at its own scale and that nothing on it is cut. A browser shrinks all pages of a document when one
 * thing is too wide for one of them, down to two thirds, and cuts what is wider still. Nothing in the page itself can get
 * around this: what counts is what was printed.
 * @param operators of the page's content
 * @param size of the page, in points
 * @throws {LayoutError} on the first thing that stands otherwise
 */
export function requireLayout(
  operators: readonly Operator[],
  sheet: Sheet,
  size: { width: number; height: number },
): void {
  const clip = { left: 0, bottom: 0, right: size.width, top: size.height };
  walk(operators, sheet, { matrix: IDENTITY, clip, font: undefined, size: 0 }, undefined);
}

/**
 * Holds that the print shows every letter of the page: what lies wholly outside, or under something that cuts, isn't printed
 * at all.
 * @param html the page that was printed
 * @throws {LayoutError} when there are fewer
 */
export function requireLetters(html: string, { letters }: Layout): void {
  const missing = lettersOf(html) - letters;
  if (missing > 0) throw new LayoutError(`${missing} letters van de tekst vallen buiten de bladzijde`);
}

/** The part of the graphics state that tells where things land (ISO 32000-1, 8.4). */
interface State {
  readonly matrix: Matrix;
  readonly clip: Box;
  readonly font: Glyphs | undefined;
  readonly size: number;
}

/**
 * Follows what is drawn.
 * @param around the element that holds what is drawn here, for a form within marked content
 */
function walk(operators: readonly Operator[], sheet: Sheet, start: State, outer: Element | undefined): void {
  let state = start;
  const saved: State[] = [];
  const owners: (Element | undefined)[] = [outer];
  let path: Point[] = [];
  let clips = false;
  let line: Matrix = IDENTITY;
  for (const { name, operands } of operators) {
    switch (name) {
      case "q":
        saved.push(state);
        break;
      case "Q":
        state = saved.pop() ?? state;
        break;
      case "cm":
        state = { ...state, matrix: after(matrixOf(operands), state.matrix) };
        break;
      case "BDC":
      case "BMC":
        owners.push(ownerIn(operands, sheet) ?? owners.at(-1));
        break;
      case "EMC":
        owners.pop();
        break;
      case "re":
        path.push(...cornersOf(operands).map((point) => transformed(point, state.matrix)));
        break;
      case "m":
      case "l":
      case "c":
      case "v":
      case "y":
        path.push(...pointsOf(operands).map((point) => transformed(point, state.matrix)));
        break;
      case "W":
      case "W*":
        clips = true;
        break;
      case "n":
      case "f":
      case "f*":
      case "S":
      case "s":
      case "B":
      case "B*":
      case "b":
      case "b*":
        if (clips && path.length > 0) state = { ...state, clip: common(state.clip, around(path)) };
        path = [];
        clips = false;
        break;
      case "BT":
        line = IDENTITY;
        break;
      case "Tm":
        line = matrixOf(operands);
        break;
      case "Td":
      case "TD": {
        const [x = 0, y = 0] = numbersIn(operands);
        line = after([1, 0, 0, 1, x, y], line);
        break;
      }
      case "Tf": {
        const [font = "", size = "0"] = operands.trim().split(/\s+/);
        state = { ...state, font: fontNamed(font, sheet), size: Number(size) };
        break;
      }
      case "Tj":
      case "TJ":
        requireText(operands, after(line, state.matrix), state, sheet, owners.at(-1));
        break;
      case "Do":
        draw(operands, state, sheet, owners.at(-1));
    }
  }
}

/** The element that holds a piece of marked content; none when it is decoration. */
function ownerIn(operands: string, { structure, page }: Sheet): Element | undefined {
  const mcid = /\/MCID\s+(\d+)/.exec(operands)?.[1];
  return mcid === undefined ? undefined : structure.ownerOf(page, Number(mcid));
}

/** Text stands at its own scale, except in a picture, and each of its glyphs can be seen. */
function requireText(operands: string, matrix: Matrix, state: State, sheet: Sheet, owner: Element | undefined): void {
  const figure = owner && figureOf(owner, sheet);
  const scale = scaleOf(matrix) / SCALE;
  if (owner && !figure && Math.abs(scale - 1) > 0.01)
    throw new LayoutError(
      `de tekst komt op ${Math.round(scale * 100)}% van de gewone grootte, want iets is breder dan de bladzijde`,
    );
  const { font, size, clip } = state;
  if (!font) return;
  let last = 0;
  let end = 0;
  let letters = 0;
  for (const [, hexadecimal = ""] of operands.matchAll(/<([\da-f]+)>/gi)) {
    for (let at = 0; at + 4 <= hexadecimal.length; at += 4) {
      const glyph = Number.parseInt(hexadecimal.slice(at, at + 4), 16);
      last = end;
      end += font.width(glyph) * size;
      letters += font.letters(glyph);
    }
  }
  // Glyphs stand on one line: where the outermost lie within, all do.
  const top = CAPITAL * size;
  const corners = [
    { x: 0, y: 0 },
    { x: end, y: 0 },
    { x: 0, y: top },
    { x: last, y: top },
  ];
  if (end > 0 && !corners.every((corner) => within(transformed(corner, matrix), clip, SLACK)))
    throw new LayoutError(`op bladzijde ${sheet.number} valt een deel van de tekst buiten de bladzijde`);
  if (owner) sheet.layout.letters += letters;
}

/** The picture in which something stands, if it does. A picture stands on one page. */
function figureOf(element: Element, { layout, page, number }: Sheet): Element | undefined {
  const figure = ancestor(element, ({ role }) => role === "Figure");
  if (!figure) return undefined;
  const before = layout.figures.get(figure);
  // Around a picture stands another figure, with its caption; that one may take more pages.
  const whole = !figure.children.some(({ role }) => role === "Figure");
  if (whole && before !== undefined && before !== page)
    throw new LayoutError(`een afbeelding is hoger dan een bladzijde; zij loopt door op bladzijde ${number}`);
  layout.figures.set(figure, page);
  return figure;
}

/** A picture lies on the page as a whole; what a form draws is looked at by itself. */
function draw(operands: string, state: State, sheet: Sheet, owner: Element | undefined): void {
  const objects = sheet.resources?.lookupMaybe(PDFName.of("XObject"), PDFDict);
  const object = objects?.lookup(PDFName.of(operands.trim().slice(1)));
  if (!(object instanceof PDFRawStream)) return;
  if (object.dict.lookup(PDFName.of("Subtype")) === PDFName.of("Image")) {
    if (owner) figureOf(owner, sheet);
    if (!cornersOf("0 0 1 1").every((corner) => within(transformed(corner, state.matrix), state.clip, SLACK)))
      throw new LayoutError(`op bladzijde ${sheet.number} valt een deel van een afbeelding buiten de bladzijde`);
    return;
  }
  const own = object.dict.lookupMaybe(PDFName.of("Matrix"), PDFArray);
  const matrix = own ? matrixOf(own.asArray().join(" ")) : IDENTITY;
  const resources = object.dict.lookupMaybe(PDFName.of("Resources"), PDFDict) ?? sheet.resources;
  walk(operatorsOf(textOf(object)), { ...sheet, resources }, { ...state, matrix: after(matrix, state.matrix) }, owner);
}

function fontNamed(name: string, { resources }: Sheet): Glyphs | undefined {
  const font = resources?.lookupMaybe(PDFName.of("Font"), PDFDict)?.lookup(PDFName.of(name.slice(1)));
  return font instanceof PDFDict ? glyphsOf(font) : undefined;
}
