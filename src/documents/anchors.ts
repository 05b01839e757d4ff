import type { Block, Section } from "./tree.js";
import { isChapter, isSection, walk } from "./walk.js";

/**
 * Sections of which no two have one anchor. An anchor is made of names with dashes between them, and names have dashes themselves:
 * the reasons of paragraph `x` and a paragraph `x-why` would go by the same. What links can lead to keeps its own; a small heading,
 * to which nothing refers, gives way. No name has two dashes in a row, so that what it gets instead is nobody's.
 */
export function withOwnAnchors(sections: readonly Section[]): readonly Section[] {
  const anchors = walk(sections).flatMap(({ anchor }) => anchor ?? []);
  if (new Set(anchors).size === anchors.length) return sections;
  const small = smallIn(sections);
  const given = new Set(anchors.filter((anchor) => times(anchors, anchor) > times(small, anchor)));
  const used = new Set<string>();
  const own = (section: Section): string => {
    const { anchor } = section;
    const free = !used.has(anchor) && (isChapter(section) || !given.has(anchor));
    const next = free ? anchor : firstFree(anchor, used);
    used.add(next);
    return next;
  };
  const renamed = <B extends Block>(block: B): B => ({
    ...block,
    ...(isSection(block) && { anchor: own(block) }),
    ...("blocks" in block && { blocks: block.blocks.map(renamed) }),
  });
  return sections.map(renamed);
}

const times = (all: readonly string[], one: string): number => all.filter((anchor) => anchor === one).length;

function firstFree(anchor: string, used: ReadonlySet<string>): string {
  let number = 2;
  while (used.has(`${anchor}--${number}`)) number += 1;
  return `${anchor}--${number}`;
}

/** The anchors of the small headings. */
const smallIn = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => [
    ...(isSection(block) && block.minor ? [block.anchor] : []),
    ...("blocks" in block ? smallIn(block.blocks) : []),
  ]);
