/** What a run remembers of the content for the next one. */
import { existsSync } from "node:fs";
import { examineAgain, type Known, type PartlyTold } from "../check/examine.js";
import { readContentFolder } from "../content/read.js";
import type { Rated } from "../diagnostics.js";
import { type Cache, openCache } from "./cache.js";
import { programFingerprint } from "./fingerprint.js";

/** For whom it is remembered: a check looks at the texts with more rules than a build. */
type Purpose = "build" | "check";

/** What is known of the content, if it was this program that read it. */
export async function readKnown(cache: Cache, program: string, purpose: Purpose): Promise<Known> {
  const record = (await cache.record(`content-${purpose}`)) as ({ readonly program: string } & Known) | undefined;
  return record?.program === program ? record : { data: {} };
}

export const keepKnown = (cache: Cache, program: string, purpose: Purpose, known: Known): Promise<void> => {
  const { data, faults, faultless } = known;
  return cache.keepRecord(`content-${purpose}`, { program, data, faults, faultless });
};

/**
 * Reads a content folder and runs the first four stages over it, as `examineFolder` does. Where builds keep a cache, it remembers there
 * what it found; a check by itself leaves nothing behind.
 * @param folder where a build would keep its cache
 * @param wanted what is told of all that is found
 * @throws {ContentFolderError} when the content folder can't be read
 */
export async function examineKnown(
  content: string,
  folder: string,
  wanted: (found: Rated) => boolean,
): Promise<PartlyTold> {
  const files = await readContentFolder(content);
  if (!existsSync(folder)) return examineAgain(files, undefined, wanted);
  const cache = openCache(folder, () => undefined);
  const program = programFingerprint(undefined);
  const known = await readKnown(cache, program, "check");
  const examined = examineAgain(files, known, wanted);
  if (!isSame(known, examined)) await keepKnown(cache, program, "check", examined);
  return examined;
}

/** Whether two of one program say the same: what is known of a file or a text follows from what stands in it. */
const isSame = (a: Known, b: Known): boolean =>
  a.faults?.setting === b.faults?.setting &&
  haveSameKeys(a.data, b.data) &&
  haveSameKeys(a.faults?.texts ?? {}, b.faults?.texts ?? {});

function haveSameKeys(a: object, b: object): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key));
}
