import type { Place } from "../diagnostics.js";

/** Someone's change in a document that came back. */
export interface Change {
  /** By which `--only` names it. */
  readonly number: number;
  readonly how: "gewijzigd" | "toegevoegd" | "verwijderd" | "verplaatst" | "opmaak";
  /** Who made it; nobody when it wasn't tracked. */
  readonly authors: readonly string[];
  readonly date?: string;
  readonly tracked: boolean;
  /** The heading above it. */
  readonly chapter: string;
  readonly was: string;
  readonly becomes: string;
  /** Where in the content it belongs; `keys` are those of the text. */
  readonly place?: Place & { readonly keys: string };
  /** Why it can't be written, in Dutch, as a sentence; missing when it can. */
  readonly refused?: string;
  /** What now stands in the content, when that changed too. */
  readonly now?: string;
}

/** A comment of someone on a document that came back. */
export interface Comment {
  readonly number: number;
  readonly author: string;
  readonly date: string;
  readonly text: string;
  /** The words that it is about. */
  readonly about: string;
  readonly chapter: string;
  readonly place?: Place & { readonly keys: string };
  readonly done: boolean;
  /** The number of the comment that this one answers. */
  readonly answers?: number;
}

export interface Review {
  /** The name of the document, as `--only` of a build has it. */
  readonly document: string;
  readonly title: string;
  /** The commit of the content that it was made of, if it was known. */
  readonly revision?: string;
  /** Whether it was made of other content than there is now. */
  readonly older: boolean;
  readonly changes: readonly Change[];
  readonly comments: readonly Comment[];
  /** What there is to know besides, in Dutch, as sentences. */
  readonly notices: readonly string[];
}
