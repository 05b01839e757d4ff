import { PDFArray, PDFDict, PDFName, PDFRawStream } from "@cantoo/pdf-lib";
import { LayoutError } from "../../errors.js";
import {
  after,
  around,
  type Box,
  common,
  cornersOf,
  IDENTITY,
  landsIn,
  type Matrix,
  matrixOf,
  type Point,
  pointsOf,
  scaleOf,
  transformed,
} from "./geometry.js";
import { type Glyphs, glyphsOf, lettersOf } from "./glyphs.js";
import { type Operator, operatorsOf } from "./operators.js";
import { figureOf, type Holder, type Layout, ownerIn, type Sheet } from "./sheet.js";
import { textOf } from "./stream-text.js";
import type { Element } from "./structure.js";

/** Points per CSS pixel (CSS Values 4, 6.2): the one scale at which text stands. */
const SCALE = 72 / 96;

/** What no eye sees, in points: borders are rounded to whole pixels, and italics lean out of their box. */
const SLACK = 1.5;

/** How high a letter without descender stands above its line, at size 1. */
const CAPITAL = 0.6;

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

/** Where text is shown: a line as a transformation of the page, and how far along and above it (ISO 32000-1, 9.4.2). */
interface Pen {
  readonly line: Matrix;
  readonly scale: number;
  x: number;
  y: number;
}

const penAt = (line: Matrix): Pen => ({ line, scale: scaleOf(line) / SCALE, x: 0, y: 0 });

/**
 * Follows what is drawn.
 * @param outer the element that holds what is drawn here, for a form within marked content
 */
function walk(operators: readonly Operator[], sheet: Sheet, start: State, outer: Element | undefined): void {
  let state = start;
  const saved: State[] = [];
  const holders: Holder[] = [];
  let holder: Holder = { element: outer };
  let path: Point[] = [];
  let clips = false;
  let pen = penAt(state.matrix);
  for (const operator of operators) {
    switch (operator.name) {
      // A browser places each glyph by itself: these two are nearly all there is.
      case "Td":
      case "TD": {
        const { operands } = operator;
        pen.x += Number.parseFloat(operands);
        pen.y += Number.parseFloat(operands.slice(operands.search(/\s/)));
        break;
      }
      case "Tj":
      case "TJ":
        requireText(operator.operands, pen, state, sheet, holder);
        break;
      case "q":
        saved.push(state);
        break;
      case "Q":
        state = saved.pop() ?? state;
        break;
      case "cm":
        state = { ...state, matrix: after(matrixOf(operator.operands), state.matrix) };
        break;
      case "BDC":
      case "BMC": {
        holders.push(holder);
        const element = ownerIn(operator.operands, sheet);
        if (element) holder = { element };
        break;
      }
      case "EMC":
        holder = holders.pop() ?? holder;
        break;
      case "re":
        path.push(...cornersOf(operator.operands).map((point) => transformed(point, state.matrix)));
        break;
      case "m":
      case "l":
      case "c":
      case "v":
      case "y":
        path.push(...pointsOf(operator.operands).map((point) => transformed(point, state.matrix)));
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
        pen = penAt(state.matrix);
        break;
      case "Tm":
        pen = penAt(after(matrixOf(operator.operands), state.matrix));
        break;
      case "Tf": {
        const [font = "", size = "0"] = operator.operands.trim().split(/\s+/);
        state = { ...state, font: fontNamed(font, sheet), size: Number(size) };
        break;
      }
      case "Do":
        draw(operator.operands, state, sheet, holder);
    }
  }
}

/** Text stands at its own scale, except in a picture, and each of its glyphs can be seen. */
function requireText(operands: string, pen: Pen, state: State, sheet: Sheet, holder: Holder): void {
  const figure = figureOf(holder, sheet);
  if (holder.element && !figure && Math.abs(pen.scale - 1) > 0.01)
    throw new LayoutError(
      `de tekst komt op ${Math.round(pen.scale * 100)}% van de gewone grootte, want iets is breder dan de bladzijde`,
    );
  const { font, size, clip } = state;
  if (!font) return;
  let last = 0;
  let end = 0;
  let letters = 0;
  for (let open = operands.indexOf("<"); open >= 0; open = operands.indexOf("<", open + 1)) {
    const close = operands.indexOf(">", open);
    for (let at = open + 1; at + 4 <= close; at += 4) {
      const glyph = Number.parseInt(operands.slice(at, at + 4), 16);
      last = end;
      end += font.width(glyph) * size;
      letters += font.letters(glyph);
    }
  }
  // Glyphs stand on one line: where the outermost lie within, all do.
  const { line, x, y } = pen;
  const top = y + CAPITAL * size;
  const seen =
    end === 0 ||
    (landsIn(x, y, line, clip, SLACK) &&
      landsIn(x + end, y, line, clip, SLACK) &&
      landsIn(x, top, line, clip, SLACK) &&
      landsIn(x + last, top, line, clip, SLACK));
  if (!seen) throw new LayoutError(`op bladzijde ${sheet.number} valt een deel van de tekst buiten de bladzijde`);
  if (holder.element) sheet.layout.letters += letters;
}

/** A picture lies on the page as a whole; what a form draws is looked at by itself. */
function draw(operands: string, state: State, sheet: Sheet, holder: Holder): void {
  const objects = sheet.resources?.lookupMaybe(PDFName.of("XObject"), PDFDict);
  const object = objects?.lookup(PDFName.of(operands.trim().slice(1)));
  if (!(object instanceof PDFRawStream)) return;
  if (object.dict.lookup(PDFName.of("Subtype")) === PDFName.of("Image")) {
    figureOf(holder, sheet);
    if (!cornersOf("0 0 1 1").every(({ x, y }) => landsIn(x, y, state.matrix, state.clip, SLACK)))
      throw new LayoutError(`op bladzijde ${sheet.number} valt een deel van een afbeelding buiten de bladzijde`);
    return;
  }
  const own = object.dict.lookupMaybe(PDFName.of("Matrix"), PDFArray);
  const matrix = own ? matrixOf(own.asArray().join(" ")) : IDENTITY;
  const resources = object.dict.lookupMaybe(PDFName.of("Resources"), PDFDict) ?? sheet.resources;
  walk(
    operatorsOf(textOf(object)),
    { ...sheet, resources },
    { ...state, matrix: after(matrix, state.matrix) },
    holder.element,
  );
}

function fontNamed(name: string, { resources }: Sheet): Glyphs | undefined {
  const font = resources?.lookupMaybe(PDFName.of("Font"), PDFDict)?.lookup(PDFName.of(name.slice(1)));
  return font instanceof PDFDict ? glyphsOf(font) : undefined;
}
