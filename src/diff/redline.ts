/** A document with the changes marked in it. */
import { diffArrays } from "diff";
import type { Block, Document, Section } from "../documents/index.js";
import { markedText, markedWholly } from "./marked-text.js";
import { card, definition, items, mergedValue, row, said, textItem, textOf } from "./merged-items.js";
import type { Comparison } from "./types.js";
import { changesSection } from "./was-wordt.js";
import { versionName } from "./wording.js";

type BlockOf<T extends Block["type"]> = Extract<Block, { readonly type: T }>;
type How = BlockOf<"changed">["how"];

/**
 * The new edition of a document with what changed in it marked, and the list of changes in front. What only has another number
 * is not marked. Pure.
 * @param before the old edition; none for a document that is new
 */
export function redline(before: Document | undefined, after: Document, comparison: Comparison): Document {
  const own = comparison.changes.filter(({ documents }) => documents.some(({ document }) => document.id === after.id));
  const list = changesSection(own, comparison);
  const since = `met de wijzigingen sinds ${versionName(comparison.before)}`;
  return {
    ...after,
    cover: { ...after.cover, subtitle: `${after.cover.subtitle} – ${since}` },
    sections: [list, ...(before ? sectionsOf(before.sections, after.sections) : after.sections)],
    // What is gone may lead nowhere any more; what it was called is still known.
    links: new Map([...[...(before?.links ?? [])].map(([key, { text }]) => [key, { text }] as const), ...after.links]),
    images: new Map([...(before?.images ?? []), ...after.images]),
  };
}

/** Sections are the same by their anchor. */
function sectionsOf(before: readonly Section[], after: readonly Section[]): Section[] {
  const old = new Map(before.map((section) => [section.anchor, section]));
  const kept = new Set(after.map(({ anchor }) => anchor));
  const placed = after.map((section) => {
    const former = old.get(section.anchor);
    return former ? sectionOf(former, section) : { ...section, blocks: [changed("added", section.blocks)] };
  });
  const gone = before.filter(({ anchor }) => !kept.has(anchor));
  return [...placed, ...gone.map(goneSection)];
}

const sectionOf = (before: Section, after: Section): Section => ({
  ...after,
  blocks: [
    ...(before.title === after.title
      ? []
      : [changed("changed", [{ type: "prose", text: markedText(before.title, after.title) }])]),
    ...blocksOf(before.blocks, after.blocks),
  ],
});

function goneSection({ anchor, number, title, blocks }: Section): Section {
  const heading = ["Vervallen:", number, title].filter(Boolean).join(" ");
  const gone = blocks.flatMap(goneBlock);
  return {
    type: "section",
    anchor: `gone-${anchor}`,
    title: heading,
    minor: true,
    blocks: gone.length > 0 ? [changed("removed", gone)] : [],
  };
}

/** Two lists of blocks as one: what is the same stays, what is of the same kind is compared, the rest came or went. */
function blocksOf(before: readonly Block[], after: readonly Block[]): Block[] {
  const merged: Block[] = [];
  let gone: Block[] = [];
  const flush = (arrivals: readonly Block[]): void => {
    for (const block of arrivals) {
      const same = gone.findIndex((former) => sameThing(former, block));
      const index = same < 0 ? gone.findIndex((former) => sameKind(former, block)) : same;
      const [former] = index < 0 ? [] : gone.splice(index, 1);
      merged.push(...(former ? [blockOf(former, block)] : wholly("added", block)));
    }
    merged.push(...gone.flatMap((block) => wholly("removed", block)));
    gone = [];
  };
  for (const part of diffArrays([...before], [...after], { comparator: sameBlock })) {
    if (part.removed) gone = part.value;
    else if (part.added) flush(part.value);
    else {
      flush([]);
      merged.push(...part.value);
    }
  }
  flush([]);
  return merged;
}

/** Whether two blocks say the same; numbers that shifted don't count. */
const sameBlock = (a: Block, b: Block): boolean => said(a) === said(b);

function sameThing(a: Block, b: Block): boolean {
  if (a.type === "section" && b.type === "section") return a.anchor === b.anchor;
  return a.type === "table" && b.type === "table" && a.caption === b.caption && sameKind(a, b);
}

