import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { readContentFolder } from "../content/read.js";
import { hasErrors } from "../diagnostics.js";
import { composeIndex, listDocuments } from "../documents/index.js";
import { UsageError } from "../errors.js";
import { type Examined, examine } from "./examine.js";
import { makeHtml } from "./make.js";
import {
  type DocumentEntry,
  fileEntry,
  hashOf,
  MANIFEST,
  type Manifest,
  manifestOf,
  readManifest,
} from "./manifest.js";
import { openStaging } from "./staging.js";

export interface MergeOptions {
  readonly content: string;
  readonly out: string;
  /** The output folders of the parts. */
  readonly folders: readonly string[];
  /** Name and version of the program. */
  readonly program: string;
}

export interface MergeResult extends Pick<Examined, "diagnostics" | "sourceOf"> {
  /** Empty when the content has errors: then nothing is written. */
  readonly documents: readonly DocumentEntry[];
}

/**
 * Joins the parts of a sharded build into one output folder, the same byte for byte as a build in one go.
 * @throws {UsageError} when a folder holds no documents, the parts don't belong together, or a part is missing
 * @throws {EnvironmentError} when the disk refuses
 */
export async function merge({ content, out, folders, program }: MergeOptions): Promise<MergeResult> {
  const sources = await readContentFolder(content);
  const { model, diagnostics, sourceOf } = examine(sources);
  if (!model || hasErrors(diagnostics)) return { diagnostics, sourceOf, documents: [] };
  const parts = await Promise.all(folders.map(async (folder) => ({ folder, manifest: await manifestIn(folder) })));
  const [first] = parts;
  if (!first) throw new UsageError("Noem de mappen met de delen.", "Bijvoorbeeld: ivp merge deel-1 deel-2.");
  const edition = editionIn(first.manifest);
  const own = manifestOf(program, edition, sources, [], first.manifest.index);
  for (const { folder, manifest } of parts) {
    if (JSON.stringify(originOf(manifest)) !== JSON.stringify(originOf(JSON.parse(own.toString()) as Manifest)))
      throw new UsageError(
        `“${folder}” is niet uit dezelfde inhoud en met dezelfde ivp gemaakt.`,
        "Maak alle delen opnieuw uit dezelfde versie.",
      );
  }
  const documents = listDocuments(model).flatMap((info): DocumentEntry[] => {
    const found = parts.flatMap(({ manifest }) => manifest.documents.filter(({ id }) => id === info.id));
    const files = new Map(found.flatMap((document) => document.files.map((file) => [file.path, file])));
    return files.size > 0 ? [{ ...info, files: [...files.values()] }] : [];
  });
  const missing = listDocuments(model).filter(({ id }) => !documents.some((document) => document.id === id));
  if (missing.length > 0)
    throw new UsageError(`Er ontbreekt een deel: ${missing.map(({ id }) => id).join(", ")}.`, "Noem alle delen.");
  const staging = await openStaging(out);
  try {
    for (const { folder, manifest } of parts) {
      for (const { path, sha256 } of manifest.documents.flatMap(({ files }) => files)) {
        const bytes = await readFile(join(folder, path)).catch(() => Buffer.alloc(0));
        if (hashOf(bytes) !== sha256)
          throw new UsageError(`“${join(folder, path)}” ontbreekt of is gewijzigd.`, "Maak dat deel opnieuw.");
        await staging.add({ path, bytes });
      }
    }
    const index = makeHtml(composeIndex(model, documents), edition);
    await staging.add({ path: "index.html", bytes: index });
    const manifest = manifestOf(program, edition, sources, documents, fileEntry("index.html", index));
    await staging.add({ path: MANIFEST, bytes: manifest });
    await staging.commit();
  } finally {
    await staging.discard();
  }
  return { diagnostics, sourceOf, documents };
}

async function manifestIn(folder: string): Promise<Manifest> {
  const manifest = await readManifest(folder);
  if (!manifest)
    throw new UsageError(
      `In “${folder}” staan geen documenten van ivp.`,
      "Noem de mappen die ivp build --shard maakte.",
    );
  return manifest;
}

const originOf = ({ program, date, source }: Manifest) => ({ program, date, source });

const editionIn = ({ date, source }: Manifest) => ({
  date: new Date(date),
  ...(source.revision && { revision: source.revision }),
  modified: source.modified,
});
