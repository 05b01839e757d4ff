/** The series of a drawing: their numbers, with labels and margins. */
import { colours } from "../colours.js";
import { element, escaped } from "../xml.js";
import type { Drawing, Point, Series } from "./drawing.js";
import { fillOf, lineOf, markerOf, NO_FILL, NO_STROKE, solid, stroke } from "./looks.js";
import { layout, look, rich, val } from "./parts.js";
import { columnName, SHEET } from "./workbook.js";

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

export function seriesXml(series: Series, index: number, drawing: Drawing, house: string): string {
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
