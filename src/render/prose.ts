import type { Token } from "markdown-it";
import type { Document, Link } from "../documents/index.js";
import { imageFile } from "../prose/images.js";
import { createMarkdown, parseProse, plainText, REFERENCE, type Reference, referenceOf } from "../prose/index.js";
import { marksAsHtml } from "../prose/marks.js";

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
export function proseRenderer({ links, images }: Pick<Document, "links" | "images">, resolve: Resolve): ProseRenderer {
  const markdown = createMarkdown();
  const { escapeHtml } = markdown.utils;
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
    const type = bytes[0] === 0x89 ? "png" : "jpeg";
    return `<img src="data:image/${type};base64,${Buffer.from(bytes).toString("base64")}" alt="${alternative}">`;
  };
  const html = (tokens: readonly Token[]): string =>
    marksAsHtml(markdown.renderer.render([...tokens], markdown.options, {}));
  return {
    plain: plainIn(links),
    literal: (text) => marksAsHtml(escapeHtml(text)),
    block: (text) => html(parseProse(text)),
    inline: (text) => {
      const tokens = parseProse(text);
      const [open, line, close] = tokens;
      const single = tokens.length === 3 && open?.type === "paragraph_open" && close?.type === "paragraph_close";
      return single ? html(line?.children ?? []) : html(tokens);
    },
  };
}

/** How many digits the last number of a list has: they need room. */
function digitsOf(tokens: readonly Token[], open: number): number {
  const level = tokens[open]?.level ?? 0;
  const end = tokens.findIndex((token, index) => index > open && token.level === level);
  const items = tokens.slice(open, end).filter((token) => token.type === "list_item_open" && token.level === level + 1);
  const first = Number(tokens[open]?.attrGet("start") ?? 1);
  return String(first + items.length - 1).length;
}
