/** Puts the figures of a source into the indicators of the content. */
import { type Examined, examine } from "../check/examine.js";
import {
  changeContent,
  type Decided,
  type Edit,
  parseFile,
  type RawFile,
  readContentFolder,
  splice,
  textOf,
  type Indicator as Written,
} from "../content/index.js";
import { hasErrors } from "../diagnostics.js";
import { UsageError } from "../errors.js";
import { type Indicator, isOpen, type Model } from "../model/index.js";
import { editsFor, type FigureChange, rounded } from "./edits.js";
import { type Figures, figuresIn } from "./files.js";
import { figuresOf, requirePossible } from "./found.js";
import { candidates, type Found, isPlaceOf, type Passed } from "./match.js";
import { asRates, populationIn } from "./rates.js";
import type { FigureFile } from "./table.js";

export type { FigureChange } from "./edits.js";
export type { FigureFile } from "./table.js";

export interface ImportOptions {
  /** The files of the source, and those with inhabitants. */
  readonly files: readonly FigureFile[];
  readonly population?: readonly FigureFile[];
  /** Only this indicator. */
  readonly indicator?: string;
  readonly dryRun: boolean;
  /** The day on which the files were taken from the source, as 2020-02-15. */
  readonly date?: string;
  /** The day on which it happens: a year that isn't over has no figures. */
  readonly now: Date;
}

/** A place, item or topic of a file that was passed over: the first line on which it stands, and on how many. */
export interface PassedOver {
  readonly what: string;
  readonly line: number;
  readonly count: number;
}

/** What came of an import for one indicator. */
export interface Imported {
  readonly id: string;
  readonly title: string;
  readonly changes: readonly FigureChange[];
  /** How many figures the file has that are as they were. */
  readonly unchanged: number;
  /** How many lost digits, as only two are kept behind the comma. */
  readonly rounded: number;
  readonly passed: readonly { readonly why: string; readonly count: number; readonly of: readonly PassedOver[] }[];
  /** Municipalities of which the file has no figure. */
  readonly without: readonly string[];
}

export interface ImportResult {
  /** What came of the check: of the content as it is when that has errors, else as it would be. */
  readonly report: Examined;
  /** Missing when nothing was written, or would be. */
  readonly done?: { readonly indicators: readonly Imported[] } & Pick<
    Figures,
    "tellsProvisional" | "tellsTopic" | "notes"
  >;
}

/**
 * Reads files of a source and adds or updates the figures of the indicators that they are about.
 * @throws {UsageError} when a file is none, or could mean more than one thing: then nothing is written
 */
export async function importFigures(folder: string, options: ImportOptions): Promise<ImportResult> {
  if (options.dryRun) return imported(await readContentFolder(folder), options).result;
  return changeContent(folder, (files) => imported(files, options));
}

function imported(files: readonly RawFile[], options: ImportOptions): Decided<ImportResult> {
  const before = examine(files);
  const { model } = before;
  if (!model || hasErrors(before.diagnostics)) return { result: { report: before }, files: [] };
  const isPlace = isPlaceOf(model);
  const figures = figuresIn(options.files, isPlace);
  const people = options.population && figuresIn(options.population, isPlace);
  const done = candidates(model, figures, options.indicator).map((indicator) =>
    oneIndicator(model, indicator, files, figures, people, options),
  );
  const fresh = new Map(done.flatMap(({ file }) => (file ? [[file.path, file] as const] : [])));
  const after = examine(files.map((file) => fresh.get(file.path) ?? file));
  if (hasErrors(after.diagnostics)) return { result: { report: after }, files: [] };
  const { tellsProvisional, tellsTopic, notes } = figures;
  return {
    result: {
      report: after,
      done: { indicators: done.map((one) => one.imported), tellsProvisional, tellsTopic, notes },
    },
    files: [...fresh.values()],
  };
}

