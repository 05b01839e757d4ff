/** Writes down what a council or board decided, with the fingerprint of what it decided on. */
import { isNear } from "../check/decision-date.js";
import { type Examined, examine } from "../check/examine.js";
import {
  byPath,
  changeContent,
  type Decided,
  parseFile,
  type RawFile,
  readContentFolder,
  splice,
  textOf,
} from "../content/index.js";
import { hasErrors } from "../diagnostics.js";
import { statusOf } from "../documents/adoption.js";
import { agree, day, period, stateName } from "../dutch.js";
import { UsageError } from "../errors.js";
import {
  type DecisionState,
  isAdopted,
  isDecided,
  isOpen,
  type Model,
  type Municipality,
  outcomeOf,
  type Subject,
  snapshotOf,
  titleOf,
} from "../model/index.js";
import { editsFor, type Written } from "./edits.js";
import { stateNamed, subjectNamed, townNamed } from "./words.js";

export { stateWords } from "./words.js";

/** A decision as someone tells it. */
export interface Told {
  /** On what: "plan", "bijlage", "programma:2027-2028". */
  readonly about: string;
  /** The municipality, by id or name. */
  readonly by: string;
  readonly state?: string;
  readonly date?: string;
  readonly reference?: string;
  readonly remark?: string;
  /** Writes over a decision that stands. */
  readonly replace?: boolean;
  /** Writes nothing. */
  readonly dryRun?: boolean;
}

/** What came of it; nothing was done when the content has errors, or would have. */
export interface Adopted {
  readonly report: Examined;
  readonly done?: {
    readonly file: string;
    readonly before: string;
    readonly after: string;
    /** The file in which the text is kept that was decided on; missing where nothing was decided yet. */
    readonly kept?: string;
    /** What was noted of the decision that was replaced, and went with it. */
    readonly gone?: string;
    /** What the document is from now on: "Vastgesteld door 5 van de 8 raden". */
    readonly status: string;
    readonly title: string;
  };
}

/**
 * Writes down a decision. All of it is written, or nothing.
 * @param today the last day on which can be decided, such as 2018-12-13
 * @throws {UsageError} when it can't be: a document, municipality or state that isn't there, a day on which it can't be decided, a
 * decision that stands already
 * @throws {ContentFolderError | EnvironmentError} when the folder can't be read or written
 */
export async function adopt(folder: string, told: Told, today: string): Promise<Adopted> {
  if (told.dryRun) return decided(await readContentFolder(folder), told, today).result;
  return changeContent(folder, (files) => decided(files, told, today));
}

function decided(all: readonly RawFile[], told: Told, today: string): Decided<Adopted> {
  const report = examine(all);
  const { model } = report;
  if (!model || hasErrors(report.diagnostics)) return { result: { report }, files: [] };
  const town = townNamed(model, told.by);
  const subject = subjectNamed(model, told.about, town);
  const state = stateNamed(told.state ?? "vastgesteld");
  const date = dateOf(told.date, state, model, today);
  const reference = referenceOf(told.reference, state);
  refuseTwice(model, subject, town, state, told.replace === true);
  if (date !== undefined && isAdopted(state)) refuseEarlier(model, subject, town, date);
  const snapshot = isDecided(state) ? snapshotOf(subject, all) : undefined;
  const path = `municipalities/${town.id}.yaml`;
  const file = all.find((one) => one.path.normalize("NFC") === path);
  if (!file) throw new Error(`no file of ${town.id}`);
  const own = outcomeOf(model, subject).towns.find(({ municipality }) => municipality.id === town.id)?.decision;
  const decision: Written = {
    state,
    body: bodyIn(file, model, subject, town) ?? own?.body ?? (subject.kind === "programme" ? "college" : "raad"),
    date,
    reference,
    // What was noted of a decision that was still to be taken, stays; of one that is replaced, it went with that.
    remark: told.remark ?? (own && !isDecided(own.state) ? own.remark : undefined),
    fingerprint: snapshot?.fingerprint,
  };
  const changed = withDecision(file, model, subject, town, decision);
  const fresh = [changed, ...(snapshot && !all.some((one) => one.path === snapshot.file.path) ? [snapshot.file] : [])];
  const result = examine([...all.filter((one) => one.path !== file.path), ...fresh].sort(byPath));
  if (!result.model || hasErrors(result.diagnostics)) return { result: { report: result }, files: [] };
  return {
    files: fresh,
    result: {
      report: result,
      done: {
        file: file.path,
        before: textOf(file),
        after: textOf(changed),
        ...(snapshot && { kept: snapshot.file.path }),
        ...(own?.remark !== undefined && decision.remark === undefined && { gone: own.remark }),
        status: statusOf(result.model, subject).label,
        title: titleOf(model, subject),
      },
    },
  };
}

