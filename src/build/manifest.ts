import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { RawFile } from "../content/index.js";
import type { DocumentInfo } from "../documents/index.js";
import type { Edition } from "./edition.js";

/** One file of a document, as it lies in the output folder. */
export interface FileEntry {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  /** Only of PDFs. */
  readonly pages?: number;
}

export interface DocumentEntry extends DocumentInfo {
  readonly files: readonly FileEntry[];
}

/** `manifest.json`: what the output folder holds and from which content it was made. */
export interface Manifest {
  readonly program: string;
  readonly date: string;
  readonly source: {
    readonly revision: string | null;
    readonly modified: boolean;
    /** Every file of the content folder, by path. */
    readonly files: readonly { readonly path: string; readonly sha256: string }[];
  };
  readonly documents: readonly DocumentEntry[];
  readonly index: FileEntry;
}

export const MANIFEST = "manifest.json";

export const hashOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** The SHA-256 of a file, if it is there. */
export const hashOfFile = async (path: string): Promise<string | undefined> => {
  try {
    return hashOf(await readFile(path));
  } catch {
    return undefined;
  }
};

export const fileEntry = (path: string, bytes: Uint8Array, pages?: number): FileEntry => ({
  path,
  bytes: bytes.length,
  sha256: hashOf(bytes),
  ...(pages !== undefined && { pages }),
});

export function manifestOf(
  program: string,
  { date, revision, modified }: Edition,
  sources: readonly RawFile[],
  documents: readonly DocumentEntry[],
  index: FileEntry,
): Buffer {
  const manifest: Manifest = {
    program,
    date: date.toISOString(),
    source: {
      revision: revision ?? null,
      modified: modified ?? false,
      files: sources
        .map(({ path, bytes }) => ({ path, sha256: hashOf(bytes) }))
        .sort((a, b) => (a.path < b.path ? -1 : 1)),
    },
    documents,
    index,
  };
  return Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
}

const ownPath = /^([a-z0-9-]+\/)*[a-z0-9-]+\.(html|pdf)$/;

/** The manifest of an earlier build, if there is one that can be read. */
export async function readManifest(out: string): Promise<Manifest | undefined> {
  try {
    const manifest = JSON.parse(await readFile(join(out, MANIFEST), "utf8")) as Manifest;
    // Paths in it decide what a build removes, so a manifest that isn't ours counts for nothing.
    const paths = manifest.documents.flatMap(({ files }) => files.map(({ path }) => path));
    return paths.every((path) => ownPath.test(path)) ? manifest : undefined;
  } catch {
    return undefined;
  }
}
