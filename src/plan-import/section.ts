/** A chapter as a section of the plan's own. */
import type { Paragraph, WordBlock } from "../docx/index.js";
import type { Ids } from "./ids.js";
import type { Chapter } from "./outline.js";
import { given, textUnder, type Value } from "./parts.js";
import type { Workshop } from "./prose.js";

/** How deep sections may stand in each other. */
const DEEPEST = 3;

export function sectionOf(chapter: Chapter, id: string, ids: Ids, own: Workshop, depth = 1): Value {
  const deepest = depth === DEEPEST;
  const text = textUnder(chapter.title, deepest ? flattened(chapter, own) : chapter.blocks, own);
  const inner = deepest ? [] : chapter.inner;
  return {
    id,
    title: chapter.title,
    ...given("text", text),
    ...(inner.length > 0 && {
      sections: inner.map((one) => sectionOf(one, ids.give(one.title, "paragraaf"), ids, own, depth + 1)),
    }),
  };
}

/** What stands under a heading, with the headings within it as bold lines. */
export function flattened({ title, blocks, inner }: Chapter, own: Workshop): WordBlock[] {
  return [
    ...blocks,
    ...inner.flatMap((part) => {
      own.report.doubt(`de kop “${part.title}” staat te diep: zij is een vette regel geworden`, title);
      return [boldLine(part.title), ...flattened(part, own)];
    }),
  ];
}

const boldLine = (text: string): Paragraph => ({
  type: "paragraph",
  at: { story: "body", cells: [] },
  pieces: [{ text, bold: true, tracked: [], comments: [] }],
  mark: [],
  around: [],
  bookmarks: [],
  style: "",
  usual: {},
  looks: [],
});
