/** A document tree → a Word file (ISO/IEC 29500). Like `render` it knows nothing of safety plans, and it needs no browser. */
import type { Document, Revision, Traced } from "../documents/index.js";
import { carriedOf, type LinesOf, linesIn, type Passport } from "./carrier.js";
import { partsOf } from "./compose.js";
import { fileOf } from "./file.js";
import { former } from "./former.js";
import { redlined } from "./redline.js";
import { revisersOf } from "./revisers.js";

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
  /** What changed since another edition, to be tracked. */
  readonly revision?: Revision;
}

/** Makes a Word file. Pure: the same input gives the same bytes. */
export function wordFile({ document, date, edition, author, way, revision }: WordFacts): Uint8Array {
  const parts = partsOf(document, edition);
  if (revision) return withChanges(parts, revision, { document, date, edition, author });
  const carried = way && carriedOf(parts, partsOf(way.traced.document, edition), way.traced, way.passport);
  return fileOf(parts, { document, date, author, ...(carried && { carried }) });
}

/** The new edition with what changed in it. */
function withChanges(
  parts: ReturnType<typeof partsOf>,
  revision: Revision,
  { document, date, edition, author }: Omit<WordFacts, "way" | "revision">,
): Uint8Array {
  const { before, after } = revision;
  const linesAfter = linesIn(parts, partsOf(after.document, edition), after);
  // A document that is new came as a whole.
  const old = before && former(partsOf(before.document, edition), before.document, document);
  const linesBefore: LinesOf =
    before && old ? linesIn(old.parts, partsOf(before.traced.document, edition), before.traced) : () => [];
  const revisers = revisersOf(revision, linesBefore, linesAfter);
  return fileOf(redlined(old?.parts ?? [], parts, revisers), {
    document: old ? { ...document, images: old.images } : document,
    date,
    author,
    comments: revisers.made,
  });
}
