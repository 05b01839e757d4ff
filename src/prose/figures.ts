/** Figures by reference: `[[chart:id]]` and `[[table:id]]`, which stand where a paragraph is nothing but one of them. */
import { parseProse, type Snippet, scan } from "./index.js";

/** A paragraph in the place of which a figure comes. */
export interface FigurePlace {
  readonly kind: FigureKind;
  /** Of the indicator. */
  readonly id: string;
  /** The private characters behind it, by which others follow texts. */
  readonly signs: string;
  /** Its first line, and the line after its last one. */
  readonly from: number;
  readonly to: number;
}

export const figureKinds = ["chart", "table"] as const;
export type FigureKind = (typeof figureKinds)[number];

const ALONE = /^\[\[(chart|table):([a-z0-9-]+)\]\]\s*(\p{Co}*)$/u;

/** Whether a text may refer to a figure at all: most don't. */
export const mayRefer = (text: string): boolean => figureKinds.some((kind) => text.includes(`[[${kind}:`));

/** The paragraphs of a text in the place of which figures come. Pure. */
export function figurePlaces(text: string): FigurePlace[] {
  if (!mayRefer(text)) return [];
  const tokens = parseProse(text);
  return tokens.flatMap(({ type, level, map }, index) => {
    if (type !== "paragraph_open" || level > 0 || !map) return [];
    const [, kind, id = "", signs = ""] = ALONE.exec(tokens[index + 1]?.content.trim() ?? "") ?? [];
    return kind === undefined ? [] : [{ kind: kind as FigureKind, id, signs, from: map[0], to: map[1] }];
  });
}

/** References to figures that stand alone on a line or in a cell, and yet are no paragraph: there they read as words. Pure. */
export function strayFigures(text: string): Snippet[] {
  if (!mayRefer(text)) return [];
  const placed = new Set(figurePlaces(text).map(({ from }) => from));
  return scan(text).references.flatMap(({ reference, snippet, at }) => {
    if (!figureKinds.some((kind) => kind === reference?.kind)) return [];
    const line = text.slice(0, at).split("\n").length - 1;
    const before = text.slice(0, at).split("\n").at(-1)?.split("|").at(-1) ?? "";
    const after = (text.slice(at + snippet.length).split("\n")[0] ?? "").split("|")[0] ?? "";
    const alone = /^[\s>]*(?:(?:[-*+]|\d+[.)]|\[\^[^\]\s]+\]:)\s+)?$/.test(before) && /^[\s.:;,]*$/.test(after);
    return alone && !placed.has(line) ? [{ snippet, at }] : [];
  });
}

/** A text taken apart at its figures. Each piece has the footnotes to which it refers. Pure. */
export function splitAtFigures(text: string): (string | FigurePlace)[] {
  const places = figurePlaces(text);
  if (places.length === 0) return [text];
  const lines = text.split("\n");
  const notes = notesIn(text);
  const isNote = (line: number): boolean => notes.some(({ from, to }) => from <= line && line < to);
  const piece = (from: number, to: number): string => {
    const own = lines.filter((_, line) => from <= line && line < to && !isNote(line)).join("\n");
    return [own, ...notesFor(own, notes, lines)].join("\n\n");
  };
  const ends = [...places.map(({ from }) => from), lines.length];
  return ends.flatMap((to, index) => {
    const text = piece(places[index - 1]?.to ?? 0, to);
    const place = places[index];
    return [...(text.trim() === "" ? [] : [text]), ...(place ? [place] : [])];
  });
}

interface NotePlace {
  readonly label: string;
  readonly from: number;
  readonly to: number;
}

/** The lines of each footnote of a text. */
function notesIn(text: string): NotePlace[] {
  const notes: { label: string; from: number; to: number }[] = [];
  let inside = false;
  for (const { type, map, meta } of parseProse(text)) {
    if (type === "footnote_reference_open") {
      notes.push({ label: String(meta?.label), from: Number.POSITIVE_INFINITY, to: 0 });
      inside = true;
    } else if (type === "footnote_reference_close") inside = false;
    const note = inside && map ? notes.at(-1) : undefined;
    if (!note || !map) continue;
    note.from = Math.min(note.from, map[0]);
    note.to = Math.max(note.to, map[1]);
  }
  return notes;
}

/** The footnotes to which a piece refers, also by way of another one. */
function notesFor(piece: string, notes: readonly NotePlace[], lines: readonly string[]): string[] {
  const wanted = new Set<NotePlace>();
  const look = (text: string): void => {
    for (const note of notes) {
      if (wanted.has(note) || !text.includes(`[^${note.label}]`)) continue;
      wanted.add(note);
      look(lines.slice(note.from + 1, note.to).join("\n"));
    }
  };
  look(piece);
  return [...wanted].map(({ from, to }) => lines.slice(from, to).join("\n"));
}
