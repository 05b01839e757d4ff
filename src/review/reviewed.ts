/** What others did with a document: each change and comment, with where in the content it belongs. */
import { rejectAll, type Tracked, type WordDocument } from "../docx/index.js";
import type { Export } from "./carrier.js";
import { commentsIn } from "./comments.js";
import type { ContentTexts } from "./content-text.js";
import { Drafts } from "./drafts.js";
import { BREAK, type Edit, editsIn } from "./edits.js";
import { otherShape, otherwiseEmphasised } from "./looks.js";
import { marginChanges } from "./margins.js";
import { type Found, foundIn, type Match, type Matched, matched, textOf, wholeOf } from "./matched.js";
import type { Writable } from "./outcome.js";
import { ParagraphChanges } from "./paragraph-changes.js";
import { by, howOf, inRow, JOINED, NOBODY, OWN, ROW, refusalOf, sentenceAround } from "./refusals.js";
import { signChanges } from "./signs.js";
import { outcomeOf, saysOf, targetOf, withGaps } from "./target.js";
import type { Change, Comment } from "./types.js";

export interface Listed {
  readonly changes: readonly Change[];
  readonly comments: readonly Comment[];
  /** By the number of the change. */
  readonly writable: ReadonlyMap<number, Writable>;
}

export function listed(word: WordDocument, sent: Export | undefined, texts: ContentTexts): Listed {
  const found = foundIn(word);
  if (sent) return new Lister(word, found, matched(found, sent), texts, sent).list();
  // Nobody knows how it went out: what isn't tracked can't be told.
  const { changes, comments } = new Lister(word, found, asTheyCame(found), texts, sent).list();
  return { changes: changes.map((change) => ({ ...change, refused: UNKNOWN })), comments, writable: new Map() };
}

const UNKNOWN = "Dit bestand zegt niet waar deze tekst in de inhoud staat.";

/** Paragraphs as they were before anyone tracked a change. */
function asTheyCame(found: readonly Found[]): Matched {
  const all = found.map((at, index) => ({ at, number: index, shown: textOf(at.paragraph.pieces, rejectAll) }));
  return {
    matches: all.flatMap(({ at, number, shown }) =>
      shown === ""
        ? []
        : [{ sent: { number, shown, lines: [] }, stretches: [wholeOf(at.paragraph)], at, shared: false }],
    ),
    missing: [],
    fresh: all.flatMap(({ at, shown }) =>
      shown === "" && at.paragraph.pieces.some(({ tracked }) => tracked.length > 0) ? [{ found: at }] : [],
    ),
  };
}

class Lister {
  private readonly drafts: Drafts;
  private readonly paragraphs: ParagraphChanges;

  constructor(
    private readonly word: WordDocument,
    private readonly found: readonly Found[],
    private readonly all: Matched,
    private readonly texts: ContentTexts,
    private readonly sent: Export | undefined,
  ) {
    this.drafts = new Drafts(found, texts);
    this.paragraphs = new ParagraphChanges(this.drafts, found, all, texts);
  }

  list(): Listed {
    const inRows = this.paragraphs.rowsRemoved();
    for (const match of this.all.matches) if (!inRows.has(match.at)) this.match(match);
    this.paragraphs.list();
    this.looks();
    for (const draft of marginChanges(this.word, this.sent)) this.drafts.addLast(draft);
    return {
      ...this.drafts.numbered(),
      comments: commentsIn(this.word, this.found, this.all.matches, (line) => this.drafts.placeOf(line)),
    };
  }

