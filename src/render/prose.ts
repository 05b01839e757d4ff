import type { Token } from "markdown-it";
import type { Document, Link } from "../documents/index.js";
import { imageFile } from "../prose/images.js";
import {
  createMarkdown,
  NOTE,
  notesIn,
  parseProse,
  plainText,
  REFERENCE,
  type Reference,
  referenceOf,
  withoutNotes,
} from "../prose/index.js";
import { marksAsHtml } from "../prose/marks.js";
import { closing } from "../prose/sentences.js";
import { Notes } from "./notes.js";
import { dataUri } from "./picture.js";
import { tableHtml } from "./prose-table.js";
import { together } from "./together.js";

/** Turns the prose of one document into HTML. */
export interface ProseRenderer {
  /** Paragraphs and lists. */
  readonly block: (text: string) => string;
  /** Text within a line: no paragraph around it, unless there are more of them or lists. */
  readonly inline: (text: string) => string;
  /** Words alone, no HTML: for what is drawn. */
  readonly plain: (text: string) => string;
  /** Text in which nothing has a meaning, but marks of what changed. */
  readonly literal: (text: string) => string;
}

/** What the prose of a page shares with what else stands on it. */
export interface PageContext {
  readonly screen: boolean;
  /** Numbers of tables and figures, counted while the page is made. */
  readonly counters: { table: number; figure: number };
  readonly notes: Notes;
  /** Lets words break, in a piece of HTML, that have more letters than there is room for. */
  readonly narrow: (html: string, letters: number) => string;
}

const alone = (): PageContext => ({
  screen: true,
  counters: { table: 0, figure: 0 },
  notes: new Notes(true),
  narrow: (html) => html,
});

/** The type of a token that is HTML already. */
const MADE = "made";

/** Where a link leads in the page that is made; without a result it is plain text. */
export type Resolve = (link: Link) => string | undefined;

/** Makes plain words of a text: a reference as it reads in the document that has these links. */
export const plainIn =
  (links: Document["links"]) =>
  (text: string): string =>
    plainText(text, ({ kind, id, text: own }) => own ?? links.get(`${kind}:${id}`)?.text ?? id);

/**
 * @param resolve gives the address of a link, which differs between screen and paper
 */
