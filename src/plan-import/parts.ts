/** Chapters of a document that ivp knows, as the values of their files. Each gives nothing where the chapter has another shape. */
import type { Paragraph, WordBlock } from "../docx/index.js";
import { asLine, textOf } from "../from-word/words.js";
import { Ids } from "./ids.js";
import type { Chapter } from "./outline.js";
import { Prose, type Workshop } from "./prose.js";

export type Value = Record<string, unknown>;

/** A line of content is no longer than this. */
const LONGEST_LINE = 400;

const isItem = (block: WordBlock): block is Paragraph =>
  block.type === "paragraph" && block.list !== undefined && !isEmpty(block);
const isEmpty = (block: WordBlock): boolean =>
  block.type === "paragraph" && textOf(block.pieces) === "" && block.pieces.every(({ picture }) => !picture);

/** The blocks before a list, its points, and those after it; nothing when there is no list or more than one. */
function aroundList(
  blocks: readonly WordBlock[],
): { before: WordBlock[]; items: Paragraph[]; after: WordBlock[] } | undefined {
  const filled = blocks.filter((block) => !isEmpty(block));
  const first = filled.findIndex(isItem);
  const last = filled.findLastIndex(isItem);
  if (first < 0) return undefined;
  const items = filled.slice(first, last + 1);
  // A point with points of its own, a footnote or a picture is more than a line.
  if (
    !items.every(
      (item): item is Paragraph =>
        isItem(item) && item.list?.depth === 0 && item.pieces.every(({ note, picture }) => !note && !picture),
    )
  )
    return undefined;
  return { before: filled.slice(0, first), items, after: filled.slice(last + 1) };
}

/** A part with text and parts of text: the vision, monitoring. */
export function chapterOf({ title, blocks, inner }: Chapter, own: Workshop): Value | undefined {
  if (inner.some((part) => part.inner.length > 0)) return undefined;
  const ids = new Ids();
  const text = textUnder(title, blocks, own);
  const parts = inner.map((part) => ({
    id: ids.give(part.title, "onderdeel"),
    title: part.title,
    ...given("text", textUnder(part.title, part.blocks, own)),
  }));
  return { title, ...given("text", text), ...(parts.length > 0 && { parts }) };
}

export function goalsOf({ title, blocks, inner }: Chapter, own: Workshop): Value | undefined {
  const list = inner.length === 0 ? aroundList(blocks) : undefined;
  const lines = list?.items.map((item) => plainLine(item, own));
  if (!list || !lines?.every((line) => line !== "" && line.length <= LONGEST_LINE)) return undefined;
  const ids = new Ids();
  return {
    title,
    ...given("introduction", textUnder(title, list.before, own)),
    goals: lines.map((line) => ({ id: ids.give(line, "doel"), title: withoutStop(line) })),
    ...given("text", textUnder(title, list.after, own)),
  };
}

export function startingPointsOf(chapter: Chapter, own: Workshop): Value | undefined {
  const things = thingsIn(chapter, own, "uitgangspunt");
  return things && { title: chapter.title, ...given("introduction", things.introduction), points: things.all };
}

export function partnersOf(chapter: Chapter, own: Workshop): Value | undefined {
  const things = thingsIn(chapter, own, "partner");
  return things && { title: chapter.title, ...given("introduction", things.introduction), partners: things.all };
}

