/**
 * The dialect of Markdown in which content is written: paragraphs, lists, emphasis, links, images
 * and references such as `[[term:pga]]`. Headings, tables, quotes and HTML are not part of it: structure is the
 * model's. A leaf: it knows the syntax of a reference, not what it points at.
 */
import createMarkdownIt, { type MarkdownIt, type Token } from "markdown-it";
import { typedSource } from "./images.js";
import { isOrdinaryLine } from "./ordinary.js";
import { type Placed, placeTokens } from "./placed.js";
import { remembered } from "./remember.js";

export type { Placed } from "./placed.js";

/** A reference in prose. `text` is what shall show instead of the target's own label. */
export interface Reference {
  readonly kind: string;
  /** The id of a thing, or those of the thing around it and its own: "2019-2020/training". */
  readonly id: string;
  readonly text?: string;
}

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

/** The type of the token that a reference becomes; its `meta.reference` is a {@link Reference}, or undefined when it has another form. */
export const REFERENCE = "reference";

const syntax = /^\[\[([^[\]\n]*)\]\]/;
const form = /^([a-z-]+):([a-z0-9-]+(?:\/[a-z0-9-]+)?)(?:\|([^|]+))?$/;

/** Rules of markdown-it that are no part of the dialect: what they would take for markup stays text, and a check tells it. */
const OUTSIDE = [
  "heading",
  "lheading",
  "hr",
  "table",
  "code",
  "fence",
  "reference",
  "blockquote",
  "strikethrough",
] as const;

/** A parser for the dialect. `html` only makes HTML visible to {@link scan}; it is never let through. */
export function createMarkdown({ html = false } = {}): MarkdownIt {
  const markdown = createMarkdownIt({ html, linkify: false, typographer: false });
  markdown.disable([...OUTSIDE]);
  markdown.inline.ruler.before("link", REFERENCE, (state, silent) => {
    const [snippet, inner] = syntax.exec(state.src.slice(state.pos, state.posMax)) ?? [];
    if (snippet === undefined || inner === undefined) return false;
    if (!silent) {
      const token = state.push(REFERENCE, "", 0);
      token.content = snippet;
      token.meta = { reference: parseReference(inner) };
    }
    state.pos += snippet.length;
    return true;
  });
  return markdown;
}

/** The reference that a token of the dialect holds, if it is one of the right form. */
export function referenceOf(token: Token): Reference | undefined {
  return token.type === REFERENCE ? (token.meta?.reference as Reference | undefined) : undefined;
}

function parseReference(inner: string): Reference | undefined {
  const [, kind, id, text] = form.exec(inner) ?? [];
  return kind && id ? { kind, id, ...(text && { text }) } : undefined;
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

/** The text without any markup: references as their label, for titles, alternatives and search. */
export function plainText(text: string, label: (reference: Reference) => string): string {
  if (isOrdinaryLine(text)) return text.trim();
  const inline = (token: Token): string => {
    const reference = referenceOf(token);
    if (reference) return label(reference);
    if (token.type === "image") return plainText(token.content, label);
    return token.type === "softbreak" || token.type === "hardbreak" ? " " : token.content;
  };
  return parseProse(text)
    .flatMap(({ children }) => (children ? [children.map(inline).join("")] : []))
    .join(" ");
}

const parser = createMarkdown();

const apart = separate(createMarkdown());

/** The tokens of a text with the place of each, escapes and character references apart. */
export const placedIn = remembered(2_000, (text): readonly Placed[] =>
  isOrdinaryLine(text) ? [plainPiece(text.replace(/[ \t\n]+$/, ""))] : placeTokens(apart, text),
);

const { Token: TextToken } = new apart.core.State("", apart, {});

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
