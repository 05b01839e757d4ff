import type { WrittenFormat } from "./format.js";

/** The web page. */
export const html: WrittenFormat = {
  extension: "html",
  mediaType: "text/html",
  name: "webpagina",
  fileType: "HTML",
  pronom: { name: "Hypertext Markup Language 5.0", code: "fmt/471" },
  opens: true,
  lasting: false,
  usual: true,
  returns: false,
  carries: async (bytes) => (await import("./carried-by-page.js")).carriedByPage(bytes),
  write: async ({ document, date }) => (await import("./rendered.js")).webPage(document, date),
};
