import type { Token } from "markdown-it";
import { notesIn } from "../prose/index.js";
import type { Counters } from "./counters.js";
import type { Signs } from "./lines.js";
import { type Note, type Piece, paragraphsIn, type Run } from "./pieces.js";

/** The footnotes of one text: each has one number, however often the text refers to it. */
export class Notes implements Signs {
  private readonly texts: ReadonlyMap<string, readonly Token[]>;
  private readonly known = new Map<string, { readonly anchor: string; readonly number: number }>();

  constructor(
    tokens: readonly Token[],
    /** Makes pieces of the tokens of a footnote, in which other footnotes may be named. */
    private readonly piecesOf: (tokens: readonly Token[], notes: Notes) => readonly Piece[],
    private readonly counters: Counters,
  ) {
    this.texts = notesIn(tokens);
  }

  /** What stands where a text refers to a footnote; nothing when there is none of that name. */
  sign(label: string): Run[] | undefined {
    const tokens = this.texts.get(label);
    if (!tokens) return undefined;
    const before = this.known.get(label);
    if (before)
      return [
        {
          type: "field",
          instruction: "NOTEREF",
          anchor: before.anchor,
          text: String(before.number),
          look: { superscript: true },
        },
      ];
    const number = ++this.counters.note;
    const anchor = `_Noot${number}`;
    this.known.set(label, { anchor, number });
    const text = [...paragraphsIn(this.piecesOf(tokens, this))];
    const note: Note = { type: "note", anchor, text };
    return [note];
  }
}
