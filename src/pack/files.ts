import { readdir } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { hashOf } from "../build/manifest.js";
import type { OutputFile } from "../output/output.js";
import { plainFile } from "../output/plain-file.js";

/** The checksums of a pack, in the form that `sha256sum -c` reads. */
const SUMS = "SHA256SUMS";

/** The sums of files, in the order of their paths. */
export const sumsOf = (files: readonly OutputFile[]): OutputFile => ({
  path: SUMS,
  bytes: Buffer.from(
    [...files]
      .sort((a, b) => (a.path < b.path ? -1 : 1))
      .map(({ path, bytes }) => `${hashOf(bytes)}  ${path}\n`)
      .join(""),
  ),
});

/** The sum of each file that such a list names. A pack has no files outside its folder, whatever the list that lies there says. */
const sumsIn = (text: string): Map<string, string> =>
  new Map(
    [...text.matchAll(/^([0-9a-f]{64}) {2}(.+)$/gm)]
      .map(([, sum = "", path = ""]) => [path, sum] as const)
      .filter(([path]) => !path.split(/[\\/]/).some((name) => name === "" || name === "." || name === "..")),
  );

/** The files of a pack together come nowhere near this. In bytes. */
const MOST = 1e9;

/**
 * One file with all of them. The same files give the same bytes: an archive holds local times, so each has the first that it can
 * hold.
 */
export async function zipped(files: readonly OutputFile[]): Promise<Uint8Array> {
  const { zipSync } = await import("fflate");
  const first = new Date(1980, 0, 1);
  return zipSync(Object.fromEntries(files.map(({ path, bytes }) => [path, bytes])), { mtime: first, level: 6 });
}

/** What an earlier pack put in a folder, and nobody changed since. */
export async function earlierFiles(folder: string): Promise<string[]> {
  const list = (await plainFile(join(folder, SUMS)))?.toString() ?? "";
  const own = [...sumsIn(list)].map(async ([path, sum]) => {
    const bytes = await plainFile(join(folder, path));
    return bytes && hashOf(bytes) === sum ? [path] : [];
  });
  const found = (await Promise.all(own)).flat();
  return found.length > 0 ? [...found, SUMS] : [];
}

/** What lies in the folder of a pack without being part of it, hidden files left out. */
export async function foreignFiles(folder: string, own: ReadonlySet<string>): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).split(sep).join("/"))
    .filter((path) => !own.has(path) && !path.split("/").some((name) => name.startsWith(".")))
    .sort();
}

/** Whether an archive is one that an earlier pack made, and nobody changed since. */
export async function isEarlierArchive(path: string): Promise<boolean> {
  const bytes = await plainFile(path);
  if (!bytes) return false;
  const { unzipSync } = await import("fflate");
  try {
    let whole = 0;
    const filter = ({ originalSize }: { originalSize: number }): boolean => {
      whole += originalSize;
      return whole <= MOST;
    };
    const { [SUMS]: list, ...files } = unzipSync(bytes, { filter });
    if (whole > MOST) return false;
    const sums = sumsIn(Buffer.from(list ?? []).toString());
    const paths = Object.keys(files);
    return (
      sums.size > 0 &&
      sums.size === paths.length &&
      paths.every((name) => sums.get(name) === hashOf(files[name] as Uint8Array))
    );
  } catch {
    // It is no archive.
    return false;
  }
}
