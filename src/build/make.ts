import { createHash } from "node:crypto";
import { compose, composeIndex, type Document, type DocumentInfo } from "../documents/index.js";
import { dayOf } from "../dutch.js";
import { ConformanceError, EnvironmentError, LayoutError } from "../errors.js";
import type { Model } from "../model/index.js";
import type { Finishing, Press } from "../pdf/index.js";
import { contentsAnchors, contentsOf, type Entry, type Rendering, render, titlesOf } from "../render/index.js";
import type { Cache, CachedFile } from "./cache.js";
import type { Edition } from "./edition.js";
import { type Format, formats } from "./formats.js";
import { isUntouched, type LastBuild, type WrittenFile } from "./last-build.js";
import { type DocumentEntry, type FileEntry, fileEntry, type Origin as SetOrigin } from "./manifest.js";
import { changedParts, hashOfParts, type Parts, partsOf, type Recipe } from "./parts.js";
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
  readonly mark?: (document: Document) => Document;
}

export interface Maker extends PdfMaker, Showing {}

/** Composes a document as it will be shown. */
function documentOf(info: DocumentInfo, { model, mark }: Showing): Document {
  const composed = { ...compose(model, info), title: info.title };
  return mark?.(composed) ?? composed;
}

/** Only a PDF carries its data and has an author. */
const recipeOf = (document: Document, format: Format, { model, edition: { date } }: Showing): Recipe =>
  format === "pdf"
    ? { document, format, date, author: model.content.plan.team }
    : { document: { ...document, data: {} }, format, date, author: "" };

/** What a document's file would be made of now, to compare with what it was made of. */
export const madeOfNow = (info: DocumentInfo, format: Format, program: string, showing: Showing): string =>
  hashOfParts(partsOf(recipeOf(documentOf(info, showing), format, showing)), format, program);

/** Makes one document in the formats that are asked for, as far as earlier builds didn't. */
export async function makeDocument(info: DocumentInfo, wanted: readonly Format[], maker: Maker): Promise<Made[]> {
  const document = documentOf(info, maker);
  // The PDF first: the browser prints it while the web page is made.
  const asked = formats.filter((format) => wanted.includes(format)).reverse();
  const files = await Promise.all(asked.map((format) => makeFile(info, recipeOf(document, format, maker), maker)));
  return files.reverse();
}

async function makeFile(info: DocumentInfo, recipe: Recipe, maker: Maker): Promise<Made> {
  const { format } = recipe;
  const path = `${info.path}.${format}`;
  const shown = partsOf(recipe);
  const madeOf = hashOfParts(shown, format, maker.program);
  const key = createHash("sha256").update(`${maker.fingerprint} ${madeOf}`).digest("hex");
  const parts: Parts = { "het programma, de vormgeving of de browser": maker.fingerprint, ...shown };
  const before = maker.last?.files[path];
  const same = before?.made?.key === key;
  const outcome = (origin: Origin): Outcome => ({
    info,
    format,
    origin,
    changed: same || !before?.made ? [] : changedParts(before.made.parts, parts),
  });
  if (same && (await isUntouched(maker.out, path, before)))
    return { file: { entry: before.made.entry, key, parts }, outcome: outcome("kept") };
  const cached = maker.force ? undefined : await maker.cache.file(key);
  const { bytes, pages } = cached ?? (await make(recipe, maker));
  if (!cached) await maker.cache.keepFile(key, { bytes, ...(pages !== undefined && { pages }) });
  const entry = fileEntry(path, bytes, madeOf, pages);
  return { file: { entry, key, parts }, bytes, outcome: outcome(cached ? "cached" : "made") };
}

const make = async ({ document, format, date, author }: Recipe, { press }: PdfMaker): Promise<CachedFile> =>
  format === "html"
    ? { bytes: makeHtml(document, date ? { date } : {}) }
    : makePdf(document, { author, edition: date ? { date } : {}, press });

/** The page that leads to the documents of a set, as it lies beside them. */
export function makeIndex(
  { model, edition, program }: SetOrigin,
  documents: readonly DocumentEntry[],
): { entry: FileEntry; bytes: Uint8Array } {
  const document = composeIndex(model, documents);
  const bytes = makeHtml(document, edition);
  const parts = partsOf({ document, format: "html", date: edition.date, author: "" });
  const madeOf = hashOfParts(parts, "html", program);
  return { entry: fileEntry(`${document.path}.html`, bytes, madeOf), bytes };
}

/** The web page of a document. */
export const makeHtml = (document: Document, edition: Edition, options: Pick<Rendering, "live"> = {}): Uint8Array =>
  Buffer.from(render(document, { medium: "screen", edition: editionText(edition), ...options }));

/**
 * The PDF of a document.
 * @throws {EnvironmentError} when the browser fails, or prints what can't be made accessible
 * @throws {LayoutError} when something doesn't fit its pages
 */
export async function makePdf(
  document: Document,
  { author, edition, press }: Pick<Maker, "edition" | "press"> & { author: string },
): Promise<CachedFile> {
  const html = render(document, { medium: "print", edition: editionText(edition) });
  try {
    return await press.press(finishingOf(document, edition, author, html));
  } catch (error) {
    if (error instanceof LayoutError)
      throw new LayoutError(`De PDF “${document.title}” is niet gemaakt: ${error.message}.`, error.hint, {
        cause: error,
      });
    if (!(error instanceof ConformanceError)) throw error;
    throw new EnvironmentError(
      `De PDF “${document.title}” kan niet toegankelijk en duurzaam worden gemaakt: ${error.problem} (${error.rule}).`,
      "Gebruik de browser die bij ivp hoort: laat --browser en IVP_BROWSER weg. Helpt dat niet, meld het dan bij de makers van ivp.",
      { cause: error },
    );
  }
}

const finishingOf = (document: Document, { date }: Edition, author: string, html: string): Finishing => ({
  title: document.title,
  author,
  subject: document.cover.subtitle,
  language: document.language,
  ...(date && { date }),
  bookmarks: contentsOf(document.sections).map(bookmark),
  numbered: contentsAnchors(document),
  titles: titlesOf(document),
  data: `${JSON.stringify(document.data, null, 1)}\n`,
  html,
});

const editionText = ({ date }: Edition): string => (date ? `Versie van ${dayOf(date)}` : "Versie zonder datum");

const bookmark = ({ number, title, anchor, children }: Entry): Finishing["bookmarks"][number] => ({
  title: [number, title].filter(Boolean).join(" "),
  anchor,
  children: children.map(bookmark),
});
