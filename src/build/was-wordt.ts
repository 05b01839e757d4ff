import { join } from "node:path";
import { type Comparison, composeWasWordt } from "../diff/index.js";
import type { Document } from "../documents/index.js";
import type { BrowserOptions, Press } from "../pdf/index.js";
import { openPress } from "../pdf/press.js";
import { dateFromEnvironment } from "../revisions/edition.js";
import type { Format } from "./formats.js";
import { makeHtml, makePdf } from "./make.js";
import { openOutput } from "./output.js";

export interface WasWordtOptions {
  readonly out: string;
  /** The content folder, which the output must stay clear of. */
  readonly content: string;
  readonly format: Format;
  readonly browser: BrowserOptions;
}

/**
 * Makes the was-wordt overviews of comparisons in the output folder: all of them, or none.
 * @returns the path of each file
 * @throws {EnvironmentError} when there is no browser, it dies, or the disk refuses
 */
export async function makeWasWordt(
  comparisons: readonly Comparison[],
  { out, content, format, browser }: WasWordtOptions,
): Promise<string[]> {
  const press = format === "pdf" ? openPress(browser) : undefined;
  const output = await openOutput({ out, content, note: browser.warn });
  const paths: string[] = [];
  try {
    for (const comparison of comparisons) {
      const document = composeWasWordt(comparison);
      const path = `${document.path}.${format}`;
      await output.add({ path, bytes: await bytesOf(document, comparison.after, press) });
      paths.push(path);
    }
    // Their names are only ours.
    output.commit({ own: new Set(paths) });
  } finally {
    output.close();
    await press?.close();
  }
  return paths.map((path) => join(out, path));
}

async function bytesOf(document: Document, after: Comparison["after"], press: Press | undefined): Promise<Uint8Array> {
  // The date of what it becomes; files as they lie there have none.
  const date = dateFromEnvironment() ?? after.date;
  const edition = date ? { date } : {};
  if (!press) return makeHtml(document, edition);
  return (await makePdf(document, { author: after.model?.content.plan.team ?? "", edition, press })).bytes;
}
