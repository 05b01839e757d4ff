import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRef } from "@cantoo/pdf-lib";

/** What the contents of a document need to know of its PDF. */
export interface Pages {
  readonly count: number;
  /** The number, from 1, of the page on which each link target stands. */
  readonly byAnchor: ReadonlyMap<string, number>;
}

/** Reads where each target of an internal link stands. The browser writes them as named destinations. */
export async function readPages(pdf: Uint8Array): Promise<Pages> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const numbers = new Map(document.getPages().map((page, index) => [page.ref.toString(), index + 1]));
  const byAnchor = new Map<string, number>();
  const destinations = document.catalog.lookupMaybe(PDFName.of("Dests"), PDFDict);
  for (const [name, value] of destinations?.entries() ?? []) {
    const target = document.context.lookup(value);
    const page = target instanceof PDFArray ? target.get(0) : undefined;
    const number = page instanceof PDFRef ? numbers.get(page.toString()) : undefined;
    if (number !== undefined) byAnchor.set(name.decodeText(), number);
  }
  return { count: numbers.size, byAnchor };
}
