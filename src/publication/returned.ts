/** Looks at what came back from a website: whether it still carries what it did when it went. */

import { existsSync } from "node:fs";
import { join } from "node:path";
import { hashOf, hashOfFile, MANIFEST, type Manifest, readManifest } from "../build/manifest.js";
import { ivp } from "../called/index.js";
import { UsageError } from "../errors.js";
import { commandFor, formatOf } from "../formats/index.js";
import { beside, isGuide } from "../model/index.js";
import { plainFile } from "../output/plain-file.js";
import { isHeldBack } from "./record.js";
import { bytesOf, filesUnder, pairedWith } from "./returned-files.js";

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
  /** Files of documents that didn't come back, and of those that a publication leaves out by itself. */
  readonly absent: readonly string[];
  readonly heldBack: readonly string[];
  /** Files that are none of these documents. */
  readonly unknown: readonly string[];
  /** Links and the like, which weren't followed. */
  readonly others: readonly string[];
  /** What `ivp publish` put beside documents: what is otherwise now or gone, and how much of it can't be compared. */
  readonly besides: {
    readonly changed: readonly string[];
    readonly gone: readonly string[];
    readonly uncompared: number;
  };
}

/**
 * Compares what came back with what was made.
 * @param out the folder with the documents as `ivp` made them, or as `ivp publish` put them ready
 * @param folder the folder with what came back; files may lie elsewhere in it, or be called otherwise
 * @throws {UsageError} when one of the folders isn't there, or the documents aren't as `ivp` made them
 * @throws {EnvironmentError} when the folder with what came back can't be read
 */
export async function lookAtReturned(out: string, folder: string): Promise<ReturnedSet> {
  const manifest = await readManifest(out);
  if (!manifest) throw new UsageError(`In “${out}” staan geen documenten van ivp.`, `Maak ze eerst: ${ivp} build.`);
  const { files: here, others } = await filesUnder(folder);
  const wanted = manifest.documents.flatMap(({ files }) => files);
  const pairs = await pairedWith(
    wanted,
    here.filter((path) => !isBeside(path, manifest)),
    { out, folder },
  );
  if (pairs.size === 0)
    throw new UsageError(
      `In “${folder}” staat geen enkel bestand van deze documenten.${others.length > 0 ? " Koppelingen zijn niet gevolgd." : ""}`,
      "Geef de map met wat van de website kwam, als bestanden met hun naam of titel van toen.",
    );
  const files: Returned[] = [];
  for (const file of wanted) {
    const found = pairs.get(file);
    if (found !== undefined) files.push(await compared(out, file, join(folder, found), found));
  }
  const known = new Set(pairs.values());
  const absent = (heldBack: boolean): string[] =>
    manifest.documents
      .filter(({ status }) => isHeldBack(status) === heldBack)
      .flatMap((document) => document.files.filter((file) => !pairs.has(file)).map(({ path }) => path));
  return {
    files,
    absent: absent(false),
    heldBack: absent(true),
    unknown: here.filter((path) => !known.has(path) && !isBeside(path, manifest)),
    others,
    besides: await besidesOf(
      out,
      folder,
      here.filter((path) => !known.has(path) && isBeside(path, manifest)),
    ),
  };
}

/** Compares what lies beside documents with what `ivp publish` put there; a folder that it didn't make, has none of that. */
async function besidesOf(out: string, folder: string, here: readonly string[]): Promise<ReturnedSet["besides"]> {
  if (!existsSync(join(out, beside.metadata))) return { changed: [], gone: [], uncompared: here.length };
  const { files } = await filesUnder(out);
  const changed: string[] = [];
  for (const path of here)
    if (files.includes(path) && (await hashOfFile(join(out, path))) !== (await hashOfFile(join(folder, path))))
      changed.push(path);
  return {
    changed,
    // The lines for robots.txt are to be copied, not to be published.
    gone: files.filter((path) => isSide(path) && path !== `${beside.robots}.txt` && !here.includes(path)),
    uncompared: here.filter((path) => !files.includes(path)).length,
  };
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
  const bytes = await bytesOf(place);
  const nothing = { path, found, same: false, gone: [], changed: [] };
  if (!bytes) return { ...nothing, unread: "is niet te lezen" };
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
  path === MANIFEST || path === manifest.index.path || isSide(path);

/** What only `ivp publish` puts there. */
const isSide = (path: string): boolean => isGuide(path) || path.startsWith(`${beside.metadata}/`);
