/**
 * Replaces files in a folder, all or none. What was there is kept until the last file is in place, with a journal that says how
 * to put it back: at a failure, and after a crash at the next start. Everything here is done without giving way to anything
 * else, so that a signal comes before or after it.
 */
import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { makeFolder } from "../make-folder.js";

/** Something that was to be done with one file, and whether there was one before. */
interface Step {
  readonly path: string;
  readonly existed: boolean;
}

/** A file that stopped a replacement. */
export class ReplaceError extends Error {
  constructor(
    /** Relative to the folder. */
    readonly path: string,
    /** Files that could not be put back either. */
    readonly lost: readonly string[],
    cause: unknown,
  ) {
    super(path, { cause });
  }
}

const JOURNAL = "journal.json";
const newIn = (staging: string): string => join(staging, "new");
const oldIn = (staging: string): string => join(staging, "old");

/** Where a file waits in a staging folder until it is put in place. */
export const waitingPlace = (staging: string, path: string): string => join(newIn(staging), path);

/**
 * Moves the waiting files into a folder, in order, and removes others from it.
 * @throws {ReplaceError} when one can't be replaced or removed: then the folder is as it was
 */
export function replaceAll(
  staging: string,
  folder: string,
  files: readonly string[],
  removed: readonly string[],
): void {
  const steps = [...new Set([...files, ...removed])].map(
    (path): Step => ({ path, existed: isThere(join(folder, path)) }),
  );
  let current = "";
  try {
    makeFolder(folder);
    writeFileSync(join(staging, JOURNAL), JSON.stringify(steps));
    for (const { path, existed } of steps) {
      current = path;
      if (existed) keep(join(folder, path), join(oldIn(staging), path));
    }
    for (const path of files) {
      current = path;
      likeBefore(join(folder, path), waitingPlace(staging, path));
      moveIn(waitingPlace(staging, path), join(folder, path));
    }
    for (const path of removed) {
      current = path;
      rmSync(join(folder, path), { force: true });
      removeEmpty(dirname(join(folder, path)), folder);
    }
    rmSync(join(staging, JOURNAL));
  } catch (cause) {
    throw new ReplaceError(current, putBack(staging, folder), cause);
  }
}

/**
 * Puts a folder back as it was before a replacement that wasn't finished; nothing when there was none.
 * @returns the files that could not be put back
 */
export function putBack(staging: string, folder: string): string[] {
  const steps = stepsIn(staging);
  const lost = steps.filter(({ path, existed }) => {
    try {
      if (existed) restore(join(oldIn(staging), path), join(folder, path));
      else if (!existsSync(waitingPlace(staging, path))) rmSync(join(folder, path), { force: true });
      if (!existed) removeEmpty(dirname(join(folder, path)), folder);
      return false;
    } catch {
      return true;
    }
  });
  if (lost.length === 0) rmSync(join(staging, JOURNAL), { force: true });
  return lost.map(({ path }) => path);
}

/** Whether a replacement was begun from a staging folder and neither finished nor put back. */
export const isUnfinished = (staging: string): boolean => existsSync(join(staging, JOURNAL));

function stepsIn(staging: string): Step[] {
  try {
    return JSON.parse(readFileSync(join(staging, JOURNAL), "utf8")) as Step[];
  } catch {
    return [];
  }
}

/** Whether something is there; what would lie within a file isn't. */
export function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOTDIR") return false;
    throw error;
  }
}

/** A second name for the file costs nothing; a disk without such names gets a copy. */
function keep(path: string, as: string): void {
  makeFolder(dirname(as));
  try {
    linkSync(path, as);
  } catch {
    copyFileSync(path, as);
  }
}

/** Who may read and change a file stays as it was, and whose it is, as far as that is ours to say. */
function likeBefore(path: string, next: string): void {
  const before = lstatSync(path, { throwIfNoEntry: false });
  if (!before?.isFile()) return;
  chmodSync(next, before.mode & 0o777);
  const after = lstatSync(next);
  if (after.uid === before.uid && after.gid === before.gid) return;
  try {
    chownSync(next, before.uid, before.gid);
  } catch {
    // Only root may give a file away.
  }
}

function moveIn(from: string, to: string): void {
  makeFolder(dirname(to));
  try {
    renameSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EXDEV") throw error;
    // A folder in the folder is on another disk: the file goes there first, and then in place.
    const beside = `${to}.ivp-new`;
    try {
      copyFileSync(from, beside);
      renameSync(beside, to);
      rmSync(from);
    } finally {
      rmSync(beside, { force: true });
    }
  }
}

/** What wasn't touched yet has no copy, or is still the same; it may well be what can't be replaced. */
function restore(kept: string, path: string): void {
  if (!existsSync(kept) || (isThere(path) && readFileSync(kept).equals(readFileSync(path)))) return;
  moveIn(kept, path);
}

/** Removes a folder in a folder, and those around it, as far as they are empty. */
function removeEmpty(path: string, within: string): void {
  for (let at = path; at.length > within.length; at = dirname(at)) {
    try {
      rmdirSync(at);
    } catch {
      return;
    }
  }
}
