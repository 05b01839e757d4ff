import { createHash } from "node:crypto";
import type { PDFDocument } from "@cantoo/pdf-lib";
import { ConformanceError } from "../../errors.js";
import { attachData } from "./attachment.js";
import { renumberHeaders } from "./headers.js";
import { requireLetters } from "./layout.js";
import { type Metadata, writeMetadata, writeOutputIntent } from "./metadata.js";
import { type Bookmark, writeOutline, writePageLabels } from "./outline.js";
import { requireConformance } from "./requirements.js";
import { mendStreams } from "./streams.js";
import { readStructure } from "./structure.js";
import { describeLinks, mendTags } from "./tags.js";
import { compressNatively, write } from "./write.js";

export { extractData } from "./attachment.js";

/** What a document knows of itself that its print doesn't tell. */
export interface Finishing extends Omit<Metadata, "id"> {
  readonly bookmarks: readonly Bookmark[];
  /** The anchors of which the contents shows the page number. */
  readonly numbered: readonly string[];
  /** What each anchor marks, in words. */
  readonly titles: ReadonlyMap<string, string>;
  /** JSON of which the document was made, to be embedded in it. */
  readonly data: string;
  /** What was printed: the file's id follows from it. */
  readonly html: string;
}

/**
 * Finishes a printed PDF: writes the page numbers into its contents, as the browser can't count pages, and makes it
 * accessible and fit for archives: PDF/UA-1 (ISO 14289-1) and PDF/A-3a (ISO 19005-3). Nothing in it differs between two
 * prints of the same page.
 * @param pages the number, from 1, of the page on which each link target stands
 * @throws {ConformanceError} when the print can't be brought to that
 * @throws {LayoutError} when something in it is shrunk, cut or missing
 */
export async function finish(
  printed: PDFDocument,
  pages: ReadonlyMap<string, number>,
  finishing: Finishing,
): Promise<Uint8Array> {
  compressNatively(printed.context);
  const structure = readStructure(printed);
  const { numbered, layout } = mendStreams(printed, structure, pages);
  requireLetters(finishing.html, layout);
  if (!finishing.numbered.every((anchor) => numbered.has(anchor)))
    throw new ConformanceError(
      "ISO 32000-1, 9.4.3",
      "in de inhoudsopgave is geen plaats voor de paginanummers te vinden",
    );
  mendTags(printed, structure, finishing.html);
  renumberHeaders(printed, structure);
  describeLinks(printed, (anchor) => finishing.titles.get(anchor));
  writeOutline(printed, finishing.bookmarks);
  writePageLabels(printed);
  writeOutputIntent(printed);
  await attachData(printed, finishing.data, finishing.date);
  const id = createHash("sha256").update(finishing.html).update(finishing.data).digest("hex").slice(0, 32);
  writeMetadata(printed, { ...finishing, id });
  requireConformance(printed);
  return write(printed);
}
