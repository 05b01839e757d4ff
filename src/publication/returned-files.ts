/** Finds out which of the files that came back from a website is which of those that were made. */
import type { Dirent } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { basename, join, relative, sep } from "node:path";
import { type FileEntry, hashOf } from "../build/manifest.js";
import { EnvironmentError, UsageError } from "../errors.js";
import { formatOf } from "../formats/index.js";
import { plainFile } from "../output/plain-file.js";
import { reasonOf } from "../system-reasons.js";

/** What lies in a folder, with forward slashes; hidden files are left out. */
export interface Here {
  readonly files: readonly string[];
  /** Links, which aren't followed, and whatever else is no file. */
  readonly others: readonly string[];
}

/**
 * @throws {UsageError} when it isn't there, or is no folder
 * @throws {EnvironmentError} when it can't be read
 */
export async function filesUnder(folder: string): Promise<Here> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((cause: unknown) => {
    throw unreadable(folder, cause);
  });
  const paths = (own: (entry: Dirent) => boolean): string[] =>
    entries
      .filter(own)
      .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).split(sep).join("/"))
      .filter((path) => !path.split("/").some((name) => name.startsWith(".")))
      .sort();
  return {
    files: paths((entry) => entry.isFile()),
    others: paths((entry) => !entry.isFile() && !entry.isDirectory()),
  };
}

function unreadable(folder: string, cause: unknown): Error {
  const { code } = cause as NodeJS.ErrnoException;
  const hint = "Geef de map met wat van de website kwam.";
  if (code === "ENOENT") return new UsageError(`De map “${folder}” is er niet.`, hint, { cause });
  if (code === "ENOTDIR") return new UsageError(`“${folder}” is een bestand, geen map.`, hint, { cause });
  return new EnvironmentError(
    `De map “${folder}” is niet te lezen: ${reasonOf(cause)}.`,
    "Controleer of u haar mag lezen.",
    {
      cause,
    },
  );
}

/** No document is larger: what is, isn't read. */
const LARGEST = 1e9;

/** The bytes of a file of others; nothing where it can't be read, or is larger than any document. */
export const bytesOf = (path: string): Promise<Uint8Array | undefined> => plainFile(path, LARGEST);

/**
 * Which file is which: the one that lies where it was made; else the one with the same bytes, whatever it is called now; else the
 * only one of its name; else the only one with its title.
 * @param out the folder with what was made
 * @param folder the folder with what came back, in which `here` lies
 */
export async function pairedWith(
  wanted: readonly FileEntry[],
  here: readonly string[],
  { out, folder }: { readonly out: string; readonly folder: string },
): Promise<ReadonlyMap<FileEntry, string>> {
  const found = new Map<FileEntry, string>(
    wanted.filter(({ path }) => here.includes(path)).map((file) => [file, file.path]),
  );
  const lost = (): FileEntry[] => wanted.filter((file) => !found.has(file));
  const left = (): string[] => {
    const taken = new Set(found.values());
    return here.filter((path) => !taken.has(path) && formatOf(path.toLowerCase()) !== undefined);
  };
  const sizes = new Set(lost().map(({ bytes }) => bytes));
  for (const path of sizes.size === 0 ? [] : left()) {
    const info = await stat(join(folder, path)).catch(() => undefined);
    const bytes = info && sizes.has(info.size) ? await bytesOf(join(folder, path)) : undefined;
    const hash = bytes && hashOf(bytes);
    const same = lost().find(({ sha256 }) => sha256 === hash);
    if (same) found.set(same, path);
  }
  const names = new Map(wanted.map((file) => [file, nameOf(file.path)]));
  pairBy(names, new Map(left().map((path) => [path, nameOf(path)])), found);
  if (lost().length === 0 || left().length === 0) return found;
  const titles = new Map<FileEntry, string | undefined>();
  for (const file of lost()) titles.set(file, await titleOf(join(out, file.path)));
  const titlesHere = new Map<string, string | undefined>();
  for (const path of left()) titlesHere.set(path, await titleOf(join(folder, path)));
  pairBy(titles, titlesHere, found);
  return found;
}

/** Pairs what is alike and the only one to be so, on both sides. */
function pairBy(
  wanted: ReadonlyMap<FileEntry, string | undefined>,
  left: ReadonlyMap<string, string | undefined>,
  found: Map<FileEntry, string>,
): void {
  for (const [file, key] of wanted) {
    const alike = [...left].filter(([, own]) => own === key).map(([path]) => path);
    const [path] = alike;
    const only = [...wanted.values()].filter((own) => own === key).length === 1 && alike.length === 1;
    if (key !== undefined && path !== undefined && only && !found.has(file)) found.set(file, path);
  }
}

const nameOf = (path: string): string => basename(path).toLowerCase();

/** What a file calls itself, and what sort of file it is; nothing where it doesn't say. */
async function titleOf(path: string): Promise<string | undefined> {
  const format = formatOf(path.toLowerCase());
  const bytes = format?.carries && (await bytesOf(path));
  const title = bytes && (await format.carries?.(bytes))?.facts[TITLE];
  return title && `${format.extension}: ${title}`;
}

/** What formats call it. */
const TITLE = "de titel";
