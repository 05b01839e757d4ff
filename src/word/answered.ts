/** Comments of a document that came back, with what the team answers, at their place in the document as it is now. */
import type { Answers, Reviser } from "../documents/index.js";
import type { LinesOf } from "./carrier.js";
import type { Comment } from "./comments.js";
import { likeness } from "./pairs.js";
import { type Paragraph, type Part, type Piece, paragraphsIn, textOf } from "./pieces.js";

type Asked = Answers["comments"][number];

/** Words with less in common than this aren't those that a comment was about. */
const ALIKE = 0.5;

/**
 * @param team who answers where nobody is named
 * @returns the same pages, and the comments on them by number: those of which the place is gone stand at the beginning and say so
 */
export function withAnswers(
  parts: readonly Part[],
  linesOf: LinesOf,
  { comments: asked }: Answers,
  team: string,
): { readonly parts: readonly Part[]; readonly comments: readonly Comment[] } {
  const all = parts.flatMap(({ pieces }) => [...commentable(pieces)]);
  const comments: Comment[] = [];
  const numbers = new Map<Paragraph, number[]>();
  for (const one of asked) {
    const found = placeOf(one, all, linesOf);
    const at = found ?? all[0];
    if (!at) continue;
    const lost =
      found || one.about === undefined ? "" : `\n(De woorden waarover dit ging, staan er niet meer: “${one.about}”.)`;
    const first = comments.push({ text: `${one.text}${lost}`, by: said(one) }) - 1;
    const thread = [first];
    for (const reply of one.replies ?? [])
      thread.push(comments.push({ text: reply.text, by: said(reply), answers: first }) - 1);
    if (one.answer?.trim())
      thread.push(
        comments.push({
          text: one.answer.trim(),
          by: said({ author: one.by ?? (team || "ivp"), ...(one.answered && { date: `${one.answered}T12:00:00Z` }) }),
          answers: first,
        }) - 1,
      );
    numbers.set(at, [...(numbers.get(at) ?? []), ...thread]);
  }
  const marked = (piece: Piece): Piece => {
    if (piece.type === "paragraph") {
      const own = numbers.get(piece);
      return own ? { ...piece, comments: own } : piece;
    }
    const row = <T extends { readonly cells: readonly { readonly pieces: readonly Piece[] }[] }>(one: T): T => ({
      ...one,
      cells: one.cells.map((cell) => ({ ...cell, pieces: cell.pieces.map(marked) })),
    });
    return { ...piece, header: row(piece.header), rows: piece.rows.map(row) };
  };
  return { parts: parts.map((part) => ({ ...part, pieces: part.pieces.map(marked) })), comments };
}

/** What can have a comment: Word has none on footnotes, so that those stand at what has their sign. */
function* commentable(pieces: readonly Piece[]): Generator<Paragraph> {
  const notes = new Set(
    [...paragraphsIn(pieces)].flatMap(({ runs }) => runs.flatMap((run) => (run.type === "note" ? run.text : []))),
  );
  for (const paragraph of paragraphsIn(pieces)) if (!paragraph.derived && !notes.has(paragraph)) yield paragraph;
}

/** The lines of a paragraph and of its footnotes. */
const linesWithNotes = (paragraph: Paragraph, linesOf: LinesOf) => [
  ...linesOf(paragraph),
  ...paragraph.runs.flatMap((run) => (run.type === "note" ? run.text.flatMap((own) => [...linesOf(own)]) : [])),
];

/** The paragraph that shows the same text of the content, and most of the words that a comment was about. */
function placeOf(
  { file, keys, about = "" }: Asked,
  all: readonly Paragraph[],
  linesOf: LinesOf,
): Paragraph | undefined {
  const ofText =
    file === undefined
      ? []
      : all.filter((paragraph) =>
          linesWithNotes(paragraph, linesOf).some((line) => line.file === file && line.keys === keys),
        );
  const near = (paragraph: Paragraph): number => {
    const shown = textOf(paragraph.runs);
    return about !== "" && shown.includes(about) ? 1 : likeness(shown, about);
  };
  const best = (among: readonly Paragraph[]): Paragraph | undefined =>
    among.reduce<Paragraph | undefined>(
      (found, one) => (found === undefined || near(one) > near(found) ? one : found),
      undefined,
    );
  if (ofText.length > 0) return best(ofText);
  // What the program writes itself is known by its words alone.
  const found = about === "" ? undefined : best(all);
  return found && near(found) >= ALIKE ? found : undefined;
}

function said({ author, date }: Pick<Asked, "author" | "date">): Reviser {
  // Some programs write the time of a comment without a zone: it stays what it says, wherever this runs.
  const moment = date === undefined ? undefined : new Date(/(?:Z|[+-]\d\d:\d\d)$/.test(date) ? date : `${date}Z`);
  return { author, ...(moment && !Number.isNaN(moment.getTime()) && { date: moment }) };
}
