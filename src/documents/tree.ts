/**
 * What a document is, before it is HTML: a tree of sections and blocks with texts in the prose dialect.
 * `render` reads these types and `walk.ts`, nothing else of this folder; it knows nothing of safety plans.
 */
import type { Answers, ColourName as Colour, Icon, Path } from "../content/index.js";

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

/** A sign with a shape of its own before a word, so that no meaning hangs on colour alone. */
export type Sign = "waiting" | "running" | "late" | "done" | "stopped" | "mixed" | "unknown";

/** A word with its sign. */
export interface Signed {
  readonly sign: Sign;
  /** In the prose dialect. */
  readonly text: string;
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
  readonly links?: readonly { readonly text: string; readonly href: string }[];
}

export interface TimelineRow {
  readonly label: string;
  readonly text: string;
  readonly colour?: Colour;
  /** Indexes of the first and last tick. */
  readonly from: number;
  readonly to: number;
}

/** A number in a chart. */
export interface PlotValue {
  readonly value: number;
  /** As readers see it: "12,5". */
  readonly text: string;
  /** The bounds of its margin. */
  readonly low?: number;
  readonly high?: number;
  /** It may still change: it is drawn open. */
  readonly provisional?: true;
}

/** Numbers of the same thing, by year; what has none leaves a gap. */
export interface PlotSeries {
  readonly title: string;
  /** What the chart is about, what that is compared with, or what it should be. */
  readonly tone: "own" | "other" | "aim";
  readonly points: readonly (PlotValue & { readonly year: number })[];
}

/** Numbers in a picture, labelled where they stand. A table tells them all. */
export type Plot = {
  readonly unit: string;
  /** Whether its axis begins at 0, or at what is near the numbers. */
  readonly fromZero: boolean;
} & (
  | { readonly form: "lines"; readonly series: readonly PlotSeries[] }
  | {
      readonly form: "multiples";
      readonly panels: readonly { readonly title: string; readonly series: readonly PlotSeries[] }[];
    }
  | {
      readonly form: "bars";
      /** One without a number says so. */
      readonly bars: readonly {
        readonly title: string;
        readonly number?: PlotValue;
        /** The one that the document is about. */
        readonly own?: true;
      }[];
      /** Lines across all bars. */
      readonly marks: readonly (PlotValue & { readonly title: string })[];
    }
  | {
      readonly form: "change";
      readonly from: string;
      readonly to: string;
      readonly rows: readonly { readonly title: string; readonly was: PlotValue; readonly is: PlotValue }[];
    }
);

export type Chart =
  | { readonly type: "plot"; readonly plot: Plot }
  | {
      readonly type: "overview";
      readonly title: string;
      readonly motto: string;
      readonly columns: readonly { readonly title: string; readonly text: string }[];
      readonly tiles: readonly {
        readonly number: string;
        readonly title: string;
        readonly items: readonly string[];
        readonly note: string;
        readonly icon: Icon;
        readonly colour: Colour;
      }[];
    }
  | {
      readonly type: "timeline";
      readonly ticks: readonly string[];
      readonly rows: readonly TimelineRow[];
      readonly marks: readonly { readonly at: number; readonly text: string }[];
    }
  /** Bars of one length, each divided by how many of its things have which sign. */
  | {
      readonly type: "shares";
      /** What the signs that are there mean, in the order of the parts. */
      readonly key: readonly Signed[];
      readonly rows: readonly {
        readonly title: string;
        /** How many there are, as a reader shall see it: "12 acties". */
        readonly all: string;
        /** None of them is 0. */
        readonly parts: readonly { readonly sign: Sign; readonly count: number }[];
      }[];
    };

/** All that a figure shows, in words: lists under a heading. */
export type Alternative = readonly { readonly title: string; readonly items: readonly string[] }[];

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

/** An image beside the text: its file is among the document's images. */
export interface Picture {
  readonly file: string;
  /** What is seen, for who doesn't see it. */
  readonly alt: string;
}

/** The colours that aren't the usual ones, each as `#rrggbb`. */
export interface Palette {
  readonly house?: {
    /** On paper: behind white letters, and of headings. */
    readonly light: string;
    /** On a dark screen: behind letters. */
    readonly dark: string;
    /** On a dark screen: of headings. */
    readonly darkText: string;
    /** Three that lie near it, for what is drawn under the letters of a cover. */
    readonly hills: readonly string[];
  };
  readonly accent?: string;
  /** By the name that blocks use. */
  readonly themes: readonly { readonly name: string; readonly light: string; readonly dark: string }[];
}

