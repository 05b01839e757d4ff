import { join } from "node:path";
import { examine } from "../../src/check/examine.js";
import { readContentFolder } from "../../src/content/index.js";
import { root } from "./ivp.js";

export const base = await readContentFolder(join(root, "test/fixtures/base"));
/** A text of very many items. */
export const many = (count: number, item: (index: number) => string): string =>
  Array.from({ length: count }, (_, i) => item(i)).join("");

/** The codes of what is told, each with how many times, when a file reads otherwise. */
export function tally(file: string, change: (text: string) => string): Record<string, number> {
  const files = base.map((raw) =>
    raw.path === file
      ? { path: file, bytes: new TextEncoder().encode(change(new TextDecoder().decode(raw.bytes))) }
      : raw,
  );
  const counts: Record<string, number> = {};
  for (const { code } of examine(files).diagnostics) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}
