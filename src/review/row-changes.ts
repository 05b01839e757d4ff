/** Rows of tables that came or went: what of that can be written, and what is only told. */
import type { Tracked } from "../docx/index.js";
import type { Sent } from "./carrier.js";
import type { Drafts } from "./drafts.js";
import { type Found, type Matched, textOf } from "./matched.js";
import type { Removal } from "./missing.js";
import type { Why } from "./outcome.js";
import type { BlockEdit } from "./placing.js";
import { by, NOBODY } from "./refusals.js";
import type { Rows } from "./rows.js";

export class RowChanges {
  constructor(
    private readonly drafts: Drafts,
    private readonly rows: Rows,
    private readonly fresh: Matched["fresh"],
    /** What was told with the row that it is in. */
    private readonly told: Set<Found>,
  ) {}

  /** Rows that went, before anything else is told of the paragraphs in them. @returns those paragraphs */
  removed(): ReadonlySet<Found> {
    for (const row of this.rows.removed()) {
      const [tracked] = row.found[0]?.paragraph.around ?? [];
      const sent = row.matches.map((match) => match.sent);
      for (const one of row.found) this.told.add(one);
      const edit = this.rows.removal(sent, row.found.length);
      const [at] = row.found;
      if (at) this.gone(at, sent, tracked ? by(tracked) : NOBODY, edit);
    }
    return this.told;
  }

  gone(at: Found, sent: readonly Sent[], who: Removal["who"], edit: BlockEdit | Why): void {
    const line = sent.flatMap(({ lines }) => lines)[0];
    const draft = {
      ...who,
      how: "verwijderd" as const,
      was: sent.map(({ shown }) => shown).join(" | "),
      becomes: "",
      ...this.drafts.placeOf(line),
    };
    this.drafts.put(at, draft, "why" in edit ? edit : [edit], "Een rij van een tabel is verwijderd");
  }

  added(): void {
    const free = new Set(this.fresh.map(({ found }) => found));
    for (const row of this.rows.added((found) => free.has(found))) {
      const [at] = row.found;
      const tracked: Tracked | undefined = row.found.flatMap(({ paragraph }) => [
        ...paragraph.around,
        ...paragraph.pieces.flatMap((piece) => piece.tracked),
      ])[0];
      if (!at || tracked?.kind === "deleted" || tracked?.kind === "moved-away") continue;
      for (const one of row.found) this.told.add(one);
      const edit = this.rows.addition(row);
      const after = this.fresh.find(({ found }) => row.found.includes(found))?.after;
      const draft = {
        ...(tracked ? by(tracked) : NOBODY),
        how: "toegevoegd" as const,
        was: "",
        becomes: row.found.map(({ paragraph }) => textOf(paragraph.pieces)).join(" | "),
        ...this.drafts.placeOf(after?.lines.at(-1)),
      };
      this.drafts.put(at, draft, "why" in edit ? edit : [edit], "Een rij van een tabel is toegevoegd");
    }
  }
}
