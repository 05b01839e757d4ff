import { editionText } from "./edition-text.js";
import type { WrittenFormat } from "./format.js";

/** The Word file, for who comments on a document or goes on with it. */
export const docx: WrittenFormat = {
  extension: "docx",
  mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  name: "Word-bestand",
  fileType: "DOCX",
  pronom: { name: "Microsoft Word for Windows", code: "fmt/412" },
  opens: false,
  lasting: false,
  usual: false,
  returns: true,
  write: async ({ date, ...recipe }) =>
    (await import("../word/index.js")).wordFile({ ...recipe, date, edition: editionText(date) }),
};
