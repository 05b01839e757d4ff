/** The checked model and the documents that were made of it → what makes them findable: metadata and sitemaps. */

export { diwooFile } from "./diwoo.js";
export { strayLinks } from "./links.js";
export { mdtoFiles, mdtoPaths } from "./mdto.js";
export { isHeldBack, missingIn, type PublishedDocument, recordsOf } from "./record.js";
export { guidesOf } from "./sitemaps.js";
