/** Who changed which paragraph, and why. */
import type { Reviser, Revision } from "../documents/index.js";
import type { LinesOf } from "./carrier.js";
import type { Comment } from "./comments.js";
import { type Change, type Paragraph, type Piece, paragraphsIn } from "./pieces.js";

export interface Revisers {
  readonly added: (after: readonly Piece[]) => Change;
  /** @param after what it became, if it became something */
  readonly removed: (before: readonly Piece[], after?: readonly Piece[]) => Change;
  /** The comments on a change of a paragraph: each is made once. */
  readonly comments: (before: Paragraph | undefined, after: Paragraph | undefined) => readonly number[];
  /** All that were made. */
  readonly made: readonly Comment[];
}

type Told = Revision["changes"][number];

/** @param before the lines of the content that a paragraph of the old edition shows, and `after` those of the new one */
export function revisersOf({ changes, otherwise }: Revision, before: LinesOf, after: LinesOf): Revisers {
  const made: Comment[] = [];
  const commented = new Set<Told>();
  const told = (pieces: readonly Piece[], lines: LinesOf, side: "was" | "is"): Told[] => {
    const shown = [...paragraphsIn(pieces)].flatMap((paragraph) => [...lines(paragraph)]);
    return changes.filter((change) => {
      const place = change[side];
      return place && shown.some(({ file, path }) => file === place.file && within(path, place.path));
    });
  };
  const by = (found: readonly Told[]): Reviser => found.at(-1)?.by ?? otherwise;
  return {
    added: (pieces) => ({ how: "added", by: by(told(pieces, after, "is")) }),
    removed: (own, others = []) => {
      const found = [...told(own, before, "was"), ...told(others, after, "is")];
      return { how: "removed", by: by(found) };
    },
    comments: (old, fresh) => {
      const found = new Set([...told(fresh ? [fresh] : [], after, "is"), ...told(old ? [old] : [], before, "was")]);
      return [...found].flatMap((change) => {
        if (change.reason === undefined || commented.has(change)) return [];
        commented.add(change);
        return [made.push({ text: change.reason, by: change.by }) - 1];
      });
    },
    made,
  };
}

/** Whether one place is in the other, or holds it. */
const within = (a: readonly (string | number)[], b: readonly (string | number)[]): boolean =>
  a.slice(0, b.length).join("\0") === b.slice(0, a.length).join("\0");
