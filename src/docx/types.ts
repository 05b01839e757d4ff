/** What a document of Word holds, for who reads its text: paragraphs with who changed what, notes, comments and pictures. */

/** A tracked change. */
export interface Tracked {
  readonly kind: "inserted" | "deleted" | "moved-here" | "moved-away";
  readonly author: string;
  /** As Word wrote it; empty when it didn't. */
  readonly date: string;
}

export type Look = "underlined" | "struck" | "raised" | "lowered" | "highlighted" | "hidden";

/** A stretch of text that looks the same and was changed in the same way. */
export interface Piece {
  /** Line breaks as "\n", tabs as "\t". */
  readonly text: string;
  /** The changes that it is part of, the outer first: one who deletes what another inserted is the second. */
  readonly tracked: readonly Tracked[];
  readonly bold?: true;
  readonly italic?: true;
  /** Other looks, which content doesn't have. */
  readonly other?: readonly Look[];
  /** Where it leads: an address, or "#" and the name of a bookmark. */
  readonly link?: string;
  /** A note stands here. */
  readonly note?: { readonly kind: "footnote" | "endnote"; readonly id: string };
  readonly picture?: WordPicture;
  /** What Word fills in itself, such as `PAGEREF x` or `TOC \o "1-3"`; the innermost. */
  readonly field?: string;
  /** Comments on it, by id. */
  readonly comments: readonly string[];
}

export interface WordPicture {
  /** The part with its bytes; missing when it is no picture that is in the file. */
  readonly part?: string;
  readonly alt: string;
  /** What it is when it is no picture, in Dutch: "een grafiek". */
  readonly other?: string;
}

/** Where a paragraph stands. */
export interface Surroundings {
  readonly story: "body" | "footnote" | "endnote" | "header" | "footer";
  /** The id of the note that it is in. */
  readonly note?: string;
  /** The tables around it, the outer first. */
  readonly cells: readonly { readonly table: number; readonly row: number; readonly column: number }[];
  /** In a text box. */
  readonly box?: true;
  /** In a list of contents that Word makes. */
  readonly contents?: true;
}

export interface Paragraph {
  readonly type: "paragraph";
  readonly at: Surroundings;
  readonly pieces: readonly Piece[];
  /** Of the mark at its end: that is inserted where a paragraph is split, and deleted where two are joined. */
  readonly mark: readonly Tracked[];
  /** Of the row, cell or table that it is in. */
  readonly around: readonly Tracked[];
  /** Names of bookmarks with the piece before which each begins and ends; one may end in another paragraph. */
  readonly bookmarks: readonly { readonly name: string; readonly edge: "start" | "end"; readonly piece: number }[];
  /** 1 to 9, for a heading; 0 for the title of the document. */
  readonly level?: number;
  /** The name of its style, as the document has it. */
  readonly style: string;
  /** How words look in that style by themselves. */
  readonly usual: Pick<Piece, "bold" | "italic">;
  readonly list?: { readonly id: string; readonly depth: number; readonly ordered: boolean };
  /** Who changed how it looks, without changing a word. */
  readonly looks: readonly Omit<Tracked, "kind">[];
}

export interface WordTable {
  readonly type: "table";
  readonly rows: readonly WordRow[];
}

export interface WordRow {
  readonly header: boolean;
  readonly tracked: readonly Tracked[];
  readonly cells: readonly WordCell[];
}

export interface WordCell {
  readonly blocks: readonly WordBlock[];
  readonly tracked: readonly Tracked[];
  /** How many columns it takes, and whether it goes on with the cell above it. */
  readonly span: number;
  readonly continues: boolean;
}

export type WordBlock = Paragraph | WordTable;

export interface WordComment {
  readonly id: string;
  readonly author: string;
  readonly date: string;
  readonly text: string;
  /** The comment to which it is an answer. */
  readonly answers?: string;
  readonly done: boolean;
}

export interface WordNote {
  readonly kind: "footnote" | "endnote";
  readonly id: string;
  readonly blocks: readonly WordBlock[];
}

export interface WordDocument {
  readonly blocks: readonly WordBlock[];
  readonly notes: readonly WordNote[];
  /** Headers and footers. */
  readonly margins: readonly WordBlock[];
  readonly comments: readonly WordComment[];
  /** Bytes of a part, such as a picture. */
  readonly bytesOf: (part: string) => Uint8Array | undefined;
  /** XML that another program put in, by the name of its part. */
  readonly own: readonly { readonly part: string; readonly root: import("./xml.js").XmlElement }[];
  /** Properties that another program put in, by name. */
  readonly properties: ReadonlyMap<string, string>;
  /** Title, author and program that wrote it. */
  readonly title: string;
  readonly program: string;
  /** What there is that ivp does nothing with, in Dutch, as sentences. */
  readonly notices: readonly string[];
}
