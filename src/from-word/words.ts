/** Words of a document as content can have them: in the dialect, with one sentence on each line. */
import { isDrawable, isInvisible } from "../check/characters.js";
import type { Paragraph, Piece } from "../docx/index.js";
import { counted } from "../dutch.js";
import { escapedWords } from "../prose/escaped.js";
import { sentencesIn } from "../prose/sentences.js";

/** What is told of what content can't have. */
export interface Losses {
  /** Something that came otherwise than it was. */
  readonly doubt: (what: string) => void;
  readonly lose: (what: string) => void;
  /** Something that is lost again and again. */
  readonly count: (what: string) => void;
}

/** Signs that people type before the points of a list. */
export const TYPED = /^\s*(?:[•·●○■□▪▫◦‣⁃►▶➢➤✓✔\uf0b7\uf0a7]|[–—-](?=\s)|o(?=\t))\s*/u;

/** A character with how it looks. */
interface Sign {
  readonly sign: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly link: string | undefined;
  /** A footnote that stands before it. */
  readonly notes: readonly string[];
}

/** What a paragraph says in plain words. */
export const plainOf = ({ pieces }: Paragraph, losses: Losses): string => asLine(textOf(pieces), losses);

/** What makes something of a line in the dialect, which titles and names don't have. */
const MARKUP = /[\\`*[\]<>{}|~^]|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])|==+|&(?=#?\w+;)|:(?=[a-z_]+:)/gu;

/** Words as a title or a name: nothing in it means something. */
export function asLine(text: string, losses: Losses): string {
  const clean = cleaned(text, losses).trim();
  const plain = clean
    .replace(TYPED, "")
    .replace(/^[-+#=–—]+\s*/, "")
    .replace(/^(\(?(?:\d+|[a-zA-Z]))[.)](?=\s)/, (_, number: string) => number.replace("(", ""))
    .replace(MARKUP, " ")
    .replace(/\s+/g, " ")
    .trim();
  if (plain === "" && clean !== "") {
    losses.doubt(`“${excerpt(clean)}” is als titel niet te gebruiken: er staat nu “Zonder titel”`);
    return "Zonder titel";
  }
  if (plain === clean) return clean;
  losses.doubt(`van “${excerpt(clean)}” is “${excerpt(plain)}” gemaakt: in een titel kan geen opmaak`);
  return plain;
}

/** What Word shows of pieces, on one line. */
export const textOf = (pieces: readonly Piece[]): string =>
  pieces
    .map(({ text, field }) => (isNumber(field) ? "" : text))
    .join("")
    .replace(/\s+/g, " ")
    .trim();

/** Numbers that Word counts: content has none, as ivp counts them itself. */
const isNumber = (field: string | undefined): boolean => /^(?:SEQ|PAGE|PAGEREF|LISTNUM|AUTONUM)\b/.test(field ?? "");

/** Words with only characters that documents can show. */
export function cleaned(text: string, losses: Losses): string {
  return [
    ...text
      .normalize("NFC")
      .replace(/[\t\n\r\u00a0\u2007\u202f]/g, " ")
      .replace(/[\u2010\u2011]/g, "-"),
  ]
    .map((sign) => {
      if (isInvisible(sign) && sign !== "\u00ad") return "";
      if (sign === "\u00ad" || isDrawable(sign)) return sign;
      const plain = sign.normalize("NFKC");
      if (plain !== sign && [...plain].every(isDrawable)) return plain;
      losses.count(`het teken “${sign}”, dat niet in de lettertypen van de documenten zit`);
      return "";
    })
    .join("");
}

/**
 * A paragraph in the dialect.
 * @param noteOf makes a footnote of one in the document: the sign in the text
 * @returns its sentences, each on a line
 */
export function linesOf({ pieces }: Paragraph, losses: Losses, noteOf: NoteOf): string[] {
  const signs = trimmed(signsOf(pieces, losses, noteOf));
  const text = signs.map(({ sign }) => sign).join("");
  const lines: string[] = [];
  let from = 0;
  for (const sentence of sentencesIn(text)) {
    const start = text.indexOf(sentence, from);
    // A footnote behind the end of a sentence stands before the space that is no part of the next.
    const between = unitsAt(signs, from, start).flatMap(({ notes }) => notes);
    if (between.length > 0) lines.push(`${lines.pop() ?? ""}${between.join("")}`);
    from = start + sentence.length;
    if (sentence !== "") lines.push(written(unitsAt(signs, start, from)));
  }
  const rest = signsBehind(signs, from).flatMap(({ notes }) => notes);
  if (rest.length > 0 && lines.length > 0) lines.push(`${lines.pop()}${rest.join("")}`);
  else if (rest.length > 0) losses.lose(`${counted(rest.length, "voetnoot", "voetnoten")} bij een alinea zonder tekst`);
  return lines;
}

/** Signs by where they stand in the text, as one may be more than one unit long. */
function unitsAt(signs: readonly Sign[], from: number, to: number): Sign[] {
  let at = 0;
  return signs.filter(({ sign }) => {
    const start = at;
    at += sign.length;
    return sign !== "" && start >= from && start < to;
  });
}

/** What stands behind the last sentence: spaces, and an empty sign that has the footnote behind the last one. */
function signsBehind(signs: readonly Sign[], from: number): Sign[] {
  let at = 0;
  return signs.filter(({ sign }) => {
    const start = at;
    at += sign.length;
    return start >= from;
  });
}

type NoteOf = (piece: Piece) => string | undefined;

function signsOf(pieces: readonly Piece[], losses: Losses, noteOf: NoteOf): Sign[] {
  const signs: Sign[] = [];
  let notes: string[] = [];
  for (const piece of pieces) {
    const note = piece.note && noteOf(piece);
    if (note !== undefined) notes.push(note);
    for (const one of signsIn(piece, losses)) {
      if (one.sign === " " && (signs.at(-1)?.sign ?? " ") === " ") continue;
      signs.push({ ...one, notes });
      notes = [];
    }
  }
  if (notes.length > 0) signs.push({ sign: "", bold: false, italic: false, link: undefined, notes });
  return signs;
}

function signsIn(piece: Piece, losses: Losses): Omit<Sign, "notes">[] {
  if (/^PAGE(?:REF)?\b/.test(piece.field ?? "")) losses.count("een paginanummer in de tekst");
  if (isNumber(piece.field)) return [];
  if (/^(?:NOTE)?REF\b/.test(piece.field ?? "")) losses.count("een verwijzing van Word, die nu gewone tekst is");
  for (const look of piece.other ?? [])
    if (look === "hidden") losses.doubt(`“${excerpt(piece.text)}” is in Word verborgen: het is gewone tekst geworden`);
    else if (look !== "underlined" || piece.link === undefined) losses.count(looks[look]);
  const link = linkOf(piece, losses);
  const { bold = false, italic = false } = piece;
  return [...cleaned(piece.text, losses)].map((sign) => ({ sign: /\s/.test(sign) ? " " : sign, bold, italic, link }));
}

const looks = {
  underlined: "onderstreping",
  struck: "doorhaling",
  raised: "tekst in superscript",
  lowered: "tekst in subscript",
  highlighted: "markering met een kleur",
} as const;

function linkOf({ link, text }: Piece, losses: Losses): string | undefined {
  if (link === undefined || text.trim() === "") return undefined;
  if (/^(?:https?:\/\/|mailto:)[^\s<>]+$/i.test(link)) return link.replace(/\(/g, "%28").replace(/\)/g, "%29");
  losses.lose(
    link.startsWith("#")
      ? `de verwijzing binnen het document bij “${excerpt(text)}” (zet er een verwijzing zoals [[section:…]] voor in de plaats)`
      : `de link ${excerpt(link)} bij “${excerpt(text)}”`,
  );
  return undefined;
}

function trimmed(signs: Sign[]): Sign[] {
  const end = signs.findLastIndex(({ sign, notes }) => sign.trim() !== "" || notes.length > 0);
  const start = signs.findIndex(({ sign }) => sign.trim() !== "");
  return start < 0 ? signs.filter(({ notes }) => notes.length > 0) : signs.slice(start, end + 1);
}

type Look = Pick<Sign, "bold" | "italic" | "link">;

/** Signs of one line in the dialect: stretches that look the same, with what makes them so around them. */
function written(signs: readonly Sign[]): string {
  const runs: { look: Look; text: string; notes: string }[] = [];
  for (const { sign, notes, ...look } of signs) {
    const last = runs.at(-1);
    const noted = notes.join("");
    if (last && noted === "" && same(last.look, look)) last.text += sign;
    else runs.push({ look, text: sign, notes: noted });
  }
  let line = "";
  runs.forEach(({ look, text, notes }, index) => {
    line += notes;
    const [, before = "", words = "", after = ""] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
    const left = before !== "" ? " " : (line.at(-1) ?? " ");
    const right = after !== "" ? " " : (runs[index + 1]?.text[0] ?? " ");
    const marks = words === "" ? "" : marksFor(look, left, right, words);
    const inner = escapedWords(words, line.trim() === "" && marks === "" && look.link === undefined);
    const linked = look.link === undefined || words === "" ? inner : `[${inner}](${look.link})`;
    line += before + marks + linked + marks + after;
  });
  return line.replace(/ +/g, " ").trim();
}

const same = (a: Look, b: Look): boolean => a.bold === b.bold && a.italic === b.italic && a.link === b.link;

/** The signs around words; none where Markdown wouldn't take them for that: within a word, or against a sign of the text itself. */
function marksFor({ bold, italic }: Look, left: string, right: string, words: string): string {
  const marks = (bold ? "**" : "") + (italic ? "*" : "");
  if (marks === "") return "";
  const open = /[\s(“‘]/.test(left) && /^[\p{L}\p{N}“‘(€]/u.test(words);
  const closed = /[\s).,;:!?”’]/.test(right) && (/[\p{L}\p{N}%]$/u.test(words) || /\s/.test(right));
  return open && closed ? marks : "";
}

/** The beginning of a text, for in a message. */
export const excerpt = (text: string, length = 80): string => {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > length ? `${line.slice(0, length - 1)}…` : line;
};
