import { mkdirSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Makes a folder, and those above it, where they aren't there yet. Not Node's own `recursive`: in a place where nothing can be
 * made and nothing is missing either, such as /proc, that goes on for ever.
 * @param mode of the folders that are made
 * @throws what the system says when it can't be made
 */
export function makeFolder(path: string, mode = 0o777): void {
  if (made(path, mode) !== "ENOENT") return;
  const above = dirname(path);
  if (above !== path) makeFolder(above, mode);
  if (made(path, mode) === "ENOENT") mkdirSync(path, mode);
}

/** Makes one folder; what is there already is fine, and that the one above is missing is the answer. */
function made(path: string, mode: number): "ENOENT" | undefined {
  try {
    mkdirSync(path, mode);
    return undefined;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "EEXIST") return undefined;
    if (code === "ENOENT") return "ENOENT";
    throw error;
  }
}