function oneIndicator(
  model: Model,
  indicator: Indicator,
  files: readonly RawFile[],
  figures: Figures,
  people: Figures | undefined,
  { now, date }: ImportOptions,
): { file?: RawFile; imported: Imported } {
  const passed: Passed = new Map();
  const context = { now, team: "alle gemeenten samen", passed };
  const counts = figuresOf(model, indicator, figures, context);
  const found = (indicator.per === undefined ? counts : rates(model, indicator, counts, people, context)).map(exact);
  requirePossible(
    indicator,
    found.map(({ kept }) => kept),
  );
  if (found.length === 0)
    throw new UsageError(
      `indicators/${indicator.id}.yaml: het bestand heeft geen cijfers voor deze indicator. Er is niets gewijzigd.`,
      [...passed].map(([why, { count }]) => `Overgeslagen: ${why} (${count}).`).join(" ") || undefined,
    );
  const path = `indicators/${indicator.id}.yaml`;
  const file = files.find((one) => one.path === path) as RawFile;
  const written = parseFile(file).parsed?.value as Written;
  const kept = inOrder(
    found.map((one) => one.kept),
    model,
  );
  const text = textOf(file);
  const own = indicator.summed ? kept.filter(({ area }) => area.kind !== "team") : kept;
  const { edits, changes } = editsFor(written, own, {
    tellsProvisional: figures.tellsProvisional,
    flow: /^\s*- \{/m.test(text),
  });
  const all = [...edits, ...dated(written, date)];
  const spliced = all.length > 0 ? splice(text, all) : undefined;
  if (spliced && "refused" in spliced) throw new UsageError(`${path} is niet te wijzigen. ${spliced.refused}`);
  const towns = new Set(kept.flatMap(({ area }) => (area.kind === "municipality" ? [area.id] : [])));
  return {
    ...(spliced && { file: { path, bytes: Buffer.from(spliced.text) } }),
    imported: {
      id: indicator.id,
      title: indicator.title,
      changes,
      unchanged: own.length - changes.length,
      rounded: indicator.per === undefined ? found.filter(({ cut }) => cut).length : 0,
      passed: [...passed].map(([why, { count, of }]) => ({
        why,
        count,
        of: [...of].map(([what, own]) => ({ what, ...own })),
      })),
      without: model.municipalities.flatMap(({ id, title, code }) =>
        towns.has(id) ? [] : [code === undefined ? `${title} (zonder code)` : title],
      ),
    },
  };
}

/** Puts the day on which the figures were taken from their source. */
function dated({ source }: Written, date: string | undefined): Edit[] {
  if (date === undefined || source === undefined || isOpen(source) || source.date === date) return [];
  return [{ do: source.date === undefined ? "add" : "set", path: ["source", "date"], value: date }];
}

function exact(found: Found): { kept: Found; cut: boolean } {
  const kept = rounded(found);
  return { kept, cut: kept.value !== found.value || kept.low !== found.low || kept.high !== found.high };
}

function rates(
  model: Model,
  indicator: Indicator,
  counts: readonly Found[],
  people: Figures | undefined,
  context: { readonly team: string; readonly passed: Passed },
): Found[] {
  if (!people)
    throw new UsageError(
      `Voor indicator ${indicator.id} is een bestand met inwoners nodig: zij telt per ${indicator.per} inwoners. Er is niets gewijzigd.`,
      "Geef dat bestand met --population.",
    );
  return asRates(model, indicator, counts, populationIn(model, indicator, people, context.team), context);
}

/** By municipality in the order of names, then by year. */
function inOrder(found: readonly Found[], { municipalities }: Model): Found[] {
  const rank = new Map(municipalities.map(({ id }, index) => [id, index]));
  const of = ({ area }: Found): number =>
    area.kind === "municipality"
      ? (rank.get(area.id) ?? 0)
      : area.kind === "team"
        ? municipalities.length
        : municipalities.length + 1;
  return [...found].sort((a, b) => of(a) - of(b) || a.year - b.year);
}
