/** What lies in an output folder, held against what the content gives. */
import { join } from "node:path";
import type { Cache } from "../build/cache.js";
import { programFingerprint } from "../build/fingerprint.js";
import { cacheKey, madeOfNow, makeIndex } from "../build/make.js";
import {
  type DocumentEntry,
  type FileEntry,
  hashOf,
  MANIFEST,
  type Manifest,
  manifestOf,
  type Origin,
} from "../build/manifest.js";
import { ivp } from "../called/index.js";
import { type DocumentInfo, listDocuments } from "../documents/index.js";
import { one } from "../dutch.js";
import { UsageError } from "../errors.js";
import { commandFor, fileOf, formats } from "../formats/index.js";
import type { OutputFile } from "../output/output.js";
import { plainFile } from "../output/plain-file.js";

/**
 * The documents that a folder holds, as the content gives them.
 * @throws {UsageError} when the content gives one otherwise, or the manifest or the index isn't theirs
 */
export function documentsIn(manifest: Manifest, out: string, origin: Origin): DocumentEntry[] {
  const infos = new Map(listDocuments(origin.model).map((info) => [info.id, info]));
  const older = manifest.documents.flatMap(({ id, files }) =>
    files.filter(({ path, madeOf }) => madeOf !== given(infos.get(id), path, origin)).map(({ path }) => path),
  );
  if (older.length > 0)
    throw new UsageError(
      `In ${out} ${one(older.length, "is een bestand", "zijn bestanden")} van een eerdere inhoud: ${older.join(", ")}.`,
      `Maak alle documenten opnieuw: ${commandFor(older)}.`,
    );
  const documents = manifest.documents.flatMap(({ id, files }) => {
    const info = infos.get(id);
    return info ? [{ ...info, files }] : [];
  });
  const index = makeIndex(origin, documents);
  const own = manifestOf(origin, documents, index.entry);
  if (!own.equals(Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)))
    throw new UsageError(
      `${join(out, MANIFEST)} is niet zoals ivp het maakte.`,
      `Maak de documenten opnieuw: ${ivp} build --force.`,
    );
  return documents;
}

function given(info: DocumentInfo | undefined, path: string, origin: Origin): string | undefined {
  const format = info && formats.find((candidate) => path === fileOf(info, candidate));
  return format && madeOfNow(info, format, origin.program, origin);
}

/**
 * A file as `ivp` made it. A manifest can be changed along with it: where this machine keeps what it made of the same, that decides.
 * @throws {UsageError} when it is another
 */
export async function unchanged(out: string, { path, sha256, madeOf }: FileEntry, cache: Cache): Promise<OutputFile> {
  const bytes = await plainFile(join(out, path));
  const kept = cache.file(cacheKey(programFingerprint(process.env.IVP_BROWSER), madeOf));
  if (!bytes || hashOf(bytes) !== sha256 || (kept && hashOf(kept.bytes) !== sha256))
    throw new UsageError(
      `Het bestand ${join(out, path)} is er niet of is niet zoals ivp het maakte.`,
      `Maak de documenten opnieuw: ${commandFor([path])} --force.`,
    );
  return { path, bytes };
}
