import type { PartlyTold } from "../check/examine.js";
import type { Rated } from "../diagnostics.js";
import { usualFolders } from "./options.js";

/**
 * Examines content for a command that only reads it. Where builds keep their cache, what is known of the content from before is used.
 * @param wanted what is told of all that is found: errors and warnings, unless the command says otherwise
 * @throws {ContentFolderError} when the folder can't be read
 */
export async function examined(
  content: string,
  wanted = ({ severity }: Rated): boolean => severity !== "note",
): Promise<PartlyTold> {
  const { cacheBeside } = await import("../build/cache.js");
  const { examineKnown } = await import("../build/known.js");
  return examineKnown(content, cacheBeside(usualFolders.out), wanted);
}
