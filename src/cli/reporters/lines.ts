import type { ChalkInstance } from "chalk";
import { diffLines } from "diff";

/** The lines that went and came, with a minus and a plus before them. */
export const linesChanged = (before: string, after: string, paint: ChalkInstance): string[] =>
  diffLines(before, after).flatMap(({ value, added, removed }) => {
    if (!added && !removed) return [];
    const lines = value.replace(/\r?\n$/, "").split(/\r?\n/);
    return lines.map((line) => (added ? paint.green(`+ ${line}`) : paint.red(`- ${line}`)));
  });
