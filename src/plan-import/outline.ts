/** The headings of a document as a tree, each with what stands under it. */
import type { Paragraph, WordBlock } from "../docx/index.js";
import { excerpt, plainOf, textOf } from "../from-word/words.js";
import { calledIn } from "./pictures.js";
import type { Report } from "./report.js";

export interface Chapter {
  /** Without the number that someone typed before it. */
  readonly title: string;
  readonly level: number;
  readonly isAnnex: boolean;
  readonly blocks: WordBlock[];
  readonly inner: Chapter[];
}

export interface Outline {
  /** What stands before the first heading, in lines that aren't empty. */
  readonly cover: readonly WordBlock[];
  /** The title of the document, when it has one. */
  readonly title: string | undefined;
  readonly chapters: Chapter[];
}

/** "3", "3.1", "Hoofdstuk 3:", "IV.", "A." before a title. */
const NUMBER =
  /^(?:(?:hoofdstuk|deel|paragraaf)\s+(?:\d+(?:\.\d+)*|[IVX]+)\b\s*[.:–-]?\s*|\d+(?:\.\d+)*\.?\s+(?=\p{L})|(?:[IVX]+|[A-Z])\.\s+)/iu;
const ANNEX = /^(?:bijlage|annex|appendix)n?\b\s*(?:\d+|[IVX]+|[A-Z])?\b\s*[.:–-]?\s*/i;

/** A title without the number before it; that stays where nothing else would be left. */
export const withoutNumber = (words: string): string => words.replace(ANNEX, "").replace(NUMBER, "").trim() || words;

/** A title is one line of content. */
const LONGEST_TITLE = 200;

export function outlineOf(blocks: readonly WordBlock[], report: Report): Outline {
  const level = levelsOf(blocks, report);
  const cover: WordBlock[] = [];
  const chapters: Chapter[] = [];
  const open: Chapter[] = [];
  let title: string | undefined;
  let inAnnexes = false;
  for (const block of blocks) {
    const own = block.type === "paragraph" ? level(block) : undefined;
    const isTitle = own === 0 && title === undefined && chapters.length === 0;
    if (block.type === "table" || own === undefined || (own === 0 && !isTitle)) {
      (open.at(-1)?.blocks ?? cover).push(block);
      continue;
    }
    const words = plainOf(block, report);
    if (isTitle) {
      title = words;
      continue;
    }
    while ((open.at(-1)?.level ?? 0) >= own) open.pop();
    const around = open.at(-1);
    const chapter = { ...headed(block, words, report), level: own };
    const isAnnex = chapter.isAnnex || (around?.isAnnex ?? inAnnexes);
    inAnnexes ||= !around && /^bijlagen?$/i.test(words);
    const made = { ...chapter, isAnnex };
    (around?.inner ?? chapters).push(made);
    open.push(made);
  }
  return promoted({ cover, title, chapters });
}

/** A heading with nothing under it yet. */
function headed({ pieces }: Paragraph, words: string, report: Report): Omit<Chapter, "level"> {
  const title = withoutNumber(words);
  for (const { note, picture } of pieces) {
    if (note) report.lose("een voetnoot in de kop", title);
    if (picture) report.lose(`${calledIn(picture)} in de kop`, title);
  }
  return { title, isAnnex: ANNEX.test(words), blocks: [], inner: [] };
}

/** How deep a paragraph is as a heading. Where a document has no headings, lines that look like one are taken for it. */
function levelsOf(blocks: readonly WordBlock[], report: Report): (paragraph: Paragraph) => number | undefined {
  const isReal = ({ level, at, pieces }: Paragraph): boolean =>
    level !== undefined &&
    !at.contents &&
    at.cells.length === 0 &&
    textOf(pieces) !== "" &&
    textOf(pieces).length <= LONGEST_TITLE;
  const real = blocks.filter(
    (block): block is Paragraph => block.type === "paragraph" && isReal(block) && block.level !== 0,
  );
  if (real.length > 0)
    return (paragraph) => {
      if (isReal(paragraph)) return paragraph.level;
      if (paragraph.level !== undefined && textOf(paragraph.pieces).length > LONGEST_TITLE)
        report.doubt(`“${excerpt(textOf(paragraph.pieces))}” is te lang voor een kop: het is gewone tekst geworden`);
      else if (isBold(paragraph))
        report.doubt(
          `“${excerpt(textOf(paragraph.pieces))}” lijkt een kop, maar is het in Word niet: het is gewone tekst gebleven`,
        );
      return undefined;
    };
  if (blocks.some((block) => block.type === "paragraph" && isBold(block)))
    report.doubt("het document heeft geen koppen: korte vette regels zijn als kop gelezen", "");
  return (paragraph) => {
    if (paragraph.level === 0) return 0;
    const words = textOf(paragraph.pieces);
    const number = /^(\d+(?:\.\d+)*)\.?\s+\p{L}/u.exec(words)?.[1];
    return isBold(paragraph) ? (number?.split(".").length ?? 1) : undefined;
  };
}

/** A short line of its own in bold letters. */
function isBold({ pieces, list, at }: Paragraph): boolean {
  const words = textOf(pieces);
  return (
    words.length > 2 &&
    words.length <= 80 &&
    !list &&
    at.cells.length === 0 &&
    !/[.;,:]$/.test(words) &&
    pieces.every(({ text, bold }) => bold === true || text.trim() === "")
  );
}

/** Without the heading around everything that some use for the title of the document. */
function promoted(outline: Outline): Outline {
  const { cover, title, chapters } = outline;
  const [first, ...others] = chapters;
  const isTitle = first && first.inner.length > 1 && /veiligheid|\bIVP\b|\bplan\b|nota/i.test(first.title);
  if (!first || !isTitle || others.some(({ isAnnex }) => !isAnnex)) return outline;
  return {
    cover: [...cover, ...first.blocks],
    title: title ?? first.title,
    chapters: [...first.inner, ...others],
  };
}
