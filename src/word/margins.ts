/** What stands around the text of pages: their size, and what is above and below them (ISO/IEC 29500-1, 17.6 and 17.10). */
import type { Status } from "../documents/index.js";
import { colours } from "./colours.js";
import { NAMESPACES } from "./namespaces.js";
import type { Paragraph, Part } from "./pieces.js";
import { plainRun } from "./run.js";
import { LANDSCAPE, MARGIN, PAGE, PAPER } from "./sizes.js";
import { element, type Xml } from "./xml.js";

type Margin = "header" | "footer";

/** Keeps a header or footer as a part of the file, the same one once, and gives the name by which the text knows it. */
export type KeepMargin = (kind: Margin, root: string) => string;

/** How many letters a header has room for on one line. */
const ROOM = { upright: 90, landscape: 140 } as const;

/** The words above a page. */
function headerText({ header: [left, right], landscape }: Pick<Part, "header" | "landscape">): string {
  const room = landscape ? ROOM.landscape : ROOM.upright;
  if (left.length + right.length > room) return [left, right].filter(Boolean).join("\n");
  return right ? `${left}\t${right}` : left;
}

/** What stands above and below pages, each text once: numbers of pages don't count. */
export const marginTexts = (parts: readonly Part[], status: Status): string[] => [
  ...new Set([...parts.map(headerText), stateText(status)].filter(Boolean)),
];

/** What pages look like around their text. */
export function sectionXml(part: Part, status: Status, keep: KeepMargin): string {
  const { landscape, cover, newPage } = part;
  const width = landscape ? LANDSCAPE : PAGE;
  const above = headerText(part);
  const state = stateOf(status);
  const reference = (kind: Margin, type: "default" | "first", inner: Xml): string =>
    element(`w:${kind}Reference`, { "w:type": type, "r:id": keep(kind, marginXml(kind, width, inner)) });
  return element(
    "w:sectPr",
    {},
    reference("header", "default", plainRun(above)),
    cover && reference("header", "first", ""),
    reference("footer", "default", [state, TAB, PAGE_NUMBER]),
    cover && reference("footer", "first", state),
    element("w:type", { "w:val": newPage ? "nextPage" : "continuous" }),
    landscape
      ? element("w:pgSz", { "w:w": PAPER.height, "w:h": PAPER.width, "w:orient": "landscape" })
      : element("w:pgSz", { "w:w": PAPER.width, "w:h": PAPER.height }),
    element("w:pgMar", {
      "w:top": MARGIN.top,
      "w:right": MARGIN.side,
      "w:bottom": MARGIN.bottom,
      "w:left": MARGIN.side,
      "w:header": 720,
      "w:footer": 600,
      "w:gutter": 0,
    }),
    cover && element("w:titlePg"),
  );
}

/** The state of the document stands on every page, until it is adopted. */
const stateText = ({ caution, label }: Status): string => (caution === undefined ? "" : label.toUpperCase());

const stateOf = (status: Status): string => {
  const text = stateText(status);
  return text && plainRun(text, element("w:color", { "w:val": colours.openInk }));
};

const TAB = element("w:r", {}, element("w:tab"));
const PAGE_NUMBER = element("w:fldSimple", { "w:instr": " PAGE " }, plainRun("1"));

/** A line above or below a page: its end stands at the end of the text. */
function marginXml(kind: Margin, width: number, inner: Xml): string {
  const style: Paragraph["style"] = kind === "header" ? "Header" : "Footer";
  const tabs =
    width !== PAGE &&
    element(
      "w:tabs",
      {},
      element("w:tab", { "w:val": "clear", "w:pos": PAGE }),
      element("w:tab", { "w:val": "right", "w:pos": width }),
    );
  const line = element("w:p", {}, element("w:pPr", {}, element("w:pStyle", { "w:val": style }), tabs), inner);
  return element(kind === "header" ? "w:hdr" : "w:ftr", NAMESPACES, line);
}
