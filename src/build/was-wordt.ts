import { mkdir, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Audience, type Comparison, composeWasWordt } from "../diff/index.js";
import { EnvironmentError } from "../errors.js";
import type { BrowserOptions } from "../pdf/index.js";
import { openPress } from "../pdf/press.js";
import { editionOf } from "./edition.js";
import type { Format } from "./formats.js";
import { makeHtml, makePdf } from "./make.js";

export interface WasWordtOptions {
  readonly out: string;
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
  { out, format, browser, audience }: WasWordtOptions,
): Promise<string> {
  const document = composeWasWordt(comparison, audience);
  const { model, revision, date } = comparison.after;
  // The date of what it becomes: of the commit, or for files as they lie there the first day of the plan.
  const own = new Date(Date.UTC(model?.content.plan.period.from ?? 1970, 0, 1));
  const git = revision && date ? { revision, seconds: date.getTime() / 1000, modified: false } : undefined;
  const edition = editionOf(git, comparison.before.date ?? own);
  const path = join(out, `${document.path}.${format}`);
  await write(path, format === "html" ? makeHtml(document, edition) : await pdf());
  return path;

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

async function write(path: string, bytes: Uint8Array): Promise<void> {
  const draft = `${path}.tmp`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(draft, bytes);
    await rename(draft, path);
  } catch (cause) {
    throw new EnvironmentError(
      `Het bestand ${path} is niet te schrijven.`,
      "Sluit het bestand en controleer uw rechten.",
      {
        cause,
      },
    );
  }
}
