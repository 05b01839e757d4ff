import { realpathSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { capital } from "../dutch.js";
import { UsageError } from "../errors.js";

/** Where a path really leads: links are followed as far as the path exists. */
export function realPathOf(path: string): string {
  const whole = resolve(path);
  try {
    return realpathSync(whole);
  } catch {
    return dirname(whole) === whole ? whole : join(realPathOf(dirname(whole)), basename(whole));
  }
}

/** What a folder is for, and what one may call it, as users are told when it can't be that. */
export interface Purpose {
  readonly name: string;
  readonly example: string;
}

const forDocuments: Purpose = { name: "de map voor de documenten", example: "out" };

/**
 * Refuses a folder for documents that is the content, lies in it or around it, or is the root of the disk: what is made there
 * would be read as content, or content would be taken for what was made. Links and mounts don't hide it, as folders are told
 * apart by what the disk calls them.
 * @throws {UsageError} when it is such a folder, or no folder at all
 */
export function refuseEntangled(out: string, content: string, { name, example } = forDocuments): void {
  const refuse = (how: string): never => {
    throw new UsageError(
      `${capital(name)} (${out}) ${how}.`,
      `Kies een map die naast de inhoud ligt, zoals ${example}.`,
    );
  };
  if (isLoop(out)) refuse("gaat over een koppeling die naar zichzelf leidt (ELOOP)");
  const real = realPathOf(out);
  const own = identityOf(real);
  if (hasFile(real)) refuse("is een bestand, of ligt in een bestand");
  if (dirname(real) === real || (own !== undefined && own === identityOf("/"))) refuse("is de hele schijf");
  const source = realPathOf(content);
  const contentItself = identityOf(source);
  if (own !== undefined && own === contentItself) refuse(`is de map met de inhoud (${content})`);
  if (contentItself !== undefined && lineage(real).has(contentItself))
    refuse(`ligt in de map met de inhoud (${content})`);
  if (own !== undefined && lineage(source).has(own)) refuse(`bevat de map met de inhoud (${content})`);
}

/** Whether a path goes by links that lead to each other. */
function isLoop(path: string): boolean {
  try {
    statSync(path, { throwIfNoEntry: false });
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ELOOP";
  }
}

/** Whether a path leads to something that is no folder, or through it. */
function hasFile(path: string): boolean {
  try {
    return !statSync(path).isDirectory();
  } catch {
    return dirname(path) !== path && hasFile(dirname(path));
  }
}

/** The folders from a path up to the root, by what the disk calls them. */
function lineage(path: string): Set<string> {
  const up = dirname(path) === path ? [] : lineage(dirname(path));
  return new Set([...up, ...[identityOf(path)].filter((id) => id !== undefined)]);
}

function identityOf(path: string): string | undefined {
  try {
    const { dev, ino } = statSync(path, { bigint: true });
    return `${dev} ${ino}`;
  } catch {
    return undefined;
  }
}
