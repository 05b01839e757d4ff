import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UsageError } from "../errors.js";
import { type BuildOptions, type BuildResult, build } from "./build.js";
import type { Format } from "./formats.js";
import { type FileEntry, hashOfFile, type Manifest, readManifest } from "./manifest.js";

/** A file that isn't what it should be. */
export interface Difference {
  readonly path: string;
  readonly what:
    | "missing"
    /** It was changed after it was made. */
    | "changed"
    /** The same content doesn't give it any more. */
    | "different"
    /** A file of the content is another than when the documents were made. */
    | "source";
}

export interface Verification extends Pick<BuildResult, "diagnostics" | "sourceOf"> {
  /** How many files were compared. */
  readonly compared: number;
  readonly differences: readonly Difference[];
  /** The program that made the documents. */
  readonly program: string;
}

/**
 * Makes the documents of an output folder again, elsewhere, with the date of that edition, and compares every byte.
 * @throws {UsageError} when the folder holds no documents of `ivp`
 * @throws {EnvironmentError} as `build` does
 */
export async function verify(options: Omit<BuildOptions, "only" | "formats" | "date">): Promise<Verification> {
  const manifest = await readManifest(options.out);
  if (!manifest)
    throw new UsageError(`In “${options.out}” staan geen documenten van ivp.`, "Maak ze eerst: ivp build.");
  const folder = await mkdtemp(join(tmpdir(), "ivp-verify-"));
  try {
    const again = join(folder, "out");
    const { diagnostics, sourceOf } = await build({
      ...options,
      out: again,
      only: manifest.documents.map(({ id }) => id),
      formats: formatsIn(manifest),
      date: new Date(manifest.date),
    });
    const rebuilt = await readManifest(again);
    const differences = rebuilt ? await compare(options.out, manifest, rebuilt) : [];
    return { diagnostics, sourceOf, differences, compared: filesOf(manifest).length, program: manifest.program };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const filesOf = ({ documents, index }: Manifest): FileEntry[] => [...documents.flatMap(({ files }) => files), index];

const formatsIn = (manifest: Manifest): Format[] => [
  ...new Set(filesOf(manifest).map(({ path }): Format => (path.endsWith(".pdf") ? "pdf" : "html"))),
];

async function compare(out: string, made: Manifest, rebuilt: Manifest): Promise<Difference[]> {
  const hashes = new Map(filesOf(rebuilt).map(({ path, sha256 }) => [path, sha256]));
  const sources = new Map(rebuilt.source.files.map(({ path, sha256 }) => [path, sha256]));
  const known = new Set(made.source.files.map(({ path }) => path));
  const changedSources = [
    ...made.source.files.filter(({ path, sha256 }) => sources.get(path) !== sha256),
    ...rebuilt.source.files.filter(({ path }) => !known.has(path)),
  ];
  // The index tells of every file, so it can only be compared when all documents were made in the same formats.
  const uniform = made.documents.every(({ files }) => files.length === formatsIn(made).length);
  const files = await Promise.all(
    filesOf(made).map(async ({ path, sha256 }): Promise<Difference[]> => {
      const now = await hashOfFile(join(out, path));
      if (now === undefined) return [{ path, what: "missing" }];
      if (now !== sha256) return [{ path, what: "changed" }];
      return hashes.get(path) === sha256 || (path === made.index.path && !uniform) ? [] : [{ path, what: "different" }];
    }),
  );
  return [...changedSources.map(({ path }): Difference => ({ path, what: "source" })), ...files.flat()];
}
