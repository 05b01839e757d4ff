/** Stage 1 and 2: files → YAML with positions → content that its schemas accept. */
import { createHash } from "node:crypto";
import type { Diagnostic } from "../diagnostics.js";
import { sortFiles } from "./files.js";
import { knownFile, parseFile } from "./parse.js";
import type { ParsedFile } from "./parsed-file.js";
import type { RawFile } from "./read.js";
import { fileName } from "./rules/file-name.js";
import { mergeConflict } from "./rules/merge-conflict.js";
import { missingFile } from "./rules/missing-file.js";
import type { Content } from "./schema-types.js";
import { type ContentPart, contentParts, partOfFile } from "./schemas.js";
import { validateFile } from "./validate.js";
import { type Definition, definableKinds, type Findings, walk } from "./walk.js";
import { meant } from "./words.js";
import { misread } from "./written.js";

export { answersIn } from "./answers.js";
export { changeContent, type Decided } from "./change.js";
export { parseFile } from "./parse.js";
export type { ParsedFile } from "./parsed-file.js";
export { type Path, placeInText, placeOfKey, placeOfValue, startOf } from "./places.js";
export { byPath, ContentFolderError, type RawFile, readContentFolder, textOf } from "./read.js";
export type * from "./schema-types.js";
export { contentParts, expand, partOfFile, type Schema, schemaAt } from "./schemas.js";
export { applied, type Edit, type Splice, type Spliced, splice } from "./splice.js";
export { type Definition, definableKinds, type Pointer, type Text, walk } from "./walk.js";
export { meantIn, wordsFor } from "./words.js";

/** What loading gives: the content if it is valid, and in any case what the next stages can check. */
export interface Loaded extends Findings {
  /** Only there when every file is present and valid. */
  readonly content?: Content;
  /** Images and the like: files that content may point at, by path. */
  readonly assets: ReadonlyMap<string, Uint8Array>;
  /** What `adopted/` keeps: the texts on which was decided, by their fingerprint. */
  readonly adopted: ReadonlyMap<string, Uint8Array>;
  /** The parsed files by path, to find places in. */
  readonly files: ReadonlyMap<string, ParsedFile>;
  /** Files of the content that are no sound YAML, or none at all: what they seem to say is not what they mean. */
  readonly unread: ReadonlySet<string>;
  /** Kinds of which definitions may be missing because a file is broken or absent. */
  readonly uncertainKinds: ReadonlySet<string>;
  readonly diagnostics: Diagnostic[];
}

/** The data of files that were found sound and valid before, by the hash of their bytes. */
export type KnownData = Readonly<Record<string, unknown>>;

/**
 * What was read last of each file, by path, the newest first: versions of content have most of their files in common, and so have
 * runs of `serve`, in which the texts that were adopted come by each time too.
 */
const lastRead = new Map<string, readonly { readonly bytes: Uint8Array; readonly read: FileReading }[]>();

/** How many versions of a file are remembered. */
const VERSIONS = 4;

/** Reads the files of a content folder as content: what is the same as the time before isn't read again. Never throws for bad content. */
export const loadContent = (raw: readonly RawFile[]): Loaded =>
  load(raw, (part, file) => {
    const known = lastRead.get(file.path) ?? [];
    const before = known.find(({ bytes }) => Buffer.compare(bytes, file.bytes) === 0);
    const now = before ?? { bytes: file.bytes, read: readFile(part, file) };
    lastRead.set(file.path, [now, ...known.filter((one) => one !== now)].slice(0, VERSIONS));
    return now.read;
  });

/**
 * The same for who wants the content and hardly a place in it: files that are known aren't parsed and validated again, and of
 * the others only the data are kept, as their positions take most of the memory.
 * @returns the content, what to know of its files the next time (of those in which nothing is wrong), and what stands in those
 * that weren't known
 */
export function loadData(
  raw: readonly RawFile[],
  known: KnownData,
): { loaded: Loaded; data: KnownData; fresh: readonly Definition[] } {
  const data: Record<string, unknown> = {};
  const fresh: Definition[] = [];
  const loaded = load(raw, (part, file) => {
    const hash = hashOf(file);
    const read =
      known[hash] === undefined
        ? readFile(part, file, ({ value }) => knownFile(file, value))
        : knownReading(part, knownFile(file, known[hash]));
    if (read.parsed && read.diagnostics.length === 0) data[hash] = read.parsed.value;
    if (known[hash] === undefined) for (const definition of read.findings.definitions) fresh.push(definition);
    return read;
  });
  return { loaded, data, fresh };
}

const knownReading = (part: ContentPart, parsed: ParsedFile): FileReading => ({
  parsed,
  findings: walk(parsed, part.schema),
  diagnostics: [],
});

/** Of the path too: what a file must hold follows from where it lies. */
const hashOf = ({ path, bytes }: RawFile): string =>
  createHash("sha256").update(`${path}\n`).update(bytes).digest("base64url");

