import type { Block, Cell, Document } from "../documents/index.js";
import { plainIn } from "./prose.js";

const wordsOf = (cell: Cell | undefined): string =>
  typeof cell === "string" ? cell : Array.isArray(cell) ? cell.slice(0, 1).join("") : "";

/** What each anchor of a document marks, in words without markup: "3.2 High Impact Crimes". */
export function titlesOf({ sections, links }: Pick<Document, "sections" | "links">): Map<string, string> {
  const plain = plainIn(links);
  const named = (blocks: readonly Block[]): [string | undefined, string][] =>
    blocks.flatMap((block): [string | undefined, string][] => {
      switch (block.type) {
        case "section": {
          const { anchor, label, number, title } = block;
          return [[anchor, [number && label, number, title].filter(Boolean).join(" ")], ...named(block.blocks)];
        }
        case "changed":
          return named(block.blocks);
        case "definitions":
          return block.items.map(({ anchor, term }) => [anchor, term]);
        case "list":
          return block.items.map(({ anchor, label, text }) => [anchor, [label, plain(text)].filter(Boolean).join(" ")]);
        case "steps":
        case "cards":
          return block.items.map(({ anchor, title }) => [anchor, title]);
        case "table":
          return block.rows.map(({ anchor, cells: [first] }) => [anchor, plain(wordsOf(first))]);
        default:
          return [];
      }
    });
  return new Map(
    named(sections).flatMap(([anchor, title]): [string, string][] => (anchor && title ? [[anchor, title]] : [])),
  );
}