export function proseRenderer(
  { links, images }: Pick<Document, "links" | "images">,
  resolve: Resolve,
  { screen, counters, notes, narrow }: PageContext = alone(),
): ProseRenderer {
  const markdown = createMarkdown();
  const { escapeHtml } = markdown.utils;
  const { Token: OwnToken } = new markdown.core.State("", markdown, {});
  let tips = 0;
  const labelOf = ({ kind, id, text }: Reference): string => text ?? links.get(`${kind}:${id}`)?.text ?? id;
  const reference = (found: Reference): string => {
    const link = links.get(`${found.kind}:${found.id}`);
    const shown = escapeHtml(labelOf(found));
    const href = link && resolve(link);
    if (!link || href === undefined) return shown;
    if (!link.explanation || !href.startsWith("#")) return `<a href="${escapeHtml(href)}">${shown}</a>`;
    const tip = `tip-${++tips}`;
    return `<span class="term"><a href="${escapeHtml(href)}" aria-describedby="${tip}">${shown}</a><span class="tip" role="tooltip" id="${tip}">${escapeHtml(link.explanation)}</span></span>`;
  };
  markdown.renderer.rules[REFERENCE] = (tokens, index) => {
    const token = tokens[index];
    const found = token && referenceOf(token);
    return found ? reference(found) : escapeHtml(token?.content ?? "");
  };
  markdown.renderer.rules.ordered_list_open = (tokens, index, options, _, renderer) => {
    const [open, digits] = [tokens[index], digitsOf(tokens, index)];
    if (digits > 1) open?.attrSet("style", `--digits: ${digits}`);
    return renderer.renderToken(tokens, index, options);
  };
  markdown.renderer.rules.image = (tokens, index) => {
    const token = tokens[index];
    const alternative = escapeHtml(plainText(token?.content ?? "", labelOf));
    const file = imageFile(String(token?.attrGet("src") ?? ""));
    const bytes = file === undefined ? undefined : images.get(file);
    // The check refuses it, but nothing that is written may go without a trace, whatever is shown.
    if (!bytes) return `[afbeelding: ${alternative}]`;
    return `<img src="${dataUri(bytes)}" alt="${alternative}">`;
  };
  const { rules } = markdown.renderer;
  rules[MADE] = (tokens, index) => tokens[index]?.content ?? "";
  rules[NOTE] = (tokens, index, _, environment) => {
    const token = tokens[index];
    const number = (environment as Environment | undefined)?.noteOf(String(token?.meta?.label));
    return number === undefined ? escapeHtml(token?.content ?? "") : notes.reference(number);
  };
  rules.quotation_open = () => '<figure class="quotation">\n';
  rules.speaker_open = () => "<figcaption>— ";
  rules.picture_open = () => '<figure class="picture">';
  rules.caption_text_open = () => `<span class="caption-number">Figuur ${++counters.figure}</span> <span>`;
  rules.caption_text_close = (tokens, index) => {
    const caption = plainText(tokens[index - 1]?.content ?? "", labelOf);
    return `${tokens[index + 1]?.type === "source_open" ? closing(caption) : ""}</span>`;
  };
  rules.source_open = () => ' <span class="source">Bron: ';
  rules.table_source_open = () => '<p class="source">Bron: ';
  const rendered = (tokens: readonly Token[], environment: Environment): string =>
    markdown.renderer.render(withTables(tokens, environment), markdown.options, environment);
  const withTables = (tokens: readonly Token[], environment: Environment): Token[] => {
    const done: Token[] = [];
    for (let index = 0; index < tokens.length; index++) {
      const token = tokens[index] as Token;
      if (token.type !== "table_open") {
        done.push(token);
        continue;
      }
      const end = tokens.findIndex(({ type }, at) => at > index && type === "table_close");
      const made = new OwnToken(MADE, "", 0);
      made.content = tableHtml(tokens.slice(index, end + 1), {
        screen,
        number: () => ++counters.table,
        narrow,
        line: ({ children }) => markdown.renderer.renderInline(children ?? [], markdown.options, environment),
      });
      done.push(made);
      index = end;
    }
    return done;
  };
  /** Within one text a footnote has one number, however often the text refers to it. */
  const environmentOf = (tokens: readonly Token[]): Environment => {
    const texts = notesIn(tokens);
    const numbers = new Map<string, number>();
    const environment: Environment = {
      noteOf: (label) => {
        const text = texts.get(label);
        const known = numbers.get(label);
        if (known !== undefined || !text) return known;
        return notes.add((number) => {
          numbers.set(label, number);
          return rendered(text, environment);
        });
      },
    };
    return environment;
  };
  const html = (all: readonly Token[], shown: readonly Token[] = withoutNotes(all)): string =>
    together(marksAsHtml(rendered(shown, environmentOf(all))));
  return {
    plain: plainIn(links),
    literal: (text) => together(marksAsHtml(escapeHtml(text))),
    block: (text) => html(parseProse(text)),
    inline: (text) => {
      const tokens = parseProse(text);
      const flow = withoutNotes(tokens);
      const [open, line, close] = flow;
      const single = flow.length === 3 && open?.type === "paragraph_open" && close?.type === "paragraph_close";
      return html(tokens, single ? (line?.children ?? []) : flow);
    },
  };
}

/** What rendering one text takes: the number of each of its footnotes. */
type Environment = { readonly noteOf: (label: string) => number | undefined };

/** How many digits the last number of a list has: they need room. */
function digitsOf(tokens: readonly Token[], open: number): number {
  const level = tokens[open]?.level ?? 0;
  const end = tokens.findIndex((token, index) => index > open && token.level === level);
  const items = tokens.slice(open, end).filter((token) => token.type === "list_item_open" && token.level === level + 1);
  const first = Number(tokens[open]?.attrGet("start") ?? 1);
  return String(first + items.length - 1).length;
}
