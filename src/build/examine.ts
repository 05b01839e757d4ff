import { check, readability } from "../check/index.js";
import { loadContent, type RawFile, readContentFolder } from "../content/index.js";
import { type Diagnostic, inReadingOrder } from "../diagnostics.js";
import { link, type Model } from "../model/index.js";

/** Content that went through load, validate, link and check. */
export interface Examined {
  /** The linked model; missing while the content has errors that keep it from being linked. */
  readonly model?: Model;
  /** All that is wrong, in reading order. */
  readonly diagnostics: readonly Diagnostic[];
  /** How easy each file reads, from 0 (very hard) to 100 (very easy). */
  readonly readability: () => { file: string; score: number }[];
  /** The source of a content file, to show the place of a problem in. */
  readonly sourceOf: (file: string) => string | undefined;
}

/** Runs the first four stages over files that were read. Pure; never throws for bad content. */
export function examine(files: readonly RawFile[]): Examined {
  const loaded = loadContent(files);
  const { model, diagnostics } = link(loaded);
  const found = check({ loaded, ...(model && { model }) });
  return {
    ...(model && { model }),
    diagnostics: inReadingOrder([...loaded.diagnostics, ...diagnostics, ...found]),
    readability: () => readability({ loaded }),
    sourceOf: (file) => loaded.files.get(file)?.text,
  };
}

/**
 * Reads a content folder and runs the first four stages over it.
 * @throws {ContentFolderError} when the folder can't be read
 */
export const examineFolder = async (folder: string): Promise<Examined> => examine(await readContentFolder(folder));
