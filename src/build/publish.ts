import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { readContentFolder } from "../content/index.js";
import { UsageError } from "../errors.js";
import { diwooFile, missingIn, recordOf, sitemap } from "../publication/index.js";
import { examine } from "./examine.js";
import { hashOf, MANIFEST, readManifest } from "./manifest.js";
import { type OutputFile, openStaging } from "./staging.js";

export interface PublishOptions {
  readonly content: string;
  readonly out: string;
  /** The folder for the publication set. */
  readonly to: string;
  /** Where that folder will stand on the web; without it, what the plan says. */
  readonly url?: string;
}

export interface PublishResult {
  readonly files: number;
  /** What isn't known yet, in Dutch, with the documents that miss it. */
  readonly missing: readonly { readonly what: string; readonly documents: readonly string[] }[];
}

/** Every set has these; what else it has, the manifest of the documents tells. */
const METADATA = "metadata/";

/**
 * Writes the documents with what makes them findable: metadata of each, and a sitemap where the address is known. Files get
 * the same names in every edition.
 * @throws {UsageError} when the output folder doesn't hold the documents of exactly this content, or something in it was changed
 * @throws {EnvironmentError} when the disk refuses
 */
export async function publish({ content, out, to, url }: PublishOptions): Promise<PublishResult> {
  const sources = await readContentFolder(content);
  const manifest = await readManifest(out);
  const { model } = examine(sources);
  const made = new Map(manifest?.source.files.map(({ path, sha256 }) => [path, sha256]));
  const same = made.size === sources.length && sources.every(({ path, bytes }) => made.get(path) === hashOf(bytes));
  if (!manifest || !model || !same)
    throw new UsageError(`De documenten in ${out} zijn niet die van deze inhoud.`, "Maak ze eerst: ivp build.");
  const address = url ?? model.content.plan.publication?.url;
  const created = new Date(manifest.date);
  const records = manifest.documents.map((document) => recordOf(model, document, created, address));
  const listed = [...manifest.documents.flatMap(({ files }) => files), manifest.index];
  const files: OutputFile[] = [
    ...(await Promise.all(listed.map(({ path, sha256 }) => unchanged(out, path, sha256)))),
    { path: MANIFEST, bytes: await readFile(join(out, MANIFEST)) },
    ...records.flatMap((record) => {
      const diwoo = diwooFile(record);
      return [
        { path: `${METADATA}${record.id}.json`, bytes: Buffer.from(`${JSON.stringify(record, null, 2)}\n`) },
        ...(diwoo ? [{ path: `${METADATA}${record.id}.xml`, bytes: Buffer.from(diwoo) }] : []),
      ];
    }),
    ...(address ? [{ path: "sitemap.xml", bytes: Buffer.from(sitemap(records, address, created)) }] : []),
  ];
  await putInPlace(files, to);
  const gaps = records.flatMap((record) => missingIn(record).map((what) => ({ what, title: record.title })));
  const missing = [...new Set(gaps.map(({ what }) => what))].map((what) => ({
    what,
    documents: gaps.filter((gap) => gap.what === what).map(({ title }) => title),
  }));
  return { files: files.length, missing };
}

async function unchanged(out: string, path: string, sha256: string): Promise<OutputFile> {
  const bytes = await readFile(join(out, path)).catch(() => undefined);
  if (!bytes || hashOf(bytes) !== sha256)
    throw new UsageError(
      `Het bestand ${join(out, path)} is er niet of is niet zoals ivp het maakte.`,
      "Maak de documenten opnieuw: ivp build --force.",
    );
  return { path, bytes };
}

/** Puts the set in place and takes away what an earlier one had more. Anything else in the folder stays. */
async function putInPlace(files: readonly OutputFile[], to: string): Promise<void> {
  const earlier = await readManifest(to);
  const metadata = await readdir(join(to, METADATA)).catch(() => []);
  const staging = await openStaging(to);
  try {
    for (const file of files) await staging.add(file);
    await staging.commit();
  } finally {
    await staging.discard();
  }
  const current = new Set(files.map(({ path }) => path));
  const before = [
    ...(earlier?.documents.flatMap((document) => document.files.map(({ path }) => path)) ?? []),
    ...metadata.filter((name) => /^[a-z0-9-]+\.(json|xml)$/.test(name)).map((name) => `${METADATA}${name}`),
    ...(earlier ? ["sitemap.xml"] : []),
  ];
  for (const path of before) if (!current.has(path)) await rm(join(to, path), { force: true });
}
