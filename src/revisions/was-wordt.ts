import { join } from "node:path";
import { type Comparison, composeWasWordt } from "../diff/index.js";
import type { Document } from "../documents/index.js";
import { beginFile, type Format, fileOf, type Recipe } from "../formats/index.js";
import { openOutput } from "../output/output.js";
import { plainFile } from "../output/plain-file.js";
import type { BrowserOptions } from "../pdf/index.js";
import { openPress } from "../pdf/press.js";
import { dateFromEnvironment } from "./edition.js";

export interface WasWordtOptions {
  readonly out: string;
  /** The content folder, which the output must stay clear of. */
  readonly content: string;
  readonly format: Format;
  readonly browser: BrowserOptions;
  /** Replaces what `ivp` didn't make as well. */
  readonly force?: boolean;
}

/**
 * Makes the was-wordt overviews of comparisons in the output folder: all of them, or none.
 * @returns the path of each file
 * @throws {UsageError} when a file that `ivp` didn't make stands in the place of one, unless forced
 * @throws {EnvironmentError} when there is no browser, it dies, or the disk refuses
 */
export async function makeWasWordt(
  comparisons: readonly Comparison[],
  { out, content, format, browser, force = false }: WasWordtOptions,
): Promise<string[]> {
  const output = await openOutput({ out, content, note: browser.warn });
  const press = openPress(browser);
  const documents = comparisons.map((comparison) => ({ comparison, document: composeWasWordt(comparison) }));
  const paths = documents.map(({ document }) => fileOf(document, format));
  try {
    const own = force ? "everything" : await earlierOverviews(out, paths);
    output.refuse(paths, own);
    for (const { comparison, document } of documents) {
      const path = fileOf(document, format);
      const { file } = await beginFile(format, recipeOf(document, comparison.after), press);
      await output.add({ path, bytes: (await file).bytes });
    }
    output.commit({ own });
  } finally {
    output.close();
    await press.close();
  }
  return paths.map((path) => join(out, path));
}

/** What `ivp` writes into each web page, each PDF and each Word file that it makes. No manifest names these files. */
const MADE_BY_IVP = /<meta name="generator" content="ivp">|<xmp:CreatorTool>ivp<|<Application>ivp</;

async function earlierOverviews(out: string, paths: readonly string[]): Promise<ReadonlySet<string>> {
  const read = paths.map(async (path) => {
    const text = (await plainFile(join(out, path)))?.toString("latin1") ?? "";
    return MADE_BY_IVP.test(text) ? [path] : [];
  });
  return new Set((await Promise.all(read)).flat());
}

const recipeOf = (document: Document, after: Comparison["after"]): Recipe => ({
  document,
  // The date of what it becomes; files as they lie there have none.
  date: dateFromEnvironment() ?? after.date,
  author: after.model?.content.plan.team ?? "",
});
