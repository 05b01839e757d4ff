/** A document tree → a Word file (ISO/IEC 29500). Like `render` it knows nothing of safety plans, and it needs no browser. */
import type { Answers, Document, Revision, Traced } from "../documents/index.js";
import { withAnswers } from "./answered.js";
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
  /** Comments on the document, with what the team answers; only with a way back, which says where they belong. */
  readonly answers?: Answers;
}

/** Makes a Word file. Pure: the same input gives the same bytes. */
export function wordFile({ document, date, edition, author, way, revision, answers }: WordFacts): Uint8Array {
  const parts = partsOf(document, edition);
  if (revision) return withChanges(parts, revision, { document, date, edition, author });
  if (!way) return fileOf(parts, { document, date, author });
  const tracedParts = partsOf(way.traced.document, edition);
  const shown = answers
    ? withAnswers(parts, linesIn(parts, tracedParts, way.traced), answers, author)
    : { parts, comments: [] };
  const carried = carriedOf(shown.parts, tracedParts, way.traced, way.passport, document.status);
  return fileOf(shown.parts, { document, date, author, carried, comments: shown.comments });
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
