/** The styles of a Word file: by the id that paragraphs use. What each looks like stands in `styles.ts`. */

const names = [
  "Normal",
  "Title",
  "Subtitle",
  "CoverKicker",
  "CoverSlogan",
  "CoverStatus",
  "CoverEdition",
  "CoverPhoto",
  "Fact",
  "FactMore",
  "Heading1",
  "Heading2",
  "Heading3",
  "Heading4",
  "Heading5",
  "Heading6",
  "Heading7",
  "Heading8",
  "Heading9",
  "MinorHeading1",
  "MinorHeading2",
  "MinorHeading3",
  "MinorHeading4",
  "MinorHeading5",
  "MinorHeading6",
  "MinorHeading7",
  "MinorHeading8",
  "MinorHeading9",
  "TOC1",
  "TOC2",
  "TOC3",
  "TOC4",
  "TOC5",
  "TOC6",
  "TOC7",
  "TOC8",
  "TOC9",
  "ListBullet",
  "ListNumber",
  "ListCode",
  "ListContinue",
  "Caption",
  "Source",
  "Figure",
  "Quote",
  "Speaker",
  "CalloutTitle",
  "Callout",
  "OpenTitle",
  "OpenPoint",
  "CardTitle",
  "CardText",
  "Tag",
  "DefinitionTerm",
  "Definition",
  "TableText",
  "TableTextSmall",
  "TableTextTight",
  "TableHeader",
  "TableHeaderSmall",
  "TableHeaderTight",
  "FootnoteText",
  "CommentText",
  "Header",
  "Footer",
  "SectionEnd",
] as const;

export type ParagraphStyle = (typeof names)[number];

/** Word has nine levels of headings, and of lines in the contents. */
export const LEVELS = 9;
const of = (style: string, level: number): ParagraphStyle => `${style}${Math.min(level, LEVELS)}` as ParagraphStyle;

/** The style of a heading, by its level from 1. */
export const headingStyle = (level: number, minor: boolean): ParagraphStyle =>
  of(minor ? "MinorHeading" : "Heading", level);

/** The style of a line of the contents. */
export const contentsStyle = (level: number): ParagraphStyle => of("TOC", level);

/** How large the letters of a table are. */
export type TableSize = "normal" | "dense" | "tight";

const sizes = { normal: "", dense: "Small", tight: "Tight" } as const;

/** The style of a cell. */
export const cellStyle = (size: TableSize, header = false): ParagraphStyle =>
  `${header ? "TableHeader" : "TableText"}${sizes[size]}`;
