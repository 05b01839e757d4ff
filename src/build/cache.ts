import { createHash, randomBytes } from "node:crypto";
import { readFileSync, rmSync, utimesSync } from "node:fs";
import { readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { makeFolder } from "../make-folder.js";

/** A document in one format, as it was made before. */
export interface CachedFile {
  readonly bytes: Uint8Array;
  /** Only of PDFs. */
  readonly pages?: number;
}

/**
 * What earlier builds made, in a folder that may be deleted at any time. Every entry is one file with its own checksum, put
 * in place by a rename, so that two builds at once and a crash in the middle do no harm.
 */
export interface Cache {
  /**
   * The file that was made under a key, if it is there and whole. It answers at once, so that what has to be printed is on its
   * way before anything else is done.
   */
  readonly file: (key: string) => CachedFile | undefined;
  readonly keepFile: (key: string, file: CachedFile) => Promise<void>;
  /** A small record under a name, such as what the last build made. */
  readonly record: (name: string) => Promise<unknown>;
  readonly keepRecord: (name: string, value: unknown) => Promise<void>;
  /** Removes files that no build has used for a month. */
  readonly prune: () => Promise<void>;
}

/** Where the cache of an output folder lies. */
export const cacheBeside = (out: string): string => join(dirname(resolve(out)), ".ivp-cache");

/** Goes up when entries are written otherwise: older ones are then not found any more. */
const VERSION = 2;
const MONTH = 30 * 24 * 60 * 60 * 1000;

/**
 * Opens the cache. It never throws: what can't be read counts as absent, what can't be written is left out.
 * @param note told, once, that the cache doesn't work, and why
 */
export function openCache(folder: string, note: (message: string) => void): Cache {
  const place = join(folder, `v${VERSION}`);
  let noted = false;
  const tell = (message: string): void => {
    if (!noted) note(message);
    noted = true;
  };
  const read = (name: string): Buffer | undefined => {
    let entry: Buffer;
    try {
      entry = readFileSync(join(place, name));
    } catch {
      return undefined;
    }
    const sum = entry.subarray(0, SUM);
    const content = entry.subarray(SUM);
    if (sum.equals(sumOf(name, content))) return content;
    tell(`De cache in ${folder} is beschadigd; wat daarin niet klopt, wordt opnieuw gemaakt.`);
    attempt(() => rmSync(join(place, name), { force: true }));
    return undefined;
  };
  const write = async (name: string, ...content: Uint8Array[]): Promise<void> => {
    const draft = join(place, `${name}.${randomBytes(6).toString("hex")}.tmp`);
    try {
      makeFolder(place);
      // Piece by piece: putting them together first would take twice the memory.
      await writeFile(draft, [sumOf(name, ...content), ...content]);
      await rename(draft, join(place, name));
    } catch {
      await rm(draft, { force: true }).catch(() => undefined);
      tell(`De cache in ${folder} is niet te beschrijven; de volgende keer wordt alles opnieuw gemaakt.`);
    }
  };
  return {
    file: (key) => {
      const content = read(key);
      if (!content) return undefined;
      const now = new Date();
      attempt(() => utimesSync(join(place, key), now, now));
      const pages = content.readUInt32LE(0);
      return { bytes: content.subarray(4), ...(pages > 0 && { pages }) };
    },
    keepFile: (key, { bytes, pages = 0 }) => {
      const head = Buffer.alloc(4);
      head.writeUInt32LE(pages);
      return write(key, head, bytes);
    },
    record: async (name) => {
      const content = read(`${name}.json`);
      try {
        return content && JSON.parse(content.toString("utf8"));
      } catch {
        return undefined;
      }
    },
    keepRecord: (name, value) => write(`${name}.json`, Buffer.from(JSON.stringify(value))),
    prune: async () => {
      for (const name of await readdir(place).catch(() => [])) {
        const path = join(place, name);
        const age = Date.now() - ((await stat(path).catch(() => undefined))?.mtimeMs ?? Date.now());
        if (age > MONTH) await rm(path, { force: true }).catch(() => undefined);
      }
    },
  };
}

/** Does what doesn't matter when it fails. */
function attempt(work: () => void): void {
  try {
    work();
  } catch {
    // The next build finds it as it is.
  }
}

const SUM = 32;
/** With its name, so that an entry doesn't pass for another. */
function sumOf(name: string, ...content: readonly Uint8Array[]): Buffer {
  const hash = createHash("sha256").update(`${name}\n`);
  for (const piece of content) hash.update(piece);
  return hash.digest();
}
