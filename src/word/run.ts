import { element, escaped, type Xml } from "./xml.js";

/** A piece of a paragraph of one look. */
export const run = (look: Xml, inner: Xml): string => element("w:r", {}, look && element("w:rPr", {}, look), inner);

/** Words, with tabs and line breaks as Word has them. */
export const text = (words: string, removed = false): string =>
  words
    .split(/([\t\n])/)
    .map((piece) =>
      piece === "\t"
        ? element("w:tab")
        : piece === "\n"
          ? element("w:br")
          : piece && element(removed ? "w:delText" : "w:t", { "xml:space": "preserve" }, escaped(piece)),
    )
    .join("");

/** Words of one look. */
export const plainRun = (words: string, look: Xml = ""): string => (words === "" ? "" : run(look, text(words)));
