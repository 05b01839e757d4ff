/**
 * The dialect of Markdown in which content is written: paragraphs, lists, emphasis, links, images, tables, quotes, footnotes
 * and references such as `[[term:pga]]`. Headings and HTML are not part of it: structure is the
 * model's. A leaf: it knows the syntax of a reference, not what it points at.
 */
import type { MarkdownIt, Token } from "markdown-it";
import { createMarkdown, NOTE, REFERENCE, type Reference, referenceOf } from "./dialect.js";
import { typedSource } from "./images.js";
import { isOrdinaryLine } from "./ordinary.js";
import { type Placed, placeTokens } from "./placed.js";
import { remembered } from "./remember.js";
import { closing } from "./sentences.js";

export { createMarkdown, NOTE, REFERENCE, type Reference, referenceOf } from "./dialect.js";
export { MARK, type Placed } from "./placed.js";

/** Something in prose that a check may want to look at: its characters, and where they stand in the text. */
export interface Snippet {
  readonly snippet: string;
  readonly at: number;
}

export interface Scan {
  readonly references: (Snippet & { readonly reference: Reference | undefined })[];
  readonly html: Snippet[];
  readonly links: (Snippet & { readonly href: string })[];
  readonly images: (Snippet & { readonly src: string; readonly alt: string })[];
}

const scanner = separate(createMarkdown({ html: true }));

/** Finds everything in a text that a check may want to look at. Pure. */
export const scan = remembered(100_000, scanned);

function scanned(text: string): Scan {
  const found: Scan = { references: [], html: [], links: [], images: [] };
  // References, links and images begin with a bracket, and HTML and addresses with <.
  if (!/[[<]/.test(text)) return found;
  const placed = placeTokens(scanner, text);
  placed.forEach(({ token, at, length }, index) => {
    const snippet = { snippet: text.slice(at, at + length), at };
    if (token.type === REFERENCE) {
      found.references.push({ ...snippet, reference: referenceOf(token) });
    } else if (token.type === "html_inline" || token.type === "html_block") {
      const start = at + text.slice(at, at + length).search(/\S/);
      found.html.push({
        snippet:
          text
            .slice(start, at + length)
            .split("\n")[0]
            ?.trim() ?? "",
        at: start,
      });
    } else if (token.type === "link_open") {
      const href = String(token.attrGet("href") ?? "");
      const address = token.markup === "autolink" ? placed[index + 1] : endOf(placed, index);
      found.links.push({ ...addressIn(text, address ?? { at, length }, href), href });
    } else if (token.type === "image") {
      const src = String(token.attrGet("src") ?? "");
      const head = 2 + token.content.length;
      found.images.push({ ...addressIn(text, { at: at + head, length: length - head }, src), src, alt: token.content });
    }
  });
  return found;
}

/** Where the link that opens at an index closes: `](address)`. */
const endOf = (placed: readonly Placed[], index: number): Placed | undefined =>
  placed.slice(index).find(({ token }) => token.type === "link_close");

/** The address in a piece of a text, as it was typed; the whole piece if it isn't there in so many words. */
function addressIn(text: string, { at, length }: Pick<Placed, "at" | "length">, target: string): Snippet {
  const piece = text.slice(at, at + length);
  const typed = [target, typedSource(target), decoded(target)].find((form) => form !== "" && piece.includes(form));
  return typed === undefined ? { snippet: piece, at } : { snippet: typed, at: at + piece.indexOf(typed) };
}

function decoded(target: string): string {
  try {
    return decodeURI(target);
  } catch {
    return target;
  }
}

/**
 * The text without any markup: references as their label, for titles, alternatives and search. Footnotes are left out. Between
 * paragraphs, items, cells, captions and sources stands a sign, as there are no lines to keep them apart.
 */
export function plainText(text: string, label: (reference: Reference) => string): string {
  if (isOrdinaryLine(text)) return text.trim();
  const inline = (token: Token): string => {
    const reference = referenceOf(token);
    if (reference) return label(reference);
    if (token.type === NOTE) return "";
    if (token.type === "image") return plainText(token.content, label);
    return token.type === "softbreak" || token.type === "hardbreak" ? " " : token.content;
  };
  const tokens = withoutNotes(parseProse(text));
  const parts = tokens.flatMap(({ type, children }, index) => {
    const around = tokens[index - 1]?.type ?? type;
    const own = children?.map(inline).join("") ?? "";
    return own === ""
      ? []
      : [{ text: `${before[around] ?? ""}${own}`, sign: signAfter(tokens.slice(index + 1, index + 4)) }];
  });
  const [last] = parts.slice(-1);
  return parts.map((part) => `${part.text}${part === last ? "" : `${closing(part.text, part.sign)} `}`).join("");
}

/** What documents put before a piece of a text, and the sign that keeps it from what follows; otherwise that is a full stop. */
const before: Readonly<Record<string, string>> = {
  source_open: "Bron: ",
  table_source_open: "Bron: ",
  speaker_open: "— ",
};

/** The sign between a piece and the next one, of the same row or list or not. */
function signAfter([first, second, third]: readonly Token[]): string {
  if (first?.type === "td_close" || first?.type === "th_close") return second?.type === "tr_close" ? "." : ",";
  return second?.type === "list_item_close" && third?.type === "list_item_open" ? ";" : ".";
}

/** The tokens of a text but for those of its footnotes. */
export function withoutNotes(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some(({ type }) => type === "footnote_reference_open")) return tokens;
  let depth = 0;
  return tokens.filter(({ type }) => {
    if (type === "footnote_reference_open") depth++;
    const inside = depth > 0;
    if (type === "footnote_reference_close") depth--;
    return !inside;
  });
}

