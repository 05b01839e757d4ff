/** The slow part of `pack`: examines the content, and makes what earlier builds and packs didn't. */
import { join } from "node:path";
import type { Cache } from "../build/cache.js";
import type { Edition } from "../build/edition.js";
import { undatedNote } from "../build/edition.js";
import { readKnown } from "../build/known.js";
import type { Maker } from "../build/make.js";
import { begin } from "../check/examine.js";
import type { RawFile } from "../content/index.js";
import { hasErrors } from "../diagnostics.js";
import type { Comparison } from "../diff/index.js";
import { isAdopted, type Model, type Municipality, readSnapshot } from "../model/index.js";
import type { Output } from "../output/output.js";
import type { Press } from "../pdf/index.js";
import { earlierFiles, foreignFiles, isEarlierArchive, zipped } from "./files.js";
import { type Packed, packing } from "./packing.js";
import { townsNamed } from "./towns.js";
import type { PackOptions, PackResult } from "./types.js";

/** What is known before anything is loaded. */
interface Start {
  readonly sources: readonly RawFile[];
  readonly edition: Edition;
  /** See `programFingerprint`. */
  readonly fingerprint: string;
  readonly cache: Cache;
  readonly output: Output;
  readonly press: Press;
}

/** Makes the packs. The rules run while the browser prints; what is made only counts when they find no errors. */
export async function makePacks(options: PackOptions, start: Start): Promise<PackResult> {
  const { out, note, formats, since, program, zip } = options;
  const { sources, edition, fingerprint, cache, output, press } = start;
  const { model, broken, checked } = begin(sources, await readKnown(cache, fingerprint, "build"));
  if (!model || broken) return { ...(await checked()), packs: [] };
  const towns = townsNamed(model, options.asked, options.all);
  const whole = since === undefined ? undefined : await options.compare(since, sources);
  const maker: Maker = { model, edition, press, program, fingerprint, cache, last: undefined, force: false, out };
  const packer = packing(maker, formats);
  const begun = [];
  for (const town of towns)
    begun.push(await packer(town, whole ?? (await sinceAdoption(options, sources, model, town))));
  press.end();
  const examined = await checked();
  if (hasErrors(examined.diagnostics)) return { ...examined, packs: [] };
  if (edition.undated) note(undatedNote(edition.undated));
  const made: { readonly pack: Omit<Packed, "foreign">; readonly own: ReadonlySet<string> }[] = [];
  const claims: { own: string[]; remove: string[] } = { own: [], remove: [] };
  for (const [index, { town, finish }] of begun.entries()) {
    const { files, ...told } = await finish();
    const path = zip ? `${town.id}.zip` : town.id;
    const placed = zip
      ? [{ path, bytes: await zipped(files) }]
      : files.map((file) => ({ ...file, path: `${town.id}/${file.path}` }));
    for (const file of placed) await output.add(file);
    const earlier = await earlierIn(out, town, zip);
    claims.own.push(...earlier);
    claims.remove.push(...earlier.filter((name) => !placed.some((file) => file.path === name)));
    made.push({ pack: { title: town.title, path, ...told }, own: new Set(files.map((file) => file.path)) });
    options.progress?.(index + 1, begun.length, town.title);
  }
  output.commit({ own: options.force ? "everything" : new Set(claims.own), remove: claims.remove });
  await cache.prune();
  const packs = made.map(async ({ pack, own }) => ({
    ...pack,
    foreign: zip ? [] : await foreignFiles(join(out, pack.path), own),
  }));
  return { ...examined, packs: await Promise.all(packs) };
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
