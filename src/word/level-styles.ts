/** The styles that there are of every level: of headings, of small headings and of lines of the contents. */
import { mm, PAGE } from "./sizes.js";
import type { ParagraphStyle } from "./style-names.js";
import {
  bold,
  border,
  borders,
  colour,
  indent,
  keepLines,
  keepNext,
  outline,
  sans,
  size,
  spacing,
  tabs,
} from "./style-xml.js";
import { element, type Xml } from "./xml.js";

export interface Style {
  readonly name: string;
  readonly basedOn?: ParagraphStyle;
  readonly next?: ParagraphStyle;
  /** Of the paragraph: what is in `w:pPr`, in its order. */
  readonly paragraph?: Xml;
  /** Of the words: what is in `w:rPr`, in its order. */
  readonly words?: Xml;
  /** Not among the styles that Word offers first. */
  readonly rare?: true;
}

/** The sizes of headings, by level: where each chapter begins on a page of its own, and where they run on. */
export const CHAPTERS = [23, 15.5, 12.5, 11.5] as const;
export const RUNNING = [16, 13, 12, 11.5] as const;
export function levelStyles(house: string, accent: string, sizes: readonly number[]) {
  const heading = (level: number): Style => ({
    name: `heading ${level}`,
    basedOn: "Normal",
    next: "Normal",
    paragraph: [
      keepNext,
      keepLines,
      level === 1 ? borders(border("bottom", accent, 2, 4)) : "",
      element("w:suppressAutoHyphens"),
      level === 1
        ? spacing(sizes === CHAPTERS ? 0 : 22, sizes === CHAPTERS ? 14 : 8)
        : spacing(level === 2 ? 20 : 14, 5),
      outline(level - 1),
    ],
    words: [sans, bold, colour(house), size(sizes[level - 1] ?? 10.5)],
    ...(level > 6 && { rare: true }),
  });
  const minor = (level: number): Style => ({
    name: `Tussenkop ${level}`,
    basedOn: "Normal",
    next: "Normal",
    paragraph: [keepNext, keepLines, element("w:suppressAutoHyphens"), spacing(12, 3), outline(level - 1)],
    words: [sans, bold, size(level > 4 ? 10.5 : 11.5)],
  });
  const contents = (level: number): Style => ({
    name: `toc ${level}`,
    basedOn: "Normal",
    next: "Normal",
    paragraph: [
      tabs({ "w:val": "right", "w:leader": "dot", "w:pos": PAGE }),
      spacing(level === 1 ? 5 : 0, 1),
      indent({ "w:left": mm(8) * (level - 1), "w:right": mm(10) }),
    ],
    words: [sans, level === 1 ? bold : ""],
    ...(level > 4 && { rare: true }),
  });
  const levels = <P extends string>(prefix: P, of: (level: number) => Style) =>
    Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`${prefix}${index + 1}`, of(index + 1)])) as Record<
      `${P}${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9}`,
      Style
    >;
  return { ...levels("Heading", heading), ...levels("MinorHeading", minor), ...levels("TOC", contents) };
}
