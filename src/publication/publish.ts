import { readdir } from "node:fs/promises";
import { cacheBeside, openCache } from "../build/cache.js";
import { claim } from "../build/claim.js";
import { makeIndex } from "../build/make.js";
import {
  type DocumentEntry,
  editionIn,
  filesIn,
  isMadeOf,
  MANIFEST,
  type Manifest,
  manifestOf,
  type Origin,
  readManifest,
} from "../build/manifest.js";
import { select } from "../build/select.js";
import { ivp } from "../called/index.js";
import { examine } from "../check/examine.js";
import { readContentFolder } from "../content/index.js";
import { hasErrors, type Report } from "../diagnostics.js";
import { listDocuments } from "../documents/index.js";
import { firstOf, one, stateName } from "../dutch.js";
import { UsageError } from "../errors.js";
import { formatOf } from "../formats/index.js";
import { beside, isGuide } from "../model/index.js";
import { realPathOf } from "../output/folders.js";
import { type OutputFile, openOutput } from "../output/output.js";
import { diwooFile, guidesOf, isHeldBack, mdtoFiles, mdtoPaths, missingIn, recordsOf, strayLinks } from "./index.js";
import type { StrayLinks } from "./links.js";
import { documentsIn, unchanged } from "./made.js";

export interface PublishOptions {
  readonly content: string;
  readonly out: string;
  /** The folder for the publication set. */
  readonly to: string;
  /** Name and version of the program. */
  readonly program: string;
  /** Where that folder will stand on the web; without it, what the plan says. */
  readonly url?: string;
  /** Kinds or ids of documents; empty for all. */
  readonly only?: readonly string[];
  /** Publishes what is still a concept as well. */
  readonly withConcepts?: boolean;
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
  /** What was left out, each with its state. */
  readonly concepts: readonly string[];
  /** The titles of what is published as was asked, although nobody adopted it. */
  readonly unadopted: readonly string[];
  /** Files that an earlier publication put there, and that aren't of this one. */
  readonly gone: readonly string[];
  /** Pages with the files to which they lead and that aren't published with them. */
  readonly stray: readonly StrayLinks[];
  /** The lines for the robots.txt of the website; empty where there is nothing to find. */
  readonly robots: readonly string[];
}

const nothing = { files: 0, missing: [], concepts: [], unadopted: [], gone: [], stray: [], robots: [] };

/** What stands beside each document, besides its metadata for the archive. */
const metadataPaths = (id: string): string[] => ["json", "xml"].map((end) => `${beside.metadata}/${id}.${end}`);

/**
 * Writes the documents with what makes them findable: metadata of each, and sitemaps where the address is known. Files get
 * the same names in every edition. What is still a concept, or was rejected or withdrawn, is left out unless it is asked for.
 * @throws {UsageError} when the output folder doesn't hold the documents of exactly this content, they are marked ones, or
 * something in it was changed; when nothing of them is asked for that can be published; when the folder to publish in is one
 * that must be left alone (see `openOutput`, `claim`)
 * @throws {EnvironmentError} when the disk refuses
 */
