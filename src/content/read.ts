import type { Dirent } from "node:fs";
import { lstat, readdir, readFile } from "node:fs/promises";
import { join, posix } from "node:path";
import { settle } from "../output/output.js";

/** A file as it lies on disk. `path` is relative to the content folder, with forward slashes. */
export interface RawFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Why it can't be read as content: it is told, and nothing is built. */
  readonly refused?: Refusal;
}

/** What a file holds, as text. A mark at its beginning stays. */
export const textOf = ({ bytes }: RawFile): string => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);

/** The order in which files are read. */
export const byPath = (a: Pick<RawFile, "path">, b: Pick<RawFile, "path">): number => (a.path < b.path ? -1 : 1);

/** A link, something that is neither file nor folder, or a name or file that can't be read. */
export type Refusal = "link" | "special" | "unreadable";

/** The content folder can't be read at all: it doesn't exist, is no folder or isn't readable. */
export class ContentFolderError extends Error {
  constructor(
    readonly folder: string,
    options: ErrorOptions,
  ) {
    super(`De inhoudsmap “${folder}” is er niet of is niet te lezen.`, options);
  }
}

/**
 * Reads every file under a content folder, sorted by path. Hidden files and folders are skipped, but for hidden YAML.
 * The one place where content comes off the disk. What an `ivp` left that was cut off while it wrote is put back first.
 * @throws {ContentFolderError} when the folder itself can't be read
 * @throws {EnvironmentError} when it holds half of a change that can't be put back
 */
export async function readContentFolder(folder: string): Promise<RawFile[]> {
  await settle(folder);
  const files: RawFile[] = [];
  const visit = async (path: string): Promise<void> => {
    for (const entry of await readdir(join(folder, path), { withFileTypes: true })) {
      if (isPassedOver(entry)) continue;
      const child = posix.join(path, entry.name);
      const refused: Refusal = entry.isSymbolicLink() ? "link" : "special";
      try {
        if (entry.isDirectory()) await visit(child);
        else if (entry.isFile()) files.push({ path: child, bytes: await readFile(join(folder, child)) });
        else files.push({ path: child, bytes: new Uint8Array(), refused });
      } catch {
        // A file that goes while the folder is read is not there; one that stays can't be read.
        if (await stays(join(folder, child)))
          files.push({ path: child, bytes: new Uint8Array(), refused: "unreadable" });
      }
    }
  };
  try {
    await visit("");
  } catch (cause) {
    throw new ContentFolderError(folder, { cause });
  }
  return files.sort(byPath);
}

/** What programs hide beside content (`.git`, `.DS_Store`, `._plan.yaml`, `.#plan.yaml`) is not content; other hidden YAML may be. */
const isPassedOver = (entry: Dirent): boolean =>
  /^\.(?:_|#)/.test(entry.name) ||
  (entry.name.startsWith(".") && (entry.isDirectory() || !/\.ya?ml$/i.test(entry.name)));

/** Whether something is there still, or its name can't be told: bytes that aren't UTF-8 come out as another name. */
const stays = (path: string): Promise<boolean> =>
  path.includes("\ufffd")
    ? Promise.resolve(true)
    : lstat(path).then(
        () => true,
        () => false,
      );
