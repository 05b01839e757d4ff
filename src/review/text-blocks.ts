/** What a text of the content is made of, line by line: its paragraphs, items of lists and rows of tables. */
import type { Token } from "markdown-it";
import { linesOf, parseProse } from "../prose/index.js";

/** A line of words as it is read, and within what: so that two texts can be compared by what they say. */
export interface Leaf {
  /** A letter for each thing around it: b and o for lists, t and h for rows of tables, others for what is not written here. */
  readonly path: string;
  readonly words: string;
}

export interface Block {
  /** `row` and `header` are of a table; what is `other` is never written here: captions, quotes, footnotes. */
  readonly kind: "paragraph" | "item" | "row" | "header" | "other";
  /** Offsets of its first line and of the end of its last. */
  readonly from: number;
  readonly to: number;
  /** What stands before its words: "- ". */
  readonly sign: string;
  readonly path: string;
  /** The number of its first leaf, and how many it has. */
  readonly leaf: number;
  readonly leaves: number;
}

export interface TextBlocks {
  readonly blocks: readonly Block[];
  readonly leaves: readonly Leaf[];
}

const LETTERS: Readonly<Record<string, string>> = {
  bullet_list_open: "b",
  ordered_list_open: "o",
  thead_open: "h",
  tbody_open: "t",
  blockquote_open: "q",
  footnote_reference_open: "n",
  caption_open: "c",
  table_source_open: "s",
  picture_open: "p",
  speaker_open: "w",
};

const SIGN = /^[ \t]*(?:[-*+]|\d+[.)])?[ \t]+|^/;

/** Takes a text apart. Pure. */
export function blocksOf(text: string): TextBlocks {
  return new Reader(text).read();
}

interface Open {
  readonly token: Token;
  children: number;
}

class Reader {
  private readonly lines: ReturnType<typeof linesOf>;
  private readonly leaves: Leaf[] = [];
  private readonly blocks: Block[] = [];
  private readonly open: Open[] = [];
  /** The first leaf of the row that is open. */
  private row = 0;

  constructor(private readonly text: string) {
    this.lines = linesOf(text);
  }

  read(): TextBlocks {
    for (const token of parseProse(this.text))
      if (token.nesting === 1) this.begin(token);
      else if (token.nesting === -1) this.end(token);
      else if (token.type === "inline") this.line(token);
    return { blocks: this.blocks, leaves: this.leaves };
  }

  private begin(token: Token): void {
    const around = this.open.at(-1);
    if (around) around.children++;
    this.open.push({ token, children: 0 });
    if (token.type === "tr_open") this.row = this.leaves.length;
  }

  private end({ type }: Token): void {
    const map = this.open.pop()?.token.map;
    if (type !== "tr_close" || !map) return;
    const path = pathOf(this.open);
    const count = this.leaves.length - this.row;
    // The line under the headers goes with them.
    if (path === "h") this.put("header", [map[0], map[0] + 2], path, count);
    else this.put(path === "t" ? "row" : "other", [map[0], map[0] + 1], path, count);
  }

  private line({ content, map }: Token): void {
    const path = pathOf(this.open);
    this.leaves.push({ path, words: content.replace(/\s+/g, " ").trim() });
    const isCell = this.open.some(({ token }) => token.type === "tr_open");
    if (!isCell && map) this.put(kindOf(path, this.open.at(-2)?.children), map, path, 1);
  }

  private put(kind: Block["kind"], [first, end]: readonly [number, number], path: string, count: number): void {
    const [start, last] = [this.lines[first], this.lines[end - 1]];
    if (!start || !last) return;
    const sign = kind === "item" ? (SIGN.exec(start.text)?.[0] ?? "") : "";
    const [from, to] = [start.at, last.at + last.text.length];
    this.blocks.push({ kind, from, to, sign, path, leaf: this.leaves.length - count, leaves: count });
  }
}

const pathOf = (open: readonly { readonly token: Token }[]): string =>
  open.map(({ token }) => LETTERS[token.type] ?? "").join("");

/** @param place which thing it is in the item of a list that it is in */
function kindOf(path: string, place: number | undefined): Block["kind"] {
  if (path === "") return "paragraph";
  return /^[bo]+$/.test(path) && place === 1 ? "item" : "other";
}
