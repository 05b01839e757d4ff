/** The styles of tables. */
import { colours } from "./colours.js";
import { mm } from "./sizes.js";
import { border, light, shade } from "./style-xml.js";
import { element } from "./xml.js";

/** The usual table, and that of the house: a row of headers in its colour, lines between rows. */
export function tableStyles(house: string): string {
  const margins = element(
    "w:tblCellMar",
    {},
    element("w:top", { "w:w": mm(1), "w:type": "dxa" }),
    element("w:left", { "w:w": mm(1.5), "w:type": "dxa" }),
    element("w:bottom", { "w:w": mm(0.6), "w:type": "dxa" }),
    element("w:right", { "w:w": mm(1.5), "w:type": "dxa" }),
  );
  const lines = element(
    "w:tblBorders",
    {},
    border("bottom", colours.line, 0.5, 0),
    border("insideH", colours.line, 0.5, 0),
  );
  return (
    element(
      "w:style",
      { "w:type": "table", "w:default": 1, "w:styleId": "TableNormal" },
      element("w:name", { "w:val": "Normal Table" }),
      element("w:semiHidden"),
      element("w:tblPr", {}, element("w:tblInd", { "w:w": 0, "w:type": "dxa" })),
    ) +
    element(
      "w:style",
      { "w:type": "table", "w:customStyle": 1, "w:styleId": "HouseTable" },
      element("w:name", { "w:val": "Tabel huisstijl" }),
      element("w:basedOn", { "w:val": "TableNormal" }),
      element("w:qFormat"),
      element("w:tblPr", {}, lines, margins),
      element(
        "w:tblStylePr",
        { "w:type": "firstRow" },
        element("w:tcPr", {}, shade(house), element("w:vAlign", { "w:val": "bottom" })),
      ),
      element("w:tblStylePr", { "w:type": "firstCol" }, element("w:rPr", {}, light)),
    )
  );
}
