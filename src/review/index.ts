/** Reads back a document that others changed in Word, and puts what they changed into the content. */
import { ivp } from "../called/index.js";
import { type Examined, examine } from "../check/examine.js";
import { changeContent, loadContent, type RawFile, readContentFolder } from "../content/index.js";
import { type Diagnostic, hasErrors } from "../diagnostics.js";
import { listDocuments } from "../documents/index.js";
import { readDocx, type WordDocument } from "../docx/index.js";
import { one } from "../dutch.js";
import { UsageError } from "../errors.js";
import { type Applied, applyTo } from "./apply.js";
import { exportIn, whyUnknown } from "./carrier.js";
import { ContentTexts } from "./content-text.js";
import { type Listed, listed } from "./reviewed.js";
import { shapesIn } from "./shapes.js";
import type { Change, Review } from "./types.js";

export { readDocx, type WordDocument } from "../docx/index.js";
export { answersOf, writeAnswers } from "./answers.js";
export type { Left } from "./apply.js";
export { type Item, type Told, tellReview } from "./telling.js";
export type { Change, Comment, Review } from "./types.js";

/** A review, with what it takes to write what it found. */
export interface Reviewed {
  readonly review: Review;
  /** What came of the check of the content; with errors nothing is written. */
  readonly report: Examined;
  /** Whether the file says where its texts come from: else nothing can be written. */
  readonly placed: boolean;
  readonly apply: (chosen: Choice) => Result;
}

/** Which changes to write. */
export interface Choice {
  readonly only?: ReadonlySet<number>;
  readonly author?: string;
}

export interface Result extends Applied {
  /** Errors that the content would have and hasn't now: then nothing may be written. */
  readonly faults: readonly Diagnostic[];
  readonly sourceOf: (file: string) => string | undefined;
}

/**
 * Reads a document that came back. Pure.
 * @throws {UsageError} when it is no docx, or one of another plan
 */
export const reviewOf = (bytes: Uint8Array, files: readonly RawFile[]): Reviewed => reviewIn(readDocx(bytes), files);

/**
 * What a document that was read says of some content. Pure.
 * @throws {UsageError} when it is one of another plan
 */
export function reviewIn(word: WordDocument, files: readonly RawFile[]): Reviewed {
  const sent = exportIn(word);
  const report = examine(files);
  const texts = new ContentTexts(files, loadContent(files), sent?.paragraphs ?? []);
  const name = sent?.document ?? word.properties.get("ivp-document") ?? "";
  const info = report.model && listDocuments(report.model).find(({ id }) => id === name);
  const lines = sent?.paragraphs.flatMap((one) => one.lines) ?? [];
  const known = texts.known(lines);
  if (sent && ((report.model && !info) || known * 4 < lines.length))
    throw new UsageError(
      `Dit document (${sent.document}) hoort niet bij deze inhoud${info ? ", of van een veel oudere versie" : ""}. Er is niets gewijzigd.`,
      "Wijs met --content de map aan met de inhoud waarvan het gemaakt is.",
    );
  const all = listed(word, sent, texts);
  const older = known < lines.length;
  const review: Review = {
    document: name,
    title: info?.title ?? word.title,
    ...(sent?.revision !== undefined && { revision: sent.revision }),
    older,
    changes: all.changes,
    comments: all.comments,
    notices: [
      ...(sent ? shapesIn(word, sent) : [whyUnknown(word)]),
      ...(older ? ["Het document is gemaakt van een andere versie van de inhoud dan er nu is."] : []),
      ...word.notices,
    ],
  };
  return { review, report, placed: sent !== undefined, apply: (choice) => applied(files, report, all, texts, choice) };
}

function applied(
  files: readonly RawFile[],
  report: Examined,
  all: Listed,
  texts: ContentTexts,
  { only, author }: Choice,
): Result {
  const unknown = [...(only ?? [])].filter((number) => number < 1 || number > all.changes.length);
  if (unknown.length > 0)
    throw new UsageError(
      `Er is geen wijziging ${unknown[0]}: er ${one(all.changes.length, "is", "zijn")} er ${all.changes.length || "geen"}. Er is niets gewijzigd.`,
      `Kijk met ${ivp} review welke nummers er zijn.`,
    );
  if (author !== undefined && !all.changes.some((change) => isBy(change, author)))
    throw new UsageError(
      `Er is geen wijziging van “${author}”. Er is niets gewijzigd.`,
      `Kijk met ${ivp} review van wie de wijzigingen zijn.`,
    );
  const chosen = all.changes.filter(
    (change) => (only?.has(change.number) ?? true) && (author === undefined || isBy(change, author)),
  );
  // Without a choice, what can't be written anyway needn't be told again.
  const result = applyTo(files, all, new Set(chosen.map(({ number }) => number)), texts);
  const fresh = files.map((file) => result.files.find(({ path }) => path === file.path) ?? file);
  const after = result.files.length > 0 ? examine(fresh) : report;
  const errors = ({ diagnostics }: Examined) => diagnostics.filter(({ severity }) => severity === "error");
  const before = new Set(errors(report).map(({ code, file, message }) => `${code} ${file} ${message}`));
  const faults = errors(after).filter(({ code, file, message }) => !before.has(`${code} ${file} ${message}`));
  return { ...result, faults, sourceOf: after.sourceOf };
}

/** Only what one person did alone: what hangs together with a change of another isn't theirs to give. */
const isBy = ({ authors }: Change, author: string): boolean => {
  const plain = (name: string): string => name.normalize("NFC").trim().toLowerCase();
  return authors.length > 0 && authors.every((name) => plain(name) === plain(author));
};

/** @throws {ContentFolderError} when the folder can't be read */
export const contentIn = (folder: string): Promise<RawFile[]> => readContentFolder(folder);

/** Whether content can be written into: it has no errors of its own. */
const isSound = ({ report }: Reviewed): boolean => !hasErrors(report.diagnostics);

/**
 * Writes the chosen changes into the content: all files or none.
 * @returns nothing as result when nothing can be written: the file says not where its texts come from, or the content has errors
 * @throws as `reviewIn` and `changeContent`
 */
export const applyReview = (
  folder: string,
  word: WordDocument,
  choice: Choice,
): Promise<{ readonly reviewed: Reviewed; readonly result?: Result }> =>
  changeContent(folder, (files) => {
    const reviewed = reviewIn(word, files);
    const result = reviewed.placed && isSound(reviewed) ? reviewed.apply(choice) : undefined;
    return {
      result: { reviewed, ...(result && { result }) },
      files: result && result.faults.length === 0 ? result.files : [],
    };
  });
