/** What people said of a document. */
import { isThere, type Paragraph, rejectAll, type WordDocument } from "../docx/index.js";
import type { Line } from "./carrier.js";
import { type Found, type Match, textOf } from "./matched.js";
import type { Comment } from "./types.js";

type PlaceOf = (line: Line | undefined) => Pick<Comment, "place">;

/** The comments of a document, with where each belongs. */
export function commentsIn(
  word: WordDocument,
  found: readonly Found[],
  matches: readonly Match[],
  placeOf: PlaceOf,
): Comment[] {
  const numbers = new Map(word.comments.map(({ id }, index) => [id, index + 1]));
  return word.comments.map(({ id, author, date, text, done, answers }, index) => {
    const about = found.filter(({ paragraph }) => paragraph.pieces.some(({ comments }) => comments.includes(id)));
    const [first] = about;
    const words = about
      .map(({ paragraph }) => textOf(paragraph.pieces.filter(({ comments }) => comments.includes(id))))
      .join(" ");
    const answered = answers === undefined ? undefined : numbers.get(answers);
    return {
      number: index + 1,
      author,
      date,
      text,
      about: words,
      chapter: first?.chapter ?? "",
      ...(first && placeOf(lineUnder(first.paragraph, id, matches))),
      done,
      ...(answered !== undefined && { answers: answered }),
    };
  });
}

/** The line of the content under the first word of a comment. */
function lineUnder(paragraph: Paragraph, id: string, matches: readonly Match[]): Line | undefined {
  const match = matches.find(
    ({ at, stretches }) =>
      at.paragraph === paragraph ||
      stretches.some(({ pieces }) => pieces.some(({ comments }) => comments.includes(id))),
  );
  if (!match) return undefined;
  let at = 0;
  for (const piece of match.stretches.flatMap(({ pieces }) => pieces)) {
    if (piece.comments.includes(id)) break;
    if (isThere(piece.tracked, rejectAll)) at += piece.text.length;
  }
  const { lines } = match.sent;
  return lines.find(({ end }) => at < end) ?? lines.at(-1);
}
