import type { PDFDict, PDFRef } from "@cantoo/pdf-lib";
import { LayoutError } from "../../errors.js";
import { ancestor, type Element, type Structure } from "./structure.js";

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

/** Marked content: the element that holds it, if any, and the picture of which it is a part, once it was asked for. */
export interface Holder {
  readonly element: Element | undefined;
  figure?: Element | undefined;
  asked?: true;
}

/** The element that holds a piece of marked content; none when it is decoration. */
export function ownerIn(operands: string, { structure, page }: Sheet): Element | undefined {
  const mcid = /\/MCID\s+(\d+)/.exec(operands)?.[1];
  return mcid === undefined ? undefined : structure.ownerOf(page, Number(mcid));
}

/** The picture in which marked content stands, if it does. A picture stands on one page. */
export function figureOf(holder: Holder, sheet: Sheet): Element | undefined {
  if (!holder.asked) {
    holder.figure = holder.element && figureAround(holder.element, sheet);
    holder.asked = true;
  }
  return holder.figure;
}

function figureAround(element: Element, { layout, page, number }: Sheet): Element | undefined {
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
