import { ParseSpeeds, PDFArray, PDFDict, PDFDocument, PDFName, PDFRef } from "@cantoo/pdf-lib";
import { type Finishing, finish } from "./finish/index.js";

/** A PDF as the browser printed it. */
export interface Print {
  /** How many pages it has. */
  readonly count: number;
  /** The number, from 1, of the page on which each link target stands. */
  readonly pages: ReadonlyMap<string, number>;
  /** The finished PDF. To be called once: it works on the print itself. */
  readonly finish: (finishing: Finishing) => Promise<Uint8Array>;
}

/** Reads a print. The browser writes the targets of links as named destinations. */
export async function readPrint(pdf: Uint8Array): Promise<Print> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest });
  const numbers = new Map(document.getPages().map((page, index) => [page.ref.tag, index + 1]));
  const pages = new Map<string, number>();
  const destinations = document.catalog.lookupMaybe(PDFName.of("Dests"), PDFDict);
  for (const [name, value] of destinations?.entries() ?? []) {
    const target = document.context.lookup(value);
    const page = target instanceof PDFArray ? target.get(0) : undefined;
    const number = page instanceof PDFRef ? numbers.get(page.tag) : undefined;
    if (number !== undefined) pages.set(name.decodeText(), number);
  }
  return { count: numbers.size, pages, finish: (finishing) => finish(document, pages, finishing) };
}