function load(raw: readonly RawFile[], readFile: (part: ContentPart, file: RawFile) => FileReading): Loaded {
  const { parts, assets, adopted, unread, diagnostics } = sortFiles(raw);
  const findings: Findings = { definitions: [], pointers: [], picks: [], texts: [] };
  const files = new Map<string, ParsedFile>();
  const uncertainKinds = new Set<string>();
  const values: Record<string, unknown> = {};
  const absent: ContentPart[] = [];
  for (const [part, own] of parts) {
    const reads = own.map((file) => ({ file, read: readFile(part, file) }));
    const data = reads.map(({ file, read }) => {
      for (const diagnostic of read.diagnostics) diagnostics.push(diagnostic);
      addTo(findings, read.findings);
      if (read.parsed) files.set(file.path, read.parsed);
      if (!read.parsed?.sound) {
        unread.add(file.path);
        addAll(uncertainKinds, definableKinds(part.schema));
      }
      return read.parsed?.value;
    });
    // An id that is wrong itself can't be referred to; that is told where the id stands, and only there.
    if (reads.some(({ read }) => read.misnamed)) addAll(uncertainKinds, definableKinds(part.schema));
    if (own.length === 0 && part.optional) continue;
    if (own.length === 0) {
      addAll(uncertainKinds, definableKinds(part.schema));
      absent.push(part);
    }
    values[part.key] = part.folder ? data : data[0];
  }
  diagnostics.push(...missingFile.find(absent));
  addAll(
    uncertainKinds,
    findings.definitions.filter(({ id }) => !/^[a-z0-9-]+$/.test(id)).map(({ kind }) => kind),
  );
  return {
    ...(diagnostics.length === 0 && { content: values as unknown as Content }),
    ...findings,
    assets,
    adopted,
    files,
    unread,
    uncertainKinds,
    diagnostics,
  };
}

// One by one: a file may give more findings than a function takes arguments.
function addTo(all: Findings, { definitions, pointers, picks, texts }: Findings): void {
  for (const definition of definitions) all.definitions.push(definition);
  for (const pointer of pointers) all.pointers.push(pointer);
  for (const pick of picks) all.picks.push(pick);
  for (const text of texts) all.texts.push(text);
}

const addAll = <T>(set: Set<T>, items: Iterable<T>): void => {
  for (const item of items) set.add(item);
};

/** What one file gives. */
interface FileReading {
  readonly parsed?: ParsedFile;
  readonly findings: Findings;
  /** Whether its name isn't the id in it. */
  readonly misnamed?: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Parses and validates one file, and walks what can be used of it.
 * @param keep what to keep of a file in which nothing is wrong
 */
function readFile(part: ContentPart, file: RawFile, keep = (parsed: ParsedFile): ParsedFile => parsed): FileReading {
  const { parsed: written, diagnostics } = parseFile(file);
  const parsed = written && { ...written, value: meant(part.schema, written.value) };
  if (!parsed) return { findings: { definitions: [], pointers: [], picks: [], texts: [] }, diagnostics };
  // What broken YAML seems to say is not worth a second complaint.
  const misnamed = parsed.sound && part.folder ? fileName.find(parsed) : [];
  const problems = parsed.sound ? problemsOf(parsed, part, misnamed) : [];
  const kept = parsed.sound && problems.length === 0 ? keep(parsed) : parsed;
  const { definitions, pointers, picks, texts } = walk(kept, part.schema);
  return {
    parsed: kept,
    findings: parsed.sound
      ? { definitions, pointers, picks, texts }
      : { definitions, pointers: [], picks: [], texts: [] },
    misnamed: misnamed.length > 0,
    diagnostics: [...diagnostics, ...problems],
  };
}

function problemsOf(parsed: ParsedFile, part: ContentPart, misnamed: readonly Diagnostic[]): Diagnostic[] {
  const told = [...validateFile(parsed, part.schema), ...misnamed];
  // A value that its schema refuses is told once.
  const places = new Set(told.map(({ line, column }) => `${line}:${column}`));
  return [...told, ...misread(parsed, part.schema).filter(({ line, column }) => !places.has(`${line}:${column}`))];
}

/** The places in content where git left two versions for someone to choose from. */
export const conflictsIn = (raw: readonly RawFile[]): Diagnostic[] =>
  raw
    .filter(({ path }) => partOfFile(path))
    .flatMap(({ path, bytes }) => mergeConflict.find(path, new TextDecoder().decode(bytes)));

/** The files that make up valid content, each with its data, in the order of content.schema.json. */
export function contentFiles(content: Content): { file: string; value: unknown }[] {
  return contentParts.flatMap(({ key, file, folder }): { file: string; value: unknown }[] => {
    const value: unknown = content[key as keyof Content];
    if (file) return value === undefined ? [] : [{ file, value }];
    return ((value ?? []) as readonly { id: string }[]).map((item) => ({
      file: `${folder}/${item.id}.yaml`,
      value: item,
    }));
  });
}
