/**
 * The net under all ways in which words come over: what of a document stands neither in what was made of it nor in what was told, is
 * told. Words are looked for in the order of the document, stretch by stretch, whatever stands around them.
 */
import { parse } from "yaml";
import { type Paragraph, paragraphsIn, type WordBlock, type WordNote } from "../docx/index.js";
import { TYPED, textOf } from "../from-word/words.js";
import { withoutNumber } from "./outline.js";
import { withoutLabel } from "./prose.js";
import { isContents } from "./recognise.js";
import type { Report } from "./report.js";

/** Tells what was lost. @param made the files that were made */
export function tellUnplaced(
  blocks: readonly WordBlock[],
  notes: readonly WordNote[],
  made: Iterable<readonly [path: string, text: string | Uint8Array]>,
  report: Report,
  headings: ReadonlySet<Paragraph>,
): void {
  const texts = [...made].flatMap(([path, text]) =>
    path.endsWith(".yaml") && typeof text === "string" ? textsIn(parse(text)) : [],
  );
  const haystack = new Haystack([...texts, ...[...report.lost, ...report.unsure].map(({ what }) => what)]);
  let at = "";
  const visit = (all: readonly WordBlock[]): void => {
    for (const paragraph of paragraphsIn(all)) {
      if (paragraph.at.contents) continue;
      const isHeading = paragraph.level !== undefined || headings.has(paragraph);
      if (isHeading) at = textOf(paragraph.pieces) || at;
      if (isContents({ title: at }) && haystack.has(titleIn(paragraph))) continue;
      const lost = missingIn(paragraph, haystack, isHeading);
      if (lost !== "") report.lose(`“${lost}”`, at);
    }
  };
  visit(blocks);
  at = "Voetnoten";
  for (const note of notes) visit(note.blocks);
}

/** What a line of contents that someone typed is about: without its number and that of its page. */
const titleIn = ({ pieces }: Paragraph): string => withoutNumber(textOf(pieces).replace(/[\s.…·_]*\d*$/, ""));

/** The stretches of a paragraph that stand nowhere. */
function missingIn({ pieces }: Paragraph, haystack: Haystack, isHeading: boolean): string {
  const all = textOf(pieces);
  if (haystack.has(all)) return "";
  const words = isHeading ? withoutNumber(all) : withoutLabel(all.replace(TYPED, ""));
  return words
    .split(/(?<=[.,;:!?()|/–—=]) ?|(?= - )/)
    .filter((stretch) => !haystack.has(stretch))
    .join(" ")
    .trim();
}

/** All texts in some data. */
function textsIn(data: unknown): string[] {
  if (typeof data === "string") return [data];
  return typeof data === "object" && data !== null ? Object.values(data).flatMap(textsIn) : [];
}

/** What makes a text what it is in the dialect, and says nothing. */
const MARKUP = /\]\([^)\s]*\)|\[\^[^\]\s]+\]/g;

const wordsIn = (text: string): string =>
  (
    text
      .normalize("NFKC")
      .toLowerCase()
      .replace(/\p{Cf}/gu, "")
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  ).join(" ");

class Haystack {
  private readonly words: string;
  /** Where the last one was found: the next stands behind it, as a rule. */
  private last = 0;

  constructor(texts: readonly string[]) {
    this.words = ` ${texts.map((text) => wordsIn(text.replace(MARKUP, " "))).join(" | ")} `;
  }

  has(text: string): boolean {
    const words = wordsIn(text);
    if (words === "") return true;
    const behind = this.words.indexOf(` ${words} `, this.last);
    const found = behind >= 0 ? behind : this.words.indexOf(` ${words} `);
    if (found >= 0) this.last = found;
    return found >= 0;
  }
}
