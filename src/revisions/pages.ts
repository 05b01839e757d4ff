import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { hashOf, readManifest } from "../build/manifest.js";
import type { RawFile } from "../content/index.js";
import { formatOf } from "../formats/index.js";
import type { PagesOf } from "./compare.js";

const unknown: PagesOf = () => [];

/**
 * The pages of the PDFs in an output folder, if they were made of exactly this content: then they are the pages that readers
 * see. Otherwise no page is known.
 */
export async function pagesOfBuild(out: string, files: readonly RawFile[]): Promise<PagesOf> {
  const manifest = await readManifest(out);
  if (!manifest) return unknown;
  const made = new Map(manifest.source.files.map(({ path, sha256 }) => [path, sha256]));
  if (made.size !== files.length || files.some(({ path, bytes }) => made.get(path) !== hashOf(bytes))) return unknown;
  const pages = new Map<string, ReadonlyMap<string, number>>();
  for (const { id, files: own } of manifest.documents)
    for (const { path } of own) {
      const pagesIn = formatOf(path)?.pagesIn;
      const bytes = pagesIn && (await readFile(join(out, path)).catch(() => undefined));
      if (bytes) pages.set(id, await pagesIn(bytes));
    }
  return ({ document, side, anchors }) => {
    const own = side === "after" ? pages.get(document.id) : undefined;
    const found = anchors.flatMap((anchor) => own?.get(anchor) ?? []);
    return [...new Set(found)].sort((a, b) => a - b);
  };
}
