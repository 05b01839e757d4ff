/** Begins the snapshot of a date: a file with every action, in which nothing stands that nobody said. */
import { type Examined, examine } from "../check/examine.js";
import { byPath, changeContent, type Decided, type RawFile } from "../content/index.js";
import { hasErrors } from "../diagnostics.js";
import { agree, day, enumeration, period } from "../dutch.js";
import { UsageError } from "../errors.js";
import { actionsOn, type Model, type Progress, programmesOn } from "../model/index.js";
import { skeleton } from "./skeleton.js";

/** What was written. */
export interface Begun {
  /** What came of the check: of the content as it is when that has errors, else as it would be. */
  readonly report: Examined;
  /** Missing when nothing was written. */
  readonly done?: { readonly file: string; readonly actions: number; readonly previous?: string };
}

/**
 * Writes `progress/<date>.yaml`.
 * @throws {UsageError} when that can't be: the date isn't one, isn't later than the last, lies outside the programmes, or is there
 * @throws {ContentFolderError | EnvironmentError} when the folder can't be read or written
 */
export async function beginSnapshot(folder: string, date: string, kind: Progress["kind"]): Promise<Begun> {
  refuseNoDate(date);
  return changeContent(folder, (files) => begun(files, date, kind));
}

function begun(files: readonly RawFile[], date: string, kind: Progress["kind"]): Decided<Begun> {
  const report = examine(files);
  const { model } = report;
  const path = `progress/${date}.yaml`;
  if (files.some((file) => file.path === path))
    throw new UsageError(`${path} is er al. Er is niets gewijzigd.`, "Vul dat bestand aan, of kies een andere datum.");
  if (!model || hasErrors(report.diagnostics)) return { result: { report }, files: [] };
  const previous = model.progress.at(-1);
  if (previous && date < previous.date)
    throw new UsageError(
      `De laatste voortgang is van ${day(previous.date)}: een nieuwe is van later.`,
      "Kies een latere datum. Is er een oudere vergeten, schrijf die dan zelf in progress/.",
    );
  refuseOutside(model, date, kind);
  const actions = actionsOn(model.programmes, model.progress, { date, kind });
  if (actions.length === 0)
    throw new UsageError(
      `Op ${day(date)} zijn er geen acties om iets over te melden.`,
      "Schrijf eerst acties in programmes/.",
    );
  const fresh: RawFile = { path, bytes: Buffer.from(skeleton(model, { date, kind, actions }, schemaLine(files))) };
  const result = examine([...files, fresh].sort(byPath));
  if (hasErrors(result.diagnostics)) return { result: { report: result }, files: [] };
  return {
    result: {
      report: result,
      done: { file: path, actions: actions.length, ...(previous && { previous: previous.date }) },
    },
    files: [fresh],
  };
}

function refuseNoDate(date: string): void {
  const moment = new Date(`${date}T00:00:00Z`);
  const exists = /^20\d\d-\d\d-\d\d$/.test(date) && !Number.isNaN(moment.getTime());
  if (exists && moment.toISOString().startsWith(date)) return;
  throw new UsageError(`“${date}” is geen datum.`, "Schrijf jaar, maand en dag, zoals 2027-12-31.");
}

function refuseOutside({ programmes, content: { plan }, terms }: Model, date: string, kind: Progress["kind"]): void {
  const year = Number(date.slice(0, 4));
  if (year < plan.period.from || year > plan.period.to)
    throw new UsageError(
      `${day(date)} valt buiten de looptijd van ${agree("de", terms.plan.brief)} (${period(plan.period)}).`,
      "Kies een datum binnen de looptijd.",
    );
  if (programmesOn(programmes, date, kind).length > 0) return;
  throw new UsageError(
    `Op ${day(date)} loopt er geen ${terms.programme.name}.`,
    programmes.length === 0
      ? "Schrijf het eerste in programmes/."
      : `Kies een datum in ${enumeration(
          programmes.map((programme) => period(programme.period)),
          "of",
        )}.`,
  );
}

/** The line by which editors find the schema, as the programmes have it; nothing where they have none. */
function schemaLine(files: readonly RawFile[]): string {
  const found = files
    .filter(({ path }) => path.startsWith("programmes/"))
    .map(({ bytes }) =>
      /^# yaml-language-server: \$schema=\S*programme\.schema\.json/.exec(new TextDecoder().decode(bytes)),
    )
    .find((match) => match !== null);
  return found ? `${found[0].replace("programme.schema.json", "progress.schema.json")}\n` : "";
}
