/** Paragraphs of the body one after the other, as who wants to put something between two of them sees it. */
import type { Found, Match, Matched } from "./matched.js";

/** What stands beside a place: a paragraph that was sent, the end or beginning of a table with one, or what nobody can tell. */
export type Neighbour =
  | { readonly type: "sent"; readonly match: Match; readonly heading: boolean }
  | { readonly type: "table"; readonly matches: readonly Match[] }
  | { readonly type: "unknown" };

interface Entry {
  readonly found: Found;
  /** Nothing for what is to be placed, and for what counts for nothing. */
  readonly neighbour?: Neighbour;
}

export class Sequence {
  private readonly entries: readonly Entry[];
  private readonly indexes: ReadonlyMap<Found, number>;
  /** All neighbours, and how many of them stand before each entry: what is to be placed may be much more. */
  private readonly neighbours: readonly Neighbour[];
  private readonly before: readonly number[];

  /** @param loose paragraphs that stand elsewhere now, and so say nothing of where others belong */
  constructor(found: readonly Found[], { matches, fresh }: Matched, loose: ReadonlySet<Match>) {
    const byParagraph = new Map(matches.map((match) => [match.at.paragraph, match]));
    const free = new Set(fresh.map((one) => one.found.paragraph));
    const entries: Entry[] = [];
    let table: { readonly number: number; readonly matches: Match[] } | undefined;
    const body = found.filter(({ paragraph: { at } }) => at.story === "body" && !at.contents);
    for (const one of body) {
      const match = byParagraph.get(one.paragraph);
      const [cell] = one.paragraph.at.cells;
      if (!cell) {
        table = undefined;
        entries.push(...entryOf(one, match, free.has(one.paragraph) || (match !== undefined && loose.has(match))));
        continue;
      }
      if (table?.number !== cell.table) {
        table = { number: cell.table, matches: [] };
        entries.push({ found: one, neighbour: { type: "table", matches: table.matches } });
      }
      if (match) table.matches.push(match);
    }
    this.entries = entries;
    this.indexes = new Map(entries.map((entry, index) => [entry.found, index]));
    this.neighbours = entries.flatMap(({ neighbour }) => neighbour ?? []);
    let count = 0;
    this.before = entries.map(({ neighbour }) => (neighbour ? count++ : count));
  }

  /** What stands beside something: at once, and up to the headings around it. */
  around(found: Found): Surrounded | undefined {
    const index = this.indexes.get(found);
    if (index === undefined) return undefined;
    const before = this.side(index, -1);
    const behind = this.side(index, 1);
    return {
      before: before[0],
      behind: behind[0],
      section: [...before, ...behind].filter((one) => !(one.type === "sent" && one.heading)),
      // Something that is new too stands between this and what stood there.
      follows: this.entries[index - 1]?.neighbour ? undefined : this.entries[index - 1]?.found,
    };
  }

  /** Neighbours to one side, up to and with the heading. */
  private side(index: number, step: 1 | -1): Neighbour[] {
    const side: Neighbour[] = [];
    const own = this.before[index] ?? 0;
    const first = step < 0 ? own - 1 : this.entries[index]?.neighbour ? own + 1 : own;
    for (let at = first; this.neighbours[at]; at += step) {
      const neighbour = this.neighbours[at] as Neighbour;
      side.push(neighbour);
      if (neighbour.type === "sent" && neighbour.heading) break;
    }
    return side;
  }
}

function entryOf(found: Found, match: Match | undefined, isLoose: boolean): Entry[] {
  const { at, level, pieces } = found.paragraph;
  if (isLoose) return [{ found }];
  if (match) return [{ found, neighbour: { type: "sent", match, heading: level !== undefined } }];
  const isEmpty = pieces.every(({ text, picture }) => picture === undefined && text.trim() === "");
  return isEmpty && !at.box ? [] : [{ found, neighbour: { type: "unknown" } }];
}

export interface Surrounded {
  /** Nothing at the beginning and the end of the document. */
  readonly before: Neighbour | undefined;
  readonly behind: Neighbour | undefined;
  readonly section: readonly Neighbour[];
  readonly follows: Found | undefined;
}
