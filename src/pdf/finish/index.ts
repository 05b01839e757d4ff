import { createHash } from "node:crypto";
import type { PDFDocument } from "@cantoo/pdf-lib";
import { markArtifacts } from "./artifacts.js";
import { attachData } from "./attachment.js";
import { renumberHeaders } from "./headers.js";
import { type Metadata, writeMetadata, writeOutputIntent } from "./metadata.js";
import { type Bookmark, writeOutline, writePageLabels } from "./outline.js";
import { requireConformance } from "./requirements.js";
import { readStructure } from "./structure.js";
import { describeLinks, mendTags } from "./tags.js";

export { extractData } from "./attachment.js";

/** What a document knows of itself that its print doesn't tell. */
export interface Finishing extends Omit<Metadata, "id"> {
  readonly bookmarks: readonly Bookmark[];
  /** What each anchor marks, in words. */
  readonly titles: ReadonlyMap<string, string>;
  /** JSON of which the document was made, to be embedded in it. */
  readonly data: string;
  /** What was printed: the file's id follows from it. */
  readonly html: string;
}

/**
 * Makes a printed PDF accessible and fit for archives: PDF/UA-1 (ISO 14289-1) and PDF/A-3a (ISO 19005-3). Nothing in it
 * differs between two prints of the same page.
 * @throws {ConformanceError} when the print can't be brought to that
 */
export async function finish(printed: PDFDocument, finishing: Finishing): Promise<Uint8Array> {
  const structure = readStructure(printed);
  markArtifacts(printed, structure);
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
  return printed.save({ useObjectStreams: true, updateFieldAppearances: false });
}
