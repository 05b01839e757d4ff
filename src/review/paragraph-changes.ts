/** Paragraphs, items and rows that came, went or stand elsewhere: what of that can be written, and what is only told. */
import { acceptAll, isThere, rejectAll, type Tracked } from "../docx/index.js";
import type { Sent } from "./carrier.js";
import type { ContentText, ContentTexts } from "./content-text.js";
import type { Drafts } from "./drafts.js";
import type { Edit } from "./edits.js";
import { type Home, Homes } from "./homes.js";
import { longestRise } from "./longest-rise.js";
import { type Found, type Match, type Matched, textOf } from "./matched.js";
import { missingIn, type Removal } from "./missing.js";
import { movesIn, plain, sourceOf } from "./moves.js";
import { newWords } from "./new-words.js";
import { outcome, soundly, type Why } from "./outcome.js";
import { type BlockEdit, Placing, REPEATED, type WordsFor } from "./placing.js";
import { by, NOBODY, OWN } from "./refusals.js";
import { RowChanges } from "./row-changes.js";
import { Rows } from "./rows.js";
import { Sequence } from "./sequence.js";
import { signChange } from "./signs.js";
import { GONE } from "./text-edits.js";

export class ParagraphChanges {
  private readonly homes: Homes;
  private readonly rows: Rows;
  private readonly rowChanges: RowChanges;
  private readonly placing: Placing;
  private readonly removals: Removal[] = [];
  private readonly loose: ReadonlySet<Match>;
  /** Blocks that went or stand elsewhere: between what is around them nothing stands. */
  private readonly gone = new Map<ContentText, Set<Home["block"]>>();
  /** What may have come in the place of something that is missing. */
  private instead: ReadonlySet<number> = new Set();
  /** What was told with the row that it is in. */
  private readonly told = new Set<Found>();

  constructor(
    private readonly drafts: Drafts,
    private readonly found: readonly Found[],
    private readonly all: Matched,
    texts: ContentTexts,
  ) {
    this.homes = new Homes(texts, [...all.matches.map(({ sent }) => sent), ...all.missing]);
    this.rows = new Rows(found, all, this.homes);
    this.rowChanges = new RowChanges(drafts, this.rows, all.fresh, this.told);
    const placed = all.matches.map((match) => drafts.orderOf(match.at));
    const kept = longestRise(placed);
    this.loose = new Set(all.matches.filter((_, index) => !kept.has(index)));
    this.placing = new Placing(this.homes, new Sequence(found, all, this.loose), (text, from, to) =>
      this.isGone(text, from, to),
    );
  }

  /** Takes note of a paragraph of which all words were taken out. */
  removed({ sent, at }: Match, { authors, date }: Edit): void {
    const who = { authors, tracked: authors.length > 0, ...(date !== undefined && { date }) };
    this.removals.push({ sent, who, at });
  }

  /** Rows that went, before anything else is told of the paragraphs in them. @returns those paragraphs */
  rowsRemoved(): ReadonlySet<Found> {
    return this.rowChanges.removed();
  }

  list(): void {
    this.missing();
    this.note(this.removals.map(({ sent }) => sent));
    this.note([...this.loose].map(({ sent }) => sent));
    this.rowChanges.added();
    const fresh = this.all.fresh.filter(({ found }) => !this.told.has(found));
    const moves = movesIn(
      this.removals,
      fresh.map(({ found }) => found),
    );
    const taken = new Set(moves.values());
    for (const one of fresh) {
      const from = moves.get(one.found);
      if (from) this.move(one.found, from);
      else this.fresh(one);
    }
    for (const removal of this.removals) if (!taken.has(removal)) this.removal(removal);
    for (const match of this.loose) this.elsewhere(match);
  }

  private note(sent: readonly Sent[]): void {
    for (const one of sent) {
      const home = this.homes.of(one);
      if (home) this.gone.set(home.text, (this.gone.get(home.text) ?? new Set()).add(home.block));
    }
  }

  /** Whether a stretch of a text holds nothing but what went and footnotes. */
  private isGone(text: ContentText, from: number, to: number): boolean {
    const gone = this.gone.get(text);
    return this.homes
      .blocksOf(text)
      .blocks.filter((block) => block.from >= from && block.to <= to && block.to > block.from)
      .every((block) => gone?.has(block) === true || block.path.startsWith("n"));
  }

  /** A paragraph in which something was tracked, and that has no words with it and none without it. */
  private withoutWords(found: Found, tracked: Tracked): void {
    const { pieces } = found.paragraph;
    const signs = pieces.flatMap((piece) => signChange(piece) ?? []);
    for (const sign of signs) this.drafts.add(found, sign);
    if (signs.length > 0) return;
    const words = pieces.map(({ text }) => text).join("");
    this.drafts.add(found, {
      ...by(tracked),
      how: "gewijzigd",
      was: "",
      becomes: "",
      refused: `“${words.trim()}” is toegevoegd en weer weggehaald: er verandert niets.`,
    });
  }

