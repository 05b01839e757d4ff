import { mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { EnvironmentError } from "../errors.js";

/** A file that was made, to be put in the output folder. `path` is relative to it, with forward slashes. */
export interface OutputFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A folder beside the output folder in which a build collects its files before any of them replaces an older one. */
export interface Staging {
  readonly add: (file: OutputFile) => Promise<void>;
  /** Moves every file into the output folder, each by one rename, in the order in which they were added. */
  readonly commit: () => Promise<void>;
  /** Removes the staging folder with what is left in it. Always call it, in a `finally`. */
  readonly discard: () => Promise<void>;
}

/**
 * Opens a staging folder. It stands beside the output folder, as a rename is only atomic within a file system.
 * @throws {EnvironmentError} when the disk doesn't allow it
 */
export async function openStaging(out: string): Promise<Staging> {
  const target = resolve(out);
  const prefix = `.${basename(target)}.ivp-`;
  const folder = await attempt(target, async () => {
    await mkdir(dirname(target), { recursive: true });
    await removeLeftovers(dirname(target), prefix);
    return mkdtemp(join(dirname(target), prefix));
  });
  const added: string[] = [];
  return {
    add: (file) =>
      attempt(target, async () => {
        const path = join(folder, file.path);
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, file.bytes);
        added.push(file.path);
      }),
    commit: () =>
      attempt(target, async () => {
        for (const path of added.splice(0)) {
          await mkdir(dirname(join(target, path)), { recursive: true });
          await rename(join(folder, path), join(target, path));
        }
      }),
    discard: () => rm(folder, { recursive: true, force: true }),
  };
}

/** What a build that was cut off left behind. A build takes minutes at most; an older folder is nobody's any more. */
async function removeLeftovers(folder: string, prefix: string): Promise<void> {
  for (const name of (await readdir(folder)).filter((entry) => entry.startsWith(prefix))) {
    const path = join(folder, name);
    const age = Date.now() - ((await stat(path).catch(() => undefined))?.mtimeMs ?? Date.now());
    if (age > 60 * 60 * 1000) await rm(path, { recursive: true, force: true });
  }
}

async function attempt<T>(target: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (cause) {
    const reason = cause instanceof Error && "code" in cause ? String(cause.code) : "";
    throw new EnvironmentError(
      `De uitvoermap “${target}” is niet te beschrijven${reason ? ` (${reason})` : ""}.`,
      "Controleer of de map bestaat, of u er mag schrijven, of de schijf vol is en of een PDF nog ergens open staat.",
      { cause },
    );
  }
}
