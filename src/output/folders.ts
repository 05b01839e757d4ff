import { lstatSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
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
  const hindrance = hindranceOf(resolve(out));
  if (hindrance?.link) refuse(`gaat over ${hindrance.link}`);
  const real = realPathOf(out);
  const own = identityOf(real);
  if (hindrance) refuse("is een bestand, of ligt in een bestand");
  if (dirname(real) === real || (own !== undefined && own === identityOf("/"))) refuse("is de hele schijf");
  const source = realPathOf(content);
  const contentItself = identityOf(source);
  if (own !== undefined && own === contentItself) refuse(`is de map met de inhoud (${content})`);
  if (contentItself !== undefined && lineage(real).has(contentItself))
    refuse(`ligt in de map met de inhoud (${content})`);
  if (own !== undefined && lineage(source).has(own)) refuse(`bevat de map met de inhoud (${content})`);
}

/**
 * Refuses a path that can't be a folder, nor become one.
 * @param hint what to do instead
 * @throws {UsageError} when it is a file, goes through one, or goes by a link that leads nowhere
 */
export function refuseNoFolder(folder: string, hint: string): void {
  const hindrance = hindranceOf(resolve(folder));
  if (!hindrance) return;
  const { at, link } = hindrance;
  throw new UsageError(
    `“${(link ? folder : relative("", at)) || at}” ${link ? `gaat over ${link}` : "is een bestand, geen map"}. Er is niets geschreven.`,
    hint,
  );
}

/** What in a path stops it from being a folder: a file, or a link that leads nowhere, in words. */
function hindranceOf(path: string): { readonly at: string; readonly link?: string } | undefined {
  try {
    return statSync(path).isDirectory() ? undefined : { at: path };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ELOOP") return { at: path, link: "een koppeling die naar zichzelf leidt (ELOOP)" };
    if (code === "ENOENT" && isLink(path)) return { at: path, link: "een koppeling naar iets wat er niet is" };
    return dirname(path) === path ? undefined : hindranceOf(dirname(path));
  }
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
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
