import type { ChalkInstance } from "chalk";
import type { Diagnostic, Severity } from "../diagnostics.js";

const names: Readonly<Record<Severity, string>> = { error: "fout", warning: "waarschuwing", note: "opmerking" };
const TAB = /\t/g;

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
      const place = paint.bold(`${folder.replace(/[/\\]+$/, "")}/${file}:${line}:${column}`);
      return [
        `${place} ${colour(`${names[severity]} ${code}`)} ${message}`,
        ...frame(diagnostic, sourceOf(file), colour, paint),
        ...(hint ? [`  ${paint.cyan("→")} ${hint}`] : []),
      ].join("\n");
    })
    .join("\n\n");
}

/** The line of the problem, with the one before it and the spot underlined. */
function frame(
  { line, column, length }: Diagnostic,
  source: string | undefined,
  colour: ChalkInstance,
  paint: ChalkInstance,
): string[] {
  const lines = source?.split(/\r?\n/) ?? [];
  const text = lines[line - 1];
  if (text === undefined) return [];
  const width = String(line).length;
  const gutter = (number: number | "") => paint.dim(`  ${String(number).padStart(width)} │ `);
  const before = lines[line - 2];
  // Long lines are shown around the spot.
  const from = Math.max(0, Math.min(column - 40, text.length - 100));
  const shown = text.slice(from, from + 110).replace(TAB, " ");
  const marked = Math.max(1, Math.min(length, shown.length - (column - 1 - from)));
  return [
    ...(before?.trim() ? [`${gutter(line - 1)}${before.slice(from, from + 110).replace(TAB, " ")}`] : []),
    `${gutter(line)}${shown}`,
    `${gutter("")}${" ".repeat(Math.max(0, column - 1 - from))}${colour("^".repeat(marked))}`,
  ];
}

/** "2 fouten en 1 waarschuwing", or an empty text when there is nothing. */
export function tally(diagnostics: readonly Diagnostic[]): string {
  const count = (severity: Severity, one: string, more: string): string[] => {
    const number = diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
    return number === 0 ? [] : [`${number} ${number === 1 ? one : more}`];
  };
  return [
    ...count("error", "fout", "fouten"),
    ...count("warning", "waarschuwing", "waarschuwingen"),
    ...count("note", "opmerking", "opmerkingen"),
  ].join(" en ");
}
