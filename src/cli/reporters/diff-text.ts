import type { ChalkInstance } from "chalk";
import type { Comparison } from "../../diff/index.js";
import { type Line, type ToldChange, tell } from "../../diff/telling.js";
import { capital } from "../../dutch.js";

/** A comparison for the terminal: words that went and came in colour, or between signs where there is none. */
export function diffAsText(comparison: Comparison, paint: ChalkInstance): string {
  const { title, audience, before, after, tally, none, problems, notes, documents, chapters } = tell(comparison);
  const head = [
    paint.bold(title),
    `${paint.bold("Was")}    ${before}`,
    `${paint.bold("Wordt")}  ${after}`,
    ...(audience ? [`${paint.bold("Voor")}   ${audience}`] : []),
    ...problems.items.map((problem) => paint.yellow(`${problems.title}: ${problem}`)),
    `${capital(tally)}.`,
    ...notes,
    ...(none ? [none] : []),
    ...(documents.items.length > 0 ? [`${documents.title}:`] : []),
    ...documents.items.map(({ title: document, count }) => `  ${document}: ${count}`),
  ];
  const told = chapters.map((chapter) =>
    [
      `${paint.bold(chapter.title)}: ${chapter.tally}`,
      ...chapter.changes.map((change) => changeAsText(change, paint)),
    ].join("\n\n"),
  );
  return [head.join("\n"), ...told].join("\n\n");
}

function changeAsText(
  { change, subject, what, documents, reason, ...texts }: ToldChange,
  paint: ChalkInstance,
): string {
  const how = change.type === "added" ? paint.green : change.type === "removed" ? paint.red : paint.yellow;
  const line = (words: Line): string => words.map((word) => marked(word, paint)).join("");
  const under = (label: string, lines: readonly Line[]): string[] =>
    lines.map((words, index) => `${(index === 0 ? label : "").padEnd(7)}${line(words)}`);
  return [
    `  ${subject} · ${how(what)}`,
    ...(texts.both?.map(line) ?? [...under("Was:", texts.before), ...under("Wordt:", texts.after)]).map(indented),
    indented(`${paint.cyan("Waarom:")} ${reason}`),
    ...(documents.length > 0 ? [indented(paint.dim(`In: ${documents.join("; ")}`))] : []),
  ].join("\n");
}

const indented = (text: string): string => `    ${text}`;

function marked({ text, change }: Line[number], paint: ChalkInstance): string {
  if (!change) return text;
  if (paint.level === 0) return change === "removed" ? `[-${text}-]` : `{+${text}+}`;
  return change === "removed" ? paint.red.strikethrough(text) : paint.green.underline(text);
}
