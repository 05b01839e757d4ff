import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { ivp } from "../called/index.js";
import type { DocumentSet, DocumentSetFile, RawFile } from "../content/index.js";
import { follows, validatorFor } from "../content/schemas.js";
import type { DocumentInfo } from "../documents/index.js";
import { UsageError } from "../errors.js";
import { html } from "../formats/html.js";
import { fileOf, formats } from "../formats/index.js";
import type { Model } from "../model/index.js";
import { beside } from "../model/names.js";
import { plainFile } from "../output/plain-file.js";
import type { Edition } from "./edition.js";

/** One file of a document, as it lies in the output folder. */
export type FileEntry = Readonly<DocumentSetFile>;

export interface DocumentEntry extends DocumentInfo {
  readonly files: readonly FileEntry[];
}

/** `manifest.json`: what the output folder holds and from which content each file was made. */
export type Manifest = Readonly<Omit<DocumentSet, "documents">> & { readonly documents: readonly DocumentEntry[] };

export const MANIFEST = `${beside.manifest}.json`;
export const INDEX = fileOf({ path: beside.index }, html);
const SCHEMA = "document-set.schema.json";

export const hashOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** The SHA-256 of a file, if it is there. */
export const hashOfFile = async (path: string): Promise<string | undefined> => {
  const bytes = await plainFile(path);
  return bytes && hashOf(bytes);
};

/** @param madeOf see `hashOfParts` */
export const fileEntry = (path: string, bytes: Uint8Array, madeOf: string, pages?: number): FileEntry => ({
  path,
  bytes: bytes.length,
  sha256: hashOf(bytes),
  ...(pages !== undefined && { pages }),
  madeOf,
});

/** What a set of documents is made of. */
export interface Origin {
  /** Name and version of the program. */
  readonly program: string;
  readonly edition: Edition;
  readonly model: Model;
  readonly sources: readonly RawFile[];
  /** See `BuildOptions.marking`. */
  readonly compared?: string | undefined;
}

/** The manifest of a set as bytes: the same set gives the same. */
export function manifestOf(
  { program, edition: { date, revision, modified }, model, sources, compared }: Origin,
  documents: readonly DocumentEntry[],
  index: FileEntry,
): Buffer {
  const manifest: Manifest = {
    program,
    date: date?.toISOString() ?? null,
    plan: planOf(model),
    ...(compared !== undefined && { compared }),
    source: {
      revision: revision ?? null,
      modified: modified ?? null,
      files: sources
        .map(({ path, bytes }) => ({ path, sha256: hashOf(bytes) }))
        .sort((a, b) => (a.path < b.path ? -1 : 1)),
    },
    documents,
    index,
  };
  return Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
}

/** Which plan documents are of. */
export const planOf = ({ content: { plan }, municipalities }: Model): Manifest["plan"] => ({
  id: plan.id,
  title: plan.title,
  municipalities: municipalities.map(({ id }) => id),
});

/** Every file that a manifest names, but for the manifest itself. */
export const filesIn = ({ documents, index }: Manifest): FileEntry[] => [
  ...documents.flatMap(({ files }) => files),
  index,
];

/** The date and the revision that a set was made with. */
export const editionIn = ({ date, source: { revision, modified } }: Manifest): Edition => ({
  ...(date !== null && { date: new Date(date) }),
  ...(revision && { revision }),
  ...(modified !== null && { modified }),
});

/** Whether a set was made of exactly these files. */
export function isMadeOf({ source }: Manifest, files: readonly RawFile[]): boolean {
  const made = new Map(source.files.map(({ path, sha256 }) => [path, sha256]));
  return made.size === files.length && files.every(({ path, bytes }) => made.get(path) === hashOf(bytes));
}

/**
 * The manifest in a folder, if there is one.
 * @throws {UsageError} when what is there isn't a manifest that this version of `ivp` writes
 */
export async function readManifest(folder: string): Promise<Manifest | undefined> {
  let text: string;
  try {
    const path = join(folder, MANIFEST);
    // A pipe would never end.
    if (!(await stat(path)).isFile()) throw Object.assign(new Error(), { code: "geen gewoon bestand" });
    text = await readFile(path, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw odd(folder, `het is niet te lezen${code ? ` (${code})` : ""}`);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw odd(folder, "het is geen JSON");
  }
  if (!follows(SCHEMA, value)) {
    const validate = validatorFor(SCHEMA);
    validate(value);
    throw odd(folder, `${validate.errors?.[0]?.instancePath || "het geheel"} heeft een andere vorm`);
  }
  const manifest = value as Manifest;
  const fault = inconsistency(manifest);
  if (fault) throw odd(folder, fault);
  return manifest;
}

/** What a schema can't see. A set never has two things of one name, also where case makes no difference. */
function inconsistency({ date, documents, index }: Manifest): string | undefined {
  if (date !== null && Number.isNaN(Date.parse(date))) return `de datum ${date} bestaat niet`;
  if (index.path !== INDEX) return `de index heet ${index.path}`;
  for (const info of documents) {
    const stray = info.files.find(({ path }) => !formats.some((format) => path === fileOf(info, format)));
    if (stray) return `${stray.path} is geen bestand van ${info.path}`;
  }
  const paths = [...documents.flatMap(({ files }) => files), index].map((file) => file.path);
  const double = [...paths, ...documents.map(({ id }) => id)].find((name, at, all) => all.indexOf(name) !== at);
  return double && `${double} staat er twee keer in`;
}

const odd = (folder: string, fault: string): UsageError =>
  new UsageError(
    `${join(folder, MANIFEST)} is geen manifest van deze ivp: ${fault}.`,
    `Maak de documenten in een andere map, of maak ze daar opnieuw met ${ivp} build --force.`,
  );
