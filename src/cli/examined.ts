import type { Examined } from "../check/examine.js";
import { usualFolders } from "./options.js";

/**
 * Examines content for a command that only reads it. Where builds keep their cache, what is known of the content from before is used.
 * @throws {ContentFolderError} when the folder can't be read
 */
export async function examined(content: string): Promise<Examined> {
  const { cacheBeside } = await import("../build/cache.js");
  const { examineKnown } = await import("../build/known.js");
  return examineKnown(content, cacheBeside(usualFolders.out));
}
