import type { ChalkInstance } from "chalk";
import { ruleDocs } from "../../check/index.js";
import { codeFrame } from "../../code-frame.js";
import { type Diagnostic, severityNames } from "../../diagnostics.js";
import { counted } from "../../dutch.js";
import type { OpenPoint } from "../../model/index.js";
import { oneLine } from "../visible.js";

const titles = new Map(ruleDocs.map(({ code, title }) => [code, title]));

/**
 * Diagnostics as text for people: place, code, what is wrong, the line with the spot underlined, and how to mend it.
 * @param folder the content folder, to show paths that can be opened from where the user stands
 * @param sourceOf gives the text of a content file
 */
export function report(
  diagnostics: readonly Diagnostic[],
  folder: string,
  sourceOf: (file: string) => string | undefined,
  paint: ChalkInstance,
): string {
  return diagnostics
    .map((diagnostic) => {
      const colour =
        diagnostic.severity === "error" ? paint.red : diagnostic.severity === "warning" ? paint.yellow : paint.blue;
      const { file, line, column, severity, code, message, hint } = diagnostic;
      const place = paint.bold(`${oneLine(`${folder.replace(/[/\\]+$/, "")}/${file}`)}:${line}:${column}`);
      return [
        `${place} ${colour(`${severityNames[severity][0]} ${code}`)} ${oneLine(message)}`,
        ...frame(diagnostic, sourceOf(file), colour, paint),
        ...(titles.has(code) ? [`  ${paint.dim(titles.get(code))}`] : []),
        ...(hint ? [`  ${paint.cyan("→")} ${oneLine(hint)}`] : []),
      ].join("\n");
    })
    .join("\n\n");
}

function frame(
  diagnostic: Diagnostic,
  source: string | undefined,
  colour: ChalkInstance,
  paint: ChalkInstance,
): string[] {
  const width = String(diagnostic.line).length;
  return codeFrame(diagnostic, source).map(({ number, text }) => {
    const gutter = paint.dim(`  ${String(number ?? "").padStart(width)} │ `);
    return `${gutter}${number === undefined ? text.replace(/\^+/, (marks) => colour(marks)) : oneLine(text)}`;
  });
}

/** "2 fouten en 1 waarschuwing", or an empty text when there is nothing. */
export const tally = (diagnostics: readonly Diagnostic[]): string =>
  Object.entries(severityNames)
    .flatMap(([severity, names]) => {
      const number = diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
      return number === 0 ? [] : [counted(number, ...names)];
    })
    .join(" en ");

/** How many open points wait, by file and by who decides. */
export function openPointTable(points: readonly OpenPoint[], paint: ChalkInstance): string {
  const bodies = [...new Map(points.map(({ by }) => [by.id, by.title]))];
  const files = [...new Set(points.map(({ file }) => file))];
  if (points.length === 0) return "Er zijn geen open punten.";
  const count = (file: string | undefined, body: string | undefined): string =>
    String(points.filter((point) => (!file || point.file === file) && (!body || point.by.id === body)).length);
  const rows = [...files, undefined].map((file) => [
    file ?? "samen",
    ...[...bodies.map(([id]) => id), undefined].map((body) => count(file, body)),
  ]);
  const header = ["Open punten", ...bodies.map(([, title]) => title), "samen"];
  const widths = header.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join("  ");
  return [paint.bold(line(header)), ...rows.map(line)].join("\n");
}

/** How easy each file reads, the hardest first. */
export function readabilityTable(scores: readonly { file: string; score: number }[], paint: ChalkInstance): string {
  const width = Math.max(...scores.map(({ file }) => file.length), 0);
  const rows = [...scores]
    .sort((a, b) => a.score - b.score)
    .map(({ file, score }) => `${file.padEnd(width)}  ${String(score).padStart(3)}`);
  return [paint.bold("Leesgemak (Flesch-Douma; 0 heel moeilijk, 100 heel makkelijk)"), ...rows].join("\n");
}
