/** What a build knows at its start, and what it has before anything is put in place. */

import type { Known } from "../check/examine.js";
import type { RawFile } from "../content/read.js";
import type { Report } from "../diagnostics.js";
import type { DocumentInfo } from "../documents/index.js";
import type { Output } from "../output/output.js";
import type { Cache } from "./cache.js";
import type { Claimed } from "./claim.js";
import type { Edition } from "./edition.js";
import type { LastBuild, WrittenFile } from "./last-build.js";
import type { Showing } from "./make.js";
import type { DocumentEntry } from "./manifest.js";
import type { Outcome } from "./types.js";

/** What is known before anything is loaded. */
export interface Start {
  readonly sources: readonly RawFile[];
  readonly edition: Edition;
  /** See `programFingerprint`. */
  readonly fingerprint: string;
  readonly cache: Cache;
  /** See `buildKey`. */
  readonly key: string;
  readonly last: LastBuild | undefined;
  readonly force: boolean;
  readonly output: Output;
  /** Whether the content is still what was read: it is read once more when this is asked first. */
  readonly unchanged: () => Promise<boolean>;
}

/** The documents of a build; what wasn't there yet waits in the output's staging folder. */
export interface MadeSet extends Showing {
  readonly all: readonly DocumentInfo[];
  readonly made: readonly DocumentEntry[];
  readonly outcomes: readonly Outcome[];
  /** What each file was made of, by path. */
  readonly files: ReadonlyMap<string, NonNullable<WrittenFile["made"]>>;
}

/** The documents of a build, ready to be put in place. */
export interface ReadySet extends Report, Known {
  readonly set: MadeSet;
  readonly claimed: Claimed;
}
