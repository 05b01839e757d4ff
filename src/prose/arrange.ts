/**
 * What the dialect adds to the blocks of markdown-it, between its reading of blocks and of lines: the caption and source of a
 * table and of a picture, the speaker of a quote, and which cells are headers and numbers.
 */
import type { MarkdownIt, Token } from "markdown-it";
import { cellsOf, columnsOf, type WrittenCell } from "./cells.js";

type Core = Parameters<Parameters<MarkdownIt["core"]["ruler"]["push"]>[1]>[0];

/** What the line above a table, and those under a picture, begin with; and who said a quote. */
const TABLE = /^Tabel:[ \t]+(?=\S)/;
const PICTURE = /^Afbeelding:[ \t]+(?=\S)/;
const SOURCE = /^Bron:[ \t]+(?=\S)/;
const SPEAKER = /^[—–][ \t]*(?=\S)/;

/** A line with a picture and nothing else. */
const ALONE = /^!\[(?:[^\]\\]|\\.)*\]\([^\n]*\)$/;

/** Changes the tokens of a text in place of those that markdown-it made. */
export function arrange(state: Core): void {
  const { tokens } = state;
  // Most texts have nothing of the kind.
  if (!/[|>]|^[ \t>]*(?:[-*+]|\d+[.)])?[ \t>]*(?:Afbeelding|Bron):/m.test(state.src)) return;
  state.tokens = new Arranger(state).all(tokens);
}

class Arranger {
  private readonly source: readonly string[];

  constructor(private readonly state: Core) {
    this.source = state.src.split("\n");
  }

  all(tokens: readonly Token[]): Token[] {
    const done: Token[] = [];
    for (let index = 0; index < tokens.length; index++) {
      const token = tokens[index] as Token;
      if (token.type === "table_open") {
        const end = tokens.findIndex(({ type }, at) => at > index && type === "table_close");
        const caption = this.takeLast(done, TABLE);
        done.push(...this.table(tokens.slice(index, end + 1), caption));
        index = end;
      } else if (token.type === "paragraph_open") {
        done.push(...this.paragraph(tokens.slice(index, index + 3)));
        index += 2;
      } else if (token.type === "blockquote_close") {
        const speaker = this.takeLast(done, SPEAKER);
        done.push(token);
        if (!speaker) continue;
        const start = done.findLastIndex(({ type, level }) => type === "blockquote_open" && level === token.level);
        done.splice(start, 0, this.token("quotation_open", "figure", 1, token.level));
        done.push(...this.around("speaker", "figcaption", speaker, token.level));
        done.push(this.token("quotation_close", "figure", -1, token.level));
      } else done.push(token);
    }
    return done;
  }

  private token(type: string, tag: string, nesting: -1 | 0 | 1, level: number): Token {
    const token = new this.state.Token(type, tag, nesting);
    token.block = true;
    token.level = level;
    return token;
  }

  private line(content: string, line: number, level: number): Token {
    const token = this.token("inline", "", 0, level);
    token.content = content;
    token.children = [];
    token.map = [line, line + 1];
    return token;
  }

  private around(type: string, tag: string, inner: Token, level: number): Token[] {
    return [this.token(`${type}_open`, tag, 1, level), inner, this.token(`${type}_close`, tag, -1, level)];
  }

  /** Takes the last line off the paragraph with which these tokens end, when it has that beginning; without it. */
  private takeLast(done: Token[], beginning: RegExp): Token | undefined {
    const [open, inline, close] = done.slice(-3);
    if (open?.type !== "paragraph_open" || close?.type !== "paragraph_close" || !inline) return undefined;
    const lines = inline.content.split("\n");
    const last = lines.pop() ?? "";
    if (!beginning.test(last)) return undefined;
    const line = (inline.map?.[0] ?? 0) + lines.length;
    if (lines.length === 0) done.splice(-3);
    else done.splice(-2, 1, ...this.lines(lines, inline));
    return this.line(last.replace(beginning, ""), line, inline.level);
  }

  private lines(lines: readonly string[], { map, level }: Token, from = 0): Token[] {
    const start = (map?.[0] ?? 0) + from;
    const token = this.line(lines.join("\n"), start, level);
    token.map = [start, start + lines.length];
    return [token];
  }

