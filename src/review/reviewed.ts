/** What others did with a document: each change and comment, with where in the content it belongs. */
import type { Place } from "../diagnostics.js";
import { type Paragraph, paragraphsIn, rejectAll, type Tracked, type WordDocument } from "../docx/index.js";
import type { Export, Line, Sent } from "./carrier.js";
import { commentsIn } from "./comments.js";
import type { ContentTexts } from "./content-text.js";
import { BREAK, type Edit, editsIn } from "./edits.js";
import { longestRise } from "./longest-rise.js";
import { type Found, foundIn, type Match, type Matched, matched, textOf } from "./matched.js";
import { by, howOf, inRow, JOINED, NOBODY, OWN, ROW, refusalOf, sentenceAround } from "./refusals.js";
import { outcomeOf, saysOf, type Target, targetOf } from "./target.js";
import type { Change, Comment } from "./types.js";

/** A change that can be written, with what it takes. */
export interface Writable {
  readonly sent: Sent;
  readonly edit: Edit;
  readonly target: Target;
}

export interface Listed {
  readonly changes: readonly Change[];
  readonly comments: readonly Comment[];
  /** By the number of the change. */
  readonly writable: ReadonlyMap<number, Writable>;
}

export function listed(word: WordDocument, sent: Export | undefined, texts: ContentTexts): Listed {
  const found = foundIn(word);
  const all = matched(found, sent ?? { document: "", kind: "", paragraphs: [] });
  return new Lister(word, found, all, texts).list();
}

type Draft = Omit<Change, "number"> & { readonly order: number; readonly writable?: Writable };

class Lister {
  private readonly drafts: Draft[] = [];
  private readonly orders: ReadonlyMap<Paragraph, number>;

  constructor(
    private readonly word: WordDocument,
    private readonly found: readonly Found[],
    private readonly all: Matched,
    private readonly texts: ContentTexts,
  ) {
    this.orders = new Map(found.map(({ paragraph }, index) => [paragraph, index]));
  }

  list(): Listed {
    for (const match of this.all.matches) this.match(match);
    for (const one of this.all.fresh) this.fresh(one);
    this.missing();
    this.moved();
    this.looks();
    this.margins();
    const sorted = this.drafts
      .map((draft, index) => ({ draft, index }))
      .sort((a, b) => a.draft.order - b.draft.order || a.index - b.index);
    const writable = new Map<number, Writable>();
    const changes = sorted.map(({ draft: { order: _, writable: own, ...change } }, index) => {
      if (own) writable.set(index + 1, own);
      return { number: index + 1, ...change };
    });
    return {
      changes,
      writable,
      comments: commentsIn(this.word, this.found, this.all.matches, (line) => this.placeOf(line)),
    };
  }

  private match(match: Match): void {
    const { sent, at, stretches } = match;
    const row = stretches.length > 0 ? inRow(at.paragraph) : undefined;
    const edits = editsIn(match);
    if (row && edits.length === 0)
      this.add(at, {
        ...by(row),
        how: "verwijderd",
        was: sent.shown,
        becomes: "",
        refused: ROW,
        ...this.placeOf(sent.lines[0]),
      });
    for (const edit of edits) this.edit(match, edit, row);
    const mark = at.paragraph.mark[0];
    if (
      mark &&
      mark.kind !== "inserted" &&
      stretches.every((one) => !one.mark) &&
      !edits.some(({ from, to }) => from === 0 && to === sent.shown.length)
    )
      this.add(at, {
        ...by(mark),
        how: "gewijzigd",
        was: sent.shown,
        becomes: sent.shown,
        refused: "Deze alinea is samengevoegd met de volgende: doe dat in de inhoud.",
        ...this.placeOf(sent.lines[0]),
      });
    if (match.shared)
      this.add(at, {
        ...NOBODY,
        how: "gewijzigd",
        was: sent.shown,
        becomes: sent.shown,
        refused: JOINED,
        ...this.placeOf(sent.lines[0]),
      });
  }

  private edit(match: Match, edit: Edit, row: Tracked | undefined): void {
    const { sent, at } = match;
    const { shown, lines } = sent;
    const target = targetOf(sent, edit);
    const line = target?.lines[0] ?? lines.find(({ end }) => edit.from <= end) ?? lines.at(-1);
    const { was, becomes } = target ? saysOf(target, shown, [edit]) : sentenceAround(shown, edit);
    const refused = refusalOf(match, edit, row, target);
    const outcome =
      refused === undefined && target ? outcomeOf(target, shown, [edit], this.texts) : { refused: refused ?? OWN };
    this.add(at, {
      was,
      becomes: becomes.replaceAll(BREAK, " ¶ "),
      how: howOf(edit),
      authors: edit.authors,
      tracked: edit.authors.length > 0,
      ...(edit.date !== undefined && { date: edit.date }),
      ...this.placeOf(line),
      ...("refused" in outcome ? { refused: outcome.refused } : target && { writable: { sent, edit, target } }),
      ...("now" in outcome && { now: outcome.now }),
    });
  }

