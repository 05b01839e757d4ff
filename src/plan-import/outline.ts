/** The headings of a document as a tree, each with what stands under it. */
import { type Paragraph, paragraphsIn, type WordBlock } from "../docx/index.js";
import { asLine, excerpt, plainOf, textOf } from "../from-word/words.js";
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
  /** What was taken for headings: of those the numbers aren't content. */
  readonly headings: ReadonlySet<Paragraph>;
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
  const headings = new Set<Paragraph>();
  let title: string | undefined;
  let inAnnexes = false;
  for (const block of blocks) {
    const own = block.type === "paragraph" ? level(block) : undefined;
    const isTitle = own === 0 && title === undefined && chapters.length === 0;
    if (block.type === "table" || own === undefined || (own === 0 && !isTitle)) {
      (open.at(-1)?.blocks ?? cover).push(block);
      continue;
    }
    headings.add(block);
    if (isTitle) {
      title = plainOf(block, report);
      continue;
    }
    const words = textOf(block.pieces);
    while ((open.at(-1)?.level ?? 0) >= own) open.pop();
    const around = open.at(-1);
    const chapter = { ...headed(block, words, report), level: own };
    const isAnnex = chapter.isAnnex || (around?.isAnnex ?? inAnnexes);
    inAnnexes ||= !around && /^bijlagen?$/i.test(words);
    const made = { ...chapter, isAnnex };
    (around?.inner ?? chapters).push(made);
    open.push(made);
  }
  return promoted({ cover, title, chapters: chapters.flatMap((chapter) => annexesIn(chapter, report)), headings });
}

/** A heading around all annexes is no annex itself. */
function annexesIn(chapter: Chapter, report: Report): Chapter[] {
  const { title, blocks, inner } = chapter;
  const isAround = /^bijlagen?$/i.test(title) && inner.length > 0 && paragraphsIn(blocks).every(isEmpty);
  if (!isAround) return [chapter];
  report.doubt(`de kop “${title}” is niet overgenomen: wat eronder stond, is elk een bijlage`, "");
  return inner;
}

const isEmpty = ({ pieces }: Paragraph): boolean => textOf(pieces) === "" && pieces.every(({ picture }) => !picture);

/** A heading with nothing under it yet. */
function headed({ pieces }: Paragraph, words: string, report: Report): Omit<Chapter, "level"> {
  const title = asLine(withoutNumber(words), report);
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
  const levels = boldLevels(blocks.filter((block): block is Paragraph => block.type === "paragraph" && isBold(block)));
  return (paragraph) => (paragraph.level === 0 ? 0 : levels.get(paragraph));
}

/** How deep bold lines are: by the number before them; without one they stand under the last that has one. */
function boldLevels(bold: readonly Paragraph[]): ReadonlyMap<Paragraph, number> {
  const words = bold.map(({ pieces }) => textOf(pieces));
  const highest = words.some((line) => /^(?:\d|[IVX]+\.\s)/.test(line));
  const numbered = (line: string): number | undefined => {
    const digits = /^(\d+(?:\.\d+)*)\.?\s+\p{L}/u.exec(line)?.[1];
    if (digits) return digits.split(".").length;
    if (/^[IVX]+\.\s/.test(line)) return 1;
    return /^[A-Z]\.\s/.test(line) ? (highest ? 2 : 1) : undefined;
  };
  let last = 0;
  return new Map(
    bold.map((paragraph, index) => {
      const line = words[index] ?? "";
      const own = numbered(line);
      if (own !== undefined) last = own;
      else if (index === 0 && bold.length > 1 && TITLE.test(line)) return [paragraph, 0];
      return [paragraph, own ?? (ON_ITS_OWN.test(line) ? 1 : last + 1)];
    }),
  );
}

/** What a document is called. */
const TITLE = /veiligheid|\bIVP\b|\bplan\b|nota/i;
/** What is a chapter, though it has no number where others have. */
const ON_ITS_OWN =
  /^(?:voorwoord|ten geleide|inhoud|(?:management)?samenvatting|colofon|bijlage|(?:verklarende )?(?:begrippen|woorden|afkortingen)|partners)/i;

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
  const { cover, title, chapters, headings } = outline;
  const [first, ...others] = chapters;
  const isTitle = first && first.inner.length > 1 && TITLE.test(first.title);
  if (!first || !isTitle || others.some(({ isAnnex }) => !isAnnex)) return outline;
  return {
    cover: [...cover, ...first.blocks],
    title: title ?? first.title,
    chapters: [...first.inner, ...others],
    headings,
  };
}
