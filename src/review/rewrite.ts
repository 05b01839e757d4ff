/** A text of the content with the changes that someone made in what was shown of it. */
import { escapedWords } from "../prose/escaped.js";
import { type Atom, atomsOf, type Form } from "./atoms.js";
import { BREAK } from "./edits.js";

/** A stretch of what was shown, and what comes in its place. */
export interface ShownEdit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The new source; or why there is none, in Dutch, as a sentence. */
export type Rewritten = { readonly source: string } | { readonly refused: string };

/** A stretch of a text: its source with what is shown of it. */
export interface Stretch {
  readonly source: string;
  readonly atoms: readonly Atom[];
  readonly form: Form;
  /** Where each sentence stands on a line of its own; the spaces before such a line. */
  readonly newLine?: string;
}

const REFUSED = {
  reference: "De wijziging raakt een deel van een verwijzing of een bijzonder teken.",
  same: "Alleen de witruimte is anders: in de inhoud maakt dat geen verschil.",
  note: "In wat wijzigt, staat een voetnoot.",
  split: "Een alinea is gesplitst of samengevoegd, of er is een nieuwe regel begonnen.",
  other: "ivp kan niet zeker zijn hoe dit in de inhoud moet staan.",
} as const;

/**
 * Makes changes in a source. What it makes is read again: unless it shows just what it should, it is refused.
 * @param shown what was shown of it
 * @param edits in the order of the text; they don't overlap
 */
export function rewritten(stretch: Stretch, shown: string, edits: readonly ShownEdit[]): Rewritten {
  const { source, atoms, form } = stretch;
  if (edits.some(({ text }) => text.includes(BREAK) || text.includes("\n"))) return { refused: REFUSED.split };
  let fresh = source;
  for (const edit of [...edits].reverse()) {
    const place = edit.from === edit.to ? placeFor(atoms, edit) : rangeFor(atoms, edit);
    if ("refused" in place) return place;
    const [from, to] = withEmptied(fresh, atoms, place, edit);
    fresh = put(fresh, from, to, place, edit, stretch);
  }
  fresh = tidy(fresh, stretch);
  if (fresh === source) return { refused: REFUSED.same };
  const meant = applied(shown, edits);
  return shows(fresh, meant, atoms, source, shown, form) ? { source: fresh } : { refused: REFUSED.other };
}

/** What should be shown. */
export const applied = (shown: string, edits: readonly ShownEdit[]): string =>
  edits.reduceRight((text, { from, to, text: fresh }) => text.slice(0, from) + fresh + text.slice(to), shown);

interface Range {
  readonly from: number;
  readonly to: number;
  /** Signs that stay before and behind what is new: of a pair of which only one stood in the range. */
  readonly before: readonly Atom[];
  readonly behind: readonly Atom[];
}
type Refused = { readonly refused: string };

const isShown = ({ from, to }: Atom): boolean => to > from;

/** Where something new comes. */
function placeFor(atoms: readonly Atom[], { from, text }: ShownEdit): Range | Refused {
  const at = (offset: number): Range => ({ from: offset, to: offset, before: [], behind: [] });
  const inside = atoms.find((atom) => atom.from < from && from < atom.to);
  if (inside) return inside.kind === "words" ? at(inside.at + from - inside.from) : { refused: REFUSED.reference };
  const before = atoms.findLastIndex((atom) => isShown(atom) && atom.to === from);
  if (before < 0) {
    const next = atoms.find((atom) => atom.kind !== "none");
    return at(next?.at ?? atoms.at(-1)?.end ?? 0);
  }
  let end = atoms[before]?.end ?? 0;
  const last = atoms.findLastIndex(isShown) === before;
  for (const atom of atoms.slice(before + 1)) {
    // A footnote belongs to what stands before it.
    if (atom.kind === "close" || (atom.kind === "note" && (last || /^\s/.test(text)))) end = atom.end;
    else break;
  }
  return at(end);
}

/** What of the source was shown by a stretch. */
function rangeFor(atoms: readonly Atom[], { from, to }: ShownEdit): Range | Refused {
  const first = atoms.find((atom) => atom.from <= from && from < atom.to);
  const last = atoms.find((atom) => atom.from < to && to <= atom.to);
  if (!first || !last) return { refused: REFUSED.other };
  if ((first.kind !== "words" && first.from !== from) || (last.kind !== "words" && last.to !== to))
    return { refused: REFUSED.reference };
  const start = first.at + (first.kind === "words" ? from - first.from : 0);
  const end = last.kind === "words" ? last.at + to - last.from : last.end;
  const within = atoms.filter((atom) => atom.at >= start && atom.end <= end && !isShown(atom));
  if (within.some(({ kind }) => kind === "note")) return { refused: REFUSED.note };
  const open: Atom[] = [];
  const before: Atom[] = [];
  for (const atom of within)
    if (atom.kind === "open") open.push(atom);
    else if (atom.kind === "close" && !open.pop()) before.push(atom);
  return { from: start, to: end, before, behind: open };
}

