/** The fonts of the house: static files, as variable ones become Type 3 fonts in a PDF. */
export const faces = [
  { family: "Source Serif 4", file: "source-serif-4", weight: 400, style: "normal" },
  { family: "Source Serif 4", file: "source-serif-4", weight: 400, style: "italic" },
  { family: "Source Serif 4", file: "source-serif-4", weight: 600, style: "normal" },
  { family: "Source Serif 4", file: "source-serif-4", weight: 600, style: "italic" },
  { family: "Source Sans 3", file: "source-sans-3", weight: 400, style: "normal" },
  { family: "Source Sans 3", file: "source-sans-3", weight: 400, style: "italic" },
  { family: "Source Sans 3", file: "source-sans-3", weight: 600, style: "normal" },
  { family: "Source Sans 3", file: "source-sans-3", weight: 700, style: "normal" },
] as const;

export type Face = (typeof faces)[number];

/** The parts that each face comes in: the letters of western Europe, and more of them, as in Dvořák. */
export const subsets = ["latin", "latin-ext"] as const;

export type Subset = (typeof subsets)[number];

/** The name of a font file, in its npm package and where `npm run build` copies it. */
export const fontFile = ({ file, weight, style }: Face, subset: Subset): string =>
  `${file}-${subset}-${weight}-${style}.woff2`;
