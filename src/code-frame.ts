/** A leaf: the piece of a file around a problem, for every place that shows one. */
import type { Place } from "./diagnostics.js";

/** A line of the piece. The one without a number holds the marks under the spot. */
export interface FrameLine {
  readonly number?: number;
  readonly text: string;
}

const WIDTH = 110;

let last: { readonly source: string; readonly lines: readonly string[] } = { source: "", lines: [""] };

/** The lines of a source. Problems are told file by file, and a file may have thousands. */
function linesOf(source: string): readonly string[] {
  if (last.source !== source) last = { source, lines: source.split(/\r?\n/) };
  return last.lines;
}

/** The line of the problem, with the one before it and the spot underlined. Long lines are shown around the spot. */
export function codeFrame({ line, column, length }: Place, source: string | undefined): FrameLine[] {
  const lines = linesOf(source ?? "");
  const text = lines[line - 1];
  if (text === undefined) return [];
  const from = Math.max(0, Math.min(column - 40, text.length - 100));
  const cut = (whole: string): string => whole.slice(from, from + WIDTH).replaceAll("\t", " ");
  const before = lines[line - 2];
  const spot = column - 1 - from;
  const marked = Math.max(1, Math.min(length, cut(text).length - spot));
  return [
    ...(before?.trim() ? [{ number: line - 1, text: cut(before) }] : []),
    { number: line, text: cut(text) },
    { text: " ".repeat(Math.max(0, spot)) + "^".repeat(marked) },
  ];
}
