import type { PrintedFormat } from "./format.js";

/** The PDF: PDF/UA-1 and PDF/A-3a. */
export const pdf: PrintedFormat = {
  extension: "pdf",
  mediaType: "application/pdf",
  name: "PDF",
  fileType: "PDF",
  pronom: { name: "Acrobat PDF/A - Portable Document Format 3a", code: "fmt/479" },
  opens: false,
  lasting: true,
  usual: true,
  returns: false,
  pagesIn: async (bytes) => (await (await import("../pdf/print.js")).readPrint(bytes)).pages,
  carries: async (bytes) => (await import("../pdf/carried.js")).carriedByPdf(bytes),
  print: async (recipe) => (await import("./rendered.js")).printOf(recipe),
};