  private match(match: Match): void {
    const { sent, at, stretches } = match;
    const row = stretches.length > 0 ? inRow(at.paragraph) : undefined;
    const edits = withGaps(sent, editsIn(match));
    if (row && edits.length === 0)
      this.drafts.add(at, {
        ...by(row),
        how: "verwijderd",
        was: sent.shown,
        becomes: "",
        refused: ROW,
        ...this.drafts.placeOf(sent.lines[0]),
      });
    const [only] = edits;
    if (only && !row && isWhole(match, only)) {
      this.paragraphs.removed(match, only);
      return;
    }
    for (const edit of edits) this.edit(match, edit, row);
    this.untracked(match);
    for (const { offset, draft } of signChanges(match, this.word)) {
      const line = sent.lines.find(({ end }) => offset <= end) ?? sent.lines.at(-1);
      this.drafts.add(at, { ...draft, ...this.drafts.placeOf(line) });
    }
    const mark = at.paragraph.mark[0];
    if (
      mark &&
      mark.kind !== "inserted" &&
      mark.kind !== "moved-here" &&
      !this.isGoneAfter(at) &&
      stretches.every((one) => !one.mark) &&
      !edits.some(({ from, to }) => from === 0 && to === sent.shown.length)
    )
      this.drafts.add(at, {
        ...by(mark),
        how: "gewijzigd",
        was: sent.shown,
        becomes: sent.shown,
        refused: "Deze alinea is samengevoegd met de volgende: doe dat in de inhoud.",
        ...this.drafts.placeOf(sent.lines[0]),
      });
    if (match.shared)
      this.drafts.add(at, {
        ...NOBODY,
        how: "gewijzigd",
        was: sent.shown,
        becomes: sent.shown,
        refused: JOINED,
        ...this.drafts.placeOf(sent.lines[0]),
      });
  }

  /** Whether all of the paragraph behind one is gone: then its mark went with that, and nothing is joined. */
  private isGoneAfter(at: Found): boolean {
    const next = this.found[this.found.indexOf(at) + 1]?.paragraph;
    const own = at.paragraph.at.cells.length;
    return next?.at.cells.length === own && next.pieces.length > 0 && textOf(next.pieces).trim() === "";
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
    this.drafts.add(at, {
      was,
      becomes: becomes.replaceAll(BREAK, " ¶ "),
      how: howOf(edit),
      authors: edit.authors,
      tracked: edit.authors.length > 0,
      ...(edit.date !== undefined && { date: edit.date }),
      ...this.drafts.placeOf(line),
      ...("refused" in outcome
        ? { refused: outcome.refused }
        : target && { writable: { do: "words" as const, sent, edit, target } }),
      ...("now" in outcome && { now: outcome.now }),
    });
  }

  /** What is bold or italic in the content, or a heading or an item, is so by its signs and keys: it is told, not written. */
  private untracked(match: Match): void {
    const { sent, at } = match;
    // How it looks that the program writes itself is its own affair.
    if (sent.lines.length === 0) return;
    const draft = { ...NOBODY, how: "opmaak", was: sent.shown, ...this.drafts.placeOf(sent.lines[0]) } as const;
    const words = otherwiseEmphasised(match);
    if (words.length > 0)
      this.drafts.add(at, {
        ...draft,
        becomes: words.join(" … "),
        refused: "Dit is vet of cursief gemaakt, of is dat niet meer: doe dat zelf in de inhoud.",
      });
    const other = otherShape(match);
    if (other !== undefined) this.drafts.add(at, { ...draft, becomes: textOf(at.paragraph.pieces), refused: other });
  }

  private looks(): void {
    const lines = new Map(this.all.matches.map(({ sent, at }) => [at.paragraph, sent.lines[0]]));
    for (const one of this.found)
      for (const { author, date } of one.paragraph.looks)
        this.drafts.add(one, {
          authors: [author],
          ...(date !== "" && { date }),
          tracked: true,
          how: "opmaak",
          was: textOf(one.paragraph.pieces, rejectAll),
          becomes: textOf(one.paragraph.pieces),
          refused: "Alleen de opmaak is gewijzigd: die volgt uit de huisstijl. Vet en cursief zet u zelf in de inhoud.",
          ...this.drafts.placeOf(lines.get(one.paragraph)),
        });
  }
}

/** Whether all of a paragraph that the content has is gone. */
const isWhole = ({ sent, shared, stretches }: Match, { from, to, text }: Edit): boolean =>
  from === 0 && to === sent.shown.length && text === "" && !shared && stretches.length === 1;
