import { Command } from "commander";
import { counted } from "../../dutch.js";
import type { Context } from "../context.js";
import { type ContentOption, contentOption, type OutOption, outOption } from "../options.js";
import { refused } from "../refuse.js";

interface Options extends ContentOption, OutOption {
  readonly force?: boolean;
}

export const mergeCommand = (context: Context): Command =>
  new Command("merge")
    .description("voegt de delen van ivp build --shard samen tot één map")
    .argument("<map...>", "de mappen met de delen")
    .addOption(contentOption())
    .addOption(outOption())
    .option("--force", "vervang ook wat ivp niet in die map heeft gezet")
    .action(async (folders: readonly string[], { content, out, force = false }: Options) => {
      const { merge } = await import("../../build/merge.js");
      const { terminal, program } = context;
      const result = await merge({ content, out, folders, program, force, note: terminal.warn });
      if (await refused(context, content, result, `Er is niets samengevoegd. De map ${out} is niet gewijzigd.`)) return;
      const made = counted(result.documents.length, "document", "documenten");
      terminal.done(`${made} uit ${counted(folders.length, "deel", "delen")} in ${out}.`);
    });
