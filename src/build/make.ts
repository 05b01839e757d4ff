import { compose, type Document, type DocumentInfo } from "../documents/index.js";
import { ConformanceError, EnvironmentError } from "../errors.js";
import type { Model } from "../model/index.js";
import type { Finishing, Press } from "../pdf/index.js";
import { contentsAnchors, contentsOf, type Entry, type Rendering, render, titlesOf } from "../render/index.js";
import type { Cache, CachedFile } from "./cache.js";
import type { Edition } from "./edition.js";
import { type Format, formats } from "./formats.js";
import { isUntouched, type LastBuild } from "./last-build.js";
import { type FileEntry, fileEntry } from "./manifest.js";
import { changedParts, keyOf, type Parts, partsOf } from "./parts.js";
import type { Origin, Outcome } from "./types.js";

/** A document in one format. */
export interface Made {
  readonly entry: FileEntry;
  /** Missing when the file lies in the output folder already. */
  readonly bytes?: Uint8Array;
  readonly outcome: Outcome;
  readonly parts: Parts;
}

/** What making documents takes besides the model. */
export interface PdfMaker {
  readonly press: Press;
  /** See `programFingerprint`. */
  readonly program: string;
  readonly cache: Cache;
  readonly last: LastBuild | undefined;
  readonly force: boolean;
  readonly out: string;
}

export interface Maker extends PdfMaker {
  readonly model: Model;
  readonly edition: Edition;
  /** Marks in a document what changed in it. */
  readonly mark?: (document: Document) => Document;
}

/** Makes one document in the formats that are asked for, as far as earlier builds didn't. */
export async function makeDocument(info: DocumentInfo, wanted: readonly Format[], maker: Maker): Promise<Made[]> {
  const composed = { ...compose(maker.model, info), title: info.title };
  const document = maker.mark?.(composed) ?? composed;
  // The PDF first: the browser prints it while the web page is made.
  const asked = formats.filter((format) => wanted.includes(format)).reverse();
  const files = await Promise.all(
    asked.map(async (format): Promise<Made> => {
      const parts = partsOf(document, format, { program: maker.program, date: maker.edition.date });
      return { ...(await makeFile(document, info, format, parts, maker)), parts };
    }),
  );
  return files.reverse();
}

async function makeFile(
  document: Document,
  info: DocumentInfo,
  format: Format,
  parts: Parts,
  maker: Maker,
): Promise<Omit<Made, "parts">> {
  const path = `${info.path}.${format}`;
  const before = maker.last?.files[path];
  const changed = before?.parts ? changedParts(before.parts, parts) : [];
  const outcome = (origin: Origin): Outcome => ({ info, format, origin, changed });
  const known = maker.last?.documents.flatMap(({ files }) => files).find((file) => file.path === path);
  if (known && before?.parts && changed.length === 0 && (await isUntouched(maker.out, path, before)))
    return { entry: known, outcome: outcome("kept") };
  const key = keyOf(parts, format);
  const cached = maker.force ? undefined : await maker.cache.file(key);
  const file = cached ?? (await make(document, format, maker));
  if (!cached) await maker.cache.keepFile(key, file);
  return {
    entry: fileEntry(path, file.bytes, file.pages),
    bytes: file.bytes,
    outcome: outcome(cached ? "cached" : "made"),
  };
}

const make = async (document: Document, format: Format, maker: Maker): Promise<CachedFile> =>
  format === "html"
    ? { bytes: makeHtml(document, maker.edition) }
    : makePdf(document, { ...maker, author: maker.model.content.plan.team });

/** The web page of a document. */
export const makeHtml = (document: Document, edition: Edition, options: Pick<Rendering, "live"> = {}): Uint8Array =>
  Buffer.from(render(document, { medium: "screen", edition: editionText(edition), ...options }));

/**
 * The PDF of a document.
 * @throws {EnvironmentError} when the browser fails, or prints what can't be made accessible
 */
export async function makePdf(
  document: Document,
  { author, edition, press }: Pick<Maker, "edition" | "press"> & { author: string },
): Promise<CachedFile> {
  const html = render(document, { medium: "print", edition: editionText(edition) });
  try {
    return await press.press(finishingOf(document, edition, author, html));
  } catch (error) {
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
  date,
  bookmarks: contentsOf(document.sections).map(bookmark),
  numbered: contentsAnchors(document),
  titles: titlesOf(document),
  data: `${JSON.stringify(document.data, null, 1)}\n`,
  html,
});

const bookmark = ({ number, title, anchor, children }: Entry): Finishing["bookmarks"][number] => ({
  title: [number, title].filter(Boolean).join(" "),
  anchor,
  children: children.map(bookmark),
});

/** In UTC, so that the documents don't depend on where they are made. */
const editionText = ({ date }: Edition): string =>
  new Intl.DateTimeFormat("nl", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(date);
