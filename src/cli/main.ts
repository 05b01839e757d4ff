import { readFileSync } from "node:fs";
import { CommanderError } from "commander";
import { ivp } from "../called/index.js";
import { ContentFolderError } from "../content/read.js";
import { EnvironmentError, LayoutError, UsageError } from "../errors.js";
import { reasonOf } from "../system-reasons.js";
import type { Context } from "./context.js";
import { ExitCode } from "./exit-codes.js";
import { createProgram, usageError } from "./program.js";
import { type Streams, terminalOf } from "./terminal.js";

const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
  version: string;
};

/**
 * Runs `ivp` and gives its exit code. The one place that turns errors into messages and exit codes.
 * @param args what stands behind `ivp` on the command line
 * @param streams where it writes
 */
export async function run(args: readonly string[], streams: Streams = process): Promise<ExitCode> {
  const terminal = terminalOf(streams);
  let code = ExitCode.Done;
  const context: Context = { terminal, program: `ivp ${version}`, version, finish: (chosen) => (code = chosen) };
  const root = createProgram(context, version);
  const fail = (error: { message: string; hint?: string | undefined }, exitCode: ExitCode): ExitCode => {
    terminal.err(`${terminal.paintErr.red("fout")} ${error.message}`);
    if (error.hint) terminal.err(`  ${terminal.paintErr.cyan("→")} ${error.hint}`);
    return exitCode;
  };
  try {
    await root.parseAsync(args, { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) {
      const wrong = usageError(error, root, args);
      return wrong ? fail(wrong, ExitCode.WrongUse) : ExitCode.Done;
    }
    const told = toldToUser(error);
    if (told) return fail(told, told.code);
    // A fault of ours: the details help the makers, not the user, so they only come when asked for.
    const details = process.env.IVP_DEBUG && error instanceof Error ? `\n${error.stack}` : "";
    return fail(
      {
        message: `Er ging iets mis in ivp zelf: ${error instanceof Error ? error.message : String(error)}${details}`,
        hint: `Meld dit bij de makers van ivp. Of de documenten nog kloppen, ziet u met: ${ivp} verify.`,
      },
      ExitCode.Environment,
    );
  }
}

/** What is no fault of the program, with its exit code. */
function toldToUser(error: unknown): { message: string; hint?: string | undefined; code: ExitCode } | undefined {
  const as = (code: ExitCode, { message, hint }: UsageError | LayoutError | EnvironmentError) => ({
    message,
    hint,
    code,
  });
  if (error instanceof UsageError) return as(ExitCode.WrongUse, error);
  if (error instanceof LayoutError) return as(ExitCode.ContentErrors, error);
  if (error instanceof EnvironmentError) return as(ExitCode.Environment, error);
  if (error instanceof ContentFolderError)
    return {
      message: error.message,
      hint: `Wijs de map aan met --content MAP, of begin een plan met ${ivp} init.`,
      code: ExitCode.WrongUse,
    };
  if (!(error instanceof Error && "syscall" in error && "code" in error)) return undefined;
  // What the system refused, and nobody expected.
  const at = "path" in error ? error.path : error.syscall;
  return {
    message: `“${String(at)}” is niet te lezen of te schrijven: ${reasonOf(error)}.`,
    hint: "Controleer of de naam klopt, of u erbij mag en of de schijf vol is.",
    code: ExitCode.Environment,
  };
}
