import { ivp } from "../called/index.js";
import { type Diagnostic, hasErrors, type Rated, type Report } from "../diagnostics.js";
import type { Context } from "./context.js";
import { ExitCode } from "./exit-codes.js";
import type { Terminal } from "./terminal.js";

/** Shows the errors and warnings of the content; notes are for `ivp check`. */
export async function tellFound({ terminal }: Context, content: string, report: Report): Promise<void> {
  const { asText } = await import("./reporters/text.js");
  const found = withoutNotes(report.diagnostics);
  if (found.length > 0) terminal.err(`${asText(found, content, report.sourceOf, terminal.paintErr)}\n`);
}

const withoutNotes = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] =>
  diagnostics.filter(({ severity }) => severity !== "note");

/**
 * Refuses content with errors, for a command that needs it to be right: the one way in which that is told.
 * @param unchanged what didn't happen therefore, in sentences
 * @returns whether it is refused; the exit code is then given
 */
export async function refused(context: Context, content: string, report: Report, unchanged: string): Promise<boolean> {
  if (!hasErrors(report.diagnostics)) return false;
  const { tally } = await import("./reporters/text.js");
  await tellFound(context, content, report);
  context.terminal.err(`${tally(withoutNotes(report.diagnostics))}. ${unchanged}`);
  await tellOutdated(content, report.diagnostics, context.terminal);
  context.finish(ExitCode.ContentErrors);
  return true;
}

/** Says that `ivp migrate` helps, when content with errors has the shape of an older version. */
export async function tellOutdated(content: string, diagnostics: readonly Rated[], { warn }: Terminal): Promise<void> {
  if (!hasErrors(diagnostics)) return;
  const { outdatedFiles } = await import("../migrations/folder.js");
  const files = await outdatedFiles(content);
  if (files.length > 0) warn(`${files.join(", ")}: de vorm van een oudere ivp. Zet om met: ${ivp} migrate.`);
}
