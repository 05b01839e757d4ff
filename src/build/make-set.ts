import { rm } from "node:fs/promises";
import { join } from "node:path";
import { closest } from "../content/closest.js";
import type { RawFile } from "../content/read.js";
import { type Diagnostic, hasErrors } from "../diagnostics.js";
import { compose, composeIndex, type Document, type DocumentInfo, listDocuments } from "../documents/index.js";
import { UsageError } from "../errors.js";
import type { Model } from "../model/index.js";
import type { Press } from "../pdf/index.js";
import { pagesAtOnce } from "../pdf/pages-at-once.js";
import type { Cache } from "./cache.js";
import { type Edition, editionOf, type GitState } from "./edition.js";
import { begin, type Examined } from "./examine.js";
import { inParallel } from "./in-parallel.js";
import {
  keepKnownData,
  keepLastBuild,
  type LastBuild,
  readKnownData,
  stampOf,
  type WrittenFile,
} from "./last-build.js";
import { type Maker, makeDocument, makeHtml } from "./make.js";
import { type DocumentEntry, fileEntry, MANIFEST, type Manifest, manifestOf, readManifest } from "./manifest.js";
import type { Parts } from "./parts.js";
import { shardOf } from "./shard.js";
import { openStaging, type Staging } from "./staging.js";
import type { BuildOptions, BuildResult, Outcome } from "./types.js";

/** What is known before anything is loaded. */
export interface Start {
  readonly sources: readonly RawFile[];
  readonly git: GitState | undefined;
  /** See `programFingerprint`. */
  readonly program: string;
  readonly cache: Cache;
  /** See `buildKey`. */
  readonly key: string;
  readonly last: LastBuild | undefined;
  readonly force: boolean;
}

/**
 * The slow way of `build`: examines the content and makes what changed. The rules run while the browser prints; what is
 * made only counts when they find no errors.
 */
export async function makeSet(options: BuildOptions, start: Start, press: Press): Promise<BuildResult> {
  const known = start.force ? {} : await readKnownData(start.cache, start.program);
  const { model, broken, data, checked } = begin(start.sources, known);
  if (!model || broken) return refused(await checked());
  const mark = options.compare === undefined ? undefined : await redlines(options.compare, options);
  const staging = await openStaging(options.out);
  try {
    const making = makeDocuments(options, start, { model, ...(mark && { mark }) }, press, staging);
    const examining = checked().then(async (examined) => {
      // What is being made won't count: there is no need to wait for it.
      if (hasErrors(examined.diagnostics)) await press.close();
      return examined;
    });
    const [set, examined] = await Promise.allSettled([making, examining]);
    if (examined.status === "rejected") throw examined.reason;
    if (hasErrors(examined.value.diagnostics)) return refused(examined.value);
    if (set.status === "rejected") throw set.reason;
    const { diagnostics, sourceOf } = examined.value;
    await putInPlace(options, start, set.value, staging, diagnostics.some(isWarning));
    await keepKnownData(start.cache, start.program, data);
    return { diagnostics, sourceOf, documents: set.value.made, outcomes: set.value.outcomes };
  } finally {
    await staging.discard();
  }
}

const refused = ({ diagnostics, sourceOf }: Pick<Examined, "diagnostics" | "sourceOf">): BuildResult => ({
  diagnostics,
  sourceOf,
  documents: [],
  outcomes: [],
});

/** The documents of a build, ready in the staging folder. */
interface MadeSet {
  readonly model: Model;
  readonly edition: Edition;
  readonly all: readonly DocumentInfo[];
  readonly made: readonly DocumentEntry[];
  readonly outcomes: readonly Outcome[];
  /** What each file shows, by path. */
  readonly parts: ReadonlyMap<string, Parts>;
}

async function makeDocuments(
  options: BuildOptions,
  start: Start,
  { model, mark }: Pick<Maker, "model" | "mark">,
  press: Press,
  staging: Staging,
): Promise<MadeSet> {
  const { out, formats } = options;
  const all = listDocuments(model).map((info) =>
    options.compare ? { ...info, title: `${info.title} (met wijzigingen)` } : info,
  );
  const named = select(all, options.only);
  const cost = (info: DocumentInfo): number => JSON.stringify(compose(model, info).sections).length;
  const wanted = options.shard ? shardOf(named, cost, options.shard) : named;
  const own = editionOf(start.git, new Date(Date.UTC(model.content.plan.period.from, 0, 1)));
  const edition = options.date ? { ...own, date: options.date } : own;
  const maker = { model, edition, press, out, ...start, ...(mark && { mark }) };
  const outcomes: Outcome[] = [];
  let done = 0;
  const pressed = formats.includes("pdf");
  if (pressed) press.expect(wanted.length);
  const parts = new Map<string, Parts>();
  // While some are printed, the next are made ready and the last are finished.
  const made = await inParallel(4 * pagesAtOnce(), rareKindsFirst(wanted), async (info): Promise<DocumentEntry> => {
    const files = await makeDocument(info, formats, maker);
    if (pressed && !files.some(({ outcome }) => outcome.format === "pdf" && outcome.origin === "made"))
      press.expect(-1);
    for (const { entry, bytes, outcome, parts: shown } of files) {
      if (bytes) await staging.add({ path: entry.path, bytes });
      outcomes.push(outcome);
      parts.set(entry.path, shown);
    }
    options.progress?.(++done, wanted.length, info);
    return { ...info, files: files.map(({ entry }) => entry) };
  });
  return { model, edition, all, made, outcomes, parts };
}

