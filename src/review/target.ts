/** Which part of the content a change in a paragraph is about, and what that part becomes. */
import { type Atom, atomsOf } from "./atoms.js";
import type { Line, Sent } from "./carrier.js";
import { type ContentTexts, holdsLines, type Located } from "./content-text.js";
import type { Edit } from "./edits.js";
import { mostAlike } from "./most-alike.js";
import { applied, type Rewritten, rewritten } from "./rewrite.js";

/** Lines one below the other that changes are about. */
export interface Target {
  readonly lines: readonly Line[];
  /** Offsets in what the paragraph showed. */
  readonly start: number;
  readonly end: number;
}

const isOfOneText = (a: Line, b: Line): boolean => a.file === b.file && a.keys === b.keys;

/** The lines that a change touches; nothing when it touches what the program wrote itself. */
export function targetOf({ shown, lines }: Sent, { from, to }: Edit): Target | undefined {
  // What is new between two lines goes with the line before it.
  const inserted =
    from === to
      ? (lines.findLast(({ start, end }) => start <= from && from <= end) ??
        lines.find(({ start }) => gapBefore(shown, lines, from, start)))
      : undefined;
  if (from === to) return inserted && { lines: [inserted], start: inserted.start, end: inserted.end };
  const first = lines.findLastIndex(({ start }) => start <= from);
  const before = first < 0 ? 0 : first;
  const touched = lines.slice(before).filter(({ start }, index) => index === 0 || start < to);
  // A line that ends before the change is touched by it only when what went stood between that line and the next.
  const begin =
    (touched[0]?.end ?? 0) <= from && touched.length > 1 && (touched[1]?.start ?? 0) <= from
      ? touched.slice(1)
      : touched;
  const [head] = begin;
  const tail = begin.at(-1);
  if (!head || !tail) return undefined;
  // Spaces behind the last line that went with it lead to the line after it.
  const next = tail.end < to ? lines[lines.indexOf(tail) + 1] : undefined;
  const all = next && isGap(shown.slice(tail.end, next.start)) ? [...begin, next] : begin;
  const end = all.at(-1)?.end ?? 0;
  const whole = all.every((line, index) => {
    const after = all[index + 1];
    return !after || (isOfOneText(line, after) && isGap(shown.slice(line.end, after.start)));
  });
  return whole && head.start <= from && to <= end ? { lines: all, start: head.start, end } : undefined;
}

/** Sentences that went as a whole, with the space beside them: it goes with them, unless someone changed something there. */
export const withGaps = ({ shown, lines }: Sent, edits: readonly Edit[]): Edit[] =>
  edits.map((edit) => {
    const first = lines.findIndex(({ start }) => start === edit.from);
    const last = lines.findIndex(({ end }) => end === edit.to);
    if (edit.text !== "" || first < 0 || last < first) return edit;
    const free = (a: Line | undefined, b: Line | undefined): boolean =>
      a !== undefined &&
      b !== undefined &&
      isOfOneText(a, b) &&
      isGap(shown.slice(a.end, b.start)) &&
      edits.every((other) => other === edit || other.to < a.end || other.from > b.start);
    const [before, after] = [lines[first - 1], lines[last + 1]];
    if (after && free(lines[last], after)) return { ...edit, to: after.start };
    return before && free(before, lines[first]) ? { ...edit, from: before.end } : edit;
  });

const isGap = (text: string): boolean => text.trim() === "" && text.length <= 1;

/** Whether only a space stands between a place and the line that begins behind it. */
const gapBefore = (shown: string, lines: readonly Line[], from: number, start: number): boolean =>
  from < start && isGap(shown.slice(from, start)) && lines.some(({ end }) => end <= from);

/** What is to be written, or why it can't be. */
export type Outcome =
  | { readonly at: Located; readonly source: string }
  | { readonly refused: string; readonly now?: string };

/** Lines with a number of changes in them. */
export function outcomeOf(
  { lines, start, end }: Target,
  shown: string,
  edits: readonly Edit[],
  texts: ContentTexts,
): Outcome {
  const make = (at: Located): Rewritten => {
    const stretch = stretchOf(lines, { shown, start, end }, at);
    if (!stretch) return { refused: "ivp kan niet zeker zijn hoe dit in de inhoud moet staan." };
    const own = edits.map(({ from, to, text }) => ({ from: from - start, to: to - start, text }));
    return rewritten(stretch, shown.slice(start, end), own);
  };
  const at = texts.locate(lines);
  if (!at) return changedMeanwhile(lines, texts, make);
  const result = make(at);
  return "refused" in result ? result : { at, source: result.source };
}

/** What the content has in the place of lines that aren't there any more: what someone wanted it to have, or something else. */
function changedMeanwhile(lines: readonly Line[], texts: ContentTexts, make: (at: Located) => Rewritten): Outcome {
  const refused = "De inhoud is hier gewijzigd nadat het document is gemaakt.";
  const text = lines[0] && texts.textOf(lines[0]);
  if (!text) return { refused };
  const source = lines.map((line) => line.source).join("\n");
  const wanted = make({ text: { ...text, text: source }, from: 0, to: source.length });
  if ("source" in wanted && holdsLines(text.text, wanted.source))
    return { refused: "Dit staat al zo in de inhoud: er verandert niets." };
  return { refused, now: mostAlike(text.text, source) };
}

function stretchOf(
  lines: readonly Line[],
  { shown, start }: { shown: string; start: number; end: number },
  { text, from, to }: Located,
) {
  const source = text.text.slice(from, to);
  const atoms: Atom[] = [];
  let at = 0;
  for (const [index, line] of lines.entries()) {
    const own = atomsOf(line.source, shown.slice(line.start, line.end), text.form);
    if (!own) return undefined;
    const offset = line.start - start;
    const before = lines[index - 1];
    // The end of the line before, with what makes this one what it is.
    if (before) {
      const sign = own[0]?.kind === "none" ? own[0].end : 0;
      if (source[at] !== "\n") return undefined;
      atoms.push({ at, end: at + 1 + sign, from: before.end - start, to: offset, kind: "gap" });
      at += 1;
    }
    const placed = own.map((atom) => ({
      ...atom,
      at: atom.at + at,
      end: atom.end + at,
      from: atom.from + offset,
      to: atom.to + offset,
    }));
    atoms.push(...(before && placed[0]?.kind === "none" ? placed.slice(1) : placed));
    at += line.source.length;
  }
  if (at !== source.length) return undefined;
  const isCell = from > 0 && text.text[from - 1] !== "\n";
  const indent = " ".repeat(
    /^\s*(?:(?:[-*+]|\d+[.)]|\[\^[^\]\s]+\]:)\s+)*/.exec(lines[0]?.source ?? "")?.[0].length ?? 0,
  );
  const isSpecial = /^\s*(?:>|\[\^|(?:Tabel|Afbeelding|Bron):)/.test(lines[0]?.source ?? "");
  return { source, atoms, form: text.form, ...(text.form === "prose" && !isCell && !isSpecial && { newLine: indent }) };
}

/** What lines showed, and what they would show with some changes. */
export const saysOf = (
  { start, end }: Target,
  shown: string,
  edits: readonly Edit[],
): { was: string; becomes: string } => {
  const was = shown.slice(start, end);
  const own = edits.map(({ from, to, text }) => ({ from: from - start, to: to - start, text }));
  return { was, becomes: applied(was, own) };
};
