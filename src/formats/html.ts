import type { WrittenFormat } from "./format.js";

/** The web page. */
export const html: WrittenFormat = {
  extension: "html",
  mediaType: "text/html",
  name: "webpagina",
  fileType: "HTML",
  opens: true,
  lasting: false,
  write: async ({ document, date }) => (await import("./rendered.js")).webPage(document, date),
};
