/** The footnotes of a document: numbered in the order in which it is read, and shown under the chapter that refers to them. */
import { enumeration, one } from "../dutch.js";
import { marksAsHtml } from "../prose/marks.js";

/** A footnote with how often the text refers to it. */
interface Note {
  readonly number: number;
  readonly html: string;
  references: number;
}

/** Footnotes under each other, as a template shows them. */
export interface NotesView {
  /** What they are called: "Voetnoten 3, 4 en 5". */
  readonly label: string;
  readonly items: readonly { readonly number: number; readonly anchor: string; readonly html: string }[];
}

const anchorOf = (number: number): string => `noot-${number}`;
const originOf = (number: number, reference: number): string => `nootverwijzing-${number}-${reference}`;

/** What the anchors of footnotes in a page mark, in words. */
export const noteTitles = (html: string): [anchor: string, title: string][] =>
  [...html.matchAll(/ id="((noot|nootverwijzing)-(\d+)(?:-\d+)?)"/g)].map(([, anchor = "", kind, number]) => [
    anchor,
    kind === "noot" ? `Voetnoot ${number}` : `De tekst bij voetnoot ${number}`,
  ]);

/** Collects footnotes while a document is rendered. */
export class Notes {
  private count = 0;
  private pending: Note[] = [];

  /** @param screen on paper a link has no role of its own: the browser would forget that it is a link */
  constructor(private readonly screen: boolean) {}

  /** Gives a footnote its number; its text is rendered after that, as it may hold others. */
  add(text: (number: number) => string): number {
    const number = ++this.count;
    const place = this.pending.push({ number, html: "", references: 0 }) - 1;
    const html = marksAsHtml(text(number));
    const added = this.pending[place];
    if (added) this.pending[place] = { ...added, html };
    return number;
  }

  /** The reference to a footnote, in HTML. */
  reference(number: number): string {
    const note = this.pending.find((known) => known.number === number);
    const origin = originOf(number, note ? ++note.references : 1);
    const role = this.screen ? ' role="doc-noteref"' : "";
    return `<sup class="note-reference"><a id="${origin}" href="#${anchorOf(number)}"${role} aria-label="Voetnoot ${number}">${number}</a></sup>`;
  }

  /** What was collected since the last time; nothing when there is nothing. */
  take(): NotesView | undefined {
    const notes = this.pending;
    this.pending = [];
    if (notes.length === 0) return undefined;
    const numbers = notes.map(({ number }) => String(number));
    return {
      label: `${one(numbers.length, "Voetnoot", "Voetnoten")} ${enumeration(numbers)}`,
      items: notes.map(({ number, html, references }) => ({
        number,
        anchor: anchorOf(number),
        html: withWaysBack(html, number, references, this.screen),
      })),
    };
  }
}

/** The text of a footnote with a link back to each place that refers to it, in its last paragraph. */
function withWaysBack(html: string, number: number, references: number, screen: boolean): string {
  const links = Array.from({ length: references }, (_, index) => {
    const which = references > 1 ? `, plaats ${index + 1}` : "";
    const label = `Terug naar de tekst bij voetnoot ${number}${which}`;
    const address = `href="#${originOf(number, index + 1)}"`;
    // What isn't painted isn't in the PDF either: there the link has its words from the last stage.
    return screen
      ? `<a class="note-back" ${address} role="doc-backlink"><span aria-hidden="true">↑</span><span class="hidden">${label}</span></a>`
      : `<a class="note-back" ${address} aria-label="${label}">↑</a>`;
  }).join(" ");
  const end = html.lastIndexOf("</p>");
  return end >= 0 && html.slice(end + 4).trim() === ""
    ? `${html.slice(0, end)} ${links}</p>`
    : `${html}<p>${links}</p>`;
}