function sameKind(a: Block, b: Block): boolean {
  if (a.type === "table" && b.type === "table") return a.columns.length === b.columns.length;
  return a.type === b.type && a.type !== "section";
}

function blockOf(before: Block, after: Block): Block {
  if (before.type === "section" && after.type === "section") return sectionOf(before, after);
  return changed("changed", [merged(before, after)]);
}

/** Two blocks of the same kind as one. What has no text of its own, such as a figure, is shown as it is now. */
function merged(before: Block, after: Block): Block {
  if (before.type === "prose" && after.type === "prose") return { ...after, text: markedText(before.text, after.text) };
  if (before.type === "callout" && after.type === "callout")
    return { ...after, text: markedText(before.text, after.text) };
  if (before.type === "list" && after.type === "list")
    return { ...after, items: items(before.items, after.items, ({ anchor, text }) => anchor ?? text, textItem) };
  if (before.type === "steps" && after.type === "steps")
    return { ...after, items: items(before.items, after.items, ({ anchor, title }) => anchor ?? title, textItem) };
  if (before.type === "facts" && after.type === "facts")
    return {
      ...after,
      items: items(
        before.items,
        after.items,
        ({ term }) => term,
        (old, fresh) => ({
          term: (fresh ?? old)?.term ?? "",
          value: mergedValue(old?.value, fresh?.value),
        }),
      ),
    };
  if (before.type === "definitions" && after.type === "definitions")
    return { ...after, items: items(before.items, after.items, ({ anchor }) => anchor, definition) };
  if (before.type === "cards" && after.type === "cards")
    return { ...after, items: items(before.items, after.items, ({ anchor, title }) => anchor ?? title, card) };
  if (before.type === "names" && after.type === "names")
    return {
      ...after,
      items: items(before.items, after.items, String, (old, fresh) => textOf(old, fresh)),
    };
  if (before.type === "table" && after.type === "table")
    return { ...after, rows: items(before.rows, after.rows, ({ anchor, cells }) => anchor ?? said(cells[0]), row) };
  return after;
}

/** A block that came or went. What is gone has no anchors and takes no place in the contents any more. */
function wholly(how: "added" | "removed", block: Block): Block[] {
  const blocks = how === "added" ? [block] : goneBlock(block);
  return blocks.length > 0 ? [changed(how, blocks)] : [];
}

function goneBlock(block: Block): Block[] {
  switch (block.type) {
    case "section":
      return [{ type: "prose", text: markedWholly(block.title, "removed") }, ...block.blocks.flatMap(goneBlock)];
    case "prose":
    case "callout":
      return [{ type: "prose", text: markedWholly(block.text, "removed") }];
    case "list":
      return [{ type: "list", items: block.items.map(({ text }) => ({ text: markedWholly(text, "removed") })) }];
    case "steps":
      return block.items.map(({ title, text }) => ({
        type: "prose",
        text: markedWholly(`${title}\n\n${text}`, "removed"),
      }));
    case "table":
      return [{ ...block, rows: block.rows.map(({ cells }) => row({ cells }, undefined)) }];
    case "facts":
      return [
        { ...block, items: block.items.map(({ term, value }) => ({ term, value: mergedValue(value, undefined) })) },
      ];
    case "cards":
      return [{ ...block, items: block.items.map((item) => card(item, undefined)) }];
    case "names":
      return [{ ...block, items: block.items.map((name) => markedWholly(name, "removed")) }];
    case "definitions":
      return [{ ...block, items: block.items.map((item) => definition(item, undefined)) }];
    case "figure":
      // A drawing can't be struck through; what it showed can.
      return [
        { type: "prose", text: markedWholly(block.caption, "removed") },
        ...block.alternative.map(({ title, items: shown }) => ({
          type: "prose" as const,
          text: markedWholly(`${title}: ${shown.join("; ")}`, "removed"),
        })),
      ];
    case "changed":
      return block.blocks.flatMap(goneBlock);
    case "contents":
      return [];
  }
}

const changed = (how: How, blocks: readonly Block[]): Block => ({ type: "changed", how, blocks });
