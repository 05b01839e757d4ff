import { type PDFDict, type PDFDocument, PDFHexString, PDFName, PDFNumber, type PDFRef } from "@cantoo/pdf-lib";

/** A line in the list of bookmarks. */
export interface Bookmark {
  /** With its number, as in the contents: "3.2 High Impact Crimes". */
  readonly title: string;
  /** The anchor to which it leads. */
  readonly anchor: string;
  readonly children: readonly Bookmark[];
}

/**
 * Writes the bookmarks (ISO 32000-1, 12.3.3) and shows them when the file is opened. The browser can make them too, but
 * tears the numbers from the titles.
 */
export function writeOutline({ context, catalog }: PDFDocument, bookmarks: readonly Bookmark[]): void {
  if (bookmarks.length === 0) return;
  const fill = (parent: PDFRef, dict: PDFDict, children: readonly Bookmark[]): void => {
    const refs = children.map(() => context.nextRef());
    children.forEach(({ title, anchor, children: inner }, index) => {
      const ref = refs[index] as PDFRef;
      const item = context.obj({ Title: PDFHexString.fromText(title), Parent: parent, Dest: PDFName.of(anchor) });
      const [previous, next] = [refs[index - 1], refs[index + 1]];
      if (previous) item.set(PDFName.of("Prev"), previous);
      if (next) item.set(PDFName.of("Next"), next);
      fill(ref, item, inner);
      context.assign(ref, item);
    });
    const [first, last] = [refs[0], refs.at(-1)];
    if (!first || !last) return;
    dict.set(PDFName.of("First"), first);
    dict.set(PDFName.of("Last"), last);
    // Below zero: the children are folded away until the reader opens them. The top level stands open.
    dict.set(PDFName.of("Count"), PDFNumber.of(dict.has(PDFName.of("Title")) ? -refs.length : refs.length));
  };
  const root = context.obj({ Type: "Outlines" });
  const ref = context.register(root);
  fill(ref, root, bookmarks);
  catalog.set(PDFName.of("Outlines"), ref);
  catalog.set(PDFName.of("PageMode"), PDFName.of("UseOutlines"));
}

/** Labels pages with the numbers that are printed on them: the cover is page 1. */
export function writePageLabels({ context, catalog }: PDFDocument): void {
  catalog.set(PDFName.of("PageLabels"), context.obj({ Nums: [0, { S: "D" }] }));
}
