import type { Block } from "./tree.js";
import { childrenOf, holdsContents, isChapter, isSection, numberOf } from "./walk.js";

/** A line of the table of contents. */
export interface Entry {
  readonly anchor: string;
  readonly number: string;
  readonly title: string;
  readonly level: number;
  readonly children: readonly Entry[];
}

/** The sections that a reader may want to jump to: all but the small ones and the contents itself. */
export const contentsOf = (blocks: readonly Block[], level = 1): Entry[] =>
  blocks.flatMap((block) => {
    if (!isSection(block)) return contentsOf(childrenOf(block), level);
    if (!isChapter(block) || holdsContents(block)) return [];
    const { anchor, title, blocks: inner } = block;
    return [{ anchor, number: numberOf(block), title, level, children: contentsOf(inner, level + 1) }];
  });

/** The anchors of all entries, from top to bottom. */
export const anchorsIn = (entries: readonly Entry[]): string[] =>
  entries.flatMap(({ anchor, children }) => [anchor, ...anchorsIn(children)]);
