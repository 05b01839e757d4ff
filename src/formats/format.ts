import type { Document } from "../documents/document.js";
import type { Answers, Revision, Traced } from "../documents/index.js";
import type { Finishing } from "../pdf/index.js";

/** Everything of the content that goes into a document's file. What makes one gets this and nothing else. */
export interface Recipe {
  readonly document: Document;
  /** The date of the edition, if it is known. */
  readonly date: Date | undefined;
  /** Whose document it is, for the metadata of its file. */
  readonly author: string;
  /** Only of what comes back: where its texts come from. */
  readonly way?: WayBack;
  /** Only of what comes back, where what changed is marked. */
  readonly revision?: Revision;
  /** Only of what comes back: comments on it, with what the team answers. */
  readonly answers?: Answers;
}

/** What the file of a document carries, so that what people change in it finds the way back into the content. */
export interface WayBack {
  readonly traced: Traced;
  /** Which document of which content it is. */
  readonly passport: {
    readonly document: string;
    readonly kind: string;
    /** A hash of what the document is made of in the content. */
    readonly content: string;
    /** The commit of exactly that content, if there is one. */
    readonly revision?: string;
    /** Name and version of the program. */
    readonly program: string;
  };
}

/** What a file carries: what it says of itself, by what that is called, and its text without spaces. */
export interface Carried {
  readonly facts: Readonly<Record<string, string | undefined>>;
  readonly text: string;
}

/** What the program knows of a format. */
interface FormatFacts {
  /** How the names of its files end; `--format` calls it so too. */
  readonly extension: string;
  readonly mediaType: string;
  /** What readers call it, within a sentence: "webpagina". */
  readonly name: string;
  /** Its code in the table of file types of the EU (publications.europa.eu/resource/authority/file-type). */
  readonly fileType: string;
  /** What archives call it: its name and code in PRONOM (nationalarchives.gov.uk/pronom). */
  readonly pronom: { readonly name: string; readonly code: string };
  /** Whether it opens where the link to it stands, so that nobody has to know its size before. */
  readonly opens: boolean;
  /** Whether its files are the documents to keep: they carry the data of their document and its author. */
  readonly lasting: boolean;
  /** Whether a build makes it when nobody says what to make. */
  readonly usual: boolean;
  /** Whether people change its files and bring them back: they carry where their texts come from, and their author. */
  readonly returns: boolean;
  /** What a file carries; missing where `ivp` can't tell. It may be of anyone: nothing when it can't be read. */
  readonly carries?: (bytes: Uint8Array) => Promise<Carried | undefined>;
  /** The number, from 1, of the page on which each link target in a file stands; only of what has pages. */
  readonly pagesIn?: (bytes: Uint8Array) => Promise<ReadonlyMap<string, number>>;
}

/** A format that is written as it is. */
export interface WrittenFormat extends FormatFacts {
  readonly write: (recipe: Recipe) => Promise<Uint8Array>;
}

/** A format that the press prints and finishes. */
export interface PrintedFormat extends FormatFacts {
  readonly print: (recipe: Recipe) => Promise<Finishing>;
}

/**
 * What a document can be made into. To add a format, write such an object in a file of its own and name it in the list in
 * `index.ts`; nothing else has to change. What makes it is loaded when it is needed: every command knows the list.
 */
export type Format = WrittenFormat | PrintedFormat;
