/** What styles are made of. */
import { colours } from "./colours.js";
import { SANS } from "./fonts.js";
import { type Attributes, element } from "./xml.js";

export const spacing = (before: number, after: number, line?: number): string =>
  element("w:spacing", {
    "w:before": before * 20,
    "w:after": after * 20,
    ...(line && { "w:line": Math.round(line * 240), "w:lineRule": "auto" }),
  });
export const indent = (attributes: Attributes): string => element("w:ind", attributes);
export const size = (points: number): string =>
  element("w:sz", { "w:val": points * 2 }) + element("w:szCs", { "w:val": points * 2 });
export const colour = (value: string): string => element("w:color", { "w:val": value });
export const sans = element("w:rFonts", { "w:ascii": SANS, "w:hAnsi": SANS, "w:cs": SANS });
export const bold = element("w:b") + element("w:bCs");
export const light = element("w:b", { "w:val": 0 }) + element("w:bCs", { "w:val": 0 });
export const italic = element("w:i") + element("w:iCs");
export const keepNext = element("w:keepNext");
export const keepLines = element("w:keepLines");
export const border = (side: string, value: string, points: number, space: number): string =>
  element(`w:${side}`, { "w:val": "single", "w:sz": points * 8, "w:space": space, "w:color": value });
export const borders = (...sides: readonly string[]): string => element("w:pBdr", {}, sides);
export const shade = (fill: string): string =>
  element("w:shd", { "w:val": "clear", "w:color": "auto", "w:fill": fill });
export const tabs = (...stops: readonly Attributes[]): string =>
  element(
    "w:tabs",
    {},
    stops.map((stop) => element("w:tab", stop)),
  );
export const outline = (level: number): string => element("w:outlineLvl", { "w:val": level });

/** What a box looks like, in its order in `w:pPr`: lists within it look so too. */
export const boxes = ({ house }: { readonly house: string }) => ({
  callout: borders(border("left", house, 3, 8)) + shade(colours.tint),
  open: borders(border("left", colours.accent, 3, 8)) + shade(colours.openPaper),
});
