import type { ChalkInstance } from "chalk";
import { ivp } from "../../called/index.js";
import { ruleDocs } from "../../check/index.js";
import { codeFrame } from "../../code-frame.js";
import { type Diagnostic, type Rated, severityNames } from "../../diagnostics.js";
import { counted, enumeration, one } from "../../dutch.js";
import type { OpenPoint } from "../../model/index.js";
import { oneLine } from "../visible.js";

const titles = new Map(ruleDocs.map(({ code, title }) => [code, title]));

/** More than this nobody reads in a terminal, and writing them out takes longer than finding them. */
const MOST = 500;

/**
 * Diagnostics as text for people: place, code, what is wrong, the line with the spot underlined, and how to mend it. Of very many
 * the worst are shown; how many others there are, and how to see them, follows.
 * @param folder the content folder, to show paths that can be opened from where the user stands
 * @param sourceOf gives the text of a content file
 */
export function asText(
  diagnostics: readonly Diagnostic[],
  folder: string,
  sourceOf: (file: string) => string | undefined,
  paint: ChalkInstance,
): string {
  const shown = diagnostics.length > MOST ? worst(diagnostics) : new Set(diagnostics);
  const told = [...shown].map((diagnostic) => {
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
  });
  const left = diagnostics.filter((diagnostic) => !shown.has(diagnostic));
  return [...told, ...(left.length > 0 ? [more(left)] : [])].join("\n\n");
}

/** The worst of many, in the order in which they stand. */
function worst(diagnostics: readonly Diagnostic[]): ReadonlySet<Diagnostic> {
  const bySeverity = Object.keys(severityNames).flatMap((severity) =>
    diagnostics.filter((diagnostic) => diagnostic.severity === severity),
  );
  const chosen = new Set(bySeverity.slice(0, MOST));
  return new Set(diagnostics.filter((diagnostic) => chosen.has(diagnostic)));
}

/** What is not shown, by rule, and how it is. */
function more(left: readonly Diagnostic[]): string {
  const count = new Map<string, number>();
  for (const { code } of left) count.set(code, (count.get(code) ?? 0) + 1);
  const rules = [...count].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, number]) => `${number} van ${code}`);
  return [
    `Hier ${one(left.length, "staat", "staan")} nog ${counted(left.length, "melding", "meldingen")} niet bij: ${enumeration(rules)}.`,
    `  → Toon die van één regel met ${ivp} check --rule ${[...count.keys()].sort()[0]}, of alles met ${ivp} check --format json.`,
  ].join("\n");
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
export const tally = (diagnostics: readonly Rated[]): string =>
  enumeration(
    Object.entries(severityNames).flatMap(([severity, names]) => {
      const number = diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
      return number === 0 ? [] : [counted(number, ...names)];
    }),
  );

/** How many open points wait, by file and by who decides. */
export function openPointTable(points: readonly OpenPoint[], paint: ChalkInstance): string {
  if (points.length === 0) return "Er zijn geen open punten.";
  const bodies = new Map(points.map(({ by }) => [by.id, by.title]));
  const rows = new Map<string, Map<string, number>>(points.map(({ file }) => [file, new Map()]));
  const total = new Map<string, number>();
  rows.set(TOTAL, total);
  for (const { file, by } of points)
    for (const row of [rows.get(file), total]) row?.set(by.id, (row.get(by.id) ?? 0) + 1);
  const cells = [...rows].map(([file, row]) => [
    file,
    ...[...bodies.keys()].map((id) => String(row.get(id) ?? 0)),
    String([...row.values()].reduce((sum, count) => sum + count, 0)),
  ]);
  const header = ["Open punten", ...bodies.values(), TOTAL];
  const widths = header.map((_, column) =>
    [header, ...cells].reduce((most, row) => Math.max(most, row[column]?.length ?? 0), 0),
  );
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join("  ");
  return [paint.bold(line(header)), ...cells.map(line)].join("\n");
}

const TOTAL = "samen";

/** How easy each file reads, the hardest first. */
export function readabilityTable(scores: readonly { file: string; score: number }[], paint: ChalkInstance): string {
  const width = Math.max(...scores.map(({ file }) => file.length), 0);
  const rows = [...scores]
    .sort((a, b) => a.score - b.score)
    .map(({ file, score }) => `${file.padEnd(width)}  ${String(score).padStart(3)}`);
  return [paint.bold("Leesgemak (Flesch-Douma; 0 heel moeilijk, 100 heel makkelijk)"), ...rows].join("\n");
}
