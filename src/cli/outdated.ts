import { type Diagnostic, hasErrors } from "../diagnostics.js";
import type { Terminal } from "./terminal.js";

/** Says that `ivp migrate` helps, when content with errors has the shape of an older version. */
export async function tellOutdated(
  content: string,
  diagnostics: readonly Diagnostic[],
  { err, paintErr }: Terminal,
): Promise<void> {
  if (!hasErrors(diagnostics)) return;
  const { outdatedFiles } = await import("../migrations/folder.js");
  const files = await outdatedFiles(content);
  if (files.length > 0)
    err(`${paintErr.yellow("let op")} ${files.join(", ")}: de vorm van een oudere ivp. Zet om met: ivp migrate.`);
}
