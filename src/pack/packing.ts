/** The papers of one municipality after the other, as they are made. */
import { type Begun, beginDocument, beginRecipe, type Maker } from "../build/make.js";
import type { DocumentEntry } from "../build/manifest.js";
import { comparisonFor } from "../diff/audience.js";
import { type Comparison, composeWasWordt } from "../diff/index.js";
import { type CouncilGap, type Document, type DocumentInfo, gapsOf, listDocuments } from "../documents/index.js";
import { type Format, fileOf, formatOf } from "../formats/index.js";
import { isAdopted, isOpen, type Model, type Municipality } from "../model/index.js";
import type { OutputFile } from "../output/output.js";
import { type StrayLinks, strayLinks } from "../publication/links.js";
import { withChanges } from "./changes.js";
import { COUNCIL_DATA, councilDataOf, openIn } from "./council-data.js";
import { sumsOf } from "./files.js";
import { composeContents, type Paper, papersOf } from "./papers.js";

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
  /** What lies in its folder without being part of it. */
  readonly foreign: readonly string[];
  /** The pages that lead to documents that aren't in the pack. */
  readonly stray: readonly StrayLinks[];
}

interface Ready extends Omit<Packed, "title" | "path" | "foreign"> {
  readonly files: readonly OutputFile[];
}

/** A document that is being made, whichever packs it goes into. */
interface Making {
  readonly info: DocumentInfo;
  readonly begun: readonly Begun[];
}

/** Begins the pack of one municipality after the other; what more of them get is made once. */
export function packing(maker: Maker, formats: readonly Format[]) {
  const { model } = maker;
  const built = new Set(listDocuments(model).map(({ id }) => id));
  const shared = new Map<string, Promise<Making>>();
  return async (town: Municipality, whole: Comparison | undefined) => {
    const comparison = whole && comparisonFor(whole, { id: town.id, title: town.title });
    const changes = comparison && composeWasWordt(comparison);
    const papers = papersOf(model, town, changes);
    const marked = comparison && withChanges(comparison);
    const own: Maker = { ...maker, ...(marked && { mark: (document) => ({ document: marked(document) }) }) };
    const gaps = gapsOf(model, town);
    const lists = papers.map((paper) => ({ ...paper, files: formats.map((format) => fileOf(paper.info, format)) }));
    const begun = new Map<Paper, Making>();
    const beginAll = async (some: readonly Paper[]): Promise<void> => {
      for (const paper of some) {
        const { info } = paper;
        const next =
          shared.get(info.id) ??
          (changes && info === changes ? composed(changes, formats, maker) : begin(info, formats, own));
        shared.set(info.id, next);
        begun.set(paper, await next);
      }
    };
    // What no build makes goes first: the browser prints it while it is found out that the rest is there.
    const isBuilt = ({ info }: Paper): boolean => built.has(info.id);
    await beginAll(papers.filter((paper) => !isBuilt(paper)));
    const contents = await composed(composeContents(model, town, lists, gaps), formats, maker);
    await beginAll(papers.filter(isBuilt));
    const making = [...papers.flatMap((paper) => begun.get(paper) ?? []), contents];
    return { town, finish: () => finish(maker, town, papers, making, gaps, whole !== undefined) };
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
    stray: strayLinks(files, new Set(files.map(({ path }) => path))),
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