export async function publish(options: PublishOptions): Promise<PublishResult> {
  const { content, out, to, url, only = [], withConcepts = false, force = false, note } = options;
  if (realPathOf(to) === realPathOf(out))
    throw new UsageError(
      `In ${to} staan de documenten zelf: publiceren zou weghalen wat niet gepubliceerd wordt.`,
      "Kies een andere map, zoals publicatie.",
    );
  const sources = await readContentFolder(content);
  const { model, diagnostics, sourceOf } = examine(sources);
  if (!model || hasErrors(diagnostics)) return { diagnostics, sourceOf, ...nothing };
  const manifest = await readManifest(out);
  if (manifest?.compared !== undefined)
    throw new UsageError(
      `In ${out} zijn de wijzigingen sinds “${manifest.compared}” gemerkt: dat zijn niet de documenten zelf.`,
      `Publiceer de map die ${ivp} build zonder --compare maakt.`,
    );
  if (!manifest || !isMadeOf(manifest, sources))
    throw new UsageError(`De documenten in ${out} zijn niet die van deze inhoud.`, `Maak ze eerst: ${ivp} build.`);
  const origin: Origin = { program: options.program, edition: editionIn(manifest), model, sources };
  const { documents, concepts, unadopted } = asked(documentsIn(manifest, out, origin), origin, {
    only,
    withConcepts,
    out,
  });
  const address = url ?? model.content.plan.publication?.url;
  if (address !== undefined && !URL.canParse(address))
    throw new UsageError(`“${address}” is geen webadres.`, "Verbeter publication.url in plan.yaml.");
  const created = origin.edition.date;
  const records = recordsOf({ model, documents, created, url: address });
  const index = makeIndex(origin, documents);
  const guides = address ? guidesOf(records, address, created) : [];
  const made = documents.flatMap((document) => document.files);
  const cache = openCache(cacheBeside(out), () => undefined);
  const files: OutputFile[] = [
    ...(await Promise.all(made.map((file) => unchanged(out, file, cache)))),
    { path: index.entry.path, bytes: index.bytes },
    { path: MANIFEST, bytes: manifestOf(origin, documents, index.entry) },
    ...records.flatMap((record) => {
      const diwoo = diwooFile(record, records);
      const [json = "", xml = ""] = metadataPaths(record.id);
      return [
        { path: json, bytes: Buffer.from(`${JSON.stringify(record, null, 2)}\n`) },
        ...(diwoo ? [{ path: xml, bytes: Buffer.from(diwoo) }] : []),
        ...mdtoFiles(record),
      ];
    }),
    ...guides,
  ];
  const paths = new Set(files.map(({ path }) => path));
  const output = await openOutput({
    out: to,
    content,
    purpose: { name: "de map voor wat gepubliceerd wordt", example: "publicatie" },
    note,
  });
  let gone: string[];
  try {
    const { earlier, own } = await claim(to, model, { force, note });
    const published = earlier ? await publishedWith(earlier, to) : [];
    gone = published.filter((path) => !paths.has(path));
    for (const file of files) await output.add(file);
    output.commit({ own: own === "everything" ? own : new Set([...own, ...published]), remove: gone });
  } finally {
    output.close();
  }
  const gaps = records.flatMap((record) => missingIn(record).map((what) => ({ what, title: record.title })));
  const missing = [...new Set(gaps.map(({ what }) => what))].map((what) => ({
    what,
    documents: gaps.filter((gap) => gap.what === what).map(({ title }) => title),
  }));
  return {
    diagnostics,
    sourceOf,
    files: files.length,
    missing,
    concepts,
    unadopted,
    gone: gone.filter((path) => formatOf(path) !== undefined),
    stray: strayLinks(files, paths),
    robots: robotsIn(guides),
  };
}

const robotsIn = (guides: readonly OutputFile[]): string[] =>
  guides
    .filter(({ path }) => path === `${beside.robots}.txt`)
    .flatMap(({ bytes }) => Buffer.from(bytes).toString().split("\n"))
    .filter((line) => line.startsWith("Sitemap: "));

/** The documents that are asked for and may be published, and the titles of those that are left out. */
function asked(
  made: readonly DocumentEntry[],
  { model }: Origin,
  { only, withConcepts, out }: { only: readonly string[]; withConcepts: boolean; out: string },
): { documents: DocumentEntry[]; concepts: string[]; unadopted: string[] } {
  const wanted = new Set(select(listDocuments(model), only, model.terms).map(({ id }) => id));
  const lying = made.filter(({ id }) => wanted.has(id));
  const absent = [...wanted].filter((id) => !lying.some((document) => document.id === id));
  if (only.length > 0 && absent.length > 0)
    throw new UsageError(
      `Niet gemaakt in ${out}: ${firstOf(absent, 5)}.`,
      `Maak ${one(absent.length, "dit document", "deze documenten")} eerst: ${ivp} build.`,
    );
  const held = withConcepts ? [] : lying.filter(({ status }) => isHeldBack(status));
  const documents = lying.filter((document) => !held.includes(document));
  const told = ({ title, status }: DocumentEntry): string => `${title} (${stateName(status.state)})`;
  const concepts = held.map(told);
  if (documents.length === 0)
    throw new UsageError(
      concepts.length === 0
        ? `In ${out} staat geen document.`
        : `Er is nog niets om te publiceren: ${firstOf(concepts, 3)}.`,
      concepts.length === 0
        ? `Maak de documenten eerst: ${ivp} build.`
        : "Zet het besluit in de inhoud (decision), of publiceer ook concepten: --with-concepts.",
    );
  return { documents, concepts, unadopted: documents.filter(({ status }) => isHeldBack(status)).map(told) };
}

/** What an earlier publication put in its folder. */
async function publishedWith(manifest: Manifest, folder: string): Promise<string[]> {
  const guides = (await readdir(folder).catch(() => [])).filter(isGuide);
  return [
    ...filesIn(manifest).map(({ path }) => path),
    ...manifest.documents.flatMap(({ id, files }) => [...metadataPaths(id), ...mdtoPaths(id, files)]),
    ...guides,
  ];
}