/** A range with the signs around it, when nothing is left between them. */
function withEmptied(
  source: string,
  atoms: readonly Atom[],
  { from, to, before, behind }: Range,
  { text }: ShownEdit,
): [number, number] {
  if (from === to || text.trim() !== "" || before.length > 0 || behind.length > 0) return [from, to];
  let [start, end] = [from, to];
  for (;;) {
    const opening = atoms.find((atom) => atom.kind === "open" && atom.end === start);
    const closing = atoms.find((atom) => atom.kind === "close" && atom.at === end);
    // Behind the range the source may have changed already: the sign must still be what it was.
    if (!opening || !closing || source.slice(closing.at, closing.end).trim() === "") return [start, end];
    [start, end] = [opening.at, closing.end];
  }
}

function put(
  source: string,
  from: number,
  to: number,
  { before, behind }: Range,
  { text }: ShownEdit,
  stretch: Stretch,
): string {
  const { form, newLine } = stretch;
  const signs = (atoms: readonly Atom[]): string => atoms.map(({ at, end }) => stretch.source.slice(at, end)).join("");
  const head = source.slice(0, from) + signs(before);
  const tail = signs(behind) + source.slice(to);
  const plain = text.replace(/\s+/g, " ");
  // No two spaces where words went.
  const fresh = plain === "" && /(?:^|\s)$/.test(head) && /^ /.test(tail) ? undefined : plain;
  if (fresh === undefined) return head + tail.slice(1);
  if (form === "plain") return head + fresh + tail;
  const begins = /(?:^|\n)[\s>]*$/.test(head);
  if (newLine === undefined) return head + escapedWords(fresh, begins) + tail;
  // A sentence that is new stands on a line of its own, as the others do.
  const whole = fresh.replace(/^ (?=\S)/, (space) =>
    ENDS.test(head) && BEGINS.test(fresh.trimStart()) ? "\n" : space,
  );
  const cut = whole.replace(/(?<=[.!?][”’")]?) (?=[\p{Lu}“‘"(])/gu, "\n");
  const closed = / $/.test(cut) && ENDS.test(cut.trimEnd()) && /^\S/.test(tail) ? `${cut.trimEnd()}\n` : cut;
  const lines = closed.split("\n").map((line, index) => escapedWords(line, index > 0 || begins));
  return head + lines.join(`\n${newLine}`) + tail;
}

const ENDS = /[.!?][”’")]*$/;
const BEGINS = /^[\p{Lu}“‘"(]/u;

/** Without the lines that are empty now, and the spaces at the ends. */
function tidy(source: string, { newLine, form }: Stretch): string {
  const lines = newLine === undefined ? source : source.replace(/\n[ \t]*(?=\n)/g, "").replace(/[ \t]+(?=\n)/g, "");
  return form === "plain" ? lines.trim() : lines.replace(/\s+$/, "").replace(/(?<=\S) {2,}(?=\S)/g, " ");
}

/** Whether a source shows what it should, and every reference, note and picture that it had, and that nobody took away. */
function shows(
  fresh: string,
  meant: string,
  atoms: readonly Atom[],
  source: string,
  shown: string,
  form: Form,
): boolean {
  const plain = (text: string): string => text.replace(/\s+/g, " ").trim();
  if (form === "plain") return plain(fresh) === plain(meant) && plain(fresh) !== "";
  if (plain(meant) === "") return false;
  // References show what they showed: each is written out, so that what is read again can be compared.
  const labels = new Map(
    atoms
      .filter(({ kind }) => kind === "whole")
      .map((atom) => [source.slice(atom.at, atom.end), shown.slice(atom.from, atom.to)]),
  );
  const known = fresh.replace(/\[\[[^[\]\n]*\]\]/g, (reference) => {
    const label = labels.get(reference);
    return label === undefined
      ? reference
      : reference.replace(/(?:\|[^\]]*)?\]\]$/, `|${label.replace(/[[\]|]/g, "")}]]`);
  });
  const one = known
    .split("\n")
    .map((line, index) => (index === 0 ? line : line.replace(/^[\s>]+/, "")))
    .join("\n");
  const wanted = plain(meant);
  return [wanted, meant.trim()].some((words) => atomsOf(one, words, form) !== undefined);
}
