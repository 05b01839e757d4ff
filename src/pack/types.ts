/** What packing is asked, and what it gives. */
import type { Edition } from "../build/edition.js";
import type { RawFile } from "../content/read.js";
import type { Report } from "../diagnostics.js";
import type { Comparison } from "../diff/index.js";
import type { Format } from "../formats/index.js";
import type { BrowserOptions } from "../pdf/index.js";
import type { Packed } from "./packing.js";

export interface PackOptions {
  readonly content: string;
  /** The folder in which each municipality gets its pack. */
  readonly out: string;
  /** Ids or names of municipalities; empty for the only one. */
  readonly asked: readonly string[];
  /** A pack for each municipality. */
  readonly all: boolean;
  readonly formats: readonly Format[];
  /** One file for each municipality, in the place of a folder. */
  readonly zip: boolean;
  /** The revision, tag or folder that the council decided on before; without it, the text that was kept of its decision. */
  readonly since?: string;
  readonly browser: BrowserOptions;
  /** Name and version of the program. */
  readonly program: string;
  readonly edition: (sources: Promise<readonly RawFile[]>) => Promise<Edition>;
  /** Compares the content with what was before: a revision, tag or folder, or what the council of a municipality adopted. */
  readonly compare: (
    before: string | { readonly municipality: string },
    sources: readonly RawFile[],
  ) => Promise<Comparison>;
  readonly force?: boolean;
  readonly note: (message: string) => void;
  readonly progress?: (done: number, total: number, title: string) => void;
}

/** What was packed; nothing when the content has errors. */
export interface PackResult extends Report {
  readonly packs: readonly Packed[];
}
