/** Makes what the council of a municipality needs to decide: a folder, or one file with all of it. */
import { dirname, join, resolve } from "node:path";
import { openCache } from "../build/cache.js";
import type { Edition } from "../build/edition.js";
import { undatedNote } from "../build/edition.js";
import { programFingerprint } from "../build/fingerprint.js";
import { type Begun, beginDocument, beginRecipe, type Maker } from "../build/make.js";
import type { DocumentEntry } from "../build/manifest.js";
import { examine } from "../check/examine.js";
import { type RawFile, readContentFolder } from "../content/index.js";
import { hasErrors, type Report } from "../diagnostics.js";
import { comparisonFor } from "../diff/audience.js";
import { type Comparison, composeWasWordt } from "../diff/index.js";
import { type CouncilGap, type Document, type DocumentInfo, gapsOf, listDocuments } from "../documents/index.js";
import { type Format, formatOf, isPrinted } from "../formats/index.js";
import { isAdopted, isOpen, type Model, type Municipality, readSnapshot } from "../model/index.js";
import { type OutputFile, openOutput } from "../output/output.js";
import type { BrowserOptions } from "../pdf/index.js";
import { openPress } from "../pdf/press.js";
import { withChanges } from "./changes.js";
import { COUNCIL_DATA, councilDataOf, openIn } from "./council-data.js";
import { earlierFiles, isEarlierArchive, sumsOf, zipped } from "./files.js";
import { composeContents, type Paper, papersOf } from "./papers.js";
import { townsNamed } from "./towns.js";

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

/** What one municipality got. */
export interface Packed {
  readonly title: string;
  /** The folder or the file, within the output folder. */
  readonly path: string;
  readonly papers: number;
  readonly made: number;
  /** What its papers leave open. */
  readonly gaps: readonly CouncilGap[];
  /** What the side file leaves open. */
  readonly open: readonly string[];
  /** Whether its council decided before, and no overview of changes since is in the pack. */
  readonly lacksChanges: boolean;
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
  const { model, diagnostics, sourceOf } = examine(sources);
  if (!model || hasErrors(diagnostics)) return { diagnostics, sourceOf, packs: [] };
  const towns = townsNamed(model, options.asked, options.all);
  if (edition.undated) note(undatedNote(edition.undated));
  const whole = since === undefined ? undefined : await options.compare(since, sources);
  const output = await openOutput({ out, content, note });
  const press = openPress(options.browser);
  try {
    if (formats.some(isPrinted)) press.warm();
    const maker: Maker = {
      model,
      edition,
      press,
      program: options.program,
      fingerprint: programFingerprint(options.browser.path ?? process.env.IVP_BROWSER),
      cache: openCache(join(dirname(resolve(out)), ".ivp-cache"), note),
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
    await maker.cache.prune();
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

interface Ready extends Omit<Packed, "title" | "path"> {
  readonly files: readonly OutputFile[];
}

/** A document that is being made, whichever packs it goes into. */
interface Making {
  readonly info: DocumentInfo;
  readonly begun: readonly Begun[];
}

/** Begins the pack of one municipality after the other; what more of them get is made once. */
function packing(maker: Maker, formats: readonly Format[]) {
  const { model } = maker;
  const shared = new Map<string, Promise<Making>>();
  return async (town: Municipality, whole: Comparison | undefined) => {
    const comparison = whole && comparisonFor(whole, { id: town.id, title: town.title });
    const changes = comparison && composeWasWordt(comparison);
    const papers = papersOf(model, town, changes);
    const marked = comparison && withChanges(comparison);
    const own: Maker = { ...maker, ...(marked && { mark: (document) => ({ document: marked(document) }) }) };
    const making: Making[] = [];
    for (const { info } of papers) {
      const known = shared.get(info.id);
      const next =
        known ?? (changes && info === changes ? composed(changes, formats, maker) : begin(info, formats, own));
      shared.set(info.id, next);
      making.push(await next);
    }
    const gaps = gapsOf(model, town);
    const lists = papers.map((paper, index) => ({ ...paper, files: pathsOf(making[index], formats) }));
    const contents = await composed(composeContents(model, town, lists, gaps), formats, maker);
    return { town, finish: () => finish(maker, town, papers, [...making, contents], gaps, whole !== undefined) };
  };
}

const begin = async (info: DocumentInfo, formats: readonly Format[], maker: Maker): Promise<Making> => ({
  info,
  begun: await beginDocument(info, formats, maker),
});

/** A document that isn't of a kind: it was composed already. */
async function composed(document: Document, formats: readonly Format[], maker: Maker): Promise<Making> {
  const { date } = maker.edition;
  const begun: Begun[] = [];
  for (const format of formats) {
    const author = format.lasting || format.returns ? maker.model.content.plan.team : "";
    const recipe = { document: format.lasting ? document : { ...document, data: {} }, date, author };
    begun.push(await beginRecipe(document, format, recipe, maker));
  }
  return { info: document, begun };
}

const pathsOf = (making: Making | undefined, formats: readonly Format[]): string[] =>
  making ? formats.map(({ extension }) => `${making.info.path}.${extension}`) : [];

/** What comes of a pack that was begun. */
async function finish(
  { model }: Maker,
  town: Municipality,
  papers: readonly Paper[],
  making: readonly Making[],
  gaps: readonly CouncilGap[],
  compared: boolean,
): Promise<Ready> {
  const files: OutputFile[] = [];
  const entries: DocumentEntry[] = [];
  let made = 0;
  for (const { info, begun } of making) {
    const ready = await Promise.all(begun.map((one) => one.made));
    for (const { file, bytes, outcome } of ready) {
      if (bytes) files.push({ path: file.entry.path, bytes });
      if (outcome.origin === "made") made++;
    }
    entries.push({ ...info, files: ready.map(({ file }) => file.entry) });
  }
  const known = new Set(listDocuments(model).map(({ id }) => id));
  const data = councilDataOf(
    model,
    town,
    entries.slice(0, papers.length).map((entry) => ({ ...entry, mediaTypes: mediaTypes(entry) })),
    submittedOn(model, town),
    ({ id }) => known.has(id),
  );
  files.push({ path: COUNCIL_DATA, bytes: Buffer.from(`${JSON.stringify(data, null, 2)}\n`) });
  files.push(sumsOf(files));
  return {
    files,
    papers: papers.length,
    made,
    gaps,
    open: openIn(data),
    lacksChanges: !compared && isAdopted(town.decisions.plan.state),
  };
}

const mediaTypes = ({ files }: DocumentEntry): Map<string, string> =>
  new Map(files.map(({ path }) => [path, formatOf(path)?.mediaType ?? ""]));

/** The day on which burgemeester en wethouders made the proposal, if it is known. */
function submittedOn({ content: { council } }: Model, town: Municipality): string | undefined {
  const own = council.municipalities.find(({ municipality }) => municipality === town.id);
  const date = own?.date ?? council.date;
  return date === undefined || isOpen(date) ? undefined : date;
}
