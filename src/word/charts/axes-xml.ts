/** The axes of a drawing: its categories and its values. */
import { colours } from "../colours.js";
import { element } from "../xml.js";
import type { Drawing } from "./drawing.js";
import { NO_STROKE, stroke } from "./looks.js";
import { look, val } from "./parts.js";

const [CATEGORIES, VALUES] = [111, 222];
export function axesXml({ form, axis, told, stacked }: Drawing): string {
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

/** Which axes a plot stands on. */
export const axes = val("axId", CATEGORIES) + val("axId", VALUES);
