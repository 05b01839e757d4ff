/** The comments of a document that came back, as a list in which the team writes its answers. */

import { stringify } from "yaml";
import { ivp } from "../called/index.js";
import type { Answers } from "../content/index.js";
import { UsageError } from "../errors.js";
import { isThere } from "../output/journal.js";
import { putFile } from "../output/one-file.js";
import type { Comment, Review } from "./types.js";

/** What YAML can't hold, or content may not have: control characters, and signs that nobody sees. */
const INVISIBLE = /(?!\n)\p{Cc}|\p{Cf}|\p{Co}|\p{Cs}/gu;

const clean = (text: string, most: number): string =>
  text
    .replace(/\r\n?/g, "\n")
    .replace(/\t/g, " ")
    .replace(INVISIBLE, "")
    .replace(/[^\S\n]+$/gm, "")
    .trim()
    .slice(0, most)
    .normalize("NFC");

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)?$/;

const said = ({ author, date, text }: Comment) => ({
  author: clean(author.replace(/\s+/g, " "), 400) || "onbekend",
  ...(MOMENT.test(date) && { date }),
  text: clean(text, 20_000) || "(zonder woorden)",
});

/** The list that a build takes: see `schemas/answers.schema.json`. Pure. */
export function answersOf({ document, comments }: Review): Answers {
  const byNumber = new Map(comments.map((comment) => [comment.number, comment]));
  /** What began the thread of a comment. */
  const headOf = (comment: Comment): Comment => {
    let head = comment;
    for (let steps = 0; steps < comments.length; steps++) {
      const before = head.answers === undefined ? undefined : byNumber.get(head.answers);
      if (!before) return head;
      head = before;
    }
    // They answer each other in a circle.
    return comment;
  };
  const heads = new Map(comments.map((comment) => [comment, headOf(comment)]));
  const threads = new Map(
    comments.flatMap((comment) => (heads.get(comment) === comment ? [[comment, [] as Comment[]]] : [])),
  );
  for (const [comment, head] of heads) if (head !== comment) threads.get(head)?.push(comment);
  return {
    document,
    comments: [...threads].map(([head, after]) => {
      const replies = after.map(said);
      const about = clean(head.about, 20_000);
      return {
        ...said(head),
        ...(about && { about }),
        ...(head.place && { file: head.place.file, keys: head.place.keys }),
        ...(replies.length > 0 && { replies }),
        answer: "",
      };
    }),
  };
}

/** The same as the text of a file. */
export const answersText = (answers: Answers): string =>
  `# Vul bij answer in wat u antwoordt. Daarna zet ${ivp} build --answers, met dit bestand, de antwoorden in het Word-bestand.\n${stringify(answers, { lineWidth: 0, blockQuote: "literal" })}`;

/**
 * Writes the list. What is there may have answers in it: nothing is written over.
 * @param content the folder with the content, where the list doesn't belong: it names who remarked what
 * @throws {UsageError} when something is there, or it would lie in the content
 * @throws {EnvironmentError} when the disk refuses
 */
export async function writeAnswers(file: string, answers: Answers, content: string): Promise<void> {
  if (isThere(file))
    throw new UsageError(
      `${file} is er al. Er is niets geschreven.`,
      "Er kunnen antwoorden in staan: kies een andere naam.",
    );
  await putFile(file, Buffer.from(answersText(answers)), { content, replace: false });
}