/** A day on which can be decided. */
function dateOf(date: string | undefined, state: DecisionState, model: Model, today: string): string | undefined {
  const { period: years } = model.content.plan;
  if (date === undefined) {
    if (!isDecided(state)) return undefined;
    throw new UsageError("Zeg ook wanneer is besloten.", "Geef de datum, zoals: --date 2018-12-13.");
  }
  if (!isDay(date))
    throw new UsageError(`“${date}” is geen datum.`, "Geef jaar, maand en dag, zoals: --date 2018-12-13.");
  if (isDecided(state) && date > today)
    throw new UsageError(
      `${day(date)} moet nog komen: dan is er nog niets besloten.`,
      "Leg het besluit vast als het is genomen. Ligt het stuk al voor? Gebruik dan --state ter-vaststelling.",
    );
  if (isNear(date, years)) return date;
  throw new UsageError(
    `Een besluit van ${day(date)} past niet bij de looptijd ${period(years)}.`,
    "Controleer de datum, en period in plan.yaml.",
  );
}

/** Whether there is such a day. */
function isDay(date: string): boolean {
  if (!/^20\d\d-\d\d-\d\d$/.test(date)) return false;
  const moment = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(date);
}

function referenceOf(reference: string | undefined, state: DecisionState): string | undefined {
  const text = reference?.trim();
  if (text || !isDecided(state) || state === "ingetrokken") return text || undefined;
  throw new UsageError("Zeg ook onder welk kenmerk is besloten.", "Geef het kenmerk, zoals: --reference RB-101.");
}

/** A decision that stands isn't written over unless that is meant; what was withdrawn may come again. */
function refuseTwice(model: Model, subject: Subject, town: Municipality, state: DecisionState, replace: boolean): void {
  const outcome = outcomeOf(model, subject);
  const own = outcome.towns.find(({ municipality }) => municipality.id === town.id)?.decision;
  const stands = outcome.towns.length === 1 && outcome.decided ? outcome.decision : own;
  if (!stands || replace || !isDecided(stands.state)) return;
  if (stands.state === "ingetrokken" && isAdopted(state)) return;
  const when = stands.date === undefined || isOpen(stands.date) ? "" : ` op ${day(stands.date)}`;
  const under = stands.reference === undefined || isOpen(stands.reference) ? "" : ` onder kenmerk ${stands.reference}`;
  throw new UsageError(
    `${town.title} heeft al besloten: ${stateName(stands.state)}${when}${under}. Er is niets gewijzigd.`,
    "Is er opnieuw besloten, of klopt dit niet? Vervang het besluit met --replace.",
  );
}

/** What elaborates the plan isn't adopted before it. That the plan itself is adopted anew, when its annex was adopted before, may be. */
function refuseEarlier(model: Model, subject: Subject, { id, title }: Municipality, date: string): void {
  if (subject.kind === "plan") return;
  const own = outcomeOf(model, { kind: "plan" }).towns.find(({ municipality }) => municipality.id === id)?.decision;
  if (!own || !isAdopted(own.state) || own.date === undefined || isOpen(own.date) || date >= own.date) return;
  throw new UsageError(
    `In ${title} is ${agree("de", model.terms.plan.brief)} pas later vastgesteld, op ${day(own.date)}. Er is niets gewijzigd.`,
    `Controleer de datum van dit besluit, en die van het besluit over ${agree("de", model.terms.plan.brief)}.`,
  );
}

/** The body as the file has it: another word for the same is no change. */
function bodyIn(file: RawFile, model: Model, subject: Subject, { id }: Municipality): string | undefined {
  const path = outcomeOf(model, subject).towns.find(({ municipality }) => municipality.id === id)?.path ?? [];
  const own = [...path, "body"].reduce<unknown>(
    (inner, step) => (inner as Readonly<Record<string | number, unknown>> | undefined)?.[step],
    parseFile(file).parsed?.value,
  );
  return typeof own === "string" ? own : undefined;
}

function withDecision(file: RawFile, model: Model, subject: Subject, { id }: Municipality, decision: Written): RawFile {
  const data = (parseFile(file).parsed?.value ?? {}) as Readonly<Record<string, unknown>>;
  const result = splice(textOf(file), editsFor(model, subject, id, data, decision));
  if ("text" in result) return { path: file.path, bytes: Buffer.from(result.text) };
  throw new UsageError(
    `In ${file.path} is het besluit niet te schrijven. ${result.refused}`,
    "Schrijf het met de hand.",
  );
}
