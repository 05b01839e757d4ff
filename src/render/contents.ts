import type { Block, Section } from "../documents/index.js";

/** A line of the table of contents. */
export interface Entry {
  readonly anchor: string;
  readonly number: string;
  readonly title: string;
  readonly level: number;
  readonly children: readonly Entry[];
}

/** The sections that a reader may want to jump to: all but the small ones and the contents itself. */
export function contentsOf(blocks: readonly Block[], level = 1): Entry[] {
  const shown = blocks.flatMap((block) => (block.type === "changed" ? block.blocks : [block]));
  return shown.filter(isEntry).map(({ anchor, number, label, title, blocks: inner }) => ({
    anchor,
    number: number ? (label ? `${label} ${number}` : number) : "",
    title,
    level,
    children: contentsOf(inner, level + 1),
  }));
}

const isEntry = (block: Block): block is Section =>
  block.type === "section" && !block.minor && !block.blocks.some(({ type }) => type === "contents");

/** The anchors of all entries, from top to bottom. */
export const anchorsIn = (entries: readonly Entry[]): string[] =>
  entries.flatMap(({ anchor, children }) => [anchor, ...anchorsIn(children)]);
