import type { RawFile } from "../content/index.js";
import type { Report } from "../diagnostics.js";
import type { Answers, Document, DocumentInfo, Marked } from "../documents/index.js";
import type { Format } from "../formats/index.js";
import type { BrowserOptions } from "../pdf/index.js";
import type { Edition } from "./edition.js";
import type { DocumentEntry } from "./manifest.js";
import type { Shard } from "./shard.js";

/** What marks documents: what changed in them. */
export interface Marking {
  /** Since when, as people call it. */
  readonly since: string;
  /**
   * Makes ready to mark the documents of these files.
   * @param apart whether both editions will be asked for, each with who changed what
   */
  readonly begin: (sources: readonly RawFile[], apart: boolean) => Promise<(document: Document) => Marked>;
}

export interface BuildOptions {
  readonly content: string;
  /** The folder for the documents; marked documents get a folder in it. */
  readonly out: string;
  /** Kinds or ids of documents; empty for all. */
  readonly only: readonly string[];
  readonly formats: readonly Format[];
  /** Only this part of the documents; the other parts are for other machines. */
  readonly shard?: Shard;
  readonly browser: BrowserOptions;
  /** Name and version of the program, for the manifest. */
  readonly program: string;
  /** Finds out which edition the files of the content folder are. */
  readonly edition: (sources: Promise<readonly RawFile[]>) => Promise<Edition>;
  /** Marks something in the documents, which then aren't those that are adopted. */
  readonly marking?: Marking;
  /** Comments on one document, with what the team answers; it then gets a folder in `out`, as it isn't the one that is adopted. */
  readonly answers?: Answers;
  /** Makes everything again, whatever earlier builds left, and replaces what `ivp` didn't make or of another plan. */
  readonly force?: boolean;
  /** Told what a user should know, in Dutch. */
  readonly note?: (message: string) => void;
  /** Told each document that is ready. */
  readonly progress?: (done: number, total: number, info: DocumentInfo) => void;
}

/** Where a file of a document came from in this build. */
export type Origin =
  /** It lay in the output folder already. */
  | "kept"
  /** An earlier build had made it. */
  | "cached"
  | "made";

/** What happened with one document in one format, and why. */
export interface Outcome {
  readonly info: DocumentInfo;
  readonly format: Format;
  readonly origin: Origin;
  /** The parts that differ from what was in the output folder; empty when nothing was known of it. */
  readonly changed: readonly string[];
}

/** What a build gives. Its report has errors and warnings; notes are for `ivp check`. */
export interface BuildResult extends Report {
  /** The documents that the output folder holds by this build; empty when the content has errors. */
  readonly documents: readonly DocumentEntry[];
  /** Empty when nothing at all differed from the last build: then nothing was looked into. */
  readonly outcomes: readonly Outcome[];
  /** Files in the output folder that this build left alone, and that the content doesn't give any more. */
  readonly older: readonly string[];
}