  /** What is there and wasn't sent. */
  private fresh({ found, copyOf, after }: Matched["fresh"][number]): void {
    const { paragraph } = found;
    const [before, now] = [textOf(paragraph.pieces, rejectAll), textOf(paragraph.pieces)];
    const tracked = [...paragraph.around, ...paragraph.pieces.flatMap((piece) => piece.tracked), ...paragraph.mark][0];
    // Taken out again by who, or another than who, put it in.
    if (now.trim() === "" && before.trim() === "") {
      if (!tracked) return;
      const words = paragraph.pieces.map(({ text }) => text).join("");
      this.add(found, {
        ...by(tracked),
        how: "gewijzigd",
        was: "",
        becomes: "",
        refused: `“${words.trim()}” is toegevoegd en weer weggehaald: er verandert niets.`,
      });
      return;
    }
    const where = after?.lines.at(-1);
    const words = copyOf
      ? "Dit is een kopie van een andere alinea"
      : tracked?.kind === "moved-here"
        ? "Dit is hierheen verplaatst"
        : "Dit is een nieuwe alinea";
    this.add(found, {
      ...(tracked ? by(tracked) : NOBODY),
      how: tracked?.kind === "moved-here" ? "verplaatst" : "toegevoegd",
      was: "",
      becomes: now.trim() === "" ? before : now,
      refused: `${words}: zet haar zelf in de inhoud${where ? ", na wat hier genoemd staat" : ""}.`,
      ...this.placeOf(where),
    });
  }

  /** What was sent and is gone, without anyone having tracked that. */
  private missing(): void {
    const orders = new Map(this.all.matches.map(({ sent, at }) => [sent.number, this.orders.get(at.paragraph) ?? 0]));
    let order = 0;
    const gone = new Set(this.all.missing);
    for (const sent of [...this.all.matches.map((one) => one.sent), ...this.all.missing].sort(
      (a, b) => a.number - b.number,
    )) {
      order = orders.get(sent.number) ?? order;
      if (!gone.has(sent)) continue;
      this.drafts.push({
        ...NOBODY,
        how: "verwijderd",
        chapter: this.found[order]?.chapter ?? "",
        was: sent.shown,
        becomes: "",
        order: order + 0.5,
        refused:
          sent.lines.length > 0
            ? "Deze alinea is weg, zonder dat het is bijgehouden: haal haar zelf uit de inhoud als dat zo hoort."
            : `Deze alinea is weg. ${OWN}`,
        ...this.placeOf(sent.lines[0]),
      });
    }
  }

  /** Paragraphs that stand elsewhere now: those outside the longest row that is in order. */
  private moved(): void {
    const placed = this.all.matches.map((match) => ({ match, order: this.orders.get(match.at.paragraph) ?? 0 }));
    const kept = longestRise(placed.map(({ order }) => order));
    placed.forEach(({ match: { sent, at } }, index) => {
      if (kept.has(index)) return;
      this.add(at, {
        ...NOBODY,
        how: "verplaatst",
        was: sent.shown,
        becomes: sent.shown,
        refused: sent.lines.length > 0 ? "Deze alinea staat nu ergens anders: verplaats haar zelf in de inhoud." : OWN,
        ...this.placeOf(sent.lines[0]),
      });
    });
  }

  private looks(): void {
    const lines = new Map(this.all.matches.map(({ sent, at }) => [at.paragraph, sent.lines[0]]));
    for (const one of this.found)
      for (const { author, date } of one.paragraph.looks)
        this.add(one, {
          authors: [author],
          ...(date !== "" && { date }),
          tracked: true,
          how: "opmaak",
          was: textOf(one.paragraph.pieces, rejectAll),
          becomes: textOf(one.paragraph.pieces),
          refused: "Alleen de opmaak is gewijzigd: die volgt uit de huisstijl.",
          ...this.placeOf(lines.get(one.paragraph)),
        });
  }

  /** Headers and footers. */
  private margins(): void {
    const seen = new Set<string>();
    for (const paragraph of paragraphsIn(this.word.margins)) {
      const tracked = [...paragraph.pieces.flatMap((piece) => piece.tracked), ...paragraph.mark][0];
      if (!tracked) continue;
      const [was, becomes] = [textOf(paragraph.pieces, rejectAll), textOf(paragraph.pieces)];
      if (seen.has(`${was}\n${becomes}`)) continue;
      seen.add(`${was}\n${becomes}`);
      this.drafts.push({
        ...by(tracked),
        how: "gewijzigd",
        chapter: "Kop- en voetteksten",
        was,
        becomes,
        order: Number.MAX_SAFE_INTEGER,
        refused: OWN,
      });
    }
  }

  private add({ paragraph, chapter }: Found, draft: Omit<Draft, "order" | "chapter">): void {
    this.drafts.push({ ...draft, chapter, order: this.orders.get(paragraph) ?? 0 });
  }

  private placeOf(line: Line | undefined): { place?: Place & { keys: string } } {
    if (!line) return {};
    const located = this.texts.locate([line]);
    const text = located?.text ?? this.texts.textOf(line);
    const place = text && this.texts.place(text, located?.from ?? 0, located ? located.to - located.from : 1);
    return place ? { place: { ...place, keys: line.keys } } : {};
  }
}
