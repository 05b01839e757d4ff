/** What is rendered of a document: the page to read, and the page to print with what finishing takes. */
import type { Document } from "../documents/index.js";
import type { Finishing } from "../pdf/index.js";
import {
  contentsAnchors,
  contentsOf,
  type Entry,
  noteTitles,
  type Rendering,
  render,
  titlesOf,
} from "../render/index.js";
import { editionText } from "./edition-text.js";
import type { Recipe } from "./format.js";

/** The web page of a document. */
export const webPage = (
  document: Document,
  date: Date | undefined,
  options: Pick<Rendering, "live"> = {},
): Uint8Array => Buffer.from(render(document, { medium: "screen", edition: editionText(date), ...options }));

/** The page of a document that becomes its PDF. */
export const printOf = ({ document, date, author }: Recipe): Finishing => {
  const html = render(document, { medium: "print", edition: editionText(date) });
  return {
    title: document.title,
    author,
    subject: document.cover.subtitle,
    language: document.language,
    ...(date && { date }),
    bookmarks: contentsOf(document.sections).map(bookmark),
    numbered: contentsAnchors(document),
    titles: new Map([...titlesOf(document), ...noteTitles(html)]),
    data: `${JSON.stringify(document.data, null, 1)}\n`,
    html,
  };
};

const bookmark = ({ number, title, anchor, children }: Entry): Finishing["bookmarks"][number] => ({
  title: [number, title].filter(Boolean).join(" "),
  anchor,
  children: children.map(bookmark),
});
