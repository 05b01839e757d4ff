import { describe, expect, test } from "vitest";
import { answersIn } from "../../src/content/index.js";
import { answersOf, answersText } from "../../src/review/answers.js";
import type { Comment, Review } from "../../src/review/types.js";

const comment = (number: number, more: Partial<Comment> = {}): Comment => ({
  number,
  author: "Els Jansen",
  date: "2026-11-20T09:15:00Z",
  text: "Kan dit korter?",
  about: "ook wie er net woont",
  chapter: "2.1 Visie",
  done: false,
  ...more,
});

const review = (comments: readonly Comment[]): Review => ({
  document: "ivp-2025-2028",
  title: "Plan",
  older: false,
  changes: [],
  comments,
  notices: [],
});

const listOf = (comments: readonly Comment[]) => {
  const text = answersText(answersOf(review(comments)));
  return answersIn("antwoorden.yaml", Buffer.from(text));
};

describe("the list of comments to answer", () => {
  test("has each with its place, and room for an answer", () => {
    const { answers, diagnostics } = listOf([
      comment(1, { place: { file: "vision.yaml", line: 3, column: 1, length: 4, keys: "text" } }),
    ]);
    expect(diagnostics).toEqual([]);
    expect(answers).toEqual({
      document: "ivp-2025-2028",
      comments: [
        {
          author: "Els Jansen",
          date: "2026-11-20T09:15:00Z",
          text: "Kan dit korter?",
          about: "ook wie er net woont",
          file: "vision.yaml",
          keys: "text",
          answer: "",
        },
      ],
    });
  });

  test("keeps a thread together, also one that answers an answer or goes round", () => {
    const { answers } = listOf([
      comment(1),
      comment(2, { text: "Nee", answers: 1 }),
      comment(3, { text: "Jawel", answers: 2 }),
      comment(4, { text: "Rond", answers: 5 }),
      comment(5, { text: "En rond", answers: 4 }),
    ]);
    expect(answers?.comments.map(({ text, replies = [] }) => [text, replies.map((one) => one.text)])).toEqual([
      ["Kan dit korter?", ["Nee", "Jawel"]],
      ["Rond", []],
      ["En rond", []],
    ]);
  });

  test.each([
    ["signs that YAML or content can't have", { text: "a\u0000b\u202Ec\u200B \r\n\td: # - \"x\" 'y'" }],
    ["nothing at all", { text: " ", author: "", date: "", about: "" }],
    ["a date that is none", { date: "gisteren" }],
    ["text like YAML", { text: "- a: b\n  c: [d\n---\n...", author: "*anchor &x !y" }],
    ["lines with spaces at their end and in front", { text: "  eerst  \n\n    dan \n" }],
  ] as const)("can be read back with %s", (_, more) => {
    const { answers, diagnostics } = listOf([comment(1, more)]);
    expect(diagnostics).toEqual([]);
    expect(answers?.comments).toHaveLength(1);
  });

  test("says where it isn't as it should be", () => {
    const { answers, diagnostics } = answersIn(
      "antwoorden.yaml",
      Buffer.from("document: x\ncomments:\n  - tekst: a\n"),
    );
    expect(answers).toBeUndefined();
    expect(diagnostics.map(({ file, line }) => [file, line])).toContainEqual(["antwoorden.yaml", 3]);
  });
});
