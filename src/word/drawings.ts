/** What stands in a line without being words: images and charts (ISO/IEC 29500-1, 20.4). */
import { element, type Xml } from "./xml.js";

const A = "http://schemas.openxmlformats.org/drawingml/2006/main";
const PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture";
const CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart";

/** What all of them have; sizes in English metric units. */
export interface Inline {
  /** A number that nothing else in the file has. */
  readonly id: number;
  readonly name: string;
  /** What it shows, for who doesn't see it. */
  readonly alt: string;
  readonly width: number;
  readonly height: number;
  /** By which name the part knows what is shown. */
  readonly relation: string;
}

const inline = ({ id, name, alt, width, height }: Inline, frame: Xml, uri: string, graphic: Xml): string =>
  element(
    "w:drawing",
    {},
    element(
      "wp:inline",
      { distT: 0, distB: 0, distL: 0, distR: 0 },
      element("wp:extent", { cx: width, cy: height }),
      element("wp:docPr", { id, name, descr: alt }),
      element("wp:cNvGraphicFramePr", {}, frame),
      element("a:graphic", { "xmlns:a": A }, element("a:graphicData", { uri }, graphic)),
    ),
  );

export function imageXml(own: Inline): string {
  const { id, name, alt, width, height, relation } = own;
  return inline(
    own,
    element("a:graphicFrameLocks", { "xmlns:a": A, noChangeAspect: 1 }),
    PIC,
    element(
      "pic:pic",
      { "xmlns:pic": PIC },
      element("pic:nvPicPr", {}, element("pic:cNvPr", { id, name, descr: alt }), element("pic:cNvPicPr")),
      element(
        "pic:blipFill",
        {},
        element("a:blip", { "r:embed": relation }),
        element("a:stretch", {}, element("a:fillRect")),
      ),
      element(
        "pic:spPr",
        {},
        element("a:xfrm", {}, element("a:off", { x: 0, y: 0 }), element("a:ext", { cx: width, cy: height })),
        element("a:prstGeom", { prst: "rect" }, element("a:avLst")),
      ),
    ),
  );
}

export const chartInline = (own: Inline): string =>
  inline(own, "", CHART, element("c:chart", { "xmlns:c": CHART, "r:id": own.relation }));
