import { basename, dirname } from "node:path";
import { openOutput } from "./output.js";

/**
 * Writes one file: the whole of it or nothing.
 * @param replace whether one that is there may be replaced
 * @throws {UsageError} when there is one that may not
 * @throws {EnvironmentError} when the disk refuses
 */
export async function putFile(path: string, bytes: Uint8Array, replace: boolean): Promise<void> {
  const output = await openOutput({ out: dirname(path) });
  try {
    await output.add({ path: basename(path), bytes });
    output.commit({ own: replace ? "everything" : new Set() });
  } finally {
    output.close();
  }
}
