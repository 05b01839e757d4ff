import { readFile, stat } from "node:fs/promises";

/** What a file holds that someone may have put in the place of one of ours; nothing when it isn't there, or is a pipe, which would never end. */
export async function plainFile(path: string): Promise<Buffer | undefined> {
  try {
    return (await stat(path)).isFile() ? await readFile(path) : undefined;
  } catch {
    return undefined;
  }
}
