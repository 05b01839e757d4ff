/** A drawing as a part of its own (ISO/IEC 29500-1, 21.2): with what it shows now, and the workbook behind it to change that. */
import { colours } from "../colours.js";
import { SANS } from "../fonts.js";
import { element, escaped, part, type Xml } from "../xml.js";
import type { Drawing, Point, Series } from "./drawing.js";
import { fillOf, lineOf, markerOf, NO_FILL, NO_STROKE, solid, stroke } from "./looks.js";
import { columnName, SHEET } from "./workbook.js";

const [CATEGORIES, VALUES] = [111, 222];
/** Of letters, in hundredths of a point. */
const SIZE = 900;

const val = (name: string, value: string | number): string => element(`c:${name}`, { val: value });

const LETTERS = solid(colours.ink) + element("a:latin", { typeface: SANS });

/** How the letters of something look. */
const look = (): string =>
  element(
    "c:txPr",
    {},
    element("a:bodyPr"),
    element("a:lstStyle"),
    element(
      "a:p",
      {},
      element("a:pPr", {}, element("a:defRPr", { sz: SIZE, b: 0 }, LETTERS)),
      element("a:endParaRPr", { lang: "nl-NL" }),
    ),
  );

/** Words on lines. */
const rich = (lines: readonly string[], bold: boolean, align: "l" | "ctr" = "ctr"): string =>
  element(
    "c:tx",
    {},
    element(
      "c:rich",
      {},
      element("a:bodyPr", { wrap: "none" }),
      element("a:lstStyle"),
      lines.map((line) =>
        element(
          "a:p",
          {},
          element("a:pPr", { algn: align }, element("a:defRPr", { sz: SIZE, b: bold ? 1 : 0 })),
          element(
            "a:r",
            {},
            element("a:rPr", { lang: "nl-NL", sz: SIZE, b: bold ? 1 : 0 }, LETTERS),
            element("a:t", {}, escaped(line)),
          ),
        ),
      ),
    ),
  );

/** @param from whether it is measured from the edge of the drawing, or from where the thing would stand */
const layout = (
  values: Readonly<Record<string, number>>,
  { from = "itself", inner = false }: { from?: "edge" | "itself"; inner?: boolean } = {},
): string =>
  element(
    "c:layout",
    {},
    element(
      "c:manualLayout",
      {},
      inner && val("layoutTarget", "inner"),
      from === "edge" && val("xMode", "edge") + val("yMode", "edge"),
      Object.entries(values).map(([name, value]) => val(name, Number(value.toFixed(5)))),
    ),
  );

/** What labels show besides the words that they have. */
const shown = (value: 0 | 1): string =>
  val("showLegendKey", 0) +
  val("showVal", value) +
  val("showCatName", 0) +
  val("showSerName", 0) +
  val("showPercent", 0) +
  val("showBubbleSize", 0);

function labels({ points, tone }: Series, { form, stacked }: Drawing): string {
  const position = (point: Point): string => (form === "bars" ? (stacked ? "ctr" : "outEnd") : point.shift ? "r" : "t");
  const each = points.map((point, index) =>
    point?.label
      ? element(
          "c:dLbl",
          {},
          val("idx", index),
          point.shift && layout({ x: point.shift[0], y: point.shift[1] }),
          rich(point.label, tone === "own" && point.tone === undefined, point.shift ? "l" : "ctr"),
          stacked ? element("c:spPr", {}, solid("FFFFFF"), NO_STROKE) : "",
          val("dLblPos", position(point)),
          shown(1),
        )
      : "",
  );
  return element("c:dLbls", {}, each, element("c:spPr", {}, NO_FILL, NO_STROKE), look(), shown(0));
}

const numbers = (values: readonly (number | undefined)[]): string =>
  element("c:formatCode", {}, "General") +
  val("ptCount", values.length) +
  values
    .map((value, index) => value !== undefined && element("c:pt", { idx: index }, element("c:v", {}, String(value))))
    .filter(Boolean)
    .join("");

const words = (values: readonly string[]): string =>
  val("ptCount", values.length) +
  values.map((value, index) => element("c:pt", { idx: index }, element("c:v", {}, escaped(value)))).join("");

