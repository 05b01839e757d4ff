import { zipSync } from "fflate";

/**
 * Files in one: the same files give the same bytes.
 * @param asItIs which files aren't made smaller; those that are bytes already never are
 */
export function packed(
  files: Iterable<readonly [path: string, content: string | Uint8Array]>,
  asItIs: ReadonlySet<string> = new Set(),
): Uint8Array {
  const encoder = new TextEncoder();
  return zipSync(
    Object.fromEntries(
      [...files].map(([path, content]) => {
        const bytes = typeof content === "string" ? encoder.encode(content) : content;
        return [path, [bytes, { level: typeof content !== "string" || asItIs.has(path) ? 0 : 6 }]] as const;
      }),
    ),
    // The clock has no say in what is written; the library writes the parts of this date as they are here.
    { mtime: new Date(1980, 0, 1) },
  );
}
