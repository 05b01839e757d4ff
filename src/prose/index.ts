/**
 * The dialect of Markdown in which content is written: paragraphs, lists, emphasis, links, images
 * and references such as `[[term:pga]]`. Headings, tables and HTML are not part of it: structure is the
 * model's. A leaf: it knows the syntax of a reference, not what it points at.
 */
import createMarkdownIt, { type MarkdownIt, type Token } from "markdown-it";
import { remembered } from "./remember.js";

/** A reference in prose. `text` is what shall show instead of the target's own label. */
export interface Reference {
  readonly kind: string;
  readonly id: string;
  readonly text?: string;
}

/** Something in prose that a check may want to look at, as it is written. */
export interface Snippet {
  readonly snippet: string;
  /** How many times the same snippet stood in the text before. */
  readonly occurrence: number;
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
const form = /^([a-z-]+):([a-z0-9-]+)(?:\|([^|]+))?$/;

/** A parser for the dialect. `html` only makes HTML visible to {@link scan}; it is never let through. */
export function createMarkdown({ html = false } = {}): MarkdownIt {
  const markdown = createMarkdownIt({ html, linkify: false, typographer: false });
  markdown.disable(["heading", "lheading", "hr", "table", "code", "fence", "reference"]);
  // Links are judged by a check that names their place; dropping them silently here would hide them from it.
  if (html) markdown.validateLink = () => true;
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

const scanner = createMarkdown({ html: true });

/** Finds everything in a text that a check may want to look at. Pure. */
export const scan = remembered(20_000, scanned);

function scanned(text: string): Scan {
  const seen = new Map<string, number>();
  const snippet = (content: string): Snippet => {
    const occurrence = seen.get(content) ?? 0;
    seen.set(content, occurrence + 1);
    return { snippet: content, occurrence };
  };
  const found: Scan = { references: [], html: [], links: [], images: [] };
  if (!/[[\]<&!(:]/.test(text)) return found;
  for (const token of scanner.parse(text, {}).flatMap((block) => [block, ...(block.children ?? [])])) {
    const attribute = (name: string): string => String(token.attrGet(name) ?? "");
    if (token.type === REFERENCE) {
      found.references.push({ ...snippet(token.content), reference: referenceOf(token) });
    } else if (token.type === "html_inline" || token.type === "html_block") {
      found.html.push(snippet(token.content.trim().split("\n")[0] ?? ""));
    } else if (token.type === "link_open") {
      found.links.push({ ...snippet(asWritten(text, attribute("href"))), href: attribute("href") });
    } else if (token.type === "image") {
      found.images.push({ ...snippet(asWritten(text, attribute("src"))), src: attribute("src"), alt: token.content });
    }
  }
  return found;
}

/** markdown-it percent-encodes targets; the place to point at has them as they were typed. */
function asWritten(text: string, target: string): string {
  if (text.includes(target)) return target;
  try {
    return decodeURI(target);
  } catch {
    return target;
  }
}

/** Text in which no character means anything in Markdown, at the start or elsewhere. */
const ordinary = /^[\p{L}“‘(][^\\`*_[\]<>&!\n]*$/u;

/** The text without any markup: references as their label, for titles, alternatives and search. */
export function plainText(text: string, label: (reference: Reference) => string): string {
  if (ordinary.test(text)) return text.trim();
  const inline = (token: Token): string => {
    const reference = referenceOf(token);
    if (reference) return label(reference);
    return token.type === "softbreak" || token.type === "hardbreak" ? " " : token.content;
  };
  return parseProse(text)
    .flatMap(({ children }) => (children ? [children.map(inline).join("")] : []))
    .join(" ");
}

const parser = createMarkdown();

/**
 * The tokens of a text, paragraphs and lists; nobody changes them. They are remembered for a short while, as the same text is
 * shown on screen and on paper, one after the other.
 */
export const parseProse = remembered(500, (text): readonly Token[] => parser.parse(text, {}));
