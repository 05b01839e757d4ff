import { dirname, join, resolve } from "node:path";
import { readContentFolder } from "../content/read.js";
import { openCache } from "./cache.js";
import { gitState } from "./edition.js";
import { programFingerprint } from "./fingerprint.js";
import { buildKey, isUntouched, type LastBuild, readLastBuild } from "./last-build.js";
import type { BuildOptions, BuildResult } from "./types.js";

export type * from "./types.js";

/**
 * Makes the documents and puts them in the output folder. Nothing there changes before all of them are ready; with
 * errors in the content, or when the browser fails, nothing changes at all. When nothing differs from the last build,
 * nothing is loaded and nothing is done.
 * @throws {UsageError} when `only` names no document, or the content folder can't be read
 * @throws {EnvironmentError} when there is no browser, it dies, or the disk refuses
 */
export async function build(options: BuildOptions): Promise<BuildResult> {
  const { content, out, only, formats, shard, date, browser, force = false, note = () => undefined } = options;
  const [sources, git] = await Promise.all([readContentFolder(content), gitState(content)]);
  const program = programFingerprint(browser.path ?? process.env.IVP_BROWSER);
  const cache = openCache(join(dirname(resolve(out)), ".ivp-cache"), note);
  const key = buildKey(program, sources, git, { only, formats, ...(shard && { shard }), ...(date && { date }) });
  const last = force ? undefined : await readLastBuild(cache, out);
  if (!options.compare && last?.key === key && (await allUntouched(out, last)))
    return { diagnostics: [], sourceOf: () => undefined, documents: last.documents, outcomes: [] };
  const { openPress } = await import("../pdf/press.js");
  const press = openPress(browser);
  try {
    // Other content means something to print: the browser starts while the program loads and reads.
    if (formats.includes("pdf") && last?.key !== key) press.warm();
    const { makeSet } = await import("./make-set.js");
    return await makeSet(options, { sources, git, program, cache, key, last, force }, press);
  } finally {
    await press.close();
  }
}

async function allUntouched(out: string, { files }: LastBuild): Promise<boolean> {
  const untouched = await Promise.all(Object.entries(files).map(([path, file]) => isUntouched(out, path, file)));
  return untouched.every(Boolean);
}
