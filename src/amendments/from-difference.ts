/** Writes an amendment out of what the content folder has otherwise than the last commit. */
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { stringify } from "yaml";
import { examine } from "../check/examine.js";
import {
  type Amendment,
  type AmendmentChange,
  byPath,
  changeContent,
  type Decided,
  loadContent,
  parseFile,
  partOfFile,
  type RawFile,
} from "../content/index.js";
import { hasErrors, type Report } from "../diagnostics.js";
import { capital } from "../dutch.js";
import { UsageError } from "../errors.js";
import { GitProblem, openRepository } from "../git/index.js";
import {
  changesIn,
  isOfOther,
  type Model,
  municipalityNamed,
  onlyOne,
  tryAmendment,
  withTexts,
} from "../model/index.js";

export interface Written {
  readonly file: string;
  readonly changes: number;
  /** What differs and isn't in the amendment, each in words. */
  readonly left: readonly string[];
  /** The files to put back, as they are called from where the user stands. */
  readonly restore: readonly string[];
}

/** What a user says of an amendment: of which council it is, and what about. */
interface Told {
  readonly by?: string;
  readonly title?: string;
}

/**
 * Writes an amendment to `amendments/<id>.yaml`.
 * @returns only what was found wrong, when the content has errors
 * @throws {UsageError} when nothing differs, the name can't be, or git can't tell what was
 */
export async function amendmentFromDifference(
  folder: string,
  id: string,
  told: Told,
): Promise<Written | { readonly report: Report }> {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) || id.length > 60)
    throw new UsageError(
      `“${id}” kan geen sleutelnaam zijn.`,
      "Gebruik kleine letters, cijfers en streepjes, zoals meer-toezicht.",
    );
  return changeContent(folder, (files) => written(folder, files, id, told));
}

async function written(
  folder: string,
  files: readonly RawFile[],
  id: string,
  { by, title }: Told,
): Promise<Decided<Written | { readonly report: Report }>> {
  const file = `amendments/${id}.yaml`;
  const report = examine(files);
  const { model } = report;
  if (!model || hasErrors(report.diagnostics)) return { result: { report }, files: [] };
  if (files.some(({ path }) => path === file))
    throw new UsageError(`${file} is er al. Er is niets geschreven.`, "Kies een andere naam.");
  const municipality = councilOf(model, by);
  const { changes, left, changed } = difference(await committed(folder), files, municipality);
  if (changes.length === 0)
    throw new UsageError(
      "Er is niets anders dan in de laatste commit waarvan een amendement is te maken.",
      left.join(" ") || "Wijzig eerst de inhoud.",
    );
  const amendment: Amendment = {
    id,
    title: title ?? capital(id.replaceAll("-", " ")),
    municipality,
    state: "ingediend",
    changes: [...changes],
  };
  const text = stringify(amendment, { lineWidth: 0, blockQuote: "literal" });
  const fresh = { path: file, bytes: Buffer.from(text) };
  const after = examine([...files, fresh].sort(byPath));
  if (hasErrors(after.diagnostics)) return { result: { report: after }, files: [] };
  return {
    result: {
      file: join(folder, file),
      changes: changes.length,
      left,
      restore: changed.map((path) => join(folder, path)),
    },
    files: [fresh],
  };
}

/** @throws {UsageError} when it isn't clear whose council it is */
function councilOf({ municipalities }: Model, asked: string | undefined): string {
  const only = onlyOne(municipalities);
  if (asked === undefined && only) return only.id;
  const ids = municipalities.map(({ id }) => id);
  if (asked === undefined)
    throw new UsageError("Zeg van welke raad het amendement is, met --by.", `Kies uit: ${ids.join(", ")}.`);
  return municipalityNamed(municipalities, asked).id;
}

/** The content at the last commit. */
async function committed(folder: string): Promise<readonly RawFile[]> {
  try {
    const repository = await openRepository(folder);
    try {
      const { files } = await repository.filesOf(await repository.commit("HEAD"));
      if (files.length === 0)
        throw new UsageError(
          `In de laatste commit staat ${folder} niet: ivp weet niet wat er anders is.`,
          "Leg de inhoud eerst vast (git add, git commit), zoals zij was, en kijk of .gitignore haar overslaat.",
        );
      return files;
    } finally {
      repository.close();
    }
  } catch (problem) {
    if (problem instanceof GitProblem) throw new UsageError(problem.message, problem.hint, { cause: problem });
    throw problem;
  }
}

/** Why what differs in a file is nothing for an amendment. */
function apart(part: string | undefined, old: RawFile | undefined, fresh: RawFile | undefined): string | undefined {
  if (part === undefined || part === "amendments" || part === "check") return "is geen tekst die een raad vaststelt.";
  if (!old) return "is een nieuw bestand.";
  return fresh ? undefined : "is er niet meer.";
}

/** What differs as changes of an amendment of a municipality's council, and what can't be said so. */
function difference(before: readonly RawFile[], after: readonly RawFile[], municipality: string) {
  const was = new Map(before.map((one) => [one.path, one]));
  const is = new Map(after.map((one) => [one.path, one]));
  const left: string[] = [];
  const found: { readonly path: string; readonly changes: AmendmentChange[] }[] = [];
  for (const path of [...new Set([...was.keys(), ...is.keys()])].sort()) {
    const [old, fresh] = [was.get(path), is.get(path)];
    if (old && fresh && Buffer.compare(old.bytes, fresh.bytes) === 0) continue;
    const part = partOfFile(path);
    const why = apart(part?.key, old, fresh);
    if (why !== undefined || !part || !old || !fresh) {
      left.push(`${path} ${why ?? ""}`);
      continue;
    }
    const changes = changesIn(path, dataOf(old), dataOf(fresh));
    if (changes.length === 0) left.push(`${path} is alleen anders opgeschreven (opmerkingen, regeleinden).`);
    else if (changes.every((change) => isOfOther(change, municipality)))
      left.push(`${path} is van een andere gemeente: daarover gaat haar eigen raad.`);
    else found.push({ path, changes });
  }
  return expressed(before, is, found, left);
}

/** Only what gives what is there now, when it is carried out on what was. */
function expressed(
  before: readonly RawFile[],
  is: ReadonlyMap<string, RawFile>,
  found: readonly { readonly path: string; readonly changes: readonly AmendmentChange[] }[],
  left: string[],
) {
  const loaded = loadContent(before);
  const good = found.filter(({ path, changes }) => {
    const { problems, texts } = tryAmendment(loaded, { changes: [...changes] as Amendment["changes"] });
    const [problem] = problems;
    const text = texts.get(path);
    const fresh = is.get(path);
    const same =
      text !== undefined &&
      fresh &&
      isDeepStrictEqual(trimmed(dataOf({ path, bytes: Buffer.from(text) })), trimmed(dataOf(fresh)));
    if (problem) left.push(`${path}: ${problem.message}`);
    else if (!same)
      left.push(`${path}: de volgorde van een lijst is anders, of wat er anders is kan een amendement niet zeggen.`);
    return !problem && same;
  });
  return { changes: good.flatMap(({ changes }) => changes), left, changed: good.map(({ path }) => path) };
}

const dataOf = (file: RawFile): unknown => parseFile(file).parsed?.value;

/** Data in which line ends at the end of a text mean nothing. */
const trimmed = (value: unknown): unknown => withTexts(value, (text) => text.trim());