/** The bounds of margins. */
function margins({ points }: Series): string {
  if (!points.some((point) => point?.low !== undefined)) return "";
  const bound = (name: string, of: (point: Point) => number): string =>
    element(
      `c:${name}`,
      {},
      element("c:numLit", {}, numbers(points.map((point) => (point ? Math.max(0, Number(of(point).toFixed(6))) : 0)))),
    );
  return element(
    "c:errBars",
    {},
    val("errBarType", "both"),
    val("errValType", "cust"),
    val("noEndCap", 0),
    bound("plus", ({ value, high = value }) => high - value),
    bound("minus", ({ value, low = value }) => value - low),
    element("c:spPr", {}, stroke(colours.ink, 0.75)),
  );
}

function seriesXml(series: Series, index: number, drawing: Drawing, house: string): string {
  const { title, tone, turn, points } = series;
  const { form, categories } = drawing;
  const column = columnName(index + 1);
  const to = categories.length + 1;
  const own = points.map((point, at) => {
    if (!point || (!point.open && point.tone === undefined)) return "";
    const style =
      form === "lines"
        ? markerOf(tone, turn, house, true) + val("bubble3D", 0) + element("c:spPr", {}, lineOf(tone, turn, house))
        : val("invertIfNegative", 0) +
          val("bubble3D", 0) +
          element(
            "c:spPr",
            {},
            point.open ? solid("FFFFFF") + stroke(house, 1.5, "sysDash") : fillOf(point.tone ?? tone, house),
          );
    return element("c:dPt", {}, val("idx", at), style);
  });
  return element(
    "c:ser",
    {},
    val("idx", index),
    val("order", index),
    element(
      "c:tx",
      {},
      element("c:strRef", {}, element("c:f", {}, `${SHEET}!$${column}$1`), element("c:strCache", {}, words([title]))),
    ),
    element("c:spPr", {}, form === "lines" ? lineOf(tone, turn, house) : fillOf(tone, house)),
    form === "lines" ? markerOf(tone, turn, house, false) : val("invertIfNegative", 0),
    own,
    labels(series, drawing),
    margins(series),
    element(
      "c:cat",
      {},
      element(
        "c:strRef",
        {},
        element("c:f", {}, `${SHEET}!$A$2:$A$${to}`),
        element("c:strCache", {}, words(categories)),
      ),
    ),
    element(
      "c:val",
      {},
      element(
        "c:numRef",
        {},
        element("c:f", {}, `${SHEET}!$${column}$2:$${column}$${to}`),
        element("c:numCache", {}, numbers(points.map((point) => point?.value))),
      ),
    ),
    form === "lines" && val("smooth", 0),
  );
}

function axesXml({ form, axis, told, stacked }: Drawing): string {
  const { min, max, step, decimals } = axis;
  const bars = form === "bars";
  const format = `${stacked ? "0" : "#,##0"}${decimals > 0 ? `.${"0".repeat(decimals)}` : ""}`;
  const grid = element("c:majorGridlines", {}, element("c:spPr", {}, stroke(colours.line, 0.5)));
  return (
    element(
      "c:catAx",
      {},
      val("axId", CATEGORIES),
      element("c:scaling", {}, val("orientation", bars ? "maxMin" : "minMax")),
      val("delete", 0),
      val("axPos", bars ? "l" : "b"),
      element("c:numFmt", { formatCode: "General", sourceLinked: 0 }),
      val("majorTickMark", "none"),
      val("minorTickMark", "none"),
      // Below numbers under nothing too.
      val("tickLblPos", "low"),
      element("c:spPr", {}, stroke(colours.soft, 0.75)),
      look(),
      val("crossAx", VALUES),
      val("crosses", "autoZero"),
      val("auto", 0),
      val("lblAlgn", "ctr"),
      val("lblOffset", 100),
      val("noMultiLvlLbl", 1),
    ) +
    element(
      "c:valAx",
      {},
      val("axId", VALUES),
      element("c:scaling", {}, val("orientation", "minMax"), val("max", max), val("min", min)),
      val("delete", told ? 0 : 1),
      val("axPos", bars ? "t" : "l"),
      told && grid,
      element("c:numFmt", { formatCode: format, sourceLinked: 0 }),
      val("majorTickMark", "none"),
      val("minorTickMark", "none"),
      val("tickLblPos", bars ? "nextTo" : "low"),
      element("c:spPr", {}, NO_STROKE),
      look(),
      val("crossAx", CATEGORIES),
      val("crosses", "autoZero"),
      val("crossBetween", "between"),
      val("majorUnit", step),
    )
  );
}

function plotXml(drawing: Drawing, house: string): string {
  const series = drawing.series.map((one, index) => seriesXml(one, index, drawing, house));
  const axes = val("axId", CATEGORIES) + val("axId", VALUES);
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