/** Where a reference in a document's prose leads and how it reads there. */
export interface Link {
  readonly text: string;
  /** Where it leads, if it leads anywhere. */
  readonly anchor?: string;
  /** The document that holds the anchor, when it is another one: a path relative to this one, without extension. */
  readonly document?: string;
  /** A short explanation to show on hover and focus. */
  readonly explanation?: string;
}

export interface Status {
  readonly state:
    | "concept"
    | "ter-vaststelling"
    | "deels-vastgesteld"
    | "vastgesteld"
    | "gewijzigd-vastgesteld"
    | "verworpen"
    | "ingetrokken";
  /** As readers see it: "Concept", "Vastgesteld door 5 van de 8 raden". */
  readonly label: string;
  /** What a reader must know before taking it for adopted: that it isn't yet, or where it doesn't hold. */
  readonly caution?: string;
}

/** Which document to make: what lists, manifests and file names need, before anything is composed. */
export interface DocumentInfo {
  /** What `--only` names: "ivp-2019-2022", "bergeijk", "uvp-2019-2020". */
  readonly id: string;
  /** The kind of document, for `--only` too: "plan", "annex", "programme". */
  readonly kind: string;
  /** Path in the output folder without extension, with forward slashes. */
  readonly path: string;
  readonly title: string;
  readonly status: Status;
}

export interface Document extends DocumentInfo {
  readonly language: "nl";
  /** The title in running headers. */
  readonly shortTitle: string;
  readonly cover: {
    readonly kicker: string;
    readonly title: string;
    readonly subtitle: string;
    readonly slogan?: string;
    readonly facts: readonly { readonly term: string; readonly value: Value }[];
    /** A full page, or a band above the first section. */
    readonly style: "page" | "band";
    readonly logo?: Picture;
    /** On a full page only. */
    readonly photo?: Picture & { readonly source?: string };
  };
  /** Missing where every colour is the usual one. */
  readonly palette?: Palette;
  readonly sections: readonly Section[];
  /** The section that tells what changed after it was adopted. */
  readonly changed?: Pick<Section, "anchor" | "title">;
  /** By `kind:id`. */
  readonly links: ReadonlyMap<string, Link>;
  /** What the texts show, by file: see `imageFile`. */
  readonly images: ReadonlyMap<string, Uint8Array>;
  /** What the document is made of, to be kept with its PDF. */
  readonly data: object;
}

/** A line of a text in the content: a sentence, as content has one to a line; of a table, a cell. */
export interface TextLine {
  /** Path of the file in the content folder. */
  readonly file: string;
  /** Where the text stands in the file. */
  readonly path: Path;
  /** The same with ids in the place of the numbers of items that have one: "measures/camera/text". */
  readonly keys: string;
  /** Which line of the text it is, from 0. */
  readonly line: number;
  /** Offsets in the text, in which a body goes by the name that the program has for it: `[[body:council]]`. */
  readonly from: number;
  readonly to: number;
  /** What stands there, as it is written. */
  readonly source: string;
}

/** A document of which the lines of its texts end with signs. */
export interface Traced {
  readonly document: Document;
  /** By the number of their sign: see `prose/signs.ts`. */
  readonly lines: readonly TextLine[];
}

/** Who changed something, and when. */
export interface Reviser {
  readonly author: string;
  readonly date?: Date;
}

/** Two editions of a document, for who marks in the new one what changed: each knows where its texts come from. */
export interface Revision {
  /** Missing for a document that is new. */
  readonly before?: { readonly document: Document; readonly traced: Traced };
  readonly after: Traced;
  /** Who changed which text, and why. */
  readonly changes: readonly {
    readonly was?: Pick<TextLine, "file" | "path">;
    readonly is?: Pick<TextLine, "file" | "path">;
    readonly by: Reviser;
    readonly reason?: string;
  }[];
  /** Who stands for all other changes: those of what the program writes itself. */
  readonly otherwise: Reviser;
}

/** A document in which what changed is marked. */
export interface Marked {
  readonly document: Document;
  /** Both editions of it apart, for what marks changes in its own way. */
  readonly revision?: () => Revision;
}