/** The tokens of each footnote of a text, by its label. */
export function notesIn(tokens: readonly Token[]): ReadonlyMap<string, readonly Token[]> {
  const notes = new Map<string, Token[]>();
  const open: Token[][] = [];
  for (const token of tokens) {
    if (token.type === "footnote_reference_open") {
      const own: Token[] = [];
      const label = String(token.meta?.label);
      if (!notes.has(label)) notes.set(label, own);
      open.push(own);
    } else if (token.type === "footnote_reference_close") open.pop();
    else open.at(-1)?.push(token);
  }
  return notes;
}

const parser = createMarkdown();

const written = separate(createMarkdown());

/** The tokens of a text with the place of each, escapes and character references apart. */
export const placedIn = remembered(2_000, (text): readonly Placed[] =>
  isOrdinaryLine(text) ? [plainPiece(text.replace(/[ \t\n]+$/, ""))] : placeTokens(written, text),
);

const { Token: TextToken } = new written.core.State("", written, {});

/** What the parser makes of text without markup. */
function plainPiece(text: string): Placed {
  const token = new TextToken("text", "", 0);
  token.content = text;
  return { token, at: 0, length: text.length };
}

/**
 * A parser for checks: it leaves apart what was written apart (see {@link placeTokens}), and takes any address for one.
 * Addresses are judged by a check that names their place; dropping them silently here would hide them from it.
 */
function separate(markdown: MarkdownIt): MarkdownIt {
  markdown.validateLink = () => true;
  markdown.core.ruler.disable("text_join");
  return markdown;
}

/**
 * The tokens of a text, paragraphs and lists; nobody changes them. They are remembered for a short while, as the same text is
 * shown on screen and on paper, one after the other.
 */
export const parseProse = remembered(500, (text): readonly Token[] => parser.parse(text, {}));

/** Whether a text begins with a paragraph of words, so that a word can stand before it on its first line. */
export function beginsWithWords(text: string): boolean {
  const [first, inline] = parseProse(text);
  return first?.type === "paragraph_open" && !/^!\[/.test(inline?.content ?? "");
}

/**
 * What a text begins with, in one line of the dialect and without its footnotes: content has one sentence a line, and a sentence may
 * go on over more. Of a list it is the first item, of a table its caption. Pure.
 */
export function firstSentence(text: string): string {
  const [first] = withoutNotes(parseProse(text)).filter(({ type }) => type === "inline");
  const lines = (first?.content ?? "").split("\n").map((line) => line.replace(/\[\^[^\]\s]+\]/g, "").trim());
  const end = lines.findIndex((line) => /[.!?:…]['”’")*_]*\p{Co}*$/u.test(line));
  return lines.slice(0, end < 0 ? lines.length : end + 1).join(" ");
}

/** The lines of a text with where each begins: tokens count lines. */
export function linesOf(text: string): { readonly text: string; readonly at: number }[] {
  let at = 0;
  return text.split("\n").map((line) => {
    const start = at;
    at += line.length + 1;
    return { text: line, at: start };
  });
}
