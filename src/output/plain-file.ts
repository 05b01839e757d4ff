import { readFile, stat } from "node:fs/promises";

/**
 * What a file holds that someone may have put in the place of one of ours; nothing when it isn't there or can't be read, or is a pipe,
 * which would never end.
 * @param most how many bytes it may have: what is larger isn't read
 */
export async function plainFile(path: string, most = Number.POSITIVE_INFINITY): Promise<Buffer | undefined> {
  try {
    const found = await stat(path);
    return found.isFile() && found.size <= most ? await readFile(path) : undefined;
  } catch {
    return undefined;
  }
}