  /** A paragraph in which pictures with a caption or a source are figures, each with what stands around it as it was. */
  private paragraph([open, inline, close]: readonly Token[]): Token[] {
    if (!open || !inline || !close) return [];
    const lines = inline.content.split("\n");
    const parts: Token[] = [];
    let from = 0;
    const words = (end: number): void => {
      if (end > from) parts.push(open, ...this.lines(lines.slice(from, end), inline, from), close);
    };
    for (let at = 0; at < lines.length; at++) {
      const [line = "", ...under] = lines.slice(at, at + 3);
      const told = ALONE.test(line) ? underPicture(under) : [];
      if (told.length === 0) continue;
      words(at);
      parts.push(...this.picture(inline, at, line, told));
      at += told.length;
      from = at + 1;
    }
    if (from === 0) return [open, inline, close];
    words(lines.length);
    return parts;
  }

  /** A picture with the lines under it. */
  private picture({ map, level }: Token, at: number, line: string, under: readonly string[]): Token[] {
    const start = (map?.[0] ?? 0) + at;
    const outer = level - 1;
    return [
      this.token("picture_open", "figure", 1, outer),
      this.line(line, start, level),
      this.token("picture_caption_open", "figcaption", 1, outer),
      ...under.flatMap((written, index) => {
        const [type, sign] = PICTURE.test(written)
          ? (["caption_text", PICTURE] as const)
          : (["source", SOURCE] as const);
        return this.around(type, "span", this.line(written.replace(sign, ""), start + 1 + index, level), outer);
      }),
      this.token("picture_caption_close", "figcaption", -1, outer),
      this.token("picture_close", "figure", -1, outer),
    ];
  }

  /** A table with where its cells stand, its caption and its source, and what its columns and cells are. */
  private table(tokens: readonly Token[], caption: Token | undefined): Token[] {
    const [open] = tokens;
    if (!open) return [];
    const { level } = open;
    const rows = this.rows(tokens);
    const last = rows.length > 1 ? rows.at(-1) : undefined;
    const [first] = last?.cells ?? [];
    const source = first && last?.written.length === 1 && SOURCE.test(first.content) ? first : undefined;
    const start = tokens.findLastIndex(({ type }) => type === "tr_open");
    const end = tokens.findLastIndex(({ type }) => type === "tr_close") + 1;
    const kept = source ? [...tokens.slice(1, start), ...tokens.slice(end)] : tokens.slice(1);
    const shown = (source ? rows.slice(0, -1) : rows).map(({ cells }) => cells);
    open.meta = { columns: columnsOf(shown, alignmentsOf(tokens)) };
    const words = source && this.line(source.content.replace(SOURCE, ""), source.map?.[0] ?? 0, level + 1);
    return [
      open,
      ...(caption ? this.around("caption", "caption", caption, level + 1) : []),
      ...kept,
      ...(words ? this.around("table_source", "p", words, level) : []),
    ];
  }

  /** The cells of each row, which then know where they are written. */
  private rows(tokens: readonly Token[]): { cells: Token[]; written: readonly WrittenCell[] }[] {
    const rows: { cells: Token[]; written: readonly WrittenCell[] }[] = [];
    let line = 0;
    for (const token of tokens) {
      if (token.type === "tr_open") {
        line = token.map?.[0] ?? line;
        rows.push({ cells: [], written: cellsOf(this.source[line] ?? "") });
      }
      const row = rows.at(-1);
      if (token.type !== "inline" || !row) continue;
      token.map = [line, line + 1];
      // What markdown-it adds to a row that is too short stands at its end.
      token.meta = { cell: row.written[row.cells.length] ?? { at: this.source[line]?.length ?? 0, written: "" } };
      row.cells.push(token);
    }
    return rows;
  }
}

/** Of the lines under a picture those that are its caption and its source. */
function underPicture([first = "", second = ""]: readonly string[]): string[] {
  if (SOURCE.test(first)) return [first];
  if (!PICTURE.test(first)) return [];
  return SOURCE.test(second) ? [first, second] : [first];
}

/** How Markdown itself says that columns are aligned. */
const alignmentsOf = (tokens: readonly Token[]): string[] =>
  tokens
    .filter(({ type }) => type === "th_open")
    .map((token) => String(token.attrGet("style") ?? "").replace("text-align:", ""));
