import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { claim } from "../build/claim.js";
import { madeOfNow, makeIndex } from "../build/make.js";
import {
  type DocumentEntry,
  editionIn,
  filesIn,
  hashOf,
  isMadeOf,
  MANIFEST,
  type Manifest,
  manifestOf,
  type Origin,
  readManifest,
} from "../build/manifest.js";
import { examine } from "../check/examine.js";
import { readContentFolder } from "../content/index.js";
import { hasErrors, type Report } from "../diagnostics.js";
import { type DocumentInfo, listDocuments } from "../documents/index.js";
import { one } from "../dutch.js";
import { UsageError } from "../errors.js";
import { fileOf, formats } from "../formats/index.js";
import { beside } from "../model/index.js";
import { type OutputFile, openOutput } from "../output/output.js";
import { diwooFile, missingIn, recordOf, sitemap } from "./index.js";

export interface PublishOptions {
  readonly content: string;
  readonly out: string;
  /** The folder for the publication set. */
  readonly to: string;
  /** Name and version of the program. */
  readonly program: string;
  /** Where that folder will stand on the web; without it, what the plan says. */
  readonly url?: string;
  /** Replaces what `ivp` didn't put there, or of another plan. */
  readonly force?: boolean;
  /** Told what a user should know, in Dutch. */
  readonly note?: (message: string) => void;
}

/** What was published; nothing when the content has errors. */
export interface PublishResult extends Report {
  readonly files: number;
  /** What isn't known yet, in Dutch, with the documents that miss it. */
  readonly missing: readonly { readonly what: string; readonly documents: readonly string[] }[];
}

/** Every set has these; what else it has, the manifest of the documents tells. */
const SITEMAP = `${beside.sitemap}.xml`;
const metadataPaths = (id: string): string[] => ["json", "xml"].map((end) => `${beside.metadata}/${id}.${end}`);

/**
 * Writes the documents with what makes them findable: metadata of each, and a sitemap where the address is known. Files get
 * the same names in every edition.
 * @throws {UsageError} when the output folder doesn't hold the documents of exactly this content, they are marked ones, or
 * something in it was changed; when the folder to publish in is one that must be left alone (see `openOutput`, `claim`)
 * @throws {EnvironmentError} when the disk refuses
 */
export async function publish(options: PublishOptions): Promise<PublishResult> {
  const { content, out, to, url, force = false, note } = options;
  const sources = await readContentFolder(content);
  const { model, diagnostics, sourceOf } = examine(sources);
  if (!model || hasErrors(diagnostics)) return { diagnostics, sourceOf, files: 0, missing: [] };
  const manifest = await readManifest(out);
  if (manifest?.compared !== undefined)
    throw new UsageError(
      `In ${out} zijn de wijzigingen sinds “${manifest.compared}” gemerkt: dat zijn niet de documenten zelf.`,
      "Publiceer de map die ivp build zonder --compare maakt.",
    );
  if (!manifest || !isMadeOf(manifest, sources))
    throw new UsageError(`De documenten in ${out} zijn niet die van deze inhoud.`, "Maak ze eerst: ivp build.");
  const origin: Origin = { program: options.program, edition: editionIn(manifest), model, sources };
  const documents = documentsIn(manifest, out, origin);
  const address = url ?? model.content.plan.publication?.url;
  if (address !== undefined && !URL.canParse(address))
    throw new UsageError(`“${address}” is geen webadres.`, "Verbeter publication.url in plan.yaml.");
  const created = origin.edition.date;
  const records = documents.map((document) => recordOf(model, document, created, address));
  const files: OutputFile[] = [
    ...(await Promise.all(filesIn(manifest).map(({ path, sha256 }) => unchanged(out, path, sha256)))),
    { path: MANIFEST, bytes: await readFile(join(out, MANIFEST)) },
    ...records.flatMap((record) => {
      const diwoo = diwooFile(record);
      const [json = "", xml = ""] = metadataPaths(record.id);
      return [
        { path: json, bytes: Buffer.from(`${JSON.stringify(record, null, 2)}\n`) },
        ...(diwoo ? [{ path: xml, bytes: Buffer.from(diwoo) }] : []),
      ];
    }),
    ...(address ? [{ path: SITEMAP, bytes: Buffer.from(sitemap(records, address, created)) }] : []),
  ];
  const output = await openOutput({ out: to, content, note });
  try {
    const { earlier, own } = await claim(to, model, { force, note });
    const published = earlier ? publishedWith(earlier) : [];
    for (const file of files) await output.add(file);
    const current = new Set(files.map(({ path }) => path));
    output.commit({
      own: own === "everything" ? own : new Set([...own, ...published]),
      remove: published.filter((path) => !current.has(path)),
    });
  } finally {
    output.close();
  }
  const gaps = records.flatMap((record) => missingIn(record).map((what) => ({ what, title: record.title })));
  const missing = [...new Set(gaps.map(({ what }) => what))].map((what) => ({
    what,
    documents: gaps.filter((gap) => gap.what === what).map(({ title }) => title),
  }));
  return { diagnostics, sourceOf, files: files.length, missing };
}

/** What an earlier publication put in its folder. */
const publishedWith = (manifest: Manifest): string[] => [
  ...filesIn(manifest).map(({ path }) => path),
  ...manifest.documents.flatMap(({ id }) => metadataPaths(id)),
  SITEMAP,
];

/**
 * The documents that a folder holds, as the content gives them.
 * @throws {UsageError} when the content gives one otherwise, or the manifest or the index isn't theirs
 */
function documentsIn(manifest: Manifest, out: string, origin: Origin): DocumentEntry[] {
  const infos = new Map(listDocuments(origin.model).map((info) => [info.id, info]));
  const older = manifest.documents.flatMap(({ id, files }) =>
    files.filter(({ path, madeOf }) => madeOf !== given(infos.get(id), path, origin)).map(({ path }) => path),
  );
  if (older.length > 0)
    throw new UsageError(
      `In ${out} ${one(older.length, "is een bestand", "zijn bestanden")} van een eerdere inhoud: ${older.join(", ")}.`,
      "Maak alle documenten opnieuw: ivp build.",
    );
  const documents = manifest.documents.flatMap(({ id, files }) => {
    const info = infos.get(id);
    return info ? [{ ...info, files }] : [];
  });
  const index = makeIndex(origin, documents);
  const own = manifestOf(origin, documents, index.entry);
  if (!own.equals(Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)))
    throw new UsageError(
      `${join(out, MANIFEST)} is niet zoals ivp het maakte.`,
      "Maak de documenten opnieuw: ivp build --force.",
    );
  return documents;
}

function given(info: DocumentInfo | undefined, path: string, origin: Origin): string | undefined {
  const format = info && formats.find((candidate) => path === fileOf(info, candidate));
  return format && madeOfNow(info, format, origin.program, origin);
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
