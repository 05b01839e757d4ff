import { rm } from "node:fs/promises";
import { join } from "node:path";
import { closest, readContentFolder } from "../content/index.js";
import type { Diagnostic } from "../diagnostics.js";
import { hasErrors } from "../diagnostics.js";
import { composeIndex, type DocumentInfo, listDocuments } from "../documents/index.js";
import { UsageError } from "../errors.js";
import { type BrowserOptions, openPrinter, pagesAtOnce } from "../pdf/index.js";
import { editionOf } from "./edition.js";
import { type Examined, examine } from "./examine.js";
import type { Format } from "./formats.js";
import { makeDocument, makeHtml } from "./make.js";
import { type DocumentEntry, fileEntry, MANIFEST, type Manifest, manifestOf, readManifest } from "./manifest.js";
import { openStaging } from "./staging.js";

export interface BuildOptions {
  readonly content: string;
  readonly out: string;
  /** Kinds or ids of documents; empty for all. */
  readonly only: readonly string[];
  readonly formats: readonly Format[];
  readonly browser: BrowserOptions;
  /** Name and version of the program, for the manifest. */
  readonly program: string;
  /** The date of the edition, when it isn't the content's own. */
  readonly date?: Date;
  /** Told each document that is ready. */
  readonly progress?: (done: number, total: number, info: DocumentInfo) => void;
}

export interface BuildResult extends Pick<Examined, "sourceOf"> {
  readonly diagnostics: readonly Diagnostic[];
  /** The documents that were made; empty when the content has errors. */
  readonly documents: readonly DocumentEntry[];
}

/**
 * Makes the documents and puts them in the output folder. Nothing there changes before all of them are ready; with
 * errors in the content, or when the browser fails, nothing changes at all.
 * @throws {UsageError} when `only` names no document, or the content folder can't be read
 * @throws {EnvironmentError} when there is no browser, it dies, or the disk refuses
 */
export async function build(options: BuildOptions): Promise<BuildResult> {
  const sources = await readContentFolder(options.content);
  const { model, diagnostics, sourceOf } = examine(sources);
  if (!model || hasErrors(diagnostics)) return { diagnostics, sourceOf, documents: [] };
  const all = listDocuments(model);
  const wanted = select(all, options.only);
  const own = await editionOf(options.content, new Date(Date.UTC(model.content.plan.period.from, 0, 1)));
  const edition = options.date ? { ...own, date: options.date } : own;
  const staging = await openStaging(options.out);
  const printer = openPrinter(options.browser);
  try {
    let done = 0;
    const made = await inParallel(pagesAtOnce(), wanted, async (info): Promise<DocumentEntry> => {
      const files = await makeDocument(info, options.formats, { model, edition, printer });
      for (const file of files) await staging.add(file);
      options.progress?.(++done, wanted.length, info);
      return { ...info, files: files.map(({ entry }) => entry) };
    });
    const earlier = await readManifest(options.out);
    const documents = merge(all, made, earlier);
    const index = makeHtml(composeIndex(model, documents), edition);
    await staging.add({ path: "index.html", bytes: index });
    await staging.add({
      path: MANIFEST,
      bytes: manifestOf(options.program, edition, sources, documents, fileEntry("index.html", index)),
    });
    await staging.commit();
    await removeStale(options.out, earlier, documents);
    return { diagnostics, sourceOf, documents: made };
  } finally {
    await printer.close();
    await staging.discard();
  }
}

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

/** Runs a task over items, a few at once, and gives the results in the items' order. The first failure ends it. */
async function inParallel<T, R>(limit: number, items: readonly T[], task: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  let failed = false;
  const work = async (): Promise<void> => {
    while (next < items.length && !failed) {
      const index = next++;
      try {
        results[index] = await task(items[index] as T);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const outcomes = await Promise.allSettled(Array.from({ length: Math.min(limit, items.length) }, work));
  for (const outcome of outcomes) if (outcome.status === "rejected") throw outcome.reason;
  return results;
}
