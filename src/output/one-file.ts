import { lstatSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative } from "node:path";
import { UsageError } from "../errors.js";
import { realPathOf, refuseNoFolder } from "./folders.js";
import { openOutput } from "./output.js";

export interface FileOptions {
  /** The folder with the content: what is made isn't part of it. */
  readonly content: string;
  /** Whether one that is there may be replaced. */
  readonly replace: boolean;
}

/**
 * Writes one file: the whole of it or nothing. A link leads to the file that is written.
 * @throws {UsageError} when it lies in the content, or there is something that may not be replaced
 * @throws {EnvironmentError} when the disk refuses
 */
export async function putFile(path: string, bytes: Uint8Array, { content, replace }: FileOptions): Promise<void> {
  const real = realPathOf(path);
  refuseWithin(path, real, content);
  refuseNoFolder(dirname(real), "Kies een andere plaats.");
  const found = lstatSync(real, { throwIfNoEntry: false });
  if (found && !found.isFile())
    throw new UsageError(
      `${path} is ${found.isDirectory() ? "een map" : "geen gewoon bestand"}. Er is niets geschreven.`,
      "Geef de naam van een nieuw bestand.",
    );
  // As the user calls it, unless that is a link.
  const folder = real === join(realPathOf(dirname(path)), basename(path)) ? dirname(path) : dirname(real);
  const output = await openOutput({ out: folder });
  try {
    await output.add({ path: basename(real), bytes });
    output.commit({ own: replace ? "everything" : new Set() });
  } finally {
    output.close();
  }
}

function refuseWithin(path: string, real: string, content: string): void {
  const inside = relative(realPathOf(content), real);
  if (inside.split(/[\\/]/)[0] === ".." || isAbsolute(inside)) return;
  throw new UsageError(
    `${path} ligt in de map met de inhoud (${content}), en daar hoort dit niet. Er is niets geschreven.`,
    "Kies een plaats daarbuiten.",
  );
}
