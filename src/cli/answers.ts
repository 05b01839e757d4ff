/** Which answers a build shall put into a document. */
import { basename, dirname } from "node:path";
import { answersIn } from "../content/index.js";
import type { Answers } from "../documents/index.js";
import { capital, counted, ofAll, one } from "../dutch.js";
import { UsageError } from "../errors.js";
import type { Context } from "./context.js";
import { ExitCode } from "./exit-codes.js";
import { readWhole } from "./read-whole.js";

/**
 * Reads the list of a user, and says what is wrong with it or still without an answer.
 * @returns nothing when there is something wrong; the exit code is then given
 * @throws {UsageError} when the file can't be read
 */
export async function answersFrom(file: string, { terminal, finish }: Context): Promise<Answers | undefined> {
  const bytes = await readWhole(file);
  const { answers, diagnostics } = answersIn(basename(file), bytes);
  if (!answers) {
    const { asText } = await import("./reporters/text.js");
    const text = Buffer.from(bytes).toString("utf8");
    terminal.err(`${asText(diagnostics, dirname(file), () => text, terminal.paintErr)}\n`);
    terminal.err(`${counted(diagnostics.length, "fout", "fouten")} in ${file}. Er is niets gemaakt.`);
    finish(ExitCode.ContentErrors);
    return undefined;
  }
  const { comments } = answers;
  if (comments.length === 0)
    throw new UsageError(`In ${file} staan geen opmerkingen. Er is niets gemaakt.`, "Kijk of dit de goede lijst is.");
  const open = comments.filter(({ answer = "" }) => answer.trim() === "").length;
  if (open > 0)
    terminal.warn(
      `${capital(ofAll(open, comments.length, "opmerking", "opmerkingen"))} ${one(open, "heeft", "hebben")} nog geen antwoord: ${one(open, "die staat", "die staan")} er zonder antwoord in.`,
    );
  return answers;
}
