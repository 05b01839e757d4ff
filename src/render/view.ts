import type { Entry } from "../documents/contents.js";
import type { Block, Card, Section } from "../documents/index.js";
import { numberOf } from "../documents/walk.js";
import { cellHtml, isMark, lettersIn } from "./cells.js";
import { draw, ENDLESS, paper } from "./charts/index.js";
import { isLong } from "./length.js";
import type { PageContext, ProseRenderer } from "./prose.js";
import type { Resources } from "./resources.js";

/** What templates get: `partial` names the template, every text is HTML already. Templates only show. */
export interface View {
  readonly partial: string;
  readonly [key: string]: unknown;
}

export interface ViewContext extends PageContext {
  readonly prose: ProseRenderer;
  readonly icon: Resources["icon"];
  readonly contents: readonly Entry[];
}

/** Makes the views of blocks. `level` is the heading level of a section among them. */
export const viewsOf = (blocks: readonly Block[], level: number, context: ViewContext): View[] =>
  blocks.map((block) => viewOf(block, level, context));

function viewOf(block: Block, level: number, context: ViewContext): View {
  const { prose } = context;
  switch (block.type) {
    case "section":
      return sectionView(block, level, context);
    case "prose":
      return { partial: "prose", html: prose.block(block.text) };
    case "list":
      return {
        partial: "list",
        labelled: block.items.some(({ label }) => label),
        items: block.items.map(({ text, label, anchor }) => ({
          html: prose.inline(text),
          label: label ?? "",
          anchor: anchor ?? "",
        })),
      };
    case "steps":
      return {
        partial: "steps",
        items: block.items.map(({ title, text, anchor }) => ({
          title: prose.literal(title),
          html: prose.block(text),
          anchor: anchor ?? "",
          heading: headingOf(level),
        })),
      };
    case "table": {
      const room = lettersIn(block.columns);
      // The browser leaves a cell without anything to paint out of the structure of what it prints.
      const none = context.screen ? "" : '<span class="hidden said">leeg</span>';
      const fitted = (html: string, column: number): string => context.narrow(html, room[column] ?? 0);
      return {
        partial: "table",
        dense: block.dense ?? false,
        screen: context.screen,
        captionId: `tabel-${++context.counters.table}`,
        captionNumber: `Tabel ${context.counters.table}`,
        caption: block.caption,
        columns: block.columns.map((column, index) => ({
          html: column.upright ? prose.literal(column.title) : fitted(prose.literal(column.title), index),
          width: column.width ?? 0,
          upright: column.upright ?? false,
          numbers: column.numbers ?? false,
        })),
        rows: block.rows.map(({ anchor, total, cells: [header, ...cells] }) => ({
          anchor: anchor ?? "",
          total: total ?? false,
          header: fitted(cellHtml(header ?? "", context), 0),
          cells: cells.map((cell, index) => ({
            html: fitted(cellHtml(cell, context), index + 1) || none,
            mark: isMark(cell),
            numbers: block.columns[index + 1]?.numbers ?? false,
          })),
        })),
      };
    }
    case "facts":
      return {
        partial: "facts",
        screen: context.screen,
        items: block.items.map(({ term, value }) => ({
          term: context.narrow(prose.literal(term), TERM),
          html: cellHtml(value, context),
        })),
      };
    case "definitions":
      return {
        partial: "definitions",
        screen: context.screen,
        items: block.items.map(({ anchor, term, meaning, language, explanation }) => ({
          anchor: anchor ?? "",
          term: context.narrow(prose.literal(term), TERM),
          termLanguage: language?.term ?? "",
          meaningLanguage: language?.meaning ?? "",
          html: prose.inline(meaning),
          explanation: explanation ? prose.block(explanation) : "",
        })),
      };
    case "callout":
      return {
        partial: "callout",
        tone: block.tone,
        title: block.title,
        html: prose.block(block.text),
        colour: block.colour ?? "",
      };
    case "cards":
      return {
        partial: "cards",
        columns: block.columns,
        items: block.items.map((card) => cardView(card, block.columns, context)),
      };
    case "names":
      return { partial: "names", items: block.items.map((name) => prose.literal(name)) };
    case "figure": {
      const alternative = block.alternative.map(({ title, items }) => ({ title, items: items.map(prose.plain) }));
      const drawings = draw(block.chart, prose.plain, context.screen ? ENDLESS : paper[block.chart.type]);
      const split = drawings.length > 1;
      return {
        partial: "figure",
        chart: block.chart.type,
        drawings: drawings.map((drawing, index) => ({
          ...drawing,
          // On paper the alternative alone is part of what is printed.
          title: context.screen ? block.caption : "",
          alternative: split
            ? `Deel ${index + 1} van ${drawings.length}: ${drawing.words.join("; ")}.`
            : alternative.map(({ title, items }) => `${title}: ${items.join("; ")}.`).join(" "),
        })),
        split,
        captionNumber: `Figuur ${++context.counters.figure}`,
        caption: block.caption,
        inWords: alternative,
        screen: context.screen,
      };
    }
    case "changed":
      return {
        partial: "changed",
        how: block.how,
        word: changeWords[block.how],
        blocks: viewsOf(block.blocks, level, context),
      };
    case "contents":
      return {
        partial: "contents",
        screen: context.screen,
        entries: context.contents.map((entry) => entryView(entry, context.screen)),
      };
  }
}

/** What a bar in the margin says to who doesn't see it. */
const changeWords = { added: "Nieuw", removed: "Vervallen", changed: "Gewijzigd" };

/** HTML has six levels. */
const headingOf = (level: number): string => `h${Math.min(level, 6)}`;

function sectionView(section: Section, level: number, context: ViewContext): View {
  const blocks = viewsOf(section.blocks, level + 1, context);
  // Footnotes stand at the end of their chapter.
  const notes = level === CHAPTER ? context.notes.take() : undefined;
  if (notes) blocks.push({ partial: "notes", screen: context.screen, ...notes });
  return {
    partial: "section",
    anchor: section.anchor,
    heading: headingOf(level),
    level,
    number: numberOf(section),
    title: section.title,
    icon: section.icon ? context.icon(section.icon) : "",
    colour: section.colour ?? "",
    style: section.style ?? "",
    minor: section.minor ?? false,
    long: level > CHAPTER && isLong(section),
    blocks,
  };
}

/** The level of the headings of chapters: there is one title above them. */
const CHAPTER = 2;

/** How many letters of a word a card has room for, by how many stand side by side. */
const CARD = { 1: 60, 2: 22, 3: 13 };

/** How many letters of a word the terms of facts and definitions have room for. */
const TERM = 18;

function cardView(
  { title, text, number, icon, colour, anchor, tag, settled, links }: Card,
  columns: keyof typeof CARD,
  context: ViewContext,
) {
  const fitted = (html: string): string => context.narrow(html, CARD[columns]);
  return {
    title: fitted(context.prose.literal(title)),
    html: text ? fitted(context.prose.inline(text)) : "",
    number: number ?? "",
    icon: icon ? context.icon(icon) : "",
    colour: colour ?? "",
    anchor: anchor ?? "",
    tag: tag ?? "",
    settled: settled ?? false,
    links: links ?? [],
  };
}

/** A line of the contents. */
export function entryView({ anchor, number, title, level, children }: Entry, screen: boolean): View {
  return {
    partial: "entry",
    anchor,
    number,
    title,
    level,
    screen,
    children: children.map((child) => entryView(child, screen)),
  };
}
