/** Files of content in which edits were made, and texts in which something must be looked at or said otherwise. */
import { type Edit, loadContent, placeInText, type RawFile, splice, type Text, textOf } from "../content/index.js";
import { UsageError } from "../errors.js";
import { inFull, type Meanings, type Years } from "../model/index.js";
import { namesYear } from "./years.js";

/**
 * A file with edits made in it.
 * @param path its new path, if it gets another
 * @throws {UsageError} when that can't be done without changing what isn't meant
 */
export function edited(file: RawFile, edits: readonly Edit[], path = file.path): RawFile {
  if (edits.length === 0) return { ...file, path };
  const result = splice(textOf(file), edits);
  if ("text" in result) return { path, bytes: Buffer.from(result.text) };
  throw new UsageError(
    `${file.path} is niet over te nemen. ${result.refused}`,
    "Schrijf dat bestand anders, of maak het nieuwe met de hand.",
  );
}

/**
 * Edits that put full ids into references, so that they go on meaning what they mean now.
 * @param texts those of the content as it will be
 * @param now what a reference means, from the file in which it stands now
 * @param fresh what a reference may mean from now on instead
 */
export function clarified(
  texts: readonly Text[],
  now: Meanings,
  then: Meanings,
  fresh: ReadonlySet<string>,
): Map<string, Edit[]> {
  const edits = new Map<string, Edit[]>();
  for (const { text, file, path } of texts) {
    const meant: Meanings = (kind, id) => {
      const [is, ...more] = now(kind, id, file.path);
      const [will, ...others] = then(kind, id, file.path);
      const stays = others.length === 0 && will !== undefined && (will === is || fresh.has(`${file.path} ${will}`));
      return is === undefined || more.length > 0 || stays ? [] : [is];
    };
    const clear = inFull(text, file.path, meant);
    if (clear !== text) edits.set(file.path, [...(edits.get(file.path) ?? []), { do: "set", path, value: clear }]);
  }
  return edits;
}

/** A file with the lines in which its texts name something. */
export interface Places {
  readonly file: string;
  readonly lines: readonly number[];
}

/** Where texts and comments name years of a period. */
export function placesWithYears(files: readonly RawFile[], years: Years): Places[] {
  const lines = new Map<string, Set<number>>();
  const add = (file: string, line: number) => lines.set(file, (lines.get(file) ?? new Set()).add(line));
  for (const { text, file, path } of loadContent(files).texts)
    for (const { 0: year, index } of text.matchAll(/\b(?:19|20)\d\d\b/g))
      if (namesYear(year, years)) add(file.path, placeInText(file, path, index, year.length).line);
  for (const file of files)
    for (const [index, line] of textOf(file).split("\n").entries())
      if (/^\s*#/.test(line) && namesYear(line, years)) add(file.path, index + 1);
  return [...lines].map(([file, own]) => ({ file, lines: [...own].sort((a, b) => a - b) }));
}
