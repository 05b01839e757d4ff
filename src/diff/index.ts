/** Two linked models → what changed in meaning. */
import type { Pair } from "./around.js";
import { assetChanges } from "./assets.js";
import { Chapters } from "./chapters.js";
import { Concerned } from "./concerned.js";
import { moves } from "./moves.js";
import { shiftedNumbers } from "./numbering.js";
import { inOrder } from "./order.js";
import { readerOf } from "./reading.js";
import { findRenamed, underNewKeys } from "./renamed.js";
import { thingChanges } from "./thing-changes.js";
import { thingsOf } from "./things.js";
import type { Change, Version } from "./types.js";

export { redline } from "./redline.js";
export { touchedBy } from "./touched.js";
export type * from "./types.js";
export { asData, composeWasWordt } from "./was-wordt.js";

/**
 * Compares two versions of the content. Pure. How lines are wrapped, in which order keys stand, comments and the style of the
 * YAML are no changes; a number that shifted is told once for all that have it.
 * @returns the changes in the order of the documents: the plan by chapter, the municipalities, the programmes
 */
export function diff(before: Version, after: Version): Change[] {
  if (sameFiles(before, after)) return [];
  const unread = new Set([...before.loaded.unread, ...after.loaded.unread]);
  const things = { was: thingsOf(before.loaded, unread), is: thingsOf(after.loaded, unread) };
  const renamed = findRenamed(things.was, things.is);
  const was = underNewKeys(things.was, renamed);
  const pair: Pair = {
    was,
    is: things.is,
    sides: { was: readerOf(before.model, things.was), is: readerOf(after.model, things.is), renamed },
    chapters: new Chapters(after.model ?? before.model),
    concerned: new Concerned(was, things.is),
  };
  const numbers = before.model && after.model ? shiftedNumbers(before.model, after.model, renamed) : [];
  return [...inOrder([...thingChanges(pair), ...moves(pair)], pair), ...assetChanges(before, after), ...numbers];
}

/** Whether every file is the same, byte for byte. */
function sameFiles(first: Version, second: Version): boolean {
  const [a, b] = [[...first.loaded.files], second.loaded.files];
  const same = a.length === b.size && a.every(([path, { text }]) => b.get(path)?.text === text);
  return same && assetChanges(first, second).length === 0;
}
