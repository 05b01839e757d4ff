/** Small builders that more than one document uses. */
import { byName, day, enumeration, one } from "../dutch.js";
import type { Model, Municipality, WholeContent } from "../model/index.js";
import { beginsWithWords } from "../prose/index.js";
import { anchorOf } from "./links.js";
import type { Signed } from "./sign.js";
import type { Block, Cell, Section } from "./tree.js";
import { anatomyOf, isChapter, walk } from "./walk.js";
import { valueOrBriefly } from "./wording.js";

export const prose = (text: string): Block => ({ type: "prose", text });

/** A small heading with blocks under it, without a number and outside the contents. */
export const minor = (anchor: string, title: string, blocks: readonly Block[]): Section => ({
  type: "section",
  anchor,
  title,
  blocks,
  minor: true,
});

/** A text with a word before it: on its first line, or above it where it begins with a list, a table, a quote or a picture. */
export const labelled = (label: string, text: string): string =>
  beginsWithWords(text) ? `**${label}** ${text}` : `**${label}**\n\n${text}`;

/** The text of a section file with its parts. */
export const sectionText = ({ id, text, parts }: WholeContent["vision"]): Block[] => [
  prose(text),
  ...parts.map((part) => minor(`${anchorOf("section", id)}-${part.id}`, part.title, [prose(part.text)])),
];

/** The glossary's entries, sorted by term. */
export const definitions = (model: Model, terms = model.content.glossary.terms): Block => ({
  type: "definitions",
  items: [...terms]
    .sort((a, b) => byName(a.term, b.term))
    .map(({ id, term, meaning, language, explanation }) => ({
      anchor: anchorOf("term", id),
      term,
      meaning,
      ...(explanation && { explanation }),
      ...(language && { language }),
    })),
});

/** More names than this don't fit on a cover. */
const NAMES = 24;

/** Which municipalities a document is about. */
export const municipalitiesFact = (municipalities: readonly { readonly title: string; readonly until?: string }[]) => ({
  term: one(municipalities.length, "Gemeente", "Gemeenten"),
  value:
    municipalities.length > NAMES
      ? `${municipalities.length} gemeenten`
      : enumeration(
          [...municipalities]
            .sort((a, b) => byName(a.title, b.title))
            .map(({ title, until }) => (until ? `${title} (tot ${day(until)})` : title)),
        ),
});

/** Whom inhabitants can call. */
export const contactFact = (model: Model, { title, contact }: Municipality) => ({
  term: "Aanspreekpunt",
  value: valueOrBriefly(model, contact, String, title),
});

/** Which municipality comes after one that ends; empty for one that stays. */
export const successorFact = (model: Model, town: Municipality) => ({
  term: "Opvolger",
  value: town.successor === undefined ? "" : `Gemeente ${successorOf(model, town)}`,
});

/** What content calls the successor of a municipality, by its name or its id. */
export const successorOf = ({ municipalities }: Model, { successor = "" }: Municipality): string =>
  municipalities.find(({ id }) => id === successor)?.title ?? successor;

/**
 * Blocks without those that have nothing to show: a table with only a heading, a list without items, a small heading with
 * nothing under it. What says that something isn't there is a sentence of its own.
 */
export const withoutEmpty = (blocks: readonly Block[]): Block[] =>
  blocks
    .map((block) => ("blocks" in block ? { ...block, blocks: withoutEmpty(block.blocks) } : block))
    .map(withoutEmptyParts)
    .filter((block) => !isEmpty(block));

/** A fact without a value and a list without items would leave a label alone. */
function withoutEmptyParts(block: Block): Block {
  if (block.type === "facts") return { ...block, items: block.items.filter(({ value }) => value !== "") };
  if (block.type === "figure")
    return { ...block, alternative: block.alternative.filter(({ items }) => items.length > 0) };
  if (block.type === "table") return withoutEmptyColumns(block);
  return block;
}

/** A table without the columns in which no row has anything: their headers would promise what isn't there. */
function withoutEmptyColumns(table: Extract<Block, { type: "table" }>): Block {
  const filled = table.columns.map(
    ({ stays }, index) => stays || index === 0 || table.rows.some(({ cells }) => isFilled(cells[index])),
  );
  if (table.rows.length === 0 || filled.every(Boolean)) return table;
  const kept = <T>(all: readonly T[]): T[] => all.filter((_, index) => filled[index]);
  return {
    ...table,
    columns: kept(table.columns),
    rows: table.rows.map((row) => ({ ...row, cells: kept(row.cells) })),
  };
}

const isFilled = (cell: Cell | undefined): boolean => {
  if (cell === undefined) return false;
  if (typeof cell === "string") return cell.trim() !== "";
  return Array.isArray(cell)
    ? cell.some((line: string | Signed) => (typeof line === "string" ? line : line.text).trim() !== "")
    : true;
};

/** Whether a block has nothing to say; one that never says anything itself, such as the contents, stays. */
function isEmpty(block: Block): boolean {
  if (isChapter(block) || Object.keys(anatomyOf(block)).length === 0) return false;
  if ("blocks" in block) return block.blocks.length === 0;
  return walk([block]).every(({ title, texts }) => title === undefined && texts.every((text) => text.trim() === ""));
}
