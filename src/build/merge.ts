import { join } from "node:path";
import { ivp } from "../called/index.js";
import { examine } from "../check/examine.js";
import { readContentFolder } from "../content/read.js";
import { hasErrors, type Report } from "../diagnostics.js";
import { type DocumentInfo, listDocuments } from "../documents/index.js";
import { UsageError } from "../errors.js";
import { fileOf, formatOf, formats, usualFormats } from "../formats/index.js";
import { realPathOf } from "../output/folders.js";
import { openOutput } from "../output/output.js";
import { plainFile } from "../output/plain-file.js";
import { claim } from "./claim.js";
import { madeOfNow, makeIndex } from "./make.js";
import {
  type DocumentEntry,
  editionIn,
  type FileEntry,
  hashOf,
  isMadeOf,
  MANIFEST,
  type Manifest,
  manifestOf,
  type Origin,
  readManifest,
} from "./manifest.js";

export interface MergeOptions {
  readonly content: string;
  readonly out: string;
  /** The output folders of the parts. */
  readonly folders: readonly string[];
  /** Name and version of the program. */
  readonly program: string;
  /** Replaces what `ivp` didn't make, or of another plan. */
  readonly force?: boolean;
  /** Told what a user should know, in Dutch. */
  readonly note?: (message: string) => void;
}

export interface MergeResult extends Report {
  /** Empty when the content has errors: then nothing is written. */
  readonly documents: readonly DocumentEntry[];
}

interface Part {
  readonly folder: string;
  readonly manifest: Manifest;
}

/**
 * Joins the parts of a sharded build into one output folder, the same byte for byte as a build in one go. A part that is named
 * twice, or a file that is in two parts, counts once.
 * @throws {UsageError} when a folder holds no documents, the parts don't belong together, one is missing, or two differ
 * @throws {EnvironmentError} when the disk refuses
 */
export async function merge(options: MergeOptions): Promise<MergeResult> {
  const { content, out, folders, program, force = false, note } = options;
  const sources = await readContentFolder(content);
  const { model, diagnostics, sourceOf } = examine(sources);
  if (!model || hasErrors(diagnostics)) return { diagnostics, sourceOf, documents: [] };
  const parts = await partsIn(folders);
  const [first] = parts;
  if (!first) throw new UsageError("Noem de mappen met de delen.", `Bijvoorbeeld: ${ivp} merge deel-1 deel-2.`);
  const origin: Origin = { program, edition: editionIn(first.manifest), model, sources };
  for (const part of parts) refuseStranger(part, first, origin);
  const found = listDocuments(model).map((info) => ({ info, files: filesOf(info, parts, origin) }));
  refuseIncomplete(found);
  const documents = found.map(({ info, files }) => ({ ...info, files: files.map(({ entry }) => entry) }));
  const output = await openOutput({ out, content, note });
  try {
    const { earlier, own } = await claim(out, model, { force, note });
    for (const { entry, folder } of found.flatMap(({ files }) => files)) {
      const bytes = (await plainFile(join(folder, entry.path))) ?? Buffer.alloc(0);
      if (hashOf(bytes) !== entry.sha256)
        throw new UsageError(`“${join(folder, entry.path)}” ontbreekt of is gewijzigd.`, "Maak dat deel opnieuw.");
      await output.add({ path: entry.path, bytes });
    }
    const index = makeIndex(origin, documents);
    await output.add({ path: index.entry.path, bytes: index.bytes });
    await output.add({ path: MANIFEST, bytes: manifestOf(origin, documents, index.entry) });
    const kept = new Set(documents.flatMap(({ files }) => files.map(({ path }) => path)));
    const before = (earlier?.documents ?? []).flatMap(({ files }) => files.map(({ path }) => path));
    output.commit({ own, remove: before.filter((path) => !kept.has(path)) });
  } finally {
    output.close();
  }
  return { diagnostics, sourceOf, documents };
}

/** The parts, each once, by whatever name it was called. */
async function partsIn(folders: readonly string[]): Promise<Part[]> {
  const once = new Map(folders.map((folder) => [realPathOf(folder), folder]));
  return Promise.all(
    [...once.values()].map(async (folder) => {
      const manifest = await readManifest(folder);
      if (manifest) return { folder, manifest };
      throw new UsageError(
        `In “${folder}” staan geen documenten van ivp.`,
        `Noem de mappen die ${ivp} build --shard maakte.`,
      );
    }),
  );
}

function refuseStranger({ folder, manifest }: Part, { manifest: first }: Part, { program, sources }: Origin): void {
  if (manifest.compared !== undefined)
    throw new UsageError(
      `“${folder}” bevat documenten waarin wijzigingen zijn gemerkt.`,
      "Noem mappen die zonder --compare zijn gemaakt.",
    );
  const same = (of: (manifest: Manifest) => unknown): boolean =>
    JSON.stringify(of(manifest)) === JSON.stringify(of(first));
  if (
    manifest.program !== program ||
    !isMadeOf(manifest, sources) ||
    !same(({ date }) => date) ||
    !same(({ source: { revision, modified } }) => [revision, modified])
  )
    throw new UsageError(
      `“${folder}” is niet uit dezelfde inhoud en met dezelfde ivp gemaakt.`,
      "Maak alle delen opnieuw uit dezelfde versie.",
    );
}

/** The files of a document, each with a folder that holds it. */
function filesOf(info: DocumentInfo, parts: readonly Part[], origin: Origin): { entry: FileEntry; folder: string }[] {
  return formats.flatMap((format) => {
    const path = fileOf(info, format);
    const found = parts.flatMap(({ folder, manifest }) =>
      manifest.documents
        .flatMap(({ files }) => files.filter((file) => file.path === path))
        .map((entry) => ({ entry, folder })),
    );
    const [one] = found;
    if (!one) return [];
    const other = found.find(({ entry }) => JSON.stringify(entry) !== JSON.stringify(one.entry));
    if (other)
      throw new UsageError(
        `“${join(one.folder, path)}” en “${join(other.folder, path)}” zijn niet gelijk.`,
        "Maak deze delen opnieuw uit dezelfde versie.",
      );
    if (one.entry.madeOf !== madeOfNow(info, format, origin.program, origin))
      throw new UsageError(`“${join(one.folder, path)}” is van een eerdere inhoud.`, "Maak dat deel opnieuw.");
    return [one];
  });
}

/** A set has every document, and each in the same formats. */
function refuseIncomplete(found: readonly { info: DocumentInfo; files: readonly { entry: FileEntry }[] }[]): void {
  const paths = new Set(found.flatMap(({ files }) => files.map(({ entry }) => entry.path)));
  const some = formats.filter((format) => [...paths].some((path) => formatOf(path) === format));
  const used = some.length > 0 ? some : usualFormats;
  const missing = found.flatMap(({ info }) =>
    used.map((format) => fileOf(info, format)).filter((path) => !paths.has(path)),
  );
  if (missing.length > 0) throw new UsageError(`Er ontbreekt een deel: ${missing.join(", ")}.`, "Noem alle delen.");
}
