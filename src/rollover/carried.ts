/** What goes along to the next plan and must be led elsewhere, or looked at. */
import { loadContent, parseFile, type RawFile } from "../content/index.js";
import { fullId, inFull, type Meanings } from "../model/index.js";
import { edited } from "./changed-files.js";
import type { Edits } from "./next-programme.js";

/** The data of a file; none where it can't be read. */
export const dataOf = (file: RawFile): Readonly<Record<string, unknown>> =>
  (parseFile(file).parsed?.value ?? {}) as Readonly<Record<string, unknown>>;

/**
 * Files in which references to what the first programme of the next plan carries on, lead there. Others to an old programme stay as
 * they are: then the check tells that what they mean isn't there any more.
 */
export function withReferencesTo(
  files: readonly RawFile[],
  last: string,
  { id, edits: { kept } }: { readonly id: string; readonly edits: Edits },
): RawFile[] {
  const carried = new Set(kept.map((action) => fullId({ id: action.id, within: last })));
  const meant: Meanings = (kind, name) => {
    if (kind === "programme" && name === last) return [id];
    return kind === "action" && carried.has(name) ? [`${id}${name.slice(last.length)}`] : [];
  };
  const texts = loadContent(files).texts;
  return files.map((file) =>
    edited(
      file,
      texts.flatMap(({ text, path, file: own }) => {
        const fresh = own.path === file.path ? inFull(text, file.path, meant) : text;
        return fresh === text ? [] : [{ do: "set", path, value: fresh } as const];
      }),
    ),
  );
}

/** The years before the next plan for which an indicator has targets. */
export function targetsBefore(file: RawFile, from: number): { file: string; years: number[] }[] {
  if (!file.path.startsWith("indicators/")) return [];
  const { targets } = dataOf(file);
  const years = (Array.isArray(targets) ? (targets as { year: number }[]) : []).map(({ year }) => year);
  const before = [...new Set(years.filter((year) => year < from))].sort();
  return before.length > 0 ? [{ file: file.path, years: before }] : [];
}
