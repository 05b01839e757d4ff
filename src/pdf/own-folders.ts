import { createHash } from "node:crypto";
import { readlinkSync } from "node:fs";
import { lstat, mkdtemp, readdir, realpath, rm, stat } from "node:fs/promises";
import { hostname } from "node:os";
import { dirname, join } from "node:path";

/** The user on Linux and macOS; on Windows folders at home are private as they are. */
const uid = process.getuid?.();

/** What tells the processes here from those of another machine or container that sees the same folder. */
const here = createHash("sha256").update(`${hostname()} ${processNamespace()}`).digest("hex").slice(0, 8);

function processNamespace(): string {
  try {
    return readlinkSync("/proc/self/ns/pid");
  } catch {
    return "";
  }
}

/**
 * Makes a new folder that only this user can read, for as long as this process runs. Those of processes that are gone, also by
 * kill -9, are removed first.
 * @throws what the system says when it can't be made
 */
export async function ownFolder(base: string, name: string): Promise<string> {
  const prefix = `${name}-${here}-`;
  for (const entry of (await readdir(base)).filter((found) => found.startsWith(prefix))) {
    const pid = Number(entry.slice(prefix.length).split("-")[0]);
    const path = join(base, entry);
    if (!runs(pid) && (await isOurs(path))) await removeFolder(path);
  }
  return mkdtemp(join(base, `${prefix}${process.pid}-`));
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** Removes a folder, also when a process that is just ending still writes in it. What can't be removed stays. */
export const removeFolder = (path: string): Promise<void> =>
  rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 }).catch(() => undefined);

/** Whether a folder, and no link to one, belongs to this user and nobody else can write in it. */
export async function isOurs(path: string): Promise<boolean> {
  const stats = await lstat(path).catch(() => undefined);
  if (!stats?.isDirectory()) return false;
  return uid === undefined || (stats.uid === uid && (stats.mode & 0o022) === 0);
}

/** Whether nobody else can change what is in a folder, nor put another in its place. */
export async function isPrivate(path: string): Promise<boolean> {
  if (!(await isOurs(path))) return false;
  if (uid === undefined) return true;
  for (let above = dirname(await realpath(path)); ; above = dirname(above)) {
    const { uid: owner, mode } = await stat(above);
    if (owner !== 0 && owner !== uid) return false;
    // Where everyone may write, as in /tmp, the sticky bit keeps others from moving what is ours.
    if ((mode & 0o002) !== 0 && (mode & 0o1000) === 0) return false;
    if (above === dirname(above)) return true;
  }
}

/** A private folder among the temporary files that is there for the next run as well. */
export async function keptFolder(base: string): Promise<string> {
  const prefix = `ivp-${uid ?? ""}-`;
  for (const entry of (await readdir(base)).filter((found) => found.startsWith(prefix)).sort())
    if (await isPrivate(join(base, entry))) return join(base, entry);
  return mkdtemp(join(base, prefix));
}
