import type { Block, Card, Cell, Chart, Section, Value } from "../documents/index.js";
import { overview } from "./charts/overview.js";
import { timeline } from "./charts/timeline.js";
import type { Entry } from "./contents.js";
import type { ProseRenderer } from "./prose.js";
import type { Resources } from "./resources.js";

/** What templates get: `partial` names the template, every text is HTML already. Templates only show. */
export interface View {
  readonly partial: string;
  readonly [key: string]: unknown;
}

export interface ViewContext {
  readonly prose: ProseRenderer;
  readonly icon: Resources["icon"];
  readonly contents: readonly Entry[];
  readonly screen: boolean;
  /** Numbers of tables and figures, counted while the tree is walked. */
  readonly counters: { table: number; figure: number };
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
          title,
          html: prose.block(text),
          anchor: anchor ?? "",
          heading: headingOf(level),
        })),
      };
    case "table":
      return {
        partial: "table",
        dense: block.dense ?? false,
        screen: context.screen,
        captionId: `tabel-${++context.counters.table}`,
        captionNumber: `Tabel ${context.counters.table}`,
        caption: block.caption,
        columns: block.columns.map(({ title, width, upright }) => ({
          title,
          width: width ?? 0,
          upright: upright ?? false,
        })),
        rows: block.rows.map(({ anchor, cells: [header, ...cells] }) => ({
          anchor: anchor ?? "",
          header: cellHtml(header ?? "", prose),
          cells: cells.map((cell) => ({ html: cellHtml(cell, prose), mark: isMark(cell) })),
        })),
      };
    case "facts":
      return {
        partial: "facts",
        screen: context.screen,
        items: block.items.map(({ term, value }) => ({ term, html: cellHtml(value, prose) })),
      };
    case "definitions":
      return {
        partial: "definitions",
        screen: context.screen,
        items: block.items.map(({ anchor, term, meaning, language, explanation }) => ({
          anchor,
          term,
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
      return { partial: "cards", columns: block.columns, items: block.items.map((card) => cardView(card, context)) };
    case "names":
      return { partial: "names", items: block.items };
    case "figure": {
      const alternative = block.alternative.map(({ title, items }) => ({ title, items: items.map(prose.plain) }));
      return {
        partial: "figure",
        chart: block.chart.type,
        drawing: draw(block.chart, prose.plain),
        captionNumber: `Figuur ${++context.counters.figure}`,
        caption: block.caption,
        alternative: alternative.map(({ title, items }) => `${title}: ${items.join("; ")}.`).join(" "),
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

/** A drawing has no markup: its texts are words alone. */
function draw(chart: Chart, plain: ProseRenderer["plain"]) {
  if (chart.type === "overview") {
    const tiles = chart.tiles.map((tile) => ({ ...tile, title: plain(tile.title), items: tile.items.map(plain) }));
    return overview({ ...chart, tiles });
  }
  const told = <T extends { readonly text: string }>(item: T): T => ({ ...item, text: plain(item.text) });
  return timeline({ ...chart, rows: chart.rows.map(told), marks: chart.marks.map(told) });
}

/** What a bar in the margin says to who doesn't see it. */
const changeWords = { added: "Nieuw", removed: "Vervallen", changed: "Gewijzigd" };

/** HTML has six levels. */
const headingOf = (level: number): string => `h${Math.min(level, 6)}`;

function sectionView(section: Section, level: number, context: ViewContext): View {
  const number = section.number ? (section.label ? `${section.label} ${section.number}` : section.number) : "";
  return {
    partial: "section",
    anchor: section.anchor,
    heading: headingOf(level),
    level,
    number,
    title: section.title,
    icon: section.icon ? context.icon(section.icon) : "",
    colour: section.colour ?? "",
    style: section.style ?? "",
    minor: section.minor ?? false,
    blocks: viewsOf(section.blocks, level + 1, context),
  };
}

function cardView({ title, text, number, icon, colour, anchor, tag, links }: Card, context: ViewContext) {
  return {
    title,
    html: text ? context.prose.inline(text) : "",
    number: number ?? "",
    icon: icon ? context.icon(icon) : "",
    colour: colour ?? "",
    anchor: anchor ?? "",
    tag: tag ?? "",
    links: links ?? [],
  };
}

const isMark = (cell: Cell): boolean => typeof cell === "object" && "mark" in cell;

function cellHtml(cell: Cell | Value, prose: ProseRenderer): string {
  if (typeof cell === "string") return prose.inline(cell);
  if ("mark" in cell)
    return cell.mark ? '<span class="mark" role="img" aria-label="doet mee"></span>' : '<span class="no-mark">–</span>';
  if ("open" in cell) {
    if (cell.brief) return '<span class="open"><strong>Open</strong></span>';
    return `<span class="open"><strong>Open:</strong> ${prose.inline(cell.open)} <span class="by">(wie beslist: ${prose.inline(cell.by)})</span></span>`;
  }
  return cell.map((line) => `<p>${prose.inline(line)}</p>`).join("");
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