  private fresh({ found, copyOf, after }: Matched["fresh"][number]): void {
    const { paragraph } = found;
    const [before, now] = [textOf(paragraph.pieces, rejectAll), textOf(paragraph.pieces)];
    const tracked = [...paragraph.around, ...paragraph.pieces.flatMap((piece) => piece.tracked), ...paragraph.mark][0];
    const isNew = isThere(paragraph.around, acceptAll);
    // Taken out again by who, or another than who, put it in.
    if ((now.trim() === "" && before.trim() === "") || (!isNew && before.trim() === "")) {
      if (tracked) this.withoutWords(found, tracked);
      return;
    }
    const isMoved = tracked?.kind === "moved-here";
    const words = copyOf
      ? "Dit is een kopie van een andere alinea"
      : isMoved
        ? "Dit is hierheen verplaatst"
        : "Dit is een nieuwe alinea";
    const why =
      copyOf || isMoved
        ? { why: "ivp weet niet zeker wat er met de verwijzingen erin moet" }
        : this.instead.has(this.drafts.orderOf(found))
          ? { why: "zij kan in de plaats van een andere gekomen zijn" }
          : undefined;
    const isGone = now.trim() === "";
    const edit = why ?? (isGone ? { why: "zij is weer weg" } : this.placing.place(found, wordsOf(found)));
    this.drafts.put(
      found,
      {
        ...(tracked ? by(tracked) : NOBODY),
        how: isMoved ? "verplaatst" : "toegevoegd",
        was: "",
        becomes: isGone ? before : now,
        ...this.drafts.placeOf(after?.lines.at(-1)),
      },
      "why" in edit ? edit : [edit],
      words,
    );
  }

  private removalEdit({ sent, why }: Removal): BlockEdit | Why {
    if (why !== undefined) return { why };
    const home = this.homes.of(sent);
    if (!home?.whole || !home.alone) return { why: "zij staat niet als alinea in de inhoud" };
    if (this.homes.isRepeated(sent)) return { why: REPEATED };
    const { text, block, list } = home;
    if (text.text.slice(block.from, block.to).includes("[^")) return { why: "er staat een voetnoot in" };
    if (block.kind !== "paragraph" && block.kind !== "item") return { why: "zij hoort daar bij iets anders" };
    if (list) return list.length > 1 ? { do: "remove", text, path: [...list.path, list.index] } : { why: ONLY };
    if (text.form !== "prose" || this.homes.blocksOf(text).blocks.length === 1) return { why: ONLY };
    const { from, to, leaf, leaves: gone } = block;
    return { do: "text", text, edit: { from, to, source: GONE, leaf, gone, fresh: [] } };
  }

  private removal(removal: Removal): void {
    const { sent, who, at } = removal;
    const base = {
      ...who,
      how: "verwijderd",
      was: sent.shown,
      becomes: "",
      ...this.drafts.placeOf(sent.lines[0]),
    } as const;
    const edit = sent.lines.length === 0 ? undefined : this.removalEdit(removal);
    const sound = edit && ("why" in edit ? edit : soundly([edit]));
    const words = who.tracked
      ? "Deze alinea is in haar geheel verwijderd"
      : "Deze alinea is weg, zonder dat het is bijgehouden";
    const draft = {
      ...base,
      ...(sound
        ? outcome(sound, `${words}: haar weghalen doet u zelf in de inhoud`)
        : { refused: `${who.tracked ? "" : "Deze alinea is weg. "}${OWN}` }),
    };
    if (typeof at === "number") this.drafts.addBehind(at, draft);
    else this.drafts.add(at, draft);
  }

  /** What was sent and is gone, without anyone having tracked that. */
  private missing(): void {
    const { removals, rows, instead } = missingIn(this.found, this.all, this.homes, this.rows, this.drafts.orderOf);
    this.removals.push(...removals);
    this.instead = instead;
    for (const { at, sent } of rows) this.rowChanges.gone(at, sent, NOBODY, this.rows.removal(sent, sent.length));
  }

  private move(found: Found, removal: Removal): void {
    const { why: _, ...free } = removal;
    const tracked = [...found.paragraph.pieces.flatMap((piece) => piece.tracked), ...found.paragraph.mark][0];
    this.moved(found, removal.sent, free, tracked ? by(tracked) : removal.who);
  }

  /** A paragraph that still is what it was, and stands elsewhere. */
  private elsewhere({ sent, at }: Match): void {
    if (this.told.has(at)) return;
    const isSame = plain(textOf(at.paragraph.pieces)) === plain(sent.shown);
    const why = isSame ? {} : { why: "zij is ook gewijzigd" };
    this.moved(at, sent, { sent, who: NOBODY, at, ...why }, NOBODY);
  }

  private moved(found: Found, sent: Sent, removal: Removal, who: Removal["who"]): void {
    const draft = {
      ...who,
      how: "verplaatst",
      was: sent.shown,
      becomes: sent.shown,
      ...this.drafts.placeOf(sent.lines[0]),
    } as const;
    if (sent.lines.length === 0) {
      this.drafts.add(found, { ...draft, refused: OWN });
      return;
    }
    const gone = this.removalEdit(removal);
    const come = "why" in gone ? gone : this.placing.place(found, () => sourceOf(gone, this.homes.of(sent)));
    const edits =
      "why" in gone || "why" in come
        ? { why: "why" in gone ? gone.why : "why" in come ? come.why : "" }
        : come.text.file === gone.text.file
          ? [gone, come]
          : { why: "zij gaat naar een ander bestand van de inhoud" };
    this.drafts.put(found, draft, edits, "Deze alinea staat nu ergens anders");
  }
}

const ONLY = "er blijft dan niets van die tekst over";

const wordsOf =
  ({ paragraph }: Found): WordsFor =>
  (form) =>
    newWords(paragraph, form);
