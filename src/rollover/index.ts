/** Makes what comes next out of what there is: the next programme, or the next plan. */
import { type Examined, examine } from "../check/examine.js";
import {
  byPath,
  ContentFolderError,
  changeContent,
  type Decided,
  loadContent,
  type Programme,
  type RawFile,
  readContentFolder,
} from "../content/index.js";
import { hasErrors } from "../diagnostics.js";
import { agree, capital, described } from "../dutch.js";
import { UsageError } from "../errors.js";
import {
  fullId,
  idOfYears,
  LONGEST_PLAN,
  type Meanings,
  type Model,
  meaningsAmong,
  type Years,
} from "../model/index.js";
import { openOutput } from "../output/output.js";
import { dataOf, targetsBefore, withReferencesTo } from "./carried.js";
import { clarified, edited, type Places, placesWithYears } from "./changed-files.js";
import { editsForTown, planEdits } from "./next-plan.js";
import { type Edits, editsFor, type Next } from "./next-programme.js";
import { type Given, yearsOf } from "./years.js";

/** What was written, and what is left for the user to do. */
export interface RolledOver {
  /** What came of the check: of the content as it is when that has errors, else as it would be. */
  readonly report: Examined;
  /** Missing when nothing was written. */
  readonly done?: {
    readonly files: readonly string[];
    /** The programme that was carried on. */
    readonly from?: string;
    readonly programme?: string;
    readonly kept: number;
    /** Titles of actions that are finished or lapsed, and of milestones that are over. */
    readonly left: readonly string[];
    readonly milestones: readonly string[];
    /** Files that are of the plan that there was, and no part of the next one. */
    readonly behind: readonly string[];
    /** Where texts name the old years. */
    readonly look: readonly Places[];
    /** Targets for years before the next plan. */
    readonly targets: readonly { readonly file: string; readonly years: readonly number[] }[];
  };
}

/** How it is done. */
export interface Way {
  /** Whether nothing is written: only what would come of it is told. */
  readonly dryRun?: boolean;
}

/**
 * Writes the next programme of the same plan.
 * @throws {UsageError} when that can't be: the name or the years aren't right, or it is there already
 * @throws {ContentFolderError | EnvironmentError} when the folder can't be read or written
 */
export async function rolloverProgramme(
  folder: string,
  id: string,
  given: Given,
  { dryRun = false }: Way = {},
): Promise<RolledOver> {
  const years = yearsOf(id, given);
  if (dryRun) return nextProgramme(await readContentFolder(folder), id, years).result;
  return changeContent(folder, (files) => nextProgramme(files, id, years));
}

function nextProgramme(files: readonly RawFile[], id: string, years: Years): Decided<RolledOver> {
  const report = examine(files);
  const { model } = report;
  if (!model || hasErrors(report.diagnostics)) return { result: { report }, files: [] };
  const { terms } = model;
  const latest = model.programmes.at(-1);
  if (!latest)
    throw new UsageError(
      `Er is nog geen ${terms.programme.name} om op verder te gaan.`,
      "Schrijf het eerste in programmes/.",
    );
  const path = `programmes/${id}.yaml`;
  if (files.some((file) => file.path === path))
    throw new UsageError(
      `${path} is er al. Er is niets gewijzigd.`,
      "Kies andere jaren, of een andere naam met --from en --to.",
    );
  const { period } = model.content.plan;
  if (years.from < period.from || years.to > period.to)
    throw new UsageError(
      `${id} valt buiten de looptijd van ${agree("de", terms.plan.brief)} (${period.from}–${period.to}).`,
      `Begin ${agree("de", described("volgende", terms.plan.brief))} met: ivp rollover plan.`,
    );
  if (years.from <= latest.period.to)
    throw new UsageError(
      `${latest.shortTitle} loopt tot en met ${latest.period.to}: ${agree("de", described("volgende", terms.programme.brief))} begint daarna.`,
      `Begin in ${latest.period.to + 1} of later.`,
    );
  const { file, source } = sourceOf(files, latest.id);
  const edits = editsFor(source, { ...years, id, body: bodyOf(model, source), continues: true });
  const fresh = edited(file, edits.edits, path);
  const towns = model.municipalities.flatMap((town) => {
    const own = files.find((one) => one.path === `municipalities/${town.id}.yaml`);
    const changes = own ? editsForTown(dataOf(own), id, bodyOf(model, source)) : [];
    return own && changes.length > 0 ? [edited(own, changes)] : [];
  });
  const whole = [...files.filter((one) => !towns.some((town) => town.path === one.path)), ...towns, fresh];
  const changed = [...towns, fresh];
  const after = withClearReferences(files, whole, { old: file.path, fresh: path });
  for (const one of after) if (!changed.some((other) => other.path === one.path)) changed.push(one);
  const final = inOrder([...whole.filter((one) => !after.some((other) => other.path === one.path)), ...after]);
  const result = examine(final);
  if (hasErrors(result.diagnostics)) return { result: { report: result }, files: [] };
  const paths = changed.map((one) => one.path);
  return {
    result: {
      report: result,
      done: {
        files: paths.sort(),
        from: latest.shortTitle,
        programme: id,
        ...told(edits),
        behind: [],
        look: placesWithYears([...final.filter((one) => one.path === path)], latest.period),
        targets: [],
      },
    },
    files: final.filter((one) => paths.includes(one.path)),
  };
}

/**
 * Writes the next plan in a folder of its own, with a first programme made of the last one.
 * @param to the folder: new or empty; without it one beside the content, called by the years
 */
