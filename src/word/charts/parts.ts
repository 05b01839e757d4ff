/** What the parts of a drawing have in common: values, letters and places. */
import { colours } from "../colours.js";
import { SANS } from "../fonts.js";
import { element, escaped } from "../xml.js";
import { solid } from "./looks.js";

/** Of letters, in hundredths of a point. */
const SIZE = 900;

export const val = (name: string, value: string | number): string => element(`c:${name}`, { val: value });

const LETTERS = solid(colours.ink) + element("a:latin", { typeface: SANS });

/** How the letters of something look. */
export const look = (): string =>
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
export const rich = (lines: readonly string[], bold: boolean, align: "l" | "ctr" = "ctr"): string =>
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
export const layout = (
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
