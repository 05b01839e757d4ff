/** Rows of tables that came or went as a whole. */
import { cellsOf } from "../prose/cells.js";
import type { Sent } from "./carrier.js";
import type { ContentText } from "./content-text.js";
import type { Home, Homes } from "./homes.js";
import type { Found, Match, Matched } from "./matched.js";
import { newWords } from "./new-words.js";
import { type BlockEdit, REPEATED } from "./placing.js";
import { GONE } from "./text-edits.js";

/** A row of the document that came back. */
export interface Row {
  readonly found: readonly Found[];
  readonly matches: readonly Match[];
}

const UNSURE = "van welke tabel van de inhoud zij is, is niet zeker";
type Why = { readonly why: string };

export class Rows {
  private readonly tables = new Map<number, Row[]>();

  constructor(
    found: readonly Found[],
    { matches }: Matched,
    private readonly homes: Homes,
  ) {
    const byParagraph = new Map(matches.map((match) => [match.at.paragraph, match]));
    const rows = new Map<string, { found: Found[]; matches: Match[] }>();
    for (const one of found) {
      const { story, cells } = one.paragraph.at;
      const [cell, inner] = cells;
      if (story !== "body" || !cell || inner) continue;
      const key = `${cell.table} ${cell.row}`;
      let row = rows.get(key);
      if (!row) {
        row = { found: [], matches: [] };
        rows.set(key, row);
        this.tables.set(cell.table, [...(this.tables.get(cell.table) ?? []), row]);
      }
      row.found.push(one);
      const match = byParagraph.get(one.paragraph);
      if (match) row.matches.push(match);
    }
  }

  /** Rows that someone took out, with tracking. */
  removed(): Row[] {
    return this.all().filter(({ found, matches }) => {
      const [change] = found[0]?.paragraph.around ?? [];
      const isWhole = found.every(({ paragraph }) => paragraph.around[0] === change);
      return matches.length > 0 && isWhole && (change?.kind === "deleted" || change?.kind === "moved-away");
    });
  }

  /** Rows of which nothing was sent. */
  added(isFresh: (found: Found) => boolean): Row[] {
    return this.all().filter(({ found, matches }) => matches.length === 0 && found.some(isFresh));
  }

  private all = (): Row[] => [...this.tables.values()].flat();

  /** The row of the content that cells show, as far as they know where they come from: all of the same one. */
  homeOf(sent: readonly Sent[]): Home | undefined {
    const homes = sent.filter(({ lines }) => lines.length > 0).map((one) => this.homes.of(one));
    const [home] = homes;
    if (!home || (home.block.kind !== "row" && home.block.kind !== "header")) return undefined;
    return homes.every((one) => one?.text === home.text && one.block === home.block) ? home : undefined;
  }

  /** Whether the row is shown further on as well: then its last cell is too. */
  private isRepeated = (sent: readonly Sent[]): boolean =>
    sent.filter((one) => this.homes.of(one)).every((one) => this.homes.isRepeated(one));

  /** What takes a row out of the content. @param columns how many cells it has in the document */
  removal(sent: readonly Sent[], columns: number): BlockEdit | Why {
    const home = this.homeOf(sent);
    if (home?.block.kind !== "row") return { why: UNSURE };
    if (this.isRepeated(sent)) return { why: REPEATED };
    const { text, block } = home;
    const source = text.text.slice(block.from, block.to);
    if (source.includes("[^")) return { why: "er staat een voetnoot in" };
    if (cellsOf(source).length !== columns) return { why: UNSURE };
    const { from, to, leaf, leaves: gone } = block;
    return { do: "text", text, edit: { from, to, source: GONE, leaf, gone, fresh: [] } };
  }

  /** What puts a row into the content: behind the one above it, where all of the table is one of the content. */
  addition({ found }: Row): BlockEdit | Why {
    const cell = found[0]?.paragraph.at.cells[0];
    const rows = this.tables.get(cell?.table ?? -1) ?? [];
    const at = rows.findIndex((row) => row.found === found);
    const isOf = (row: Row): Home | undefined => this.homeOf(row.matches.map(({ sent }) => sent));
    const known = rows.filter(({ matches }) => matches.length > 0);
    const homes = known.map(isOf);
    const [first] = homes;
    if (!first || !homes.every((home) => home?.text === first.text)) return { why: UNSURE };
    const above = rows.slice(0, at).findLast(({ matches }) => matches.length > 0);
    const home = above && isOf(above);
    if (!home || !this.isTable(home.text, homes)) return { why: UNSURE };
    if (this.isRepeated(above.matches.map(({ sent }) => sent))) return { why: REPEATED };
    const { block, text } = home;
    const header = text.text.slice(block.from, block.to).split("\n")[0] ?? "";
    const columns = cellsOf(header);
    const cells = columns.map((_, column) => found.filter(({ paragraph }) => paragraph.at.cells[0]?.column === column));
    const used = cells.flat().length;
    if (used !== found.length || cells.some(({ length }) => length !== 1))
      return { why: "haar cellen zijn niet die van de tabel" };
    const words: string[] = [];
    for (const own of cells.flat()) {
      const isEmpty = own.paragraph.pieces.every((piece) => piece.text.trim() === "" && !piece.picture);
      const made = isEmpty ? { lines: [""] } : newWords(own.paragraph, "prose");
      if ("why" in made) return made;
      words.push(made.lines.join(" "));
    }
    const line = `${/^\s*/.exec(header)?.[0] ?? ""}| ${words.join(" | ")} |`;
    const fresh = words.map((one) => ({ path: "t", words: one.replaceAll("\\|", "|").replace(/\s+/g, " ").trim() }));
    const leaf = block.leaf + block.leaves;
    return { do: "text", text, edit: { from: block.to, to: block.to, source: `\n${line}`, leaf, gone: 0, fresh } };
  }

  /** Whether rows stand one below the other in their text. */
  private isTable({ text }: ContentText, homes: readonly (Home | undefined)[]): boolean {
    return homes.every((home, index) => {
      const before = homes[index - 1];
      return !before || !home || before === home || !/\n\s*\n/.test(text.slice(before.block.to, home.block.from));
    });
  }
}
