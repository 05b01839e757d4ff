import { readFile, stat } from "node:fs/promises";
import { UsageError } from "../errors.js";

const words: Readonly<Record<string, string>> = {
  ENOENT: "is er niet",
  EISDIR: "is een map",
  EACCES: "is niet te lezen: u hebt er geen rechten voor",
  EPERM: "is niet te lezen: u hebt er geen rechten voor",
};

/**
 * The bytes of a file that the user named.
 * @param most how many bytes it may have, for what is kept in memory whole
 * @throws {UsageError} when it can't be read
 */
export async function readWhole(file: string, most = Number.POSITIVE_INFINITY): Promise<Uint8Array> {
  try {
    const found = await stat(file);
    // It never ends.
    if (found.isCharacterDevice()) throw new UsageError(`${file} is geen bestand.`, "Kijk of de naam klopt.");
    if (found.size > most)
      throw new UsageError(
        `${file} is te groot: ${Math.round(found.size / 1e6)} MB.`,
        `Het mag hier ten hoogste ${Math.round(most / 1e6)} MB zijn.`,
      );
    return await readFile(file);
  } catch (cause) {
    if (cause instanceof UsageError) throw cause;
    const code = (cause as NodeJS.ErrnoException).code ?? "";
    throw new UsageError(
      `${file} ${words[code] ?? `is niet te lezen (${code || "onbekend"})`}.`,
      "Kijk of de naam klopt.",
      { cause },
    );
  }
}
