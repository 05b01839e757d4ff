import { join } from "node:path";
import { type Audience, type Comparison, composeWasWordt } from "../diff/index.js";
import type { BrowserOptions } from "../pdf/index.js";
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
  readonly audience?: Audience;
}

/**
 * Makes the was-wordt overview of a comparison in the output folder.
 * @returns the path of the file
 * @throws {EnvironmentError} when there is no browser, it dies, or the disk refuses
 */
export async function makeWasWordt(
  comparison: Comparison,
  { out, content, format, browser, audience }: WasWordtOptions,
): Promise<string> {
  const document = composeWasWordt(comparison, audience);
  const { model } = comparison.after;
  // The date of what it becomes; files as they lie there have none.
  const date = dateFromEnvironment() ?? comparison.after.date;
  const edition = date ? { date } : {};
  const path = `${document.path}.${format}`;
  const output = await openOutput({ out, content, note: browser.warn });
  try {
    await output.add({ path, bytes: format === "html" ? makeHtml(document, edition) : await pdf() });
    // Its name is only ours.
    output.commit({ own: new Set([path]) });
  } finally {
    output.close();
  }
  return join(out, path);

  async function pdf(): Promise<Uint8Array> {
    const press = openPress(browser);
    try {
      const author = model?.content.plan.team ?? "";
      return (await makePdf(document, { author, edition, press })).bytes;
    } finally {
      await press.close();
    }
  }
}
