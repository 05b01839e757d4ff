import type { ChalkInstance } from "chalk";
import type { Comparison, ExplainedChange, Word } from "../../diff/index.js";
import {
  annexCount,
  byChapter,
  documentNames,
  subjectName,
  tally,
  typeNames,
  versionName,
} from "../../diff/wording.js";
import { capital } from "../../dutch.js";

/** A comparison for the terminal: words that went and came in colour, or between signs where there is none. */
export function diffAsText(comparison: Comparison, paint: ChalkInstance): string {
  const { before, after, changes, notes, audience } = comparison;
  const annexes = annexCount(comparison);
  const head = [
    `${paint.bold("Was")}    ${versionName(before)}`,
    `${paint.bold("Wordt")}  ${versionName(after)}`,
    ...[before, after].flatMap(({ name, problems }) =>
      problems.map((problem) => paint.yellow(`let op ${name}: ${problem}`)),
    ),
    ...(audience ? [`${paint.bold("Voor")}   ${audience.title}`] : []),
    `${capital(tally(changes))}.`,
    ...notes,
  ];
  const chapters = byChapter(changes).map(({ title, changes: own }) =>
    [paint.bold(title), ...own.map((change) => told(change, annexes, paint))].join("\n\n"),
  );
  return [head.join("\n"), ...chapters].join("\n\n");
}

function told(change: ExplainedChange, annexes: number, paint: ChalkInstance): string {
  const { type, field, words, before, after, reason, documents } = change;
  const how = type === "added" ? paint.green : type === "removed" ? paint.red : paint.yellow;
  const texts = words
    ? [inWords(words, paint)]
    : type === "numbering"
      ? (before ?? []).map((old, index) => `${old} → ${after?.[index] ?? ""}`)
      : [
          ...(before ?? []).map((line) => inWords([{ text: line, change: "removed" }], paint)),
          ...(after ?? []).map((line) => inWords([{ text: line, change: "added" }], paint)),
        ];
  return [
    `  ${subjectName(change)}${field ? paint.dim(` · ${field}`) : ""} ${how(typeNames[type])}`,
    ...texts.map((text) => `    ${text}`),
    ...(reason ? [`    ${paint.cyan("Waarom:")} ${reason}`] : []),
    ...(documents.length > 0 ? [paint.dim(`    In: ${documentNames(documents, annexes).join("; ")}`)] : []),
  ].join("\n");
}

const inWords = (words: readonly Word[], paint: ChalkInstance): string =>
  words.map(({ text, change }) => (change ? marked(text, change, paint) : text)).join("");

function marked(text: string, change: "removed" | "added", paint: ChalkInstance): string {
  if (paint.level === 0) return change === "removed" ? `[-${text}-]` : `{+${text}+}`;
  return change === "removed" ? paint.red.strikethrough(text) : paint.green.underline(text);
}
