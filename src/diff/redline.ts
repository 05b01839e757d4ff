/** A document with the changes marked in it. */
import type { Block, Document, Section } from "../documents/index.js";
import { anatomyOf, headingOf, isSection, walk } from "../documents/walk.js";
import { align } from "../prose/compared.js";
import { markedText, markedWholly } from "./marked-text.js";
import { merged, said } from "./merged-items.js";
import type { Comparison } from "./types.js";
import { changesSection } from "./was-wordt.js";
import { versionName } from "./wording.js";

type How = Extract<Block, { readonly type: "changed" }>["how"];

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

function goneSection(section: Section): Section {
  const gone = section.blocks.flatMap(goneBlock);
  return {
    type: "section",
    anchor: `gone-${section.anchor}`,
    title: `Vervallen: ${headingOf(section)}`,
    minor: true,
    blocks: gone.length > 0 ? [changed("removed", gone)] : [],
  };
}

/** Two lists of blocks as one: what is the same stays, what is of the same kind is compared, the rest came or went. */
const blocksOf = (before: readonly Block[], after: readonly Block[]): Block[] =>
  align(before, after, sameBlock).flatMap(({ same, before: gone, after: come }) => [
    ...same,
    ...come.flatMap((block) => {
      const thing = gone.findIndex((former) => sameThing(former, block));
      const index = thing < 0 ? gone.findIndex((former) => sameKind(former, block)) : thing;
      const [former] = index < 0 ? [] : gone.splice(index, 1);
      return former ? [blockOf(former, block)] : wholly("added", block);
    }),
    ...gone.flatMap((block) => wholly("removed", block)),
  ]);

/** Whether two blocks say the same; numbers that shifted don't count. */
const sameBlock = (a: Block, b: Block): boolean => said(a) === said(b);

function sameThing(a: Block, b: Block): boolean {
  if (isSection(a) && isSection(b)) return a.anchor === b.anchor;
  return a.type === "table" && b.type === "table" && a.caption === b.caption && sameKind(a, b);
}

function sameKind(a: Block, b: Block): boolean {
  if (a.type === "table" && b.type === "table") return a.columns.length === b.columns.length;
  return a.type === b.type && a.type !== "section";
}

function blockOf(before: Block, after: Block): Block {
  if (isSection(before) && isSection(after)) return sectionOf(before, after);
  if ("blocks" in before && "blocks" in after) return { ...after, blocks: blocksOf(before.blocks, after.blocks) };
  return changed("changed", [merged(before, after, anatomyOf(after))]);
}

/** A block that came or went. What is gone has no anchors and takes no place in the contents any more. */
function wholly(how: "added" | "removed", block: Block): Block[] {
  const blocks = how === "added" ? [block] : goneBlock(block);
  return blocks.length > 0 ? [changed(how, blocks)] : [];
}

function goneBlock(block: Block): Block[] {
  if ("blocks" in block) return [...(isSection(block) ? [gone(block.title)] : []), ...block.blocks.flatMap(goneBlock)];
  const parts = walk([block]).filter(({ words, texts }) => words.length + texts.length > 0);
  // A drawing can't be struck through; what it showed can.
  if (block.type === "figure")
    return parts.map(({ words, texts }) => gone([...words, texts.join("; ")].filter(Boolean).join(": ")));
  return parts.length > 0 ? [merged(block, undefined, anatomyOf(block))] : [];
}

const gone = (text: string): Block => ({ type: "prose", text: markedWholly(text, "removed") });

const changed = (how: How, blocks: readonly Block[]): Block => ({ type: "changed", how, blocks });
