import { compose, type Document, type DocumentInfo } from "../documents/index.js";
import { ConformanceError, EnvironmentError } from "../errors.js";
import type { Model } from "../model/index.js";
import { type Finishing, type Printer, readPrint } from "../pdf/index.js";
import { contentsAnchors, contentsOf, type Entry, render, titlesOf } from "../render/index.js";
import type { Edition } from "./edition.js";
import type { Format } from "./formats.js";
import { type FileEntry, fileEntry } from "./manifest.js";
import type { OutputFile } from "./staging.js";

/** A file that was made, with what the manifest says about it. */
export type Made = OutputFile & { readonly entry: FileEntry };

export interface Maker {
  readonly model: Model;
  readonly edition: Edition;
  readonly printer: Printer;
}

/** Makes one document in the formats that are asked for. */
export async function makeDocument(
  info: DocumentInfo,
  wanted: readonly Format[],
  { model, edition, printer }: Maker,
): Promise<Made[]> {
  const document = compose(model, info);
  const files: Made[] = [];
  if (wanted.includes("html")) files.push(made(`${info.path}.html`, makeHtml(document, edition)));
  if (wanted.includes("pdf")) {
    const { bytes, pages } = await makePdf(document, edition, printer, model.content.plan.team);
    files.push(made(`${info.path}.pdf`, bytes, pages));
  }
  return files;
}

const made = (path: string, bytes: Uint8Array, pages?: number): Made => ({
  path,
  bytes,
  entry: fileEntry(path, bytes, pages),
});

/** The web page of a document. */
export const makeHtml = (document: Document, edition: Edition): Uint8Array =>
  Buffer.from(render(document, { medium: "screen", edition: editionText(edition) }));

/**
 * The PDF of a document. The browser can't count pages for the contents, so the page is printed, its page numbers are read
 * and it is printed again with them. Their room is fixed, so the second print breaks where the first did.
 * @throws {EnvironmentError} when the browser fails, or prints what can't be made accessible
 */
async function makePdf(
  document: Document,
  edition: Edition,
  printer: Printer,
  author: string,
): Promise<{ bytes: Uint8Array; pages: number }> {
  const page = (pages?: ReadonlyMap<string, string>): string =>
    render(document, { medium: "print", edition: editionText(edition), ...(pages && { pages }) });
  const anchors = hasContents(document) ? contentsAnchors(document) : [];
  let html = page();
  let print = await readPrint(await printer.print(html));
  if (anchors.length > 0) {
    const { pages: first } = print;
    html = page(numbers(anchors, first));
    print = await readPrint(await printer.print(html));
    const shifted = anchors.filter((anchor) => print.pages.get(anchor) !== first.get(anchor) || !first.has(anchor));
    if (shifted.length > 0) throw new Error(`page numbers of ${document.id} don't hold: ${shifted.join(", ")}`);
  }
  try {
    return { bytes: await print.finish(finishing(document, edition, author, html)), pages: print.count };
  } catch (error) {
    if (!(error instanceof ConformanceError)) throw error;
    throw new EnvironmentError(
      `De PDF “${document.title}” kan niet toegankelijk en duurzaam worden gemaakt: ${error.problem} (${error.rule}).`,
      "Gebruik de browser die bij ivp hoort: laat --browser en IVP_BROWSER weg. Helpt dat niet, meld het dan bij de makers van ivp.",
      { cause: error },
    );
  }
}

const finishing = (document: Document, { date }: Edition, author: string, html: string): Finishing => ({
  title: document.title,
  author,
  subject: document.cover.subtitle,
  language: document.language,
  date,
  bookmarks: contentsOf(document.sections).map(bookmark),
  titles: titlesOf(document),
  data: `${JSON.stringify(document.data, null, 1)}\n`,
  html,
});

const bookmark = ({ number, title, anchor, children }: Entry): Finishing["bookmarks"][number] => ({
  title: [number, title].filter(Boolean).join(" "),
  anchor,
  children: children.map(bookmark),
});

const hasContents = ({ sections }: Document): boolean =>
  sections.some(({ blocks }) => blocks.some(({ type }) => type === "contents"));

const numbers = (anchors: readonly string[], pages: ReadonlyMap<string, number>): Map<string, string> =>
  new Map(anchors.map((anchor) => [anchor, String(pages.get(anchor) ?? "")]));

/** In UTC, so that the documents don't depend on where they are made. */
const editionText = ({ date }: Edition): string =>
  new Intl.DateTimeFormat("nl", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(date);
