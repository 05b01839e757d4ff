/**
 * What every block is made of, and the one walk over a document's tree. Whoever adds a block, or a field of one, says here what
 * it is to a reader: anchors, titles, links, images, terms, contents and what changed follow from it.
 */
import type { Signed } from "./sign.js";
import type { Block, Cell, Section } from "./tree.js";

/** What a field is to who reads a document. */
export type Role =
  | "anchor" // What links can point at.
  | "label" // A number or code in front of the title.
  | "title" // What a thing is called, as it is typed.
  | "words" // Any other words as they are typed.
  | "prose" // Text in the prose dialect: see `Value`.
  | "cells" // The cells of a row.
  | "drawn" // Text in the prose dialect of which only the words are shown.
  | "blocks" // Blocks within the block.
  | "look"; // No text: how something looks.

/** What each field of a thing is; lists of things by the fields of one of them. */
type Fields<T> = {
  readonly [F in Exclude<keyof T, "type">]-?: NonNullable<T[F]> extends readonly Block[]
    ? "blocks"
    : NonNullable<T[F]> extends readonly (infer Item extends object)[]
      ? Exclude<Role, "blocks"> | Fields<Item>
      : Exclude<Role, "blocks">;
};

/** As {@link Fields}, of any thing. */
export interface Anatomy {
  readonly [field: string]: Role | Anatomy;
}

const anatomies: { readonly [B in Block as B["type"]]: Fields<B> } = {
  section: {
    anchor: "anchor",
    label: "label",
    number: "label",
    title: "title",
    blocks: "blocks",
    icon: "look",
    colour: "look",
    minor: "look",
    style: "look",
  },
  prose: { text: "prose" },
  list: { items: { anchor: "anchor", label: "label", text: "prose" } },
  steps: { items: { anchor: "anchor", title: "title", text: "prose" } },
  table: {
    caption: "words",
    columns: { title: "words", width: "look", upright: "look", numbers: "look", stays: "look" },
    rows: { anchor: "anchor", cells: "cells", total: "look" },
    dense: "look",
  },
  facts: { items: { term: "title", value: "prose" } },
  definitions: {
    items: { anchor: "anchor", term: "title", meaning: "prose", explanation: "prose", language: "look" },
  },
  callout: { tone: "look", title: "words", text: "prose", colour: "look" },
  cards: {
    items: {
      anchor: "anchor",
      number: "words",
      title: "title",
      text: "prose",
      tag: "words",
      settled: "look",
      links: { text: "words", href: "look" },
      icon: "look",
      colour: "look",
    },
    columns: "look",
  },
  names: { items: "title" },
  // What the chart shows, the alternative says in words.
  figure: { caption: "words", alternative: { title: "words", items: "drawn" }, chart: "look" },
  changed: { how: "look", blocks: "blocks" },
  contents: {},
};

/** Every kind of block that there is. */
export const blockTypes: readonly string[] = Object.keys(anatomies);

/** What the fields of a block are. */
export const anatomyOf = ({ type }: Block): Anatomy => anatomies[type] as Anatomy;

/** A block or an item of one, with what it says itself; what is within it comes after it. */
export interface Part {
  readonly anchor?: string;
  readonly labels: readonly string[];
  readonly title?: string;
  /** All that is shown as it is typed: labels, title and other words. */
  readonly words: readonly string[];
  /** Its texts in the prose dialect. */
  readonly texts: readonly string[];
  /** Where it stands: the nearest anchor, its own or around it, and the nearest heading of the contents. */
  readonly at: Place;
}

export interface Place {
  readonly anchor?: string;
  readonly chapter?: Section;
}

/** Everything that stands in these blocks, in the order in which it is read. */
export function walk(blocks: readonly Block[], around: Place = {}): Part[] {
  const parts: Part[] = [];
  addBlocks(blocks, around, parts);
  return parts;
}

// A document has thousands of parts, and is walked more than once: each adds to one list.
function addBlocks(blocks: readonly Block[], around: Place, parts: Part[]): void {
  for (const block of blocks) {
    addPart(block, fieldsOf(anatomyOf(block)), isChapter(block) ? { ...around, chapter: block } : around, parts);
  }
}

/** The fields of a thing, with what those of the things in a list are. */
type Known = readonly (readonly [field: string, role: Role | Known])[];

const knownFields = new Map<Anatomy, Known>();

function fieldsOf(anatomy: Anatomy): Known {
  const known = knownFields.get(anatomy);
  if (known) return known;
  const fields = Object.entries(anatomy).map(
    ([field, role]) => [field, typeof role === "string" ? role : fieldsOf(role)] as const,
  );
  knownFields.set(anatomy, fields);
  return fields;
}

function addPart(thing: object, fields: Known, around: Place, parts: Part[]): void {
  let anchor: string | undefined;
  let title: string | undefined;
  const labels: string[] = [];
  const words: string[] = [];
  const texts: string[] = [];
  for (const [field, role] of fields) {
    if (typeof role !== "string" || role === "blocks" || role === "look") continue;
    const said = textsIn(fieldOf(thing, field) as Text);
    switch (role) {
      case "anchor":
        anchor ??= said[0];
        break;
      case "label":
        labels.push(...said);
        words.push(...said);
        break;
      case "title":
        title ??= said[0];
        words.push(...said);
        break;
      case "words":
        words.push(...said);
        break;
      case "prose":
      case "cells":
      case "drawn":
        texts.push(...said);
    }
  }
  const at = anchor === undefined ? around : { ...around, anchor };
  parts.push({
    ...(anchor !== undefined && { anchor }),
    labels,
    ...(title !== undefined && { title }),
    words,
    texts,
    at,
  });
  for (const [field, role] of fields) {
    if (role === "blocks") addBlocks(fieldOf(thing, field) as readonly Block[], at, parts);
    else if (typeof role !== "string") {
      for (const item of (fieldOf(thing, field) ?? []) as readonly object[]) addPart(item, role, at, parts);
    }
  }
}

/** A field of a thing of which only the anatomy is known. */
export const fieldOf = (thing: object, field: string): unknown => (thing as Readonly<Record<string, unknown>>)[field];

type Text = Cell | Signed | readonly Cell[] | undefined;

function textsIn(value: Text): string[] {
  if (value === undefined) return [];
  if (typeof value === "string") return [value];
  if ("sign" in value) return [value.text];
  if ("open" in value) return [value.open, value.by];
  return "mark" in value ? [] : value.flatMap((item) => textsIn(item));
}

/** The blocks right within a block. */
export const childrenOf = (block: Block): readonly Block[] => ("blocks" in block ? block.blocks : []);

export const isSection = (block: Block): block is Section => block.type === "section";

/** A section with a heading in the contents. */
export const isChapter = (block: Block): block is Section => isSection(block) && !block.minor;

/** The number of a section as it is shown: "3.2", "Bijlage II"; nothing where it has none. */
export const numberOf = ({ label, number }: Section): string =>
  number ? [label, number].filter(Boolean).join(" ") : "";

/** "3.2 High Impact Crimes". */
export const headingOf = (section: Section): string => [numberOf(section), section.title].filter(Boolean).join(" ");

/** Whether the table of contents stands in a section. */
export const holdsContents = ({ blocks }: Section): boolean => blocks.some(({ type }) => type === "contents");
