/** The parser of the dialect: which rules of markdown-it are part of it, and those that it adds. */
import createMarkdownIt, { type MarkdownIt, type Token } from "markdown-it";
import footnotes from "markdown-it-footnote";
import { arrange } from "./arrange.js";
import { giveStrokes, keepStrokes } from "./cells.js";

/** A reference in prose. `text` is what shall show instead of the target's own label. */
export interface Reference {
  readonly kind: string;
  /** The id of a thing, or those of the thing around it and its own: "2019-2020/training". */
  readonly id: string;
  readonly text?: string;
}

/** The type of the token that a reference becomes; its `meta.reference` is a {@link Reference}, or undefined when it has another form. */
export const REFERENCE = "reference";

/** The type of the token where a text refers to a footnote; its `meta.label` is what stands between the brackets. */
export const NOTE = "footnote_ref";

const syntax = /^\[\[([^[\]\n]*)\]\]/;
const form = /^([a-z-]+):([a-z0-9-]+(?:\/[a-z0-9-]+)?)(?:\|([^|]+))?$/;
const note = /^\[\^([^\]\s]+)\]/;

/** Rules of markdown-it that are no part of the dialect: what they would take for markup stays text, and a check tells it. */
const OUTSIDE = [
  "heading",
  "lheading",
  "hr",
  "code",
  "fence",
  "reference",
  "strikethrough",
  // Of the plugin for footnotes: notes within a line, and its own way to put notes at the end.
  "footnote_inline",
  "footnote_tail",
] as const;

/** A parser for the dialect. `html` only makes HTML visible to who scans a text; it is never let through. */
export function createMarkdown({ html = false } = {}): MarkdownIt {
  const markdown = createMarkdownIt({ html, linkify: false, typographer: false }).use(footnotes);
  const { block, inline, core } = markdown;
  const [quote, definition] = [soleRule("blockquote"), soleRule("footnote_def")];
  // Either may stand right under something else.
  const interrupts = { alt: ["paragraph", "reference", "blockquote", "list"] };
  block.ruler.at(
    "blockquote",
    (state, start, end, silent) => !isMoreThan(state, start) && quote(state, start, end, silent),
    interrupts,
  );
  block.ruler.at("footnote_def", definition, interrupts);
  markdown.disable([...OUTSIDE]);
  inline.ruler.before("link", REFERENCE, (state, silent) => {
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
  // The plugin takes a note that isn't there for text; here a check tells of it.
  inline.ruler.at(NOTE, (state, silent) => {
    if (state.src[state.pos] !== "[") return false;
    const [snippet, label] = note.exec(state.src.slice(state.pos, state.posMax)) ?? [];
    if (snippet === undefined || label === undefined) return false;
    if (!silent) {
      const token = state.push(NOTE, "", 0);
      token.content = snippet;
      token.meta = { label };
    }
    state.pos += snippet.length;
    return true;
  });
  core.ruler.after("block", "arrange", arrange);
  // A stroke within a reference or a link doesn't end a cell.
  core.ruler.before("block", "keep-strokes", (state) => {
    state.src = keepStrokes(state.src);
  });
  core.ruler.after("block", "give-strokes", (state) => {
    const written = giveStrokes(state.src);
    if (written === state.src) return;
    state.src = written;
    for (const token of state.tokens) token.content = giveStrokes(token.content);
  });
  return markdown;
}

type BlockRule = Parameters<MarkdownIt["block"]["ruler"]["push"]>[1];

/** A rule as markdown-it or its plugin has it. */
function soleRule(name: string): BlockRule {
  const { ruler } = createMarkdownIt().use(footnotes).block;
  ruler.enableOnly(name);
  const [rule] = ruler.getRules("");
  if (!rule) throw new Error(`markdown-it has no rule ${name}`);
  return rule;
}

/** Whether a line begins with "more than": > 10 procent. More such lines are a quote, whatever they begin with. */
function isMoreThan({ src, bMarks, tShift, eMarks }: Parameters<BlockRule>[0], line: number): boolean {
  const start = (at: number): number => (bMarks[at] ?? 0) + (tShift[at] ?? 0);
  if (!/^>[ \t]*[\d€]/.test(src.slice(start(line), eMarks[line]))) return false;
  return !(line + 1 < eMarks.length && src.slice(start(line + 1), eMarks[line + 1]).startsWith(">"));
}

/** The reference that a token of the dialect holds, if it is one of the right form. */
export function referenceOf(token: Token): Reference | undefined {
  return token.type === REFERENCE ? (token.meta?.reference as Reference | undefined) : undefined;
}

function parseReference(inner: string): Reference | undefined {
  const [, kind, id, text] = form.exec(inner) ?? [];
  return kind && id ? { kind, id, ...(text && { text }) } : undefined;
}
