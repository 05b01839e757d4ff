import { Command } from "commander";
import { hasErrors } from "../../diagnostics.js";
import type { Context } from "../context.js";
import { ExitCode } from "../exit-codes.js";

interface Options {
  readonly content: string;
  readonly out: string;
  readonly force?: boolean;
}

export const mergeCommand = ({ terminal, program, finish }: Context): Command =>
  new Command("merge")
    .description("voegt de delen van ivp build --shard samen tot één map")
    .argument("<map...>", "de mappen met de delen")
    .option("--content <map>", "map met de inhoud (standaard: content)", "content")
    .option("--out <map>", "map voor de documenten (standaard: out)", "out")
    .option("--force", "vervang ook wat ivp niet in die map heeft gezet")
    .action(async (folders: readonly string[], { content, out, force = false }: Options) => {
      const { merge } = await import("../../build/merge.js");
      const note = (message: string): void => terminal.err(`${terminal.paintErr.yellow("let op")} ${message}`);
      const { documents, diagnostics, sourceOf } = await merge({ content, out, folders, program, force, note });
      if (hasErrors(diagnostics)) {
        const { report, tally } = await import("../reporters/text.js");
        const errors = diagnostics.filter(({ severity }) => severity === "error");
        terminal.err(`${report(errors, content, sourceOf, terminal.paintErr)}\n\n${tally(errors)}.`);
        finish(ExitCode.ContentErrors);
        return;
      }
      terminal.err(
        `${terminal.paintErr.green("klaar")} ${documents.length} documenten uit ${folders.length} ${folders.length === 1 ? "deel" : "delen"} in ${out}.`,
      );
    });
