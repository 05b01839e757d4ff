/** The numbers of a chart as a workbook (ISO/IEC 29500-1, 18): Word opens it when someone changes the chart. */
import { packed } from "../packed.js";
import { Relations } from "../relations.js";
import { element, escaped, part } from "../xml.js";
import type { Drawing } from "./drawing.js";

export const SHEET = "Cijfers";

const S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** "A", "Z", "AA": the name of a column, by its number from 0. */
export const columnName = (index: number): string =>
  (index < 26 ? "" : columnName(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26));

/** The same drawing gives the same bytes. */
export function workbookOf({ categories, series }: Drawing): Uint8Array {
  const name = (column: number, row: number): string => `${columnName(column)}${row}`;
  const text = (words: string, column: number, row: number): string =>
    element(
      "c",
      { r: name(column, row), t: "inlineStr" },
      element("is", {}, element("t", { "xml:space": "preserve" }, escaped(words))),
    );
  const number = (value: number | undefined, column: number, row: number): string =>
    value === undefined ? "" : element("c", { r: name(column, row) }, element("v", {}, String(value)));
  const rows = [
    series.map(({ title }, column) => text(title, column + 1, 1)).join(""),
    ...categories.map(
      (category, index) =>
        text(category, 0, index + 2) +
        series.map(({ points }, column) => number(points[index]?.value, column + 1, index + 2)).join(""),
    ),
  ];
  const sheet = element(
    "worksheet",
    { xmlns: S },
    element(
      "sheetData",
      {},
      rows.map((cells, index) => element("row", { r: index + 1 }, cells)),
    ),
  );
  const book = new Relations();
  const id = book.to("worksheet", "worksheets/sheet1.xml");
  const root = new Relations();
  root.to("officeDocument", "xl/workbook.xml");
  const types = element(
    "Types",
    { xmlns: "http://schemas.openxmlformats.org/package/2006/content-types" },
    element("Default", { Extension: "rels", ContentType: "application/vnd.openxmlformats-package.relationships+xml" }),
    element("Default", { Extension: "xml", ContentType: "application/xml" }),
    element("Override", { PartName: "/xl/workbook.xml", ContentType: `${TYPE}.sheet.main+xml` }),
    element("Override", { PartName: "/xl/worksheets/sheet1.xml", ContentType: `${TYPE}.worksheet+xml` }),
  );
  return packed([
    ["[Content_Types].xml", part(types)],
    ["_rels/.rels", root.xml() ?? ""],
    [
      "xl/workbook.xml",
      part(
        element(
          "workbook",
          { xmlns: S, "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships" },
          element("sheets", {}, element("sheet", { name: SHEET, sheetId: 1, "r:id": id })),
        ),
      ),
    ],
    ["xl/_rels/workbook.xml.rels", book.xml() ?? ""],
    ["xl/worksheets/sheet1.xml", part(sheet)],
  ]);
}
