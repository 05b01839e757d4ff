import { join } from "node:path";
import { readContentFolder } from "../content/read.js";
import { UsageError } from "../errors.js";
import { isPrinted } from "../formats/index.js";
import { beside } from "../model/names.js";
import { refuseEntangled } from "../output/folders.js";
import { type Output, openOutput } from "../output/output.js";
import { type Cache, cacheBeside, openCache } from "./cache.js";
import { undatedNote } from "./edition.js";
import { programFingerprint } from "./fingerprint.js";
import { buildKey, isUntouched, type LastBuild, readLastBuild } from "./last-build.js";
import type { BuildOptions, BuildResult } from "./types.js";

export type * from "./types.js";

/** How often content that changes all the time is read again. */
const TRIES = 5;

/** Where the documents of a build go: those with marks or comments aren't those that are adopted, and never stand in their place. */
export const folderOf = ({ out, marking, answers }: Pick<BuildOptions, "out" | "marking" | "answers">): string =>
  marking ? join(out, beside.marked) : answers ? join(out, beside.answered) : out;

/**
 * Makes the documents and puts them in the output folder. Nothing there changes before all of them are ready; with
 * errors in the content, or when the browser fails, nothing changes at all. When nothing differs from the last build,
 * nothing is loaded and nothing is done. Content that changes meanwhile, as when git switches branches, is read again.
 * @throws {UsageError} when `only` names no document, the content folder can't be read or keeps changing, or the output folder
 * is one that must be left alone: it holds the content, another plan, or files that `ivp` didn't make
 * @throws {EnvironmentError} when there is no browser, it dies, or the disk refuses
 */
export async function build(options: BuildOptions): Promise<BuildResult> {
  const { content, note = () => undefined } = options;
  const out = folderOf(options);
  const cache = openCache(cacheBeside(options.out), note);
  refuseEntangled(options.out, content);
  const output = await openOutput({ out, content, note });
  try {
    for (let tries = 0; tries < TRIES; tries++) {
      const result = await attempt({ ...options, out }, cache, output);
      if (result) return result;
      output.clear();
    }
  } finally {
    output.close();
  }
  throw new UsageError(
    `De inhoud in ${content} veranderde steeds terwijl ivp bezig was. De map ${out} is niet gewijzigd.`,
    "Wacht tot het andere programma klaar is, en voer de opdracht opnieuw uit.",
  );
}

/** One build of the content as it is now; nothing when it is no longer so at the end. */
async function attempt(options: BuildOptions, cache: Cache, output: Output): Promise<BuildResult | undefined> {
  const { content, out, only, formats, shard, browser, force = false, note } = options;
  const fingerprint = programFingerprint(browser.path ?? process.env.IVP_BROWSER);
  const read = async () => {
    const reading = readContentFolder(content);
    const [sources, edition] = await Promise.all([reading, options.edition(reading)]);
    return {
      sources,
      edition,
      key: buildKey(fingerprint, sources, edition, { only, formats, ...(shard && { shard }) }),
    };
  };
  const now = await read();
  if (now.edition.undated) note?.(undatedNote(now.edition.undated));
  const last = force ? undefined : await readLastBuild(cache, out);
  if (!options.marking && !options.answers && last?.key === now.key && allUntouched(out, last))
    return { diagnostics: [], sourceOf: () => undefined, documents: last.documents, outcomes: [], older: [] };
  const { openPress } = await import("../pdf/press.js");
  const press = openPress(browser);
  try {
    // Other content means something to print: the browser starts while the program loads and reads.
    if (formats.some(isPrinted) && last?.key !== now.key) press.warm();
    const { makeSet } = await import("./make-set.js");
    let again: Promise<boolean> | undefined;
    const unchanged = (): Promise<boolean> => {
      again ??= read().then(
        ({ key }) => key === now.key,
        () => false,
      );
      return again;
    };
    return await makeSet(options, { ...now, fingerprint, cache, last, force, output, unchanged }, press);
  } finally {
    await press.close();
  }
}

const allUntouched = (out: string, { files }: LastBuild): boolean =>
  Object.entries(files).every(([path, file]) => isUntouched(out, path, file));
