/** Which paragraphs of a file that came back are which of those that went out. */
import {
  acceptAll,
  isThere,
  type Paragraph,
  type Piece,
  paragraphsIn,
  rejectAll,
  type Tracked,
  type WordDocument,
} from "../docx/index.js";
import type { Export, Sent } from "./carrier.js";

/** A paragraph of the file, with the heading above it. */
export interface Found {
  readonly paragraph: Paragraph;
  readonly chapter: string;
}

/** A stretch of a paragraph; between two of one stretch stands the mark at the end of a paragraph. */
export interface Stretch {
  readonly pieces: readonly Piece[];
  /** How words of its paragraph look by themselves. */
  readonly usual: Paragraph["usual"];
  /** The mark after it, when what was sent goes on in the next paragraph. */
  readonly mark?: { readonly tracked: readonly Tracked[] };
}

export interface Match {
  readonly sent: Sent;
  readonly stretches: readonly Stretch[];
  readonly at: Found;
  /** What was sent as paragraphs of their own stands in one now. */
  readonly shared: boolean;
}

export interface Matched {
  readonly matches: readonly Match[];
  /** What was sent and isn't there any more. */
  readonly missing: readonly Sent[];
  /** What is there and wasn't sent; `copyOf` tells of which paragraph it is a copy, `after` what it stands behind. */
  readonly fresh: readonly { readonly found: Found; readonly copyOf?: Sent; readonly after?: Sent }[];
}

const CARRIER = /^_ivp_(\d+)$/;
const COPY = /^_ivp_(\d+)\D/;

export const textOf = (pieces: readonly Piece[], accepts = acceptAll): string =>
  pieces
    .filter(({ tracked }) => isThere(tracked, accepts))
    .map(({ text }) => text)
    .join("");

/**
 * All paragraphs in the order of the text: those of a note right behind what has its sign, once, as notes of a damaged file may point at
 * each other.
 */
export function foundIn({ blocks, notes }: WordDocument): Found[] {
  let chapter = "";
  const found: Found[] = [];
  const unseen = new Map(notes.map((one) => [`${one.kind} ${one.id}`, one]));
  const visit = (all: readonly Paragraph[]): void => {
    for (const paragraph of all) {
      if (paragraph.level !== undefined && !paragraph.at.contents) chapter = textOf(paragraph.pieces).trim() || chapter;
      found.push({ paragraph, chapter });
      for (const { note } of paragraph.pieces) {
        const own = note && unseen.get(`${note.kind} ${note.id}`);
        if (!own) continue;
        unseen.delete(`${own.kind} ${own.id}`);
        visit(paragraphsIn(own.blocks));
      }
    }
  };
  visit(paragraphsIn(blocks));
  return found;
}

interface Edge {
  readonly paragraph: number;
  readonly piece: number;
}

interface Range {
  start: Edge;
  end: Edge;
}

export function matched(found: readonly Found[], sent: Export): Matched {
  const byNumber = new Map(sent.paragraphs.map((one) => [one.number, one]));
  const { ranges, doubled } = rangesIn(found);
  for (const [number, range] of ranges) {
    const own = byNumber.get(number);
    if (own && range.start.paragraph < range.end.paragraph) Object.assign(range, trimmed(range, own, found));
  }
  const matches = new Map<number, Match>();
  const taken = new Set<number>();
  const owners = ownersOf(ranges);
  for (const [number, { start, end }] of ranges) {
    const own = byNumber.get(number);
    const at = found[start.paragraph];
    if (!own || !at || doubled.has(number)) continue;
    const stretches: Stretch[] = [];
    for (let index = start.paragraph; index <= end.paragraph; index++) {
      taken.add(index);
      const { pieces, mark, usual } = (found[index] as Found).paragraph;
      const alone = owners.get(index)?.size === 1;
      const from = index === start.paragraph && (!alone || isSpace(pieces.slice(0, start.piece))) ? start.piece : 0;
      const to = index === end.paragraph && !alone ? end.piece : pieces.length;
      stretches.push({
        pieces: pieces.slice(from, to),
        usual,
        ...(index < end.paragraph && { mark: { tracked: mark } }),
      });
    }
    const shared = [start.paragraph, end.paragraph].some((index) => (owners.get(index)?.size ?? 0) > 1);
    matches.set(number, { sent: own, stretches, at, shared });
  }
  byWords(found, sent, matches, taken);
  return {
    matches: sent.paragraphs.flatMap(({ number }) => matches.get(number) ?? []),
    missing: sent.paragraphs.filter(({ number }) => !matches.has(number)),
    fresh: freshIn(found, taken, ranges, byNumber),
  };
}

/**
 * Programs let a bookmark grow with what is typed at its edge. Where one paragraph of a range has all the words that were sent, only
 * that is it; the others are new.
 */
function trimmed({ start, end }: Range, { shown }: Sent, found: readonly Found[]): Range {
  for (let index = start.paragraph; index <= end.paragraph; index++) {
    const { pieces } = (found[index] as Found).paragraph;
    const from = index === start.paragraph ? start.piece : 0;
    const to = index === end.paragraph ? end.piece : pieces.length;
    if (textOf(pieces.slice(from, to), rejectAll) !== shown) continue;
    return { start: { paragraph: index, piece: from }, end: { paragraph: index, piece: to } };
  }
  return { start, end };
}

