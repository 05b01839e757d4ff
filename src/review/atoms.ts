/** How the source of a line and what a paragraph showed of it fit together, piece by piece. */
import { type Placed, placedIn, REFERENCE, referenceOf } from "../prose/index.js";

/** A piece of the source with what is shown of it. */
export interface Atom {
  /** Offsets in the source. */
  readonly at: number;
  readonly end: number;
  /** Offsets in what is shown. */
  readonly from: number;
  readonly to: number;
  /**
   * `words`: each character stands for itself. `whole`: it can only go as a whole. `gap`: what stands between two lines.
   * `open` and `close`: signs around words, of emphasis and links. `note`: the sign of a footnote. `none`: shown as nothing.
   */
  readonly kind: "words" | "whole" | "gap" | "open" | "close" | "note" | "none";
}

/** What makes a line what it is, and isn't shown. */
const SIGN = /^(?:\s|>|[-*+]\s|\d+[.)]\s|\[\^[^\]\s]+\]:)*(?:(?:Tabel|Afbeelding|Bron):\s+|[—–]\s*)?/;

export type Form = "plain" | "line" | "prose";

/** Atoms of a line; nothing when they don't make what was shown, or might make it in more than one way. */
export function atomsOf(source: string, shown: string, form: Form): Atom[] | undefined {
  if (form === "plain")
    return source === shown ? [{ at: 0, end: source.length, from: 0, to: shown.length, kind: "words" }] : undefined;
  const sign = form === "prose" ? (SIGN.exec(source)?.[0].length ?? 0) : 0;
  for (const begin of sign > 0 ? [sign, 0] : [0]) {
    const found = aligned(source, begin, shown);
    if (found) return begin > 0 ? [{ at: 0, end: begin, from: 0, to: 0, kind: "none" }, ...found] : found;
  }
  return undefined;
}

interface Piece {
  readonly at: number;
  readonly end: number;
  readonly kind: Atom["kind"];
  /** What it shows; nothing where that follows from what it refers to. */
  readonly shown: string | undefined;
}

function aligned(source: string, begin: number, shown: string): Atom[] | undefined {
  const pieces = placedIn(source.slice(begin)).map((placed) => pieceOf(placed, begin));
  if (!pieces.every((piece) => piece !== undefined)) return undefined;
  const texts = textsOf(pieces, shown);
  if (!texts) return undefined;
  let from = 0;
  return pieces.map(({ at, end, kind }, index) => {
    const start = from;
    from += texts[index]?.length ?? 0;
    return { at, end, from: start, to: from, kind };
  });
}

/** What each piece shows. */
function textsOf(pieces: readonly Piece[], shown: string): string[] | undefined {
  const pattern = (any: string): RegExp =>
    new RegExp(
      `^${pieces.map((piece) => `(${piece.shown === undefined ? any : literal(piece.shown)})`).join("")}$`,
      "s",
    );
  if (pieces.filter((piece) => piece.shown === undefined).length > 12) return undefined;
  const [first, second] = [pattern(".+?"), pattern(".+")].map((one) => one.exec(shown)?.slice(1));
  return first && second && first.every((text, index) => text === second[index]) ? first : undefined;
}

const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");

/** @returns nothing for what is no part of a line */
function pieceOf({ token, at, length }: Placed, begin: number): Piece | undefined {
  const place = { at: begin + at, end: begin + at + length };
  switch (token.type) {
    case "text":
      return { ...place, kind: token.content.length === length ? "words" : "whole", shown: token.content };
    case "text_special":
    case "code_inline":
      return { ...place, kind: "whole", shown: token.content };
    case "softbreak":
      return { ...place, kind: "gap", shown: " " };
    case REFERENCE: {
      const reference = referenceOf(token);
      return { ...place, kind: "whole", shown: reference ? reference.text : token.content };
    }
    case "footnote_ref":
      return { ...place, kind: "note", shown: "" };
    case "em_open":
    case "strong_open":
    case "link_open":
      return { ...place, kind: "open", shown: "" };
    case "em_close":
    case "strong_close":
    case "link_close":
      return { ...place, kind: "close", shown: "" };
    default:
      return undefined;
  }
}
