/** A document as it reads when each tracked change is accepted or rejected. */
import type { Paragraph, Piece, Tracked, WordBlock } from "./types.js";

/** Which changes are accepted; the others are rejected. */
export type Accepts = (change: Tracked) => boolean;

/** Whether what such changes are about is there. */
export const isThere = (tracked: readonly Tracked[], accepts: Accepts): boolean =>
  tracked.every((change) => accepts(change) === (change.kind === "inserted" || change.kind === "moved-here"));

/** Blocks without what isn't there; paragraphs of which the mark between them is gone are one. */
export function settled(blocks: readonly WordBlock[], accepts: Accepts): WordBlock[] {
  const done: WordBlock[] = [];
  let open: Paragraph | undefined;
  for (const block of blocks) {
    if (block.type === "table") {
      if (open) done.push(open);
      open = undefined;
      const rows = block.rows
        .filter(({ tracked }) => isThere(tracked, accepts))
        .map((row) => ({
          ...row,
          cells: row.cells
            .filter(({ tracked }) => isThere(tracked, accepts))
            .map((cell) => ({ ...cell, blocks: settled(cell.blocks, accepts) })),
        }))
        .filter(({ cells }) => cells.length > 0);
      if (rows.length > 0) done.push({ ...block, rows });
      continue;
    }
    if (!isThere(block.around, accepts)) continue;
    const pieces = piecesOf(block, accepts);
    const whole: Paragraph = open ? { ...open, pieces: [...open.pieces, ...pieces] } : { ...block, pieces };
    open = undefined;
    if (isThere(block.mark, accepts)) done.push(whole);
    else open = whole;
  }
  if (open) done.push(open);
  return done;
}

const piecesOf = ({ pieces }: Paragraph, accepts: Accepts): Piece[] =>
  pieces.filter(({ tracked }) => isThere(tracked, accepts)).map((piece) => ({ ...piece, tracked: [] }));

export const acceptAll: Accepts = () => true;
export const rejectAll: Accepts = () => false;