export async function rolloverPlan(
  folder: string,
  id: string,
  given: Given,
  { to, dryRun = false }: Way & { readonly to: string },
): Promise<RolledOver> {
  const years = yearsOf(id, given);
  const there = await readContentFolder(to).catch((error: unknown) => {
    if (error instanceof ContentFolderError) return [];
    throw error;
  });
  if (there.length > 0)
    throw new UsageError(`In ${to} staan al bestanden. Er is niets gewijzigd.`, "Kies een nieuwe of lege map.");
  const files = await readContentFolder(folder);
  const report = examine(files);
  const { model } = report;
  if (!model || hasErrors(report.diagnostics)) return { report };
  const { terms } = model;
  const { period } = model.content.plan;
  if (years.from <= period.to)
    throw new UsageError(
      `${capital(agree("dit", terms.plan.brief))} loopt tot en met ${period.to}: ${agree("de", described("volgende", terms.plan.brief))} begint daarna.`,
      `Begin in ${period.to + 1} of later.`,
    );
  if (years.to - years.from >= LONGEST_PLAN)
    throw new UsageError(
      `${capital(agree("de", described("volgende", terms.plan.brief)))} zou ${years.to - years.from + 1} jaar duren; dat mag ten hoogste vier jaar (Politiewet 2012, artikel 38b).`,
      "Geef ten hoogste vier jaar.",
    );
  const council = model.content.plan.decision.body ?? bodyNamed(model, "raad");
  const latest = model.programmes.at(-1);
  const first = latest && firstProgramme(files, model, latest, years);
  // Amendments, decisions, what councils got to decide on and how actions went are of the plan that there was.
  const [behind, kept] = parted(files, ({ path }) =>
    /^(?:programmes|amendments|adopted|progress)\/|^council\.yaml$/.test(path),
  );
  const fresh = kept.map((file) => {
    if (file.path === "plan.yaml") return edited(file, planEdits(dataOf(file), id, years, council));
    if (file.path.startsWith("municipalities/")) return edited(file, editsForTown(dataOf(file), undefined, council));
    return file;
  });
  const made = [...fresh, ...(first ? [first.file] : [])];
  const all = inOrder(latest && first ? withReferencesTo(made, latest.id, first) : made);
  const result = examine(all);
  if (!dryRun) await write(to, all, folder);
  return {
    report: result,
    done: {
      files: all.map(({ path }) => path),
      ...(first && latest && { from: latest.shortTitle, programme: first.id }),
      ...(first ? told(first.edits) : { kept: 0, left: [], milestones: [] }),
      behind: behind.map(({ path }) => path).filter((path) => path !== `programmes/${latest?.id}.yaml`),
      look: placesWithYears(all, period),
      targets: all.flatMap((file) => targetsBefore(file, years.from)),
    },
  };
}

const parted = <T>(items: readonly T[], goes: (item: T) => boolean): [T[], T[]] => [
  items.filter(goes),
  items.filter((item) => !goes(item)),
];

/** The first programme of the next plan: as long as the last one of this plan. */
function firstProgramme(
  files: readonly RawFile[],
  model: Model,
  { id: last, period }: Model["programmes"][number],
  plan: Years,
) {
  const to = Math.min(plan.to, plan.from + period.to - period.from);
  const id = idOfYears({ from: plan.from, to });
  const { file, source } = sourceOf(files, last);
  const next: Next = { from: plan.from, to, id, body: bodyOf(model, source), continues: false };
  const edits = editsFor(source, next);
  return { id, edits, file: edited(file, edits.edits, `programmes/${id}.yaml`) };
}

const told = ({ kept, left, milestones }: Edits) => ({
  kept: kept.length,
  left: left.map(({ title, status }) => `${title} (${status})`),
  milestones,
});

function sourceOf(files: readonly RawFile[], id: string): { file: RawFile; source: Programme } {
  const file = files.find(({ path }) => path === `programmes/${id}.yaml`);
  if (!file) throw new Error(`no file of ${id}`);
  return { file, source: dataOf(file) as unknown as Programme };
}

/** Who decides on the programme: as it says, else the boards. */
const bodyOf = (model: Model, { decision }: Programme): string => decision?.body ?? bodyNamed(model, "college");

/** The body with an id, or the first that there is. */
function bodyNamed({ content }: Model, id: string): string {
  const { bodies } = content.governance;
  return (bodies.find((body) => body.id === id) ?? bodies[0])?.id ?? id;
}

/** Files in which references would otherwise come to mean something else, changed so that they go on meaning what they mean. */
function withClearReferences(
  before: readonly RawFile[],
  after: readonly RawFile[],
  { old, fresh }: { old: string; fresh: string },
): RawFile[] {
  const [loaded, then] = [loadContent(before), loadContent(after)];
  const named = ({ definitions }: typeof loaded) =>
    definitions.map((definition) => ({ ...definition, file: definition.file.path }));
  const meanings = meaningsAmong(named(loaded));
  // The new programme began as the old one: what its texts don't mean of their own, is what they meant there.
  const now: Meanings = (kind, id, file) => meanings(kind, id, file === fresh ? old : file);
  const own = new Set(
    then.definitions.filter(({ file }) => file.path === fresh).map((thing) => `${fresh} ${fullId(thing)}`),
  );
  const edits = clarified(then.texts, now, meaningsAmong(named(then)), own);
  return after.flatMap((file) => {
    const changes = edits.get(file.path);
    return changes ? [edited(file, changes)] : [];
  });
}

const inOrder = (files: readonly RawFile[]): RawFile[] => [...files].sort(byPath);

/** Puts the next plan in its folder: all files or none. */
async function write(folder: string, files: readonly RawFile[], content: string): Promise<void> {
  const output = await openOutput({ out: folder, content });
  try {
    for (const file of files) await output.add(file);
    output.commit({ own: new Set() });
  } finally {
    output.close();
  }
}
