/** What was and what it becomes, change by change, with the words marked that go and come. */
import { align, alignWords } from "../../prose/compared.js";
import { added, literal, removed } from "../../prose/marks.js";
import type { Block } from "../tree.js";
import type { ToldChange } from "./telling.js";

/** How readers tell what is marked. */
export const marksExplained = `Doorgehaald is wat vervalt, onderstreept wat nieuw is: ${removed("zo")} en ${added("zo")}.`;

/** The changes as a table. @param titles how what was there and what comes are called */
export const changesTable = (caption: string, changes: readonly ToldChange[], titles = ["Was", "Wordt"]): Block => ({
  type: "table",
  caption,
  columns: [{ title: "Onderdeel", width: 28 }, ...titles.map((title) => ({ title, width: 36, stays: true as const }))],
  rows: changes.map((change, index) => {
    const { was, becomes } = marked(change);
    return {
      cells: [
        literal(changes.length > 1 ? `${index + 1}. ${change.what}` : change.what),
        was.length > 0 ? was : ["–"],
        becomes.length > 0 ? becomes : ["Vervalt"],
      ],
    };
  }),
});

/** Both texts in the prose dialect, each with its own words marked that the other doesn't have. */
function marked({ was, becomes }: ToldChange): { was: string[]; becomes: string[] } {
  const sides = { was: [] as string[], becomes: [] as string[] };
  for (const { same, before, after } of align(was, becomes)) {
    for (const line of same) {
      sides.was.push(literal(line));
      sides.becomes.push(literal(line));
    }
    const most = Math.max(before.length, after.length);
    for (let index = 0; index < most; index++) {
      const [old, fresh] = [before[index], after[index]];
      const words = old !== undefined && fresh !== undefined ? alignWords(old, fresh) : undefined;
      const side = (line: string, change: "removed" | "added"): string =>
        (words ?? [{ text: line, change }])
          .filter((word) => word.change === undefined || word.change === change)
          .map((word) =>
            word.change ? around(word.change === "added" ? added : removed, word.text) : literal(word.text),
          )
          .join("");
      if (old !== undefined) sides.was.push(side(old, "removed"));
      if (fresh !== undefined) sides.becomes.push(side(fresh, "added"));
    }
  }
  return sides;
}

/** White space stands outside what is marked. */
function around(mark: (text: string) => string, text: string): string {
  const [, lead = "", core = "", tail = ""] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  return core === "" ? text : `${lead}${mark(literal(core))}${tail}`;
}
