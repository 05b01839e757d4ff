import { readFile } from "node:fs/promises";
import { getDocument, type PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { openPrinter, readPrint } from "../../src/pdf/index.js";

/** Opens a PDF with a parser that isn't ours. */
export async function openPdf(path: string): Promise<PDFDocumentProxy> {
  return getDocument({ data: new Uint8Array(await readFile(path)), verbosity: 0 }).promise;
}

/** The text of each page, with single spaces. */
export async function pageTexts(pdf: PDFDocumentProxy): Promise<string[]> {
  const texts: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    texts.push(
      items
        .map((item) => ("str" in item ? item.str : ""))
        .join(" ")
        .replace(/\s+/g, " "),
    );
  }
  return texts;
}

/** Prints a page and finishes it as a document, of which the contents names the pages of some anchors. */
export async function finishPrint(html: string, numbered: readonly string[] = []): Promise<Uint8Array> {
  const printer = openPrinter({ sandbox: process.getuid?.() !== 0 });
  try {
    const print = await readPrint(await printer.print(html));
    return await print.finish({
      title: "x",
      author: "x",
      subject: "x",
      language: "nl",
      date: new Date(0),
      bookmarks: [],
      numbered,
      titles: new Map(),
      data: "{}",
      html,
    });
  } finally {
    await printer.close();
  }
}
