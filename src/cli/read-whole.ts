import { readFile } from "node:fs/promises";
import { UsageError } from "../errors.js";

const words: Readonly<Record<string, string>> = {
  ENOENT: "is er niet",
  EISDIR: "is een map",
  EACCES: "is niet te lezen: u hebt er geen rechten voor",
  EPERM: "is niet te lezen: u hebt er geen rechten voor",
};

/** The bytes of a file that the user named. @throws {UsageError} when it can't be read */
export async function readWhole(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? "";
    throw new UsageError(
      `${file} ${words[code] ?? `is niet te lezen (${code || "onbekend"})`}.`,
      "Kijk of de naam klopt.",
      { cause },
    );
  }
}
