/** A drawing as a part of its own (ISO/IEC 29500-1, 21.2): with what it shows now, and the workbook behind it to change that. */
import { element, part, type Xml } from "../xml.js";
import { axes, axesXml } from "./axes-xml.js";
import type { Drawing } from "./drawing.js";
import { NO_FILL, NO_STROKE, solid } from "./looks.js";
import { layout, look, rich, val } from "./parts.js";
import { seriesXml } from "./series-xml.js";

function plotXml(drawing: Drawing, house: string): string {
  const series = drawing.series.map((one, index) => seriesXml(one, index, drawing, house));
  if (drawing.form === "lines")
    return element(
      "c:lineChart",
      {},
      val("grouping", "standard"),
      val("varyColors", 0),
      series,
      val("marker", 1),
      axes,
    );
  return element(
    "c:barChart",
    {},
    val("barDir", "bar"),
    val("grouping", drawing.stacked ? "stacked" : "clustered"),
    val("varyColors", 0),
    series,
    val("gapWidth", 45),
    val("overlap", drawing.stacked ? 100 : 0),
    axes,
  );
}

/**
 * @param house the colour of the house
 * @param workbook by which name the part knows its workbook
 */
export function chartXml(drawing: Drawing, house: string, workbook: string): string {
  const { title, key, plot } = drawing;
  const heading: Xml =
    title !== undefined &&
    element("c:title", {}, rich([title], true, "l"), layout({ x: 0.02, y: 0.02 }, { from: "edge" }), val("overlay", 0));
  return part(
    element(
      "c:chartSpace",
      {
        "xmlns:c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
        "xmlns:a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
      },
      val("date1904", 0),
      val("lang", "nl-NL"),
      val("roundedCorners", 0),
      element(
        "c:chart",
        {},
        heading,
        val("autoTitleDeleted", title === undefined ? 1 : 0),
        element(
          "c:plotArea",
          {},
          layout({ x: plot.x, y: plot.y, w: plot.width, h: plot.height }, { from: "edge", inner: true }),
          plotXml(drawing, house),
          axesXml(drawing),
          element("c:spPr", {}, NO_FILL, NO_STROKE),
        ),
        key && element("c:legend", {}, val("legendPos", "t"), val("overlay", 0), look()),
        val("plotVisOnly", 1),
        val("dispBlanksAs", "gap"),
      ),
      element("c:spPr", {}, solid("FFFFFF"), NO_STROKE),
      look(),
      element("c:externalData", { "r:id": workbook }, val("autoUpdate", 0)),
    ),
  );
}
