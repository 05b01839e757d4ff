/** Reads the content with one of its amendments, and what would come of it. */
import { ivp } from "../called/index.js";
import { type Examined, examine } from "../check/examine.js";
import {
  type Amendment,
  type Edit,
  expand,
  type Loaded,
  loadContent,
  type RawFile,
  readContentFolder,
  splice,
  textOf,
} from "../content/index.js";
import { hasErrors, type Report } from "../diagnostics.js";
import type { WholeAmendment } from "../documents/amendment/telling.js";
import { suggestion } from "../dutch.js";
import { UsageError } from "../errors.js";
import { isPending, type Model, type TrialProblem, tryAmendment } from "../model/index.js";

/** Content without errors, with the amendment that is asked for. */
export interface Source {
  readonly files: readonly RawFile[];
  readonly texts: ReadonlyMap<string, string>;
  readonly loaded: Loaded;
  readonly model: Model;
  readonly report: Examined;
  /** As it is written. */
  readonly amendment: Amendment;
  readonly whole: WholeAmendment;
}

/**
 * Reads a content folder and finds an amendment in it.
 * @returns only what was found wrong, when the content has errors
 * @throws {UsageError} when there is no such amendment
 * @throws {ContentFolderError} when the folder can't be read
 */
export const readSource = async (folder: string, id: string): Promise<Source | { readonly report: Report }> =>
  sourceOf(await readContentFolder(folder), id);

/** The same, in content that was read. */
export function sourceOf(files: readonly RawFile[], id: string): Source | { readonly report: Report } {
  const loaded = loadContent(files);
  const report = examine(files);
  const { model } = report;
  if (!model || hasErrors(report.diagnostics)) return { report };
  const amendment = loaded.content?.amendments?.find((one) => one.id === id);
  const whole = model.content.amendments.find((one) => one.id === id);
  if (!amendment || !whole) throw unknown(id, model.content.amendments);
  const texts = new Map(files.filter(({ path }) => loaded.files.has(path)).map((file) => [file.path, textOf(file)]));
  return { files, texts, loaded, model, report, amendment, whole };
}

/** Why a council can't vote on it: what of a pending amendment can't be carried out. Empty where it was decided, or all of it can. */
export const hindrances = ({ loaded, amendment, whole, texts }: Source): readonly TrialProblem[] =>
  isPending(whole) ? tryAmendment(loaded, amendment, texts).problems : [];

function unknown(id: string, amendments: readonly WholeAmendment[]): UsageError {
  if (amendments.length === 0)
    return new UsageError(
      "Er zijn geen amendementen in de inhoud.",
      `Schrijf er een in amendments/, of maak er een met: ${ivp} amend NAAM --new.`,
    );
  return new UsageError(
    `Er is geen amendement “${id}”.`,
    suggestion(
      id,
      amendments.map((one) => one.id),
    ),
  );
}

export const fileOf = ({ id }: Pick<Amendment, "id">): string => `amendments/${id}.yaml`;

/** The files with other texts in the places of some. */
export const withTexts = (files: readonly RawFile[], texts: ReadonlyMap<string, string>): RawFile[] =>
  files.map((file) => {
    const text = texts.get(file.path);
    return text === undefined ? file : { path: file.path, bytes: Buffer.from(text) };
  });

/**
 * The text of an amendment's file with marks on it, such as that it is carried out.
 * @throws {UsageError} when that can't be written without changing what isn't meant
 */
export function marked({ texts, amendment }: Source, marks: Partial<Amendment>): string {
  const path = fileOf(amendment);
  const keys = Object.keys(expand({ $ref: "amendment.schema.json" }).properties ?? {});
  const there = new Set(Object.keys(amendment));
  let text = texts.get(path) ?? "";
  for (const [key, value] of Object.entries(marks)) {
    const after = keys.slice(0, keys.indexOf(key)).findLast((before) => there.has(before));
    const edit: Edit = there.has(key)
      ? { do: "set", path: [key], value }
      : { do: "add", path: [key], value, ...(after !== undefined && { after }) };
    const spliced = splice(text, [edit]);
    if ("refused" in spliced)
      throw new UsageError(`${path} is niet te wijzigen. ${spliced.refused}`, "Zet de status er met de hand in.");
    text = spliced.text;
    there.add(key);
  }
  return text;
}