/** Things with a name and a text: under a heading each, in a list, or in a table of two columns. */
function thingsIn({ title, blocks, inner }: Chapter, own: Workshop, otherwise: string) {
  const ids = new Ids();
  const thing = (name: string, text: string | undefined) => ({
    id: ids.give(name, otherwise),
    title: name,
    ...given("text", text),
  });
  if (inner.length > 0) {
    if (inner.some((one) => one.inner.length > 0)) return undefined;
    return {
      introduction: textUnder(title, blocks, own),
      all: inner.map((one) => thing(one.title, textUnder(one.title, one.blocks, own))),
    };
  }
  const table = rowsOf(blocks);
  if (table?.rows.every(({ name }) => name.length <= LONGEST_LINE))
    return {
      introduction: textUnder(title, table.before, own),
      all: table.rows.map(({ name, blocks: cell }) => thing(asLine(name, own.report), textUnder(name, cell, own))),
    };
  const list = aroundList(blocks);
  if (!list || list.after.length > 0) return undefined;
  const points = list.items.map((item) => split(item, own));
  if (!points.every(({ name }) => name !== "" && name.length <= LONGEST_LINE)) return undefined;
  return { introduction: textUnder(title, list.before, own), all: points.map(({ name, rest }) => thing(name, rest)) };
}

/** A point of a list: its name, and what stands behind a colon or a dash. */
function split(item: Paragraph, own: Workshop): { name: string; rest: string | undefined } {
  const line = plainLine(item, own);
  const [, name, rest] = /^(.{1,80}?)\s*(?::\s|\s[–—-]\s)\s*(.+)$/.exec(line) ?? [];
  if (name === undefined || rest === undefined) return { name: withoutStop(line), rest: undefined };
  // The words behind the name keep their looks; where they begin follows from how much stands before them.
  return {
    name,
    rest: Prose.of([withoutList(cutAt(item, textOf(item.pieces).length - rest.length))], own),
  };
}

/** A paragraph without its first characters, of which spaces count once. */
function cutAt(paragraph: Paragraph, length: number): Paragraph {
  let left = length;
  const pieces = paragraph.pieces.flatMap((piece) => {
    if (left <= 0) return [piece];
    const text = piece.text.replace(/\s+/g, " ");
    const rest = text.slice(left);
    left -= text.length;
    return rest === "" && !piece.note ? [] : [{ ...piece, text: rest }];
  });
  return { ...paragraph, pieces };
}

/** The rows of the one table in blocks, when it has two columns that say what something is called and what it is. */
export function rowsOf(
  blocks: readonly WordBlock[],
): { before: WordBlock[]; rows: { name: string; blocks: readonly WordBlock[] }[] } | undefined {
  const filled = blocks.filter((block) => !isEmpty(block));
  const [table, ...others] = filled.filter(({ type }) => type === "table");
  if (table?.type !== "table" || others.length > 0 || filled.at(-1) !== table) return undefined;
  if (
    !table.rows.every(
      ({ cells }) => cells.length === 2 && cells.every(({ span, continues }) => span === 1 && !continues),
    )
  )
    return undefined;
  const named = table.rows.map(({ header, cells: [first, second] }) => ({
    header,
    name: (first?.blocks ?? [])
      .map((block) => (block.type === "paragraph" ? textOf(block.pieces) : ""))
      .join(" ")
      .trim(),
    blocks: second?.blocks ?? [],
  }));
  const rows = named.filter(({ header, name }, index) => !(index === 0 && (header || HEADER.test(name))));
  return rows.length > 0 && rows.every(({ name }) => name !== "") ? { before: filled.slice(0, -1), rows } : undefined;
}

const HEADER = /^(?:begrip|term|afkorting|woord|partner|naam|organisatie)(?:pen|en)?$/i;

/** A text of blocks under a heading, which messages then name. */
export function textUnder(title: string, blocks: readonly WordBlock[], own: Workshop): string | undefined {
  const before = own.report.at;
  own.report.at = title;
  const text = Prose.of(blocks, own);
  own.report.at = before;
  return text;
}

export const given = (key: string, value: unknown): Value => (value === undefined ? {} : { [key]: value });
const plainLine = ({ pieces }: Paragraph, { report }: Workshop): string => asLine(textOf(pieces), report);
const withoutStop = (line: string): string => line.replace(/[.;,]$/, "");

/** A point of a list as a paragraph. */
export function withoutList(paragraph: Paragraph): Paragraph {
  const { list: _, ...rest } = paragraph;
  return rest;
}
