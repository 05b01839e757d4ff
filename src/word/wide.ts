/** Which tables stand on a page that lies on its side. */
import type { Piece, Table } from "./pieces.js";

/** The width of a page's text and of the space beside that in a cell, and how much a letter takes, in millimetres. */
const [PAGE, PADDING, LETTER] = [158, 4, 1.75];
/** Longer words are broken. */
const MOST_LETTERS = 12;

/** Whether the words of a table don't fit the width of a page that stands upright. */
export function isWide({ widths, header, rows }: Table): boolean {
  const needed = widths.map((_, column) => {
    const cells = [header, ...rows].flatMap(({ cells }) => cells[column] ?? []);
    const longest = Math.max(
      0,
      ...cells.filter(({ upright }) => !upright).flatMap(({ pieces }) => pieces.map(longestWord)),
    );
    return Math.min(longest, MOST_LETTERS) * LETTER + PADDING;
  });
  return needed.reduce((sum, width) => sum + width, 0) > PAGE;
}

const longestWord = (piece: Piece): number =>
  piece.type === "table"
    ? 0
    : Math.max(
        0,
        ...piece.runs.flatMap((run) =>
          "text" in run && run.type !== "note" ? run.text.split(/\s+/).map((word) => word.length) : [],
        ),
      );
