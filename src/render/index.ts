/** Stage 6: a document tree → one self-contained HTML page. It knows nothing of safety plans. */
import { createHash } from "node:crypto";
import { anchorsIn, contentsOf } from "../documents/contents.js";
import type { Document, Picture } from "../documents/index.js";
import { holdsContents, numberOf } from "../documents/walk.js";
import { hyphenated } from "./hyphenate.js";
import { pageOfEach } from "./length.js";
import { Notes } from "./notes.js";
import { paletteStyles } from "./palette.js";
import { dataUri } from "./picture.js";
import { proseRenderer, type Resolve } from "./prose.js";
import { extendedLetters, resources } from "./resources.js";
import { entryView, viewsOf } from "./view.js";

export { contentsOf, type Entry } from "../documents/contents.js";
export { noteTitles } from "./notes.js";
export { titlesOf } from "./titles.js";

/** What differs between two renderings of the same document. */
export interface Rendering {
  /** `screen` is the web page; `print` is what the browser turns into a PDF. */
  readonly medium: "screen" | "print";
  /** Which edition it is, as readers see it: "Versie van 13 december 2018". */
  readonly edition: string;
  /** In the preview a page follows the content while someone writes. Only on screen. */
  readonly live?: true;
}

/** Renders a document. Pure: the same input gives the same bytes. */
export function render(document: Document, { medium, edition, live }: Rendering): string {
  const screen = medium === "screen";
  const {
    page,
    screenStyles,
    printStyles,
    proseStyles,
    plotStyles,
    stateStyles,
    changedStyles,
    brandStyles,
    extendedFaces,
    icon,
    ...own
  } = resources();
  const script = live ? `${own.script}\n${own.liveScript}` : own.script;
  const full = document.cover.style === "page";
  const narrow = screen ? (piece: string) => piece : hyphenated;
  const shared = { screen, narrow, counters: { table: 0, figure: 0 }, notes: new Notes(screen) };
  const prose = proseRenderer(document, screen ? onScreen : onPaper, shared);
  const contents = contentsOf(document.sections);
  const context = { prose, icon, contents, ...shared };
  // On screen the contents stand beside the text, so their section is left out.
  const shown = document.sections.filter((section) => !screen || !holdsContents(section));
  const pages = screen ? shown.map((_, index) => index) : pageOfEach(shown);
  const sections = viewsOf(shown, 2, context).map((section, index) => ({
    ...section,
    // A short document runs on; only chapters that start on a page of their own have a header of their own.
    chapter: full ? `c${(pages[index] ?? 0) + 1}` : "",
    runsOn: full && pages[index] !== index,
  }));
  const items = document.cover.facts;
  const [facts = ""] = items.length > 0 ? viewsOf([{ type: "facts", items }], 2, context) : [];
  const { logo, photo } = document.cover;
  const pictureView = (picture: Picture | undefined) => {
    const bytes = picture && document.images.get(picture.file);
    return bytes ? { source: "", ...picture, data: dataUri(bytes) } : "";
  };
  const shownAs = {
    language: document.language,
    title: document.title,
    shortTitle: document.shortTitle,
    status: document.status.label,
    caution: document.status.caution ?? "",
    changed: document.changed ?? "",
    edition,
    screen,
    pageRules: pageRules(document),
    cover: {
      ...document.cover,
      slogan: document.cover.slogan ?? "",
      sloganSize: sizeOf(document.cover.slogan ?? "", 60, 18),
      titleSize: titleSize(document.cover),
      subtitleSize: sizeOf(document.cover.subtitle, 120, 40),
      facts,
      full,
      logo: pictureView(logo),
      photo: pictureView(photo),
    },
    contents: contents.map((entry) => entryView(entry, screen)),
    sections,
  };
  const text = JSON.stringify(shownAs);
  // In what is shown every letter stands as itself, however it was written.
  const extended = extendedLetters.test(text);
  // Few documents have more in their prose than paragraphs and lists.
  const blocks = /<blockquote|class=\\"(?:table in-prose|picture|note-reference)/.test(text);
  const html = page({
    ...shownAs,
    styles: [
      screen ? screenStyles : printStyles,
      ...(blocks ? [proseStyles] : []),
      ...(/"chart":"plot"|"numbers":true/.test(text) ? [plotStyles] : []),
      ...(/class=\\"sign |"chart":"shares"|"total":true/.test(text) ? [stateStyles] : []),
      ...(document.changed ? [changedStyles] : []),
      ...(logo || photo ? [brandStyles] : []),
      ...(document.palette ? [paletteStyles(document.palette)] : []),
      ...(extended ? [extendedFaces] : []),
    ].join("\n"),
    policy: contentPolicy(screen ? script : undefined, live),
    script,
  });
  // On screen a reader's browser knows where words of a language break.
  return screen ? html : hyphenated(html, LONG_WORD);
}

/** The anchors of which the contents of a document shows the page number, in order; none where it has no contents. */
export const contentsAnchors = ({ sections }: Document): string[] =>
  sections.some(holdsContents) ? anchorsIn(contentsOf(sections)) : [];

const onScreen: Resolve = ({ anchor, document }) =>
  anchor === undefined ? undefined : document === undefined ? `#${anchor}` : `${document}.html#${anchor}`;

/** On paper only links within the document work: another document may lie anywhere. */
const onPaper: Resolve = ({ anchor, document }) =>
  anchor === undefined || document !== undefined ? undefined : `#${anchor}`;

/** Nothing may come from outside the page itself, and nothing runs but the one script that is ours, by its hash. */
const contentPolicy = (script: string | undefined, live?: true): string =>
  [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    "img-src data:",
    "font-src data:",
    ...(script ? [`script-src 'sha256-${createHash("sha256").update(script).digest("base64")}'`] : []),
    ...(live ? ["connect-src 'self'"] : []),
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");

/**
 * How large a text on a cover can be: a long one, or one with a long word, is smaller.
 * @param length from how many characters it is long
 * @param word from how many characters a word is long
 */
function sizeOf(text: string, length: number, word: number): "" | "long" | "longer" {
  const longest = Math.max(...text.split(/\s+/).map((one) => one.length));
  const size = Math.max(text.length / length, longest / word);
  return size <= 1 ? "" : size <= 2 ? "long" : "longer";
}

/** On a page of its own without a slogan the title stands as large as that. */
const titleSize = ({ title, slogan, style }: Document["cover"]) =>
  style === "page" && !slogan ? sizeOf(title, 70, 20) : sizeOf(title, 100, 30);

/** From how many letters a word may break wherever it stands on paper. */
const LONG_WORD = 30;

/** More characters than this don't fit the margin above a page. */
const RUNNING = 120;

/** Where a long word may break that has no place of its own: a zero-width space after each piece. */
const breakable = (text: string): string =>
  text.replace(/\S{25,}/g, (word) => word.replace(/\S{10}/g, (piece) => `${piece}\u200b`));

/** A title as it stands above each page; the whole of it stands where the chapter starts. */
function running(title: string): string {
  const short = title.length <= RUNNING ? title : `${title.slice(0, RUNNING).replace(/\s+\S{0,30}$/, "")}…`;
  // The margins of a page don't know `overflow-wrap`.
  return breakable(short);
}

/** Running headers: a named page for each chapter, as the browser has no running strings. */
function pageRules({ sections, shortTitle, status, cover }: Document): string {
  const header = (left: string, right: string): string =>
    `@top-left{content:${cssString(running(left))}}@top-right{content:${(right && cssString(running(right))) || "none"}}`;
  const state =
    status.caution === undefined ? "" : `@page{@bottom-left{content:${cssString(status.label.toUpperCase())}}}`;
  if (cover.style === "band") return `${state}\n@page{${header(shortTitle, "")}}\n@page:first{${header("", "")}}`;
  const chapters = sections.map((section, index) => {
    const chapter = [numberOf(section), section.title].filter(Boolean).join("  ");
    return `@page c${index + 1}{${header(chapter, shortTitle)}}`;
  });
  return [state, ...chapters].join("\n");
}

/** A text as a CSS string: everything that could end the string or the style element is escaped by code point. */
const cssString = (text: string): string =>
  `"${text.replace(/["\\<>\n\r\f]/g, (char) => `\\${char.charCodeAt(0).toString(16)} `)}"`;
