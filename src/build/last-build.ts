import { createHash } from "node:crypto";
import { statSync } from "node:fs";
import { stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { RawFile } from "../content/read.js";
import type { Format } from "../formats/index.js";
import type { Cache } from "./cache.js";
import type { Edition } from "./edition.js";
import type { DocumentEntry, FileEntry } from "./manifest.js";
import type { Parts } from "./parts.js";
import type { Shard } from "./shard.js";

/** What the last build into an output folder made, and of what. */
export interface LastBuild {
  /** Everything that decides what a build does; empty when it must not be skipped. */
  readonly key: string;
  readonly documents: readonly DocumentEntry[];
  /** By path in the output folder. */
  readonly files: Readonly<Record<string, WrittenFile>>;
}

/** A file as it was written: when and how large, so that a change by someone else is seen. */
export interface Stamp {
  readonly size: number;
  readonly mtimeMs: number;
  /** Whoever sets back the time of a file still changes this one. */
  readonly ctimeMs: number;
}

export interface WrittenFile extends Stamp {
  /** Of a document's file. */
  readonly made?: {
    readonly entry: FileEntry;
    /** What it was made of and by what, in one hash. */
    readonly key: string;
    /** What it shows. */
    readonly parts: Parts;
  };
}

/** The name of the record of what a command made last in a folder. */
export const recordName = (command: "build" | "pack", out: string): string =>
  `${command}-${createHash("sha256").update(resolve(out)).digest("hex").slice(0, 16)}`;

export const readLastBuild = async (cache: Cache, out: string): Promise<LastBuild | undefined> =>
  (await cache.record(recordName("build", out))) as LastBuild | undefined;

export const keepLastBuild = (cache: Cache, out: string, last: LastBuild): Promise<void> =>
  cache.keepRecord(recordName("build", out), last);

/** The key of a build: the same key gives the same output folder. */
export function buildKey(
  program: string,
  sources: readonly RawFile[],
  edition: Edition,
  wanted: {
    readonly only: readonly string[];
    readonly formats: readonly Format[];
    readonly shard?: Shard;
  },
): string {
  const hash = createHash("sha256").update(
    JSON.stringify([program, edition, { ...wanted, formats: wanted.formats.map(({ extension }) => extension) }]),
  );
  for (const { path, bytes } of sources) hash.update(`${path} ${bytes.length}\n`).update(bytes);
  return hash.digest("hex");
}

/** Whether a file lies in the output folder as it was written: nobody changed or removed it. */
export function isUntouched(out: string, path: string, written: Stamp): boolean {
  const now = statOf(join(out, path));
  return (
    now !== undefined && now.size === written.size && now.mtimeMs === written.mtimeMs && now.ctimeMs === written.ctimeMs
  );
}

function statOf(path: string): Stamp | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

/** Size and times of a file that was just written. */
export async function stampOf(out: string, path: string): Promise<Stamp> {
  const { size, mtimeMs, ctimeMs } = await stat(join(out, path));
  return { size, mtimeMs, ctimeMs };
}
