/** A chapter as a priority: what stands under the usual headings comes where ivp has it, the rest under headings of the plan's own. */

import type { WordBlock } from "../docx/index.js";
import { textOf } from "../from-word/words.js";
import { type StoryPart, storyParts } from "../model/index.js";
import { Ids, idOf } from "./ids.js";
import type { Chapter } from "./outline.js";
import { given, textUnder, type Value, withoutList } from "./parts.js";
import type { Workshop } from "./prose.js";
import { isStory, priorityTitle, storyOf } from "./recognise.js";
import { flattened } from "./section.js";

/** The headings that priorities have, in the order in which they first stood in the document. */
export class StoryHeadings {
  /** By the name of a part or the id of an own heading. */
  private readonly seen = new Map<string, { part?: StoryPart; title: string }>();

  use(part: StoryPart, title: string, { report }: Workshop): void {
    const known = this.seen.get(part);
    if (!known) this.seen.set(part, { part, title });
    else if (known.title.toLowerCase() !== title.toLowerCase())
      report.doubt(`de kop “${title}” heet nu “${known.title}”, zoals bij de andere prioriteiten`);
  }

  own(title: string): string {
    const id = `kop-${idOf(title, "tekst")}`;
    if (!this.seen.has(id)) this.seen.set(id, { title });
    return id;
  }

  /** As `structure.priority` has it; nothing where no priority has a heading. */
  get structure(): unknown[] | undefined {
    if (this.seen.size === 0) return undefined;
    return [
      ...(this.seen.has("description") ? [] : ["description"]),
      ...[...this.seen].map(([id, { part, title }]) =>
        part === undefined ? { id, title } : part === "description" ? part : { part, title },
      ),
    ];
  }
}

/** @param measures gives the ids of measures, which no two priorities may share */
export function priorityOf(chapter: Chapter, id: string, measures: Ids, headings: StoryHeadings, own: Workshop): Value {
  const title = priorityTitle(chapter);
  const isOfParagraphs = chapter.inner.length > 0 && chapter.inner.some(isStory);
  if (!isOfParagraphs) return { id, title, ...storyIn(chapter, measures, headings, own) };
  const ids = new Ids();
  return {
    id,
    title,
    ...given("introduction", textUnder(title, chapter.blocks, own)),
    paragraphs: chapter.inner.map((inner) => ({
      id: ids.give(`${id}-${inner.title}`, "paragraaf"),
      title: inner.title,
      ...storyIn(inner, measures, headings, own),
    })),
  };
}

function storyIn(chapter: Chapter, measures: Ids, headings: StoryHeadings, own: Workshop): Value {
  const { title, blocks, inner } = chapter;
  const story: Value = given("description", textUnder(title, blocks, own));
  const parts = new Map<string, string>();
  for (const part of inner) {
    const all = flattened(part, own);
    const kind = kindOf(part, story, own);
    const value = kind === undefined ? textUnder(part.title, all, own) : saidBy(kind, part.title, all, measures, own);
    if (value === undefined) own.report.lose(`de kop “${part.title}”, waar niets onder staat`, title);
    else if (kind === undefined) {
      const heading = headings.own(part.title);
      parts.set(heading, [parts.get(heading), value].filter(Boolean).join("\n"));
    } else {
      headings.use(kind, part.title, own);
      story[kind] = kind === "description" ? [story[kind], value].filter(Boolean).join("\n") : value;
    }
  }
  const sorted = Object.fromEntries(storyParts.flatMap((key) => (story[key] === undefined ? [] : [[key, story[key]]])));
  return { ...sorted, ...(parts.size > 0 && { parts: [...parts].map(([heading, text]) => ({ heading, text })) }) };
}

/** What a heading is within a priority; nothing for one of the plan's own, or a second one of its kind. */
function kindOf(part: Chapter, story: Value, { report }: Workshop): StoryPart | undefined {
  const kind = storyOf(part);
  if (kind === undefined || kind === "description" || story[kind] === undefined) return kind;
  report.doubt(`“${part.title}” lijkt op een kop die deze prioriteit al heeft: zij is een eigen kop geworden`);
  return undefined;
}

function saidBy(kind: StoryPart, title: string, blocks: readonly WordBlock[], measures: Ids, own: Workshop): unknown {
  if (kind === "why") return listOf(title, blocks, own);
  return kind === "measures" ? measuresOf(title, blocks, measures, own) : textUnder(title, blocks, own);
}

/** Each point of a list or paragraph by itself; what is more than that, as one. */
function listOf(title: string, blocks: readonly WordBlock[], own: Workshop): string[] | undefined {
  const texts = groupsOf(blocks).flatMap((group) => textUnder(title, group.map(bare), own) ?? []);
  return texts.length > 0 ? texts : undefined;
}

function measuresOf(title: string, blocks: readonly WordBlock[], ids: Ids, own: Workshop): Value[] | undefined {
  const groups = groupsOf(blocks);
  const loose = groups.filter(([first]) => first && !(first.type === "paragraph" && first.list)).length;
  if (loose > 0 && loose < groups.length)
    own.report.doubt("tussen de maatregelen staat gewone tekst: elke alinea is een maatregel geworden", title);
  const all = groups.flatMap((group) => {
    const text = textUnder(title, group.map(bare), own);
    const words = group.map((block) => (block.type === "paragraph" ? textOf(block.pieces) : "")).join(" ");
    return text === undefined ? [] : [{ id: ids.give(words.split(/\s+/).slice(0, 5).join(" "), "maatregel"), text }];
  });
  return all.length > 0 ? all : undefined;
}

/** Blocks that say one thing: a point with the points within it, a paragraph, a table with its caption. */
function groupsOf(blocks: readonly WordBlock[]): WordBlock[][] {
  const groups: WordBlock[][] = [];
  for (const block of blocks) {
    if (block.type === "paragraph" && textOf(block.pieces) === "" && block.pieces.every(({ picture }) => !picture))
      continue;
    const before = groups.at(-1)?.at(-1);
    const within = block.type === "paragraph" && block.list && block.list.depth > 0;
    const captioned =
      before?.type === "paragraph" &&
      !before.list &&
      (block.type === "table" ||
        /^(?:tabel|figuur|afbeelding)\b/i.test(block.type === "paragraph" ? textOf(block.pieces) : ""));
    const pictured = before?.type === "paragraph" && before.pieces.some(({ picture }) => picture);
    if (before && (within || captioned || pictured || before.type === "table")) groups.at(-1)?.push(block);
    else groups.push([block]);
  }
  return groups;
}

/** A point of the outer list is a thing of its own now. */
const bare = (block: WordBlock): WordBlock =>
  block.type === "paragraph" && block.list?.depth === 0 ? withoutList(block) : block;
