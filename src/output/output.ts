import { existsSync, mkdtempSync, readdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { onExit } from "signal-exit";
import { EnvironmentError } from "../errors.js";
import { makeFolder } from "../make-folder.js";
import { type Purpose, realPathOf, refuseEntangled, refuseNoFolder } from "./folders.js";
import { isUnfinished, putBack, ReplaceError, replaceAll, waitingPlace } from "./journal.js";
import { isHeld, type Lock, takeLock } from "./lock.js";
import { refusal, refuseForeign, refuseOutside, unwritable } from "./refusals.js";

/** A file that was made, to be put in a folder. `path` is relative to it, with forward slashes. */
export interface OutputFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What a commit may do: replace and take away what `ivp` made before; everything is its own after `--force`. */
export interface Claim {
  readonly own: ReadonlySet<string> | "everything";
  readonly remove?: readonly string[];
}

/** A folder in which this process, and no other `ivp`, puts what it made: all of it or nothing. */
export interface Output {
  /** Keeps a file beside the folder until the commit. */
  readonly add: (file: OutputFile) => Promise<void>;
  /**
   * Says before anything is made what a commit would refuse.
   * @throws {UsageError} as `commit`
   */
  readonly refuse: (paths: readonly string[], own: Claim["own"]) => void;
  /**
   * Puts every file in place. On a failure the folder is put back as it was.
   * @throws {UsageError} when a file that `ivp` didn't make stands in the place of one of them
   * @throws {EnvironmentError} when the disk refuses, with the file that it refuses
   */
  readonly commit: (claim: Claim) => void;
  /** Forgets what was added. */
  readonly clear: () => void;
  /** Lets the folder go, with what wasn't committed. Always call it, in a `finally`. */
  readonly close: () => void;
}

export interface OutputOptions {
  readonly out: string;
  /** The folder with the content, which the output must stay clear of; missing when it is the content that is written. */
  readonly content?: string;
  /** What the folder is for; missing when it is for the documents. */
  readonly purpose?: Purpose;
  /** Told what a user should know, in Dutch. */
  readonly note?: ((message: string) => void) | undefined;
}

/**
 * The one way to write documents: opens a folder for this process, and cleans up what one that was cut off left.
 * @throws {UsageError} when the folder and the content lie in each other
 * @throws {EnvironmentError} when the disk doesn't allow it
 */
export async function openOutput({ out, content, purpose, note }: OutputOptions): Promise<Output> {
  if (content !== undefined) refuseEntangled(out, content, purpose);
  else refuseNoFolder(out, "Kies een andere map.");
  const folder = realPathOf(out);
  const made = attempt(out, () => makeFolder(dirname(folder)));
  const lock = await lockOf(folder, out, note);
  try {
    for (const leftover of leftovers(folder)) {
      const [lost, ...others] = putBack(leftover, folder);
      if (lost !== undefined) throw refusal(out, lost, [lost, ...others], undefined);
      rmSync(leftover, { recursive: true, force: true });
    }
  } catch (error) {
    lock.release();
    throw error;
  }
  let staging: string | undefined;
  let added: string[] = [];
  const clear = (): void => {
    if (staging) sweep(staging);
    staging = undefined;
    added = [];
  };
  const close = (): void => {
    forget();
    clear();
    lock.release();
    if (made && !existsSync(folder)) removeEmptyUpTo(made, dirname(folder));
  };
  // Whoever stops the program leaves nothing behind either.
  const forget = onExit(close);
  return {
    add: async ({ path, bytes }) => {
      staging ??= attempt(out, () => stagingFor(folder));
      const place = waitingPlace(staging, path);
      try {
        makeFolder(dirname(place));
        // At once: what is under way when a signal comes would appear after the folder was swept up.
        writeFileSync(place, bytes);
      } catch (cause) {
        throw unwritable(out, cause);
      }
      if (!added.includes(path)) added.push(path);
    },
    refuse: (paths, own) => {
      refuseOutside(folder, out, paths);
      if (own !== "everything") refuseForeign(folder, out, paths, own);
    },
    commit: ({ own, remove = [] }) => {
      if (!lock.held())
        throw new EnvironmentError(`Een andere ivp heeft intussen in ${out} gewerkt.`, "Voer de opdracht opnieuw uit.");
      staging ??= attempt(out, () => stagingFor(folder));
      refuseOutside(folder, out, [...added, ...remove]);
      if (own !== "everything") refuseForeign(folder, out, added, own);
      try {
        replaceAll(staging, folder, added, remove);
      } catch (error) {
        if (!(error instanceof ReplaceError)) throw error;
        // What can't be put back now may be at the next start: it stays in the staging folder until then.
        if (error.lost.length > 0) staging = undefined;
        if (error.path === "") throw unwritable(out, error.cause);
        throw refusal(out, error.path, error.lost, error.cause);
      }
      clear();
    },
    clear,
    close,
  };
}

/**
 * Puts a folder back as it was when an `ivp` was cut off while it replaced files in it, so that nobody reads half of a change, and
 * cleans up what one left that was cut off before that.
 * @throws {EnvironmentError} when files can't be put back: what is there is then half of a change
 */
export async function settle(out: string): Promise<void> {
  const folder = realPathOf(out);
  const traces = places(folder).flatMap((place) => namesIn(place).filter((name) => name.startsWith(prefixOf(folder))));
  if (traces.length === 0) return;
  const half = leftovers(folder).some(isUnfinished);
  if (!half && places(folder).some((place) => isHeld(lockIn(place, folder)))) return;
  try {
    (await openOutput({ out })).close();
  } catch (cause) {
    if (!half || !(cause instanceof EnvironmentError)) return;
    throw new EnvironmentError(
      `Een eerdere opdracht is afgebroken terwijl zij ${out} wijzigde: wat er staat is half gewijzigd, en is niet terug te zetten. ${cause.message}`,
      cause.hint,
      { cause },
    );
  }
}

const LOCK = "lock";
const prefixOf = (folder: string): string => `.${basename(folder)}.ivp-`;

const lockIn = (place: string, folder: string): string => join(place, `${prefixOf(folder)}${LOCK}`);

/** What stands beside a folder, or in it where nothing may be written beside it. */
const places = (folder: string): string[] => [dirname(folder), folder];

async function lockOf(folder: string, out: string, note: OutputOptions["note"]): Promise<Lock> {
  let fault: unknown;
  for (const place of places(folder)) {
    try {
      return await takeLock(lockIn(place, folder), () =>
        note?.(`Een andere ivp werkt in ${out}; deze wacht tot die klaar is.`),
      );
    } catch (cause) {
      if (cause instanceof EnvironmentError) throw cause;
      fault ??= cause;
    }
  }
  throw unwritable(out, fault);
}

/** What runs that were cut off left: whoever holds the lock knows that nobody uses it any more. */
const leftovers = (folder: string): string[] =>
  places(folder).flatMap((place) =>
    namesIn(place)
      .filter((name) => name.startsWith(prefixOf(folder)) && !name.startsWith(`${prefixOf(folder)}${LOCK}`))
      .map((name) => join(place, name)),
  );

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Removes a staging folder. One that can't be removed is cleaned up at the next start: it is no reason to say that nothing was done. */
function sweep(staging: string): void {
  try {
    // Windows may hold on to a file for a moment.
    rmSync(staging, { recursive: true, force: true, maxRetries: 3 });
  } catch {
    // The next one who opens this folder tries again.
  }
}

/**
 * Makes a folder from which files can be moved into the output folder: beside it, so that nobody sees it, or in it when that
 * one is on a disk of its own or nothing may be written beside it.
 */
function stagingFor(folder: string): string {
  const [beside = "", inside = ""] = places(folder);
  try {
    const staging = mkdtempSync(join(beside, prefixOf(folder)));
    if (!existsSync(folder)) return staging;
    const probe = join(folder, basename(staging));
    try {
      renameSync(staging, probe);
      renameSync(probe, staging);
      return staging;
    } catch {
      for (const left of [staging, probe]) sweep(left);
    }
  } catch {
    // Nothing may be written there.
  }
  makeFolder(inside);
  return mkdtempSync(join(inside, prefixOf(folder)));
}

function removeEmptyUpTo(first: string, last: string): void {
  for (let at = last; at.length >= first.length; at = dirname(at)) {
    try {
      rmdirSync(at);
    } catch {
      return;
    }
  }
}

function attempt<T>(out: string, act: () => T): T {
  try {
    return act();
  } catch (cause) {
    throw unwritable(out, cause);
  }
}
