/** A document tree → a Word file (ISO/IEC 29500). Like `render` it knows nothing of safety plans, and it needs no browser. */
import type { Document, Traced } from "../documents/index.js";
import { carriedOf, type Passport } from "./carrier.js";
import { partsOf } from "./compose.js";
import { fileOf } from "./file.js";

/** All that goes into a Word file. */
export interface WordFacts {
  readonly document: Document;
  /** The date of the edition, if it is known. */
  readonly date: Date | undefined;
  /** The same for readers: "Versie van 13 december 2018". */
  readonly edition: string;
  readonly author: string;
  /** Where texts come from, for a file that may be brought back. */
  readonly way?: { readonly traced: Traced; readonly passport: Passport };
}

/** Makes a Word file. Pure: the same input gives the same bytes. */
export function wordFile({ document, date, edition, author, way }: WordFacts): Uint8Array {
  const parts = partsOf(document, edition);
  const carried = way && carriedOf(parts, partsOf(way.traced.document, edition), way.traced, way.passport);
  return fileOf(parts, { document, date, author, ...(carried && { carried }) });
}
