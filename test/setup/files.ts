import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** Every file under a folder, hidden ones too, with its bytes as text of a character each; none when the folder isn't there. */
export async function filesIn(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const read = files
    .sort()
    .map(async (file) => [file.slice(folder.length + 1), await readFile(file, "latin1")] as const);
  return Object.fromEntries(await Promise.all(read));
}
