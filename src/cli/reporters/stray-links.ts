import { firstOf, one } from "../../dutch.js";
import type { StrayLinks } from "../../publication/links.js";
import type { Terminal } from "../terminal.js";

/** Says which pages in a folder lead to what isn't there. */
export function tellStray({ warn }: Terminal, folder: string, stray: readonly StrayLinks[]): void {
  for (const { page, to } of stray)
    warn(
      `${page} verwijst naar ${one(to.length, "een document dat", "documenten die")} niet in ${folder} ${one(to.length, "staat", "staan")}: ${firstOf(to, SHOWN)}.`,
    );
}

const SHOWN = 5;
