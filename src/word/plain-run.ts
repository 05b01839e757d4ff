import { element, escaped, type Xml } from "./xml.js";

/** Words of one look: a tab is a tab, and a line end a line break. */
export const plainRun = (text: string, look: Xml = ""): string =>
  text === ""
    ? ""
    : element(
        "w:r",
        {},
        look && element("w:rPr", {}, look),
        text
          .split(/([\t\n])/)
          .map((piece) =>
            piece === "\t"
              ? element("w:tab")
              : piece === "\n"
                ? element("w:br")
                : piece && element("w:t", { "xml:space": "preserve" }, escaped(piece)),
          ),
      );
