/** Makes what the council of a municipality needs to decide: a folder, or one file with all of it. */
import { dirname, join, resolve } from "node:path";
import { openCache } from "../build/cache.js";
import type { Edition } from "../build/edition.js";
import { undatedNote } from "../build/edition.js";
import { programFingerprint } from "../build/fingerprint.js";
import { readKnown } from "../build/known.js";
import type { Maker } from "../build/make.js";
import { begin } from "../check/examine.js";
import { type RawFile, readContentFolder } from "../content/index.js";
import { hasErrors, type Report } from "../diagnostics.js";
import type { Comparison } from "../diff/index.js";
import type { Format } from "../formats/index.js";
import { isAdopted, type Model, type Municipality, readSnapshot } from "../model/index.js";
import { openOutput } from "../output/output.js";
import type { BrowserOptions } from "../pdf/index.js";
import { openPress } from "../pdf/press.js";
import { earlierFiles, isEarlierArchive, zipped } from "./files.js";
import { type Packed, packing } from "./packing.js";
import { townsNamed } from "./towns.js";

export type { Packed };

export interface PackOptions {
  readonly content: string;
  /** The folder in which each municipality gets its pack. */
  readonly out: string;
  /** Ids or names of municipalities; empty for the only one. */
  readonly asked: readonly string[];
  /** A pack for each municipality. */
  readonly all: boolean;
  readonly formats: readonly Format[];
  /** One file for each municipality, in the place of a folder. */
  readonly zip: boolean;
  /** The revision, tag or folder that the council decided on before; without it, the text that was kept of its decision. */
  readonly since?: string;
  readonly browser: BrowserOptions;
  /** Name and version of the program. */
  readonly program: string;
  readonly edition: (sources: Promise<readonly RawFile[]>) => Promise<Edition>;
  /** Compares the content with what was before: a revision, tag or folder, or what the council of a municipality adopted. */
  readonly compare: (
    before: string | { readonly municipality: string },
    sources: readonly RawFile[],
  ) => Promise<Comparison>;
  readonly force?: boolean;
  readonly note: (message: string) => void;
  readonly progress?: (done: number, total: number, title: string) => void;
}

/** What was packed; nothing when the content has errors. */
export interface PackResult extends Report {
  readonly packs: readonly Packed[];
}

/**
 * Makes packs and puts them in place: all of them or none.
 * @throws {UsageError} when there is no such municipality, the version to compare with isn't there, or the folder is one that must
 * be left alone: it holds the content, or files that `ivp` didn't make
 * @throws {EnvironmentError} when there is no browser, it dies, or the disk refuses
 */
export async function pack(options: PackOptions): Promise<PackResult> {
  const { content, out, note, formats, since } = options;
  const reading = readContentFolder(content);
  const [sources, edition] = await Promise.all([reading, options.edition(reading)]);
  const fingerprint = programFingerprint(options.browser.path ?? process.env.IVP_BROWSER);
  const cache = openCache(join(dirname(resolve(out)), ".ivp-cache"), note);
  const { model, checked } = begin(sources, await readKnown(cache, fingerprint, "build"));
  const { diagnostics, sourceOf } = await checked();
  if (!model || hasErrors(diagnostics)) return { diagnostics, sourceOf, packs: [] };
  const towns = townsNamed(model, options.asked, options.all);
  if (edition.undated) note(undatedNote(edition.undated));
  const whole = since === undefined ? undefined : await options.compare(since, sources);
  const output = await openOutput({
    out,
    content,
    purpose: { name: "de map voor de pakketten", example: "pakket" },
    note,
  });
  const press = openPress(options.browser);
  try {
    const maker: Maker = {
      model,
      edition,
      press,
      program: options.program,
      fingerprint,
      cache,
      last: undefined,
      force: false,
      out,
    };
    const packer = packing(maker, formats);
    const begun = [];
    for (const town of towns)
      begun.push(await packer(town, whole ?? (await sinceAdoption(options, sources, model, town))));
    press.end();
    const packs: Packed[] = [];
    const claims: { own: string[]; remove: string[] } = { own: [], remove: [] };
    for (const [index, { town, finish }] of begun.entries()) {
      const { files, ...told } = await finish();
      const path = options.zip ? `${town.id}.zip` : town.id;
      const placed = options.zip
        ? [{ path, bytes: await zipped(files) }]
        : files.map((file) => ({ ...file, path: `${town.id}/${file.path}` }));
      for (const file of placed) await output.add(file);
      const earlier = await earlierIn(out, town, options.zip);
      claims.own.push(...earlier);
      claims.remove.push(...earlier.filter((name) => !placed.some((file) => file.path === name)));
      packs.push({ title: town.title, path, ...told });
      options.progress?.(index + 1, begun.length, town.title);
    }
    output.commit({ own: options.force ? "everything" : new Set(claims.own), remove: claims.remove });
    await cache.prune();
    return { diagnostics, sourceOf, packs };
  } finally {
    output.close();
    await press.close();
  }
}

/** What changed since a council adopted the text that was kept of its decision; nothing where there is no such text. */
async function sinceAdoption(
  { compare }: PackOptions,
  sources: readonly RawFile[],
  { adopted }: Model,
  { id, decisions: { plan } }: Municipality,
): Promise<Comparison | undefined> {
  const kept = isAdopted(plan.state) && plan.fingerprint !== undefined && readSnapshot(plan.fingerprint, adopted);
  return kept ? compare({ municipality: id }, sources) : undefined;
}

/** What an earlier pack of a municipality left there, in the form that is asked for. */
async function earlierIn(out: string, { id }: Municipality, zip: boolean): Promise<string[]> {
  if (zip) return (await isEarlierArchive(join(out, `${id}.zip`))) ? [`${id}.zip`] : [];
  return (await earlierFiles(join(out, id))).map((path) => `${id}/${path}`);
}
