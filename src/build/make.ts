import { createHash } from "node:crypto";
import {
  type Answers,
  compose,
  composeIndex,
  type Document,
  type DocumentInfo,
  type Marked,
} from "../documents/index.js";
import { traced } from "../documents/origins.js";
import { html } from "../formats/html.js";
import {
  beginFile,
  type Format,
  fileOf,
  formatOf,
  formats,
  isPrinted,
  type MadeFile,
  type Recipe,
  type WayBack,
} from "../formats/index.js";
import { webPage } from "../formats/rendered.js";
import type { Model } from "../model/index.js";
import type { Press } from "../pdf/index.js";
import type { Cache } from "./cache.js";
import type { Edition } from "./edition.js";
import { isUntouched, type LastBuild, type WrittenFile } from "./last-build.js";
import { type DocumentEntry, type FileEntry, fileEntry, type Origin as SetOrigin } from "./manifest.js";
import { changedParts, hashOfParts, type Parts, partsOf } from "./parts.js";
import type { Origin, Outcome } from "./types.js";

/** A document in one format. */
export interface Made {
  readonly file: NonNullable<WrittenFile["made"]>;
  /** Missing when the file lies in the output folder already. */
  readonly bytes?: Uint8Array;
  readonly outcome: Outcome;
}

/** What making documents takes besides the model. */
export interface PdfMaker {
  readonly press: Press;
  /** Name and version of the program. */
  readonly program: string;
  /** See `programFingerprint`. */
  readonly fingerprint: string;
  readonly cache: Cache;
  readonly last: LastBuild | undefined;
  readonly force: boolean;
  readonly out: string;
}

/** What decides what documents show. */
export interface Showing {
  readonly model: Model;
  readonly edition: Edition;
  /** Marks in a document what changed in it. */
  readonly mark?: (document: Document) => Marked;
  /** See `BuildOptions.answers`. */
  readonly answers?: Answers;
}

export interface Maker extends PdfMaker, Showing {
  /** Told what a user should know, in Dutch. */
  readonly note?: ((message: string) => void) | undefined;
}

/** A document as it is composed, and as it is with marks in it. */
interface Composed {
  readonly plain: Document;
  readonly marked?: Marked;
}

function composed(info: DocumentInfo, { model, mark }: Showing): Composed {
  const plain = { ...compose(model, info), title: info.title };
  return { plain, ...(mark && { marked: mark(plain) }) };
}

/**
 * Only what lasts carries its data, and only what comes back where its texts come from; the author stands in both. What comes back has
 * marks of its own for what changed; as it then shows two versions, there is no way back from it.
 */
function recipeOf(
  { plain, marked }: Composed,
  { lasting, returns }: Format,
  { model, edition, answers }: Showing,
  program: string,
): Recipe {
  const { date } = edition;
  const author = model.content.plan.team;
  const document = marked?.document ?? plain;
  if (returns && marked?.revision)
    return { document: { ...plain, data: {} }, date, author, revision: marked.revision() };
  if (returns)
    return {
      document: { ...document, data: {} },
      date,
      author,
      way: wayOf(plain, model, edition, program),
      ...(answers?.document === plain.id && { answers }),
    };
  return lasting ? { document, date, author } : { document: { ...document, data: {} }, date, author: "" };
}

const wayOf = (document: Document, model: Model, { revision, modified }: Edition, program: string): WayBack => ({
  traced: traced(model, document, { ...document, data: {} }),
  passport: {
    document: document.id,
    kind: document.kind,
    content: createHash("sha256").update(JSON.stringify(document.data)).digest("hex"),
    ...(revision && !modified && { revision }),
    program,
  },
});

/** What a document's file would be made of now, to compare with what it was made of. */
export const madeOfNow = (info: DocumentInfo, format: Format, program: string, showing: Showing): string =>
  hashOfParts(partsOf(recipeOf(composed(info, showing), format, showing, program), format), format, program);

/** A file of a document that is being made. It is kept apart from its promise, so that nobody waits for it who doesn't ask. */
export interface Begun {
  readonly made: Promise<Made>;
}

