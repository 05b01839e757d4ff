import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { UsageError } from "../errors.js";
import { reasonOf } from "../system-reasons.js";

const words: Readonly<Record<string, string>> = {
  ENOENT: "is er niet",
  EISDIR: "is een map",
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
    if (!found.isFile() && !found.isFIFO() && !found.isDirectory())
      throw new UsageError(`${file} is geen bestand.`, "Kijk of de naam klopt.");
    if (found.size > most)
      throw new UsageError(
        `${file} is te groot: ${Math.round(found.size / 1e6)} MB.`,
        `Het mag hier ten hoogste ${Math.round(most / 1e6)} MB zijn.`,
      );
    return found.isFIFO() ? await upTo(file, Math.min(most, PIPE)) : await readFile(file);
  } catch (cause) {
    if (cause instanceof UsageError) throw cause;
    const code = (cause as NodeJS.ErrnoException).code ?? "";
    throw new UsageError(
      `${file} ${words[code] ?? `is niet te lezen: ${reasonOf(cause)}`}.`,
      "Kijk of de naam klopt.",
      { cause },
    );
  }
}

/** What another program writes may never end. In bytes. */
const PIPE = 100e6;

async function upTo(file: string, most: number): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > most)
      throw new UsageError(`${file} geeft meer dan ${Math.round(most / 1e6)} MB.`, "Zet het eerst in een bestand.");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
