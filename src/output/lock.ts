import { randomUUID } from "node:crypto";
import { existsSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import { EnvironmentError } from "../errors.js";

/** A lock that this process holds. */
export interface Lock {
  /** Whether nobody took it over meanwhile, as after a long sleep of the machine. */
  readonly held: () => boolean;
  readonly release: () => void;
}

/** Who holds a lock, as it stands in the file. */
interface Holder {
  readonly token: string;
  readonly host: string;
  readonly pid: number;
}

/** In milliseconds. A holder says this often that it is there; one that was silent for long is gone. */
const BEAT = 10_000;
const SILENT = 120_000;
/** A holder that died before it wrote who it is. */
const UNSIGNED = 5_000;
const POLL = 100;
/** A build takes minutes at most. */
const PATIENCE = 15 * 60_000;

/**
 * Takes a lock, or waits until whoever holds it is done or dead. The lock is a file that says who holds it, as Node can't ask the
 * system for a lock that goes with its process.
 * @param waiting told once, when it has to wait
 * @throws the error of the disk when the file can't be made; {EnvironmentError} when it takes too long
 */
export async function takeLock(path: string, waiting: () => void): Promise<Lock> {
  const me: Holder = { token: randomUUID(), host: hostname(), pid: process.pid };
  for (const end = Date.now() + PATIENCE; !signed(path, me); await pause(POLL)) {
    const holder = holderOf(path);
    if (!isGone(path, holder)) {
      if (Date.now() > end)
        throw new EnvironmentError(
          "Een andere ivp is al een kwartier bezig in dezelfde map.",
          `Wacht tot die klaar is, of stop hem. Is er geen andere ivp? Haal dan ${path} weg.`,
        );
      waiting();
      waiting = () => undefined;
    } else takeAway(path, holder);
  }
  const beat = setInterval(() => {
    if (held()) touch(path);
  }, BEAT);
  beat.unref();
  const held = (): boolean => holderOf(path)?.token === me.token;
  return {
    held,
    release: () => {
      clearInterval(beat);
      if (held()) rmSync(path, { force: true });
    },
  };
}

/** Whether a process that is still there holds a lock. */
export const isHeld = (path: string): boolean => existsSync(path) && !isGone(path, holderOf(path));

function signed(path: string, me: Holder): boolean {
  try {
    writeFileSync(path, JSON.stringify(me), { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

function holderOf(path: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Holder;
  } catch {
    return undefined;
  }
}

function isGone(path: string, holder: Holder | undefined): boolean {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return true;
  const silence = Date.now() - stats.mtimeMs;
  if (silence > SILENT) return true;
  if (!holder) return silence > UNSIGNED;
  return holder.host === hostname() && !isAlive(holder.pid);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Removes the lock of who is gone. Another that waits may have been first: then its lock goes back. */
function takeAway(path: string, gone: Holder | undefined): void {
  const aside = `${path}-${randomUUID()}`;
  try {
    renameSync(path, aside);
    if (holderOf(aside)?.token !== gone?.token) renameSync(aside, path);
  } catch {
    // Someone else took it away.
  }
  rmSync(aside, { force: true });
}

function touch(path: string): void {
  const now = new Date();
  try {
    utimesSync(path, now, now);
  } catch {
    // It is gone; `held` tells.
  }
}
