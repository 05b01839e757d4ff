/**
 * What a document is made of, before it is HTML: sections and blocks with texts in the prose dialect.
 * `render` and `word` read the types of documents and what walks over them (`walk.ts`, `contents.ts`), nothing else of this folder; they
 * know nothing of safety plans.
 */
import type { Answers, ColourName as Colour, Icon } from "../content/index.js";
import type { Alternative, Chart } from "./chart.js";
import type { Signed } from "./sign.js";

export type { Answers, Colour, Icon };

/** Something nobody decided on yet, as a reader shall see it. */
export interface OpenValue {
  readonly open: string;
  /** Who decides, as in a sentence: "de gemeenteraad". */
  readonly by: string;
  /** Show only that it is open: the document tells the rest elsewhere. */
  readonly brief?: true;
}

/** A text in the prose dialect, a list of such texts, or an open point. */
export type Value = string | readonly string[] | OpenValue;

export interface Section {
  readonly type: "section";
  /** Unique within the document. */
  readonly anchor: string;
  readonly number?: string;
  /** "Bijlage" before the number of an annex. */
  readonly label?: string;
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly icon?: Icon;
  readonly colour?: Colour;
  /** Small headings stay out of the table of contents. */
  readonly minor?: true;
  /** A page of its own with a look of its own. */
  readonly style?: "poster" | "manifest" | "letter";
}

export interface ListItem {
  readonly text: string;
  /** A number or code in front of the text, such as "M1". */
  readonly label?: string;
  readonly anchor?: string;
}

export interface Column {
  readonly title: string;
  /** Share of the table's width, in percent. */
  readonly width?: number;
  /** Headers of narrow columns stand upright. */
  readonly upright?: true;
  /** It holds numbers, one under the other. */
  readonly numbers?: true;
  /** It stays where all of its cells are empty: that there is nothing, is what it says. */
  readonly stays?: true;
}

/** A cell of a table: a value, with signs among its lines or not, or a yes/no mark, which may have a letter that stands for a word. */
export type Cell =
  | Value
  | readonly (string | Signed)[]
  | { readonly mark: boolean; readonly letter?: { readonly text: string; readonly said: string } };

export interface Row {
  readonly anchor?: string;
  /** The first cell is the row's header. */
  readonly cells: readonly Cell[];
  /** It adds up what stands above it. */
  readonly total?: true;
}

export interface Card {
  readonly title: string;
  readonly text?: string;
  readonly number?: string;
  readonly icon?: Icon;
  readonly colour?: Colour;
  readonly anchor?: string;
  readonly tag?: string;
  /** What the tag says is settled: it stands out less than what still waits for something. */
  readonly settled?: boolean;
  readonly links?: readonly { readonly text: string; readonly href: string }[];
}

export type Block =
  | Section
  | { readonly type: "prose"; readonly text: string }
  | { readonly type: "list"; readonly items: readonly ListItem[] }
  | {
      readonly type: "steps";
      readonly items: readonly { readonly anchor?: string; readonly title: string; readonly text: string }[];
    }
  | {
      readonly type: "table";
      readonly caption: string;
      readonly columns: readonly Column[];
      readonly rows: readonly Row[];
      readonly dense?: true;
    }
  | { readonly type: "facts"; readonly items: readonly { readonly term: string; readonly value: Value }[] }
  | {
      readonly type: "definitions";
      readonly items: readonly {
        readonly anchor?: string;
        readonly term: string;
        readonly meaning: string;
        readonly explanation?: string;
        /** The languages of what isn't Dutch (ISO 639-1). */
        readonly language?: { readonly term?: string; readonly meaning?: string };
      }[];
    }
  | {
      readonly type: "callout";
      readonly tone: "ambition" | "open" | "quote";
      readonly title: string;
      readonly text: string;
      readonly colour?: Colour;
    }
  | { readonly type: "cards"; readonly items: readonly Card[]; readonly columns: 1 | 2 | 3 }
  | { readonly type: "names"; readonly items: readonly string[] }
  | { readonly type: "figure"; readonly caption: string; readonly alternative: Alternative; readonly chart: Chart }
  /** Blocks that differ from an earlier edition: a bar stands beside them. */
  | {
      readonly type: "changed";
      readonly how: "added" | "removed" | "changed";
      readonly blocks: readonly Block[];
    }
  | { readonly type: "contents" };
