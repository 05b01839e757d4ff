/** Where each piece of a text stands in its source: markdown-it tells that of blocks, by line, but not within a line. */
import type { MarkdownIt, Token } from "markdown-it";
import type { WrittenCell } from "./cells.js";

/** A token of the dialect with the stretch of the source that it was made of: markup has one of its own, as words have. */
export interface Placed {
  readonly token: Token;
  /** Offset in the text. */
  readonly at: number;
  readonly length: number;
}

/** The type of what makes a table, a quote, a caption or a footnote of what it stands before: its content is how it is written. */
export const MARK = "mark";

/**
 * The tokens within lines, where lists begin, and their markers, in the order of the source.
 * @param markdown a parser that doesn't join texts: its rule `text_join` is off
 */
export function placeTokens(markdown: MarkdownIt, text: string): Placed[] {
  const lines = text.split("\n");
  const starts: number[] = [];
  let offset = 0;
  for (const line of lines) {
    starts.push(offset);
    offset += line.length + 1;
  }
  const placed: Placed[] = [];
  /** Up to where markers stand, by line: lists within lists begin on the same line. */
  const marked = new Map<number, number>();
  for (const token of markdown.parse(text, {})) {
    const [first = 0] = token.map ?? [];
    const start = starts[first] ?? 0;
    if (token.type === "list_item_open") {
      const marker = `${token.info}${token.markup}`;
      const at = text.indexOf(marker, marked.get(first) ?? start);
      marked.set(first, at + marker.length);
      placed.push({ token, at, length: marker.length });
    } else if (/^(bullet|ordered)_list_open$/.test(token.type)) {
      placed.push({ token, at: marked.get(first) ?? start, length: 0 });
    } else if (token.children && token.meta?.cell) {
      placed.push(...placeCell(markdown, token, token.meta.cell as WrittenCell, start));
    } else if (token.children) {
      // A line of content is the end of its line in the source, but for spaces: what stands before it is markup or indentation.
      const origins = token.content.split("\n").map((line, index) => {
        const source = (lines[first + index] ?? "").trimEnd();
        return (starts[first + index] ?? 0) + Math.max(0, source.length - line.trimEnd().length);
      });
      placeInline(markdown, token.content, token.children, origins, placed);
    } else if (token.map && token.nesting === 0) {
      const end = (starts[token.map[1]] ?? text.length + 1) - 1;
      placed.push({ token, at: start, length: end - start });
    }
  }
  return text.search(MAY_HAVE_MARKS) < 0 ? placed : withMarks(markdown, text, placed);
}

/** What texts have in which there is a table, a quote, a caption or a footnote. */
const MAY_HAVE_MARKS = /[|>]|\]:|^[^\n]*(?:Afbeelding|Bron):/m;

/** Marks: strokes between cells and under headers, > before a quote, and words before a caption, a source or a footnote. */
const marks = /^(?:[\s>|:-]|\[\^[^\]\s]+\]:)*(?:(?:Tabel|Afbeelding|Bron):[ \t]*|[—–][ \t]*)?[\s>|:-]*$/;

/** Puts what stands between the pieces and is a mark among them. */
function withMarks({ core }: MarkdownIt, text: string, placed: readonly Placed[]): Placed[] {
  const all: Placed[] = [];
  const { Token: OwnToken } = new core.State("", {} as MarkdownIt, {});
  let end = 0;
  const fill = (to: number): void => {
    const gap = text.slice(end, to);
    if (gap.trim() === "" || !marks.test(gap)) return;
    const token = new OwnToken(MARK, "", 0);
    token.content = gap;
    all.push({ token, at: end, length: gap.length });
  };
  for (const piece of placed) {
    fill(piece.at);
    all.push(piece);
    end = Math.max(end, piece.at + piece.length);
  }
  fill(text.length);
  return all;
}

/** The pieces of a cell. What `\\|` stands for is a piece of its own, as what other escapes stand for is. */
function placeCell(markdown: MarkdownIt, { content, children }: Token, cell: WrittenCell, start: number): Placed[] {
  const { at, written } = cell;
  const inside: Placed[] = [];
  placeInline(markdown, content, children ?? [], [0], inside);
  // How many characters more were written, by where they stand in the content.
  const origin: number[] = [];
  for (let from = 0; from < written.length; from++) {
    if (written[from] === "\\" && written[from + 1] === "|") from++;
    origin.push(from);
  }
  const placeOf = (index: number): number => start + at + (origin[index] ?? written.length);
  return inside.flatMap((piece): Placed[] => {
    const { token } = piece;
    const pieces = token.type === "text" ? token.content.split(/(\|)/).filter(Boolean) : [token.content];
    let from = piece.at;
    return pieces.map((own) => {
      if (pieces.length === 1 && own !== "|") {
        const begin = placeOf(from);
        return { token, at: begin, length: placeOf(from + piece.length - 1) + (piece.length > 0 ? 1 : 0) - begin };
      }
      const part = Object.assign(Object.create(Object.getPrototypeOf(token)), token, { content: own }) as Token;
      const end = placeOf(from + own.length - 1) + 1;
      // In a link it may stand as it is.
      const isEscaped = own === "|" && written[end - 2 - start - at] === "\\";
      if (isEscaped) Object.assign(part, { type: "text_special", markup: "\\|" });
      const begin = isEscaped ? end - 2 : placeOf(from);
      from += own.length;
      return { token: part, at: begin, length: end - begin };
    });
  });
}

function placeInline(
  markdown: MarkdownIt,
  content: string,
  children: readonly Token[],
  origins: readonly number[],
  placed: Placed[],
): void {
  let at = 0;
  let line = 0;
  let lineStart = 0;
  let automatic = false;
  for (const token of children) {
    const length =
      automatic && token.type === "text" ? content.indexOf(">", at) - at : lengthOf(markdown, token, content, at);
    if (token.type === "link_open") automatic = token.markup === "autolink";
    placed.push({ token, at: (origins[line] ?? 0) + at - lineStart, length });
    at += length;
    for (let end = content.indexOf("\n", lineStart); end >= 0 && end < at; end = content.indexOf("\n", lineStart)) {
      line += 1;
      lineStart = end + 1;
    }
    if (token.type === "link_close") automatic = false;
  }
}

/** How many characters of the content a token was made of. */
function lengthOf(markdown: MarkdownIt, { type, markup, content: own }: Token, content: string, at: number): number {
  switch (type) {
    case "softbreak":
    case "hardbreak":
      return match(/[ \t]*\\?\n[ \t]*/y, content, at);
    case "text_special":
    case "em_open":
    case "em_close":
    case "strong_open":
    case "strong_close":
      return markup.length;
    case "code_inline":
      return match(new RegExp(`${markup}[\\s\\S]*?[^\`]${markup}(?!\`)`, "y"), content, at);
    case "link_open":
      return 1;
    case "link_close":
      return markup === "autolink" ? 1 : tailLength(markdown, content, at);
    case "image": {
      const head = 2 + own.length;
      return head + tailLength(markdown, content, at + head);
    }
    default:
      return own.length;
  }
}

function match(pattern: RegExp, content: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(content)?.[0].length ?? 0;
}

/** The length of `](address "title")`. */
function tailLength({ helpers }: MarkdownIt, content: string, at: number): number {
  const space = (from: number): number => from + match(/[ \t\n]*/y, content, from);
  let end = space(at + 2);
  const address = helpers.parseLinkDestination(content, end, content.length);
  if (address.ok) end = address.pos;
  const title = helpers.parseLinkTitle(content, space(end), content.length);
  if (title.ok) end = title.pos;
  return space(end) + 1 - at;
}
