/** Looks at what came back from a website: whether it still carries what it did when it went. */
import { readdir, readFile } from "node:fs/promises";
import { basename, join, relative, sep } from "node:path";
import { filesIn, hashOf, MANIFEST, type Manifest, readManifest } from "../build/manifest.js";
import { UsageError } from "../errors.js";
import { commandFor, formatOf } from "../formats/index.js";
import { beside, isGuide } from "../model/index.js";
import { plainFile } from "../output/plain-file.js";

/** A file that came back. */
export interface Returned {
  /** Where it stands in the output folder. */
  readonly path: string;
  /** Where it stands in the folder with what came back. */
  readonly found: string;
  /** Whether it is the same, byte for byte. */
  readonly same: boolean;
  /** What it carried and doesn't any more, in Dutch. */
  readonly gone: readonly string[];
  /** What it carries otherwise, in Dutch. */
  readonly changed: readonly string[];
  /** Why it can't be told what it carries, in Dutch. */
  readonly unread?: string;
}

export interface ReturnedSet {
  readonly files: readonly Returned[];
  /** Files of documents that didn't come back. */
  readonly absent: readonly string[];
  /** Files that are none of these documents. */
  readonly unknown: readonly string[];
}

/**
 * Compares what came back with what was made.
 * @param out the folder with the documents as `ivp` made them
 * @param folder the folder with what came back; files may lie elsewhere in it, as long as their names are the same
 * @throws {UsageError} when one of the folders isn't there, or the documents aren't as `ivp` made them
 */
export async function lookAtReturned(out: string, folder: string): Promise<ReturnedSet> {
  const manifest = await readManifest(out);
  if (!manifest) throw new UsageError(`In “${out}” staan geen documenten van ivp.`, "Maak ze eerst: ivp build.");
  const here = await filesUnder(folder);
  const wanted = manifest.documents.flatMap(({ files }) => files);
  const pairs = wanted.map((file) => ({ file, found: placeOf(file.path, here) }));
  if (pairs.every(({ found }) => found === undefined))
    throw new UsageError(
      `In “${folder}” staat geen enkel bestand van deze documenten.`,
      "Geef de map met wat van de website kwam; de bestanden moeten nog zo heten als in out.",
    );
  const files: Returned[] = [];
  for (const { file, found } of pairs)
    if (found !== undefined) files.push(await compared(out, file, join(folder, found), found));
  const known = new Set(pairs.map(({ found }) => found));
  return {
    files,
    absent: pairs.filter(({ found }) => found === undefined).map(({ file }) => file.path),
    unknown: here.filter((path) => !known.has(path) && !isBeside(path, manifest)),
  };
}

/** Where a file lies: at its own place, or else the only one of its name. */
function placeOf(path: string, here: readonly string[]): string | undefined {
  if (here.includes(path)) return path;
  const alike = here.filter((other) => basename(other).toLowerCase() === basename(path).toLowerCase());
  return alike.length === 1 ? alike[0] : undefined;
}

async function compared(
  out: string,
  { path, sha256 }: Manifest["index"],
  place: string,
  found: string,
): Promise<Returned> {
  const original = await plainFile(join(out, path));
  if (!original || hashOf(original) !== sha256)
    throw new UsageError(
      `Het bestand ${join(out, path)} is er niet of is niet zoals ivp het maakte.`,
      `Maak de documenten opnieuw: ${commandFor([path])} --force.`,
    );
  const bytes = await readFile(place);
  const nothing = { path, found, same: false, gone: [], changed: [] };
  if (hashOf(bytes) === sha256) return { ...nothing, same: true };
  const carries = formatOf(path)?.carries;
  if (!carries) return { ...nothing, unread: "is anders; van dit soort bestand kan ivp niet zeggen wat" };
  const [before, after] = await Promise.all([carries(original), carries(bytes)]);
  if (!before || !after) return { ...nothing, unread: "is niet te lezen" };
  const facts = Object.keys(before.facts).filter((fact) => before.facts[fact] !== undefined);
  return {
    ...nothing,
    gone: facts.filter((fact) => after.facts[fact] === undefined),
    changed: [
      ...facts.filter((fact) => after.facts[fact] !== undefined && after.facts[fact] !== before.facts[fact]),
      ...(before.text === after.text ? [] : ["de tekst"]),
    ],
  };
}

/** What `ivp` puts beside documents, and what leads to them. */
const isBeside = (path: string, manifest: Manifest): boolean =>
  path === MANIFEST ||
  isGuide(path) ||
  path.startsWith(`${beside.metadata}/`) ||
  filesIn(manifest).some((file) => file.path === path);

/** Every file in a folder, hidden ones left out, with forward slashes. */
async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => {
    throw new UsageError(`De map “${folder}” is er niet.`, "Geef de map met wat van de website kwam.");
  });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).split(sep).join("/"))
    .filter((path) => !path.split("/").some((name) => name.startsWith(".")))
    .sort();
}