/** What stands before the words of a footnote. */
const isSpace = (pieces: readonly Piece[]): boolean =>
  pieces.every(({ text, tracked }) => text.trim() === "" && tracked.length === 0);

/** Where the bookmarks of paragraphs begin and end. */
function rangesIn(found: readonly Found[]) {
  const ranges = new Map<number, Range>();
  const doubled = new Set<number>();
  const numberOf = numbersIn(found);
  found.forEach(({ paragraph }, index) => {
    for (const { name, edge, piece } of paragraph.bookmarks) {
      const number = numberOf(name);
      if (number === undefined) continue;
      const known = ranges.get(number);
      const place = { paragraph: index, piece };
      if (edge === "start") {
        if (known) doubled.add(number);
        else ranges.set(number, { start: place, end: place });
      } else if (known) known.end = place;
    }
  });
  // One that never ends, ends with its paragraph.
  for (const range of ranges.values())
    if (range.end === range.start)
      range.end = {
        paragraph: range.start.paragraph,
        piece: found[range.start.paragraph]?.paragraph.pieces.length ?? 0,
      };
  return { ranges, doubled };
}

/**
 * Which paragraph a bookmark means. A program that saves a file again may rename one: where the one that it is called after isn't there
 * any more, the only copy is that.
 */
function numbersIn(found: readonly Found[]): (name: string) => number | undefined {
  const names = new Set(found.flatMap(({ paragraph }) => paragraph.bookmarks.map(({ name }) => name)));
  const copies = new Map<number, string[]>();
  for (const name of names) {
    const number = Number(COPY.exec(name)?.[1] ?? Number.NaN);
    if (!Number.isNaN(number)) copies.set(number, [...(copies.get(number) ?? []), name]);
  }
  return (name) => {
    const own = CARRIER.exec(name)?.[1] ?? COPY.exec(name)?.[1];
    if (own === undefined) return undefined;
    const number = Number(own);
    const isOnly = !names.has(`_ivp_${number}`) && copies.get(number)?.length === 1;
    return CARRIER.test(name) || isOnly ? number : undefined;
  };
}

/** Which paragraphs that were sent have a part in each paragraph. */
function ownersOf(ranges: ReadonlyMap<number, Range>): Map<number, Set<number>> {
  const owners = new Map<number, Set<number>>();
  for (const [number, { start, end }] of ranges)
    for (let index = start.paragraph; index <= end.paragraph; index++)
      owners.set(index, (owners.get(index) ?? new Set()).add(number));
  return owners;
}

export const wholeOf = ({ pieces, usual }: Paragraph): Stretch => ({ pieces, usual });

/** Where a program lost the bookmarks: what has exactly the words of one paragraph that was sent, and no other has, is that. */
function byWords(found: readonly Found[], sent: Export, matches: Map<number, Match>, taken: Set<number>): void {
  const once = <T>(all: readonly (readonly [string, T])[]): Map<string, T> => {
    const counts = new Map<string, number>();
    for (const [words] of all) counts.set(words, (counts.get(words) ?? 0) + 1);
    return new Map(all.filter(([words]) => counts.get(words) === 1));
  };
  const lost = once(sent.paragraphs.map((one) => [one.shown, one] as const));
  const loose = once(found.map(({ paragraph }, index) => [textOf(paragraph.pieces, rejectAll), index] as const));
  for (const [words, own] of lost) {
    const index = loose.get(words);
    const at = index === undefined ? undefined : found[index];
    if (
      index === undefined ||
      !at ||
      matches.has(own.number) ||
      taken.has(index) ||
      words.length < 3 ||
      at.paragraph.at.contents
    )
      continue;
    taken.add(index);
    matches.set(own.number, { sent: own, stretches: [wholeOf(at.paragraph)], at, shared: false });
  }
}

function freshIn(
  found: readonly Found[],
  taken: ReadonlySet<number>,
  ranges: ReadonlyMap<number, Range>,
  byNumber: ReadonlyMap<number, Sent>,
): Matched["fresh"] {
  const ends = new Map([...ranges].map(([number, { end }]) => [end.paragraph, number]));
  let after: Sent | undefined;
  return found.flatMap((one, index) => {
    after = byNumber.get(ends.get(index) ?? -1) ?? after;
    const { pieces, at, bookmarks } = one.paragraph;
    const isEmpty = pieces.every(({ text, picture }) => text.trim() === "" && !picture);
    // Pictures go out without words; a picture that is new has a change of its own.
    const isPicture = pieces.every(({ text, tracked }) => text.trim() === "" && tracked.length === 0);
    if (taken.has(index) || at.contents || isEmpty || isPicture) return [];
    const copied = bookmarks.map(({ name }) => COPY.exec(name)?.[1]).find((number) => number !== undefined);
    const copyOf = copied === undefined ? undefined : byNumber.get(Number(copied));
    return [{ found: one, ...(copyOf && { copyOf }), ...(after && { after }) }];
  });
}
