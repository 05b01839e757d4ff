/** How high the parts of a chart may be, in its own unit: the first stands under a heading, the others have a page each. */
export interface Room {
  readonly first: number;
  readonly others: number;
}

/** A browser page has no end. */
export const ENDLESS: Room = { first: Number.POSITIVE_INFINITY, others: Number.POSITIVE_INFINITY };

/**
 * Divides the rows of a chart over parts that fit: a drawing can't go on on another page.
 * @param heightOf how high a row is
 * @param taken how much of each part something else takes, such as the header that each repeats
 * @returns the rows of each part; one that fits nowhere stands by itself
 */
export function partsOf<T>(rows: readonly T[], heightOf: (row: T) => number, taken: number, room: Room): T[][] {
  const parts: T[][] = [];
  let part: T[] = [];
  let height = taken;
  for (const row of rows) {
    const limit = parts.length === 0 ? room.first : room.others;
    if (part.length > 0 && height + heightOf(row) > limit) {
      parts.push(part);
      part = [];
      height = taken;
    }
    part.push(row);
    height += heightOf(row);
  }
  return [...parts, part];
}
