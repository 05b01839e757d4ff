/** The checked model and the documents that were made of it → what makes them findable: metadata and a sitemap. */

import { INDEX } from "../build/manifest.js";
import type { Publication } from "../content/index.js";
import { formatOf } from "../formats/index.js";
import { DIWOO, diwooOf } from "./diwoo.js";
import { element, type Xml, xmlDocument } from "./xml.js";

export { missingIn, type PublishedDocument, recordOf } from "./record.js";

/** The DiWoo metadata of the file of a document that lasts, as an XML file; nothing while something is open that the standard requires. */
export function diwooFile(record: Publication): string | undefined {
  const lasting = record.files.find(({ path }) => formatOf(path)?.lasting);
  const root = lasting && diwooOf(record, lasting);
  return root && xmlDocument({ ...root, attributes: { "xmlns:diwoo": DIWOO } });
}

/**
 * The sitemap (sitemaps.org 0.9) of everything that is published, with the DiWoo metadata of the documents of which they are
 * known (Woo-index: standaarden.overheid.nl/diwoo/metadata).
 * @param url where the folder will stand, with a slash at its end
 * @param modified the date of the edition, if it is known
 */
export function sitemap(records: readonly Publication[], url: string, modified: Date | undefined): string {
  const lastmod = modified ? [element("lastmod", {}, modified.toISOString().slice(0, 10))] : [];
  const entry = (loc: string, metadata?: Xml): Xml =>
    element("url", {}, [element("loc", {}, loc), ...lastmod, ...(metadata ? [metadata] : [])]);
  return xmlDocument(
    element("urlset", { xmlns: "http://www.sitemaps.org/schemas/sitemap/0.9", "xmlns:diwoo": DIWOO }, [
      entry(new URL(INDEX, url).href),
      ...records.flatMap((record) =>
        record.files.map((file) => entry(new URL(file.path, url).href, diwooOf(record, file))),
      ),
    ]),
  );
}