/** Only a build that compares needs to look into git and into differences. */
async function redlines(since: string, { content }: BuildOptions): Promise<(document: Document) => Document> {
  const { redlinesSince } = await import("./redlines.js");
  return redlinesSince(since, content);
}

/** Moves what was made into the output folder, with an index and a manifest, and remembers it. */
async function putInPlace(
  options: BuildOptions,
  start: Start,
  { model, edition, all, made, parts }: MadeSet,
  staging: Staging,
  warned: boolean,
): Promise<void> {
  const { out } = options;
  const earlier = await readManifest(out);
  const documents = merge(all, made, earlier);
  const index = makeHtml(composeIndex(model, documents), edition);
  const indexEntry = fileEntry("index.html", index);
  const manifest = manifestOf(options.program, edition, start.sources, documents, indexEntry);
  await staging.add({ path: "index.html", bytes: index });
  await staging.add({ path: MANIFEST, bytes: manifest });
  await staging.commit();
  await removeStale(out, earlier, documents);
  const listed = [...documents.flatMap(({ files }) => files), indexEntry, fileEntry(MANIFEST, manifest)];
  await keepLastBuild(start.cache, out, {
    // A build with something to tell is never skipped: it must be told again.
    // What a revision is called may mean another one tomorrow.
    key: warned || options.compare ? "" : start.key,
    documents: made,
    files: await written(out, listed, parts, start.last),
  });
  await start.cache.prune();
}

const isWarning = ({ severity }: Diagnostic): boolean => severity === "warning";

/** The documents that `--only` names, by kind or id. */
function select(all: readonly DocumentInfo[], only: readonly string[]): DocumentInfo[] {
  const names = new Set(all.flatMap(({ kind, id }) => [kind, id]));
  const unknown = only.find((name) => !names.has(name));
  if (unknown !== undefined) {
    const guess = closest(unknown, names);
    throw new UsageError(
      `Er is geen document of soort “${unknown}”.`,
      guess ? `Bedoelde u “${guess}”?` : `Kies uit: ${[...names].join(", ")}.`,
    );
  }
  return all.filter(({ kind, id }) => only.length === 0 || only.includes(kind) || only.includes(id));
}

/** A kind with few documents has large ones: they go first, so that nothing waits for them at the end. */
function rareKindsFirst(infos: readonly DocumentInfo[]): DocumentInfo[] {
  const count = (kind: string): number => infos.filter((info) => info.kind === kind).length;
  const counts = new Map([...new Set(infos.map(({ kind }) => kind))].map((kind) => [kind, count(kind)]));
  return [...infos].sort((a, b) => (counts.get(a.kind) ?? 0) - (counts.get(b.kind) ?? 0));
}

/** What the output folder holds after this build: what was made now, and what lies there from before. */
function merge(
  all: readonly DocumentInfo[],
  made: readonly DocumentEntry[],
  earlier: Manifest | undefined,
): DocumentEntry[] {
  return all.flatMap((info) => {
    const now = made.find(({ id }) => id === info.id);
    const before = earlier?.documents.find(({ id }) => id === info.id);
    const kept = (before?.files ?? []).filter(({ path }) => !now?.files.some((file) => file.path === path));
    const files = [...(now?.files ?? []), ...kept];
    return files.length > 0 ? [{ ...info, files }] : [];
  });
}

/** Removes files of an earlier build that no document of the plan has any more. */
async function removeStale(
  out: string,
  earlier: Manifest | undefined,
  documents: readonly DocumentEntry[],
): Promise<void> {
  const current = new Set(documents.flatMap(({ files }) => files.map(({ path }) => path)));
  for (const { path } of earlier?.documents.flatMap(({ files }) => files) ?? []) {
    if (!current.has(path)) await rm(join(out, path), { force: true });
  }
}

/** What to remember of every file that the output folder holds now. */
async function written(
  out: string,
  files: readonly { readonly path: string; readonly sha256: string }[],
  parts: ReadonlyMap<string, Parts>,
  last: LastBuild | undefined,
): Promise<Record<string, WrittenFile>> {
  const entries = await Promise.all(
    files.map(async ({ path, sha256 }) => {
      const shown = parts.get(path) ?? last?.files[path]?.parts;
      return [path, { sha256, ...(await stampOf(out, path)), ...(shown && { parts: shown }) }] as const;
    }),
  );
  return Object.fromEntries(entries);
}
