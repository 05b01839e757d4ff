import { mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Makes a folder, and those above it, where they aren't there yet. Not Node's own `recursive`: in a place where nothing can be
 * made and nothing is missing either, such as /proc, that goes on for ever.
 * @param mode of the folders that are made
 * @returns the highest folder that was made; nothing when all were there
 * @throws what the system says when it can't be made
 */
export function makeFolder(path: string, mode = 0o777): string | undefined {
  try {
    mkdirSync(path, mode);
    return path;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "EEXIST" && statSync(path, { throwIfNoEntry: false })?.isDirectory()) return undefined;
    const above = dirname(path);
    if (code !== "ENOENT" || above === path) throw error;
    const highest = makeFolder(above, mode);
    // With the one above there, it is refused for itself.
    if (highest === undefined) return makeHere(path, mode);
    makeHere(path, mode);
    return highest;
  }
}

/** Makes one folder, unless another process was first. */
function makeHere(path: string, mode: number): string | undefined {
  try {
    mkdirSync(path, mode);
    return path;
  } catch (error) {
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return undefined;
    throw error;
  }
}
