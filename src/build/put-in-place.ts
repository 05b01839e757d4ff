import { join } from "node:path";
import type { DocumentInfo } from "../documents/index.js";
import { type Format, fileOf, formats } from "../formats/index.js";
import { keepKnown } from "./known.js";
import { keepLastBuild, stampOf, type WrittenFile } from "./last-build.js";
import { madeOfNow, makeIndex } from "./make.js";
import { type DocumentEntry, type FileEntry, hashOfFile, MANIFEST, manifestOf } from "./manifest.js";
import type { MadeSet, ReadySet, Start } from "./set.js";
import type { BuildOptions, BuildResult } from "./types.js";

/** Moves what was made into the output folder, with an index and a manifest, and remembers it. */
export async function putInPlace(options: BuildOptions, start: Start, ready: ReadySet): Promise<BuildResult> {
  const { out, program, marking } = options;
  const compared = marking?.since;
  const { sources, output, cache } = start;
  const { set, claimed, diagnostics, sourceOf } = ready;
  const { documents, older } = await holding(out, program, ready);
  const origin = { program, edition: set.edition, model: set.model, sources, compared };
  // Who comes by the index gets what the content gives, and nothing else.
  const index = makeIndex(origin, without(documents, older));
  const manifest = manifestOf(origin, documents, index.entry);
  await output.add({ path: index.entry.path, bytes: index.bytes });
  await output.add({ path: MANIFEST, bytes: manifest });
  const paths = [...documents.flatMap(({ files }) => files.map(({ path }) => path)), index.entry.path, MANIFEST];
  const gone = (claimed.earlier?.documents ?? [])
    .flatMap(({ files }) => files.map(({ path }) => path))
    .filter((path) => !paths.includes(path));
  const before = start.last?.files ?? {};
  output.commit({ own: claimed.own, remove: gone });
  const files = await written(out, paths, set.files, before);
  // A build with something to tell is never skipped: it must be told again.
  // What a revision is called may mean another one tomorrow, and answers are no part of the content.
  const key = diagnostics.length > 0 || older.length > 0 || compared !== undefined || options.answers ? "" : start.key;
  await Promise.all([
    keepLastBuild(cache, out, { key, documents: set.made, files }),
    keepKnown(cache, start.fingerprint, "build", ready),
    cache.prune(),
  ]);
  return { diagnostics, sourceOf, documents: set.made, outcomes: set.outcomes, older };
}

/** What the output folder holds after this build, and which files of it are of other content or were changed since. */
async function holding(
  out: string,
  program: string,
  { set, claimed }: ReadySet,
): Promise<{ documents: DocumentEntry[]; older: string[] }> {
  const older: string[] = [];
  const filesOf = (documents: readonly DocumentEntry[] = []): Map<string, FileEntry> =>
    new Map(documents.flatMap(({ files }) => files.map((file) => [file.path, file])));
  const made = filesOf(set.made);
  const before = filesOf(claimed.earlier?.documents);
  const entryOf = async (info: DocumentInfo, format: Format): Promise<FileEntry[]> => {
    const path = fileOf(info, format);
    const now = made.get(path);
    const kept = before.get(path);
    if (now || !kept) return now ? [now] : [];
    const lies = await hashOfFile(join(out, path));
    if (lies === undefined) return [];
    if (lies !== kept.sha256 || kept.madeOf !== madeOfNow(info, format, program, set)) older.push(path);
    return [kept];
  };
  const documents: DocumentEntry[] = [];
  for (const info of set.all) {
    const files = (await Promise.all(formats.map((format) => entryOf(info, format)))).flat();
    if (files.length > 0) documents.push({ ...info, files });
  }
  return { documents, older };
}

/** Documents without some of their files. */
export const without = (documents: readonly DocumentEntry[], paths: readonly string[]): DocumentEntry[] =>
  documents
    .map((document) => ({ ...document, files: document.files.filter(({ path }) => !paths.includes(path)) }))
    .filter(({ files }) => files.length > 0);

/** What to remember of every file that the output folder holds now. What this build left alone may have been spoiled before it. */
async function written(
  out: string,
  paths: readonly string[],
  now: MadeSet["files"],
  before: Readonly<Record<string, WrittenFile>>,
): Promise<Record<string, WrittenFile>> {
  const entries = await Promise.all(
    paths.map(async (path): Promise<[string, WrittenFile]> => {
      const made = now.get(path);
      const known = before[path];
      if (!made && known?.made) return [path, known];
      return [path, { ...(await stampOf(out, path)), ...(made && { made }) }];
    }),
  );
  return Object.fromEntries(entries);
}
