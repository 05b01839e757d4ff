/** How much room what is said takes on paper, as far as its words tell; and which chapters share a page. */
import type { Block, Section } from "../documents/tree.js";
import { walk } from "../documents/walk.js";

/** About half a page, in characters. */
const HALF_PAGE = 1200;

/** What begins on a line of its own leaves the rest of the line above it empty. */
const LINE = 60;

/** Whether a section has much to say, apart from tables: those may go on on another page anywhere. */
export const isLong = ({ blocks }: Section): boolean =>
  charactersIn(blocks.filter(({ type }) => type !== "table")) > HALF_PAGE;

/**
 * Which chapter starts the page on which each chapter starts, by its place: a short one stays with the one before it, if both are
 * chapters or both are annexes.
 */
export function pageOfEach(chapters: readonly Section[]): number[] {
  const pages: number[] = [];
  for (const [index, chapter] of chapters.entries()) {
    const before = chapters[index - 1];
    const alike = before?.number !== undefined && chapter.number !== undefined && before.label === chapter.label;
    pages.push(alike && isShort(chapter) ? (pages[index - 1] ?? index) : index);
  }
  return pages;
}

const isShort = ({ blocks }: Section): boolean => !holdsDrawing(blocks) && charactersIn(blocks, LINE) <= HALF_PAGE;

/** @param each how many characters what stands by itself counts for, besides its own */
const charactersIn = (blocks: readonly Block[], each = 0): number =>
  walk(blocks).reduce(
    (sum, { words, texts }) => [...words, ...texts].reduce((all, text) => all + text.length, sum + each),
    0,
  );

const holdsDrawing = (blocks: readonly Block[]): boolean =>
  blocks.some((block) => block.type === "figure" || ("blocks" in block && holdsDrawing(block.blocks))) ||
  walk(blocks).some(({ texts }) => texts.some((text) => text.includes("![")));
