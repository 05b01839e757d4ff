/** Tables that only put text somewhere on a page: what stands in them is text as any other, with its headings and lists. */
import { paragraphsIn, type WordBlock, type WordTable } from "../docx/index.js";
import { textOf } from "../from-word/words.js";
import type { Report } from "./report.js";

/** Blocks with what stands in such tables in their place. */
export const withoutLayout = (blocks: readonly WordBlock[], report: Report): WordBlock[] =>
  blocks.flatMap((block) => {
    if (block.type === "paragraph" || !isLayout(block)) return [block];
    report.doubt("een tabel die tekst op haar plaats zette, is gewone tekst geworden", "");
    const own = block.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.blocks));
    return withoutLayout(own.map(outside), report);
  });

/** One cell, or a row of cells, in which more stands than a word or a sentence: a heading, a list or more paragraphs. */
function isLayout({ rows: [row, ...others] }: WordTable): boolean {
  return (
    row !== undefined &&
    others.length === 0 &&
    row.cells.some(({ blocks }) => {
      const filled = paragraphsIn(blocks).filter(({ pieces }) => textOf(pieces) !== "");
      return filled.length > 1 || filled.some(({ level, list }) => level !== undefined || list !== undefined);
    })
  );
}

/** A block without the outermost table around it. */
function outside(block: WordBlock): WordBlock {
  if (block.type === "paragraph") return { ...block, at: { ...block.at, cells: block.at.cells.slice(1) } };
  const rows = block.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => ({ ...cell, blocks: cell.blocks.map(outside) })),
  }));
  return { ...block, rows };
}