/**
 * Begins to make one document in the formats that are asked for, as far as earlier builds didn't. When it resolves, all that
 * is to be printed is with the press.
 */
export async function beginDocument(info: DocumentInfo, wanted: readonly Format[], maker: Maker): Promise<Begun[]> {
  const document = composed(info, maker);
  const asked = formats.filter((format) => wanted.includes(format));
  const begun = new Map<Format, Begun>();
  // What is printed goes first: the browser works on it while the rest is written here.
  for (const format of [...asked.filter(isPrinted), ...asked.filter((format) => !isPrinted(format))])
    begun.set(
      format,
      await beginRecipe(info, format, toldRecipe(recipeOf(document, format, maker, maker.program), maker), maker),
    );
  return asked.flatMap((format) => begun.get(format) ?? []);
}

/** A recipe, of which is told which comments find their place in the content no more. */
function toldRecipe(recipe: Recipe, { note }: Maker): Recipe {
  const shown = new Set(recipe.way?.traced.lines.map(({ file, keys }) => `${file} ${keys}`));
  for (const { author, text, file, keys } of recipe.answers?.comments ?? [])
    if (file !== undefined && !shown.has(`${file} ${keys}`))
      note?.(
        `De opmerking van ${author} “${short(text)}” ging over ${file} (${keys}). Dat staat niet meer in dit document; de opmerking staat bij woorden die erop lijken, of vooraan.`,
      );
  return recipe;
}

const short = (text: string): string =>
  (text.length > 60 ? `${text.slice(0, 59).trimEnd()}…` : text).replace(/\s+/g, " ");

/**
 * Under what the cache keeps a file.
 * @param fingerprint see `programFingerprint`
 * @param madeOf see `hashOfParts`
 */
export const cacheKey = (fingerprint: string, madeOf: string): string =>
  createHash("sha256").update(`${fingerprint} ${madeOf}`).digest("hex");

/** Begins to make one file of what was composed, unless an earlier build made it. */
export async function beginRecipe(info: DocumentInfo, format: Format, recipe: Recipe, maker: Maker): Promise<Begun> {
  const path = fileOf(info, format);
  const shown = partsOf(recipe, format);
  const madeOf = hashOfParts(shown, format, maker.program);
  const key = cacheKey(maker.fingerprint, madeOf);
  const parts: Parts = { "het programma, de vormgeving of de browser": maker.fingerprint, ...shown };
  const before = maker.last?.files[path];
  const same = before?.made?.key === key;
  const outcome = (origin: Origin): Outcome => ({
    info,
    format,
    origin,
    changed: same || !before?.made ? [] : changedParts(before.made.parts, parts),
  });
  if (same && isUntouched(maker.out, path, before))
    return { made: Promise.resolve({ file: { entry: before.made.entry, key, parts }, outcome: outcome("kept") }) };
  const made = ({ bytes, pages }: MadeFile, origin: Origin): Made => {
    const entry = fileEntry(path, bytes, madeOf, pages);
    return { file: { entry, key, parts }, bytes, outcome: outcome(origin) };
  };
  const cached = maker.force ? undefined : maker.cache.file(key);
  if (cached) return { made: Promise.resolve(made(cached, "cached")) };
  const { file } = await beginFile(format, recipe, maker.press);
  const making = file.then(async (finished) => {
    await maker.cache.keepFile(key, finished);
    return made(finished, "made");
  });
  // It may fail before anyone asks for it.
  making.catch(() => undefined);
  return { made: making };
}

/** The page that leads to the documents of a set, as it lies beside them. */
export function makeIndex(
  { model, edition, program }: SetOrigin,
  documents: readonly DocumentEntry[],
): { entry: FileEntry; bytes: Uint8Array } {
  const document = composeIndex(
    model,
    documents.map((made) => ({
      ...made,
      files: made.files.flatMap((file) => {
        const format = formatOf(file.path);
        return format ? [{ ...file, format }] : [];
      }),
    })),
  );
  const bytes = webPage(document, edition.date);
  const parts = partsOf({ document, date: edition.date, author: "" }, html);
  const madeOf = hashOfParts(parts, html, program);
  return { entry: fileEntry(fileOf(document, html), bytes, madeOf), bytes };
}
