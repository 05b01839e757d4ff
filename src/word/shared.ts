import type { Document } from "../documents/index.js";
import type { Drawing } from "./charts/index.js";
import type { Names } from "./names.js";
import type { Numbering } from "./numbering.js";
import type { Note, Paragraph } from "./pieces.js";

/** What all parts of one file share. */
export interface Shared {
  readonly images: Document["images"];
  readonly names: Names;
  readonly numbering: Numbering;
  /** The colours that a style exists for. */
  readonly themes: ReadonlyMap<string, string>;
  /** What a list in a box looks like. */
  readonly boxes: Readonly<Record<NonNullable<Paragraph["box"]>, string>>;
  /** The numbers of the paragraphs that carry where they come from. */
  readonly carried: ReadonlyMap<Paragraph, number>;
  /** A number that no other bookmark, drawing or change has. */
  readonly unique: () => number;
  /** Puts an image into the package, and gives its path from the part that shows it. */
  readonly media: (file: string, bytes: Uint8Array, type: "png" | "jpeg") => string;
  /** Puts a chart into the package, and gives its path from the part that shows it. */
  readonly chart: (drawing: Drawing) => string;
  /** Keeps a footnote, and gives its number in the file. */
  readonly note: (note: Note) => number;
}
