/** A document with where its texts come from, and two editions of it. */
import type { Path } from "../content/index.js";
import type { Document } from "./document.js";

/** A line of a text in the content: a sentence, as content has one to a line; of a table, a cell. */
export interface TextLine {
  /** Path of the file in the content folder. */
  readonly file: string;
  /** Where the text stands in the file. */
  readonly path: Path;
  /** The same with ids in the place of the numbers of items that have one: "measures/camera/text". */
  readonly keys: string;
  /** Which line of the text it is, from 0. */
  readonly line: number;
  /** Offsets in the text, in which a body goes by the name that the program has for it: `[[body:council]]`. */
  readonly from: number;
  readonly to: number;
  /** What stands there, as it is written. */
  readonly source: string;
}

/** A document of which the lines of its texts end with signs. */
export interface Traced {
  readonly document: Document;
  /** By the number of their sign: see `prose/signs.ts`. */
  readonly lines: readonly TextLine[];
}

/** Who changed something, and when. */
export interface Reviser {
  readonly author: string;
  readonly date?: Date;
}

/** Two editions of a document, for who marks in the new one what changed: each knows where its texts come from. */
export interface Revision {
  /** Missing for a document that is new. */
  readonly before?: { readonly document: Document; readonly traced: Traced };
  readonly after: Traced;
  /** Who changed which text, and why. */
  readonly changes: readonly {
    readonly was?: Pick<TextLine, "file" | "path">;
    readonly is?: Pick<TextLine, "file" | "path">;
    readonly by: Reviser;
    readonly reason?: string;
  }[];
  /** Who stands for all other changes: those of what the program writes itself. */
  readonly otherwise: Reviser;
}

/** A document in which what changed is marked. */
export interface Marked {
  readonly document: Document;
  /** Both editions of it apart, for what marks changes in its own way. */
  readonly revision?: () => Revision;
}
