import { readdir, readFile } from "node:fs/promises";
import { join, posix } from "node:path";

/** A file as it lies on disk. `path` is relative to the content folder, with forward slashes. */
export interface RawFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

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
 * Reads every file under a content folder, sorted by path. Hidden files and folders are skipped.
 * The one place where content comes off the disk.
 * @throws {ContentFolderError} when the folder itself can't be read
 */
export async function readContentFolder(folder: string): Promise<RawFile[]> {
  const files: RawFile[] = [];
  const visit = async (path: string): Promise<void> => {
    for (const entry of await readdir(join(folder, path), { withFileTypes: true })) {
      if (entry.name.startsWith(".")) continue;
      const child = posix.join(path, entry.name);
      if (entry.isDirectory()) await visit(child);
      else if (entry.isFile()) files.push({ path: child, bytes: await readFile(join(folder, child)) });
    }
  };
  try {
    await visit("");
  } catch (cause) {
    throw new ContentFolderError(folder, { cause });
  }
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}
