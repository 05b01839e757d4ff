/** What was sent and isn't there any more, without anyone having tracked that. */
import { cellsOf } from "../prose/cells.js";
import type { Sent } from "./carrier.js";
import type { Draft } from "./drafts.js";
import type { Homes } from "./homes.js";
import type { Found, Matched } from "./matched.js";
import { NOBODY } from "./refusals.js";
import type { Rows } from "./rows.js";

/** A paragraph that isn't there any more. */
export interface Removal {
  readonly sent: Sent;
  readonly who: Pick<Draft, "authors" | "tracked" | "date">;
  /** Where it stood, or behind which place in the order of the text. */
  readonly at: Found | number;
  /** Why it may not be written, whatever the content holds. */
  readonly why?: string;
}

export interface Missing {
  readonly removals: readonly Removal[];
  /** Rows of the content of which no cell is there any more, behind what they stood. */
  readonly rows: readonly { readonly at: Found; readonly sent: readonly Sent[] }[];
  /** Places in the order of the text where something may have come in the place of what is missing. */
  readonly instead: ReadonlySet<number>;
}

/** More than people take out without tracking it; a program may have lost it. */
const [MANY, PART] = [8, 1 / 4];

export function missingIn(
  found: readonly Found[],
  all: Matched,
  homes: Homes,
  ofRows: Rows,
  orderOf: (found: Found) => number,
): Missing {
  const { matches, missing } = all;
  const gone = new Set(missing);
  const inOrder = [...matches.map(({ sent }) => sent), ...missing].sort((a, b) => a.number - b.number);
  const orders = new Map(matches.map(({ sent, at }) => [sent, orderOf(at)]));
  const tooMany = missing.length > MANY && missing.length > inOrder.length * PART;
  const fresh = all.fresh.map((one) => orderOf(one.found));
  const wholeRows = tooMany ? new Map<Sent, readonly Sent[]>() : rowsIn(all, homes, ofRows);
  const removals: Removal[] = [];
  const rows: { at: Found; sent: readonly Sent[] }[] = [];
  const instead = new Set<number>();
  /** Why it can't be certain that something that is missing was taken out. */
  const doubt = (from: number, until: number): string | undefined => {
    if (tooMany) return "er ontbreekt zo veel van het document dat een programma het verloren kan hebben";
    // Where something new stands in its place, it may be what it became.
    const own = fresh.filter((order) => order > from && order < until);
    for (const order of own) instead.add(order);
    return own.length > 0 || until < from ? "wat er nu staat, kan ervoor in de plaats zijn gekomen" : undefined;
  };
  let order = 0;
  inOrder.forEach((sent, index) => {
    order = orders.get(sent) ?? order;
    if (!gone.has(sent)) return;
    const next = inOrder.slice(index + 1).find((one) => !gone.has(one));
    const why = doubt(order, next ? (orders.get(next) ?? order) : found.length);
    const row = wholeRows.get(sent);
    const at = found[order];
    if (!row || !at || why !== undefined)
      removals.push({ sent, who: NOBODY, at: order, ...(why !== undefined && { why }) });
    else if (row[0] === sent) rows.push({ at, sent: row });
  });
  return { removals, rows, instead };
}

/** Rows of the content of which no cell is there any more, while the row above them is: by each of their cells. */
function rowsIn({ matches, missing }: Matched, homes: Homes, ofRows: Rows): ReadonlyMap<Sent, readonly Sent[]> {
  const rows = new Map<Sent, readonly Sent[]>();
  const byNumber = new Map(missing.map((sent) => [sent.number, sent]));
  const matched = new Map(matches.map(({ sent }) => [sent.number, sent]));
  const isRow = (sent: Sent | undefined): boolean => sent !== undefined && rows.has(sent);
  for (const sent of missing) {
    const home = isRow(sent) ? undefined : homes.of(sent);
    if (home?.block.kind !== "row") continue;
    const { text, block, at } = home;
    // Some cells don't know where they come from: they have the numbers between those that do.
    const cells = cellsOf(text.text.slice(block.from, block.to));
    const first = sent.number - cells.findIndex((cell) => block.from + cell.at === at);
    const row = cells.flatMap((_, index) => byNumber.get(first + index) ?? []);
    const { blocks } = homes.blocksOf(text);
    const above = blocks[blocks.indexOf(block) - 1];
    const before = cells.flatMap((_, index) => {
      const lost = byNumber.get(first - 1 - index);
      const one = matched.get(first - 1 - index) ?? (isRow(lost) ? lost : undefined);
      return one ? [homes.of(one)?.block] : [];
    });
    if (!before.includes(above) || row.length !== cells.length || ofRows.homeOf(row)?.block !== block) continue;
    for (const one of row) rows.set(one, row);
  }
  return rows;
}
