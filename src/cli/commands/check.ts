import { Command } from "commander";
import { examineFolder } from "../../build/examine.js";
import { hasErrors } from "../../diagnostics.js";
import type { Context } from "../context.js";
import { ExitCode } from "../exit-codes.js";
import { report, tally } from "../report.js";

export const checkCommand = ({ terminal, finish }: Context): Command =>
  new Command("check")
    .description("controleert de inhoud en zegt wat er mis is en hoe het goed komt")
    .option("--content <map>", "map met de inhoud (standaard: content)", "content")
    .action(async ({ content }: { content: string }) => {
      const { diagnostics, model, sourceOf } = await examineFolder(content);
      if (diagnostics.length > 0) terminal.out(`${report(diagnostics, content, sourceOf, terminal.paint)}\n`);
      const open = model ? ` ${model.openPoints.length} open punten wachten op een besluit.` : "";
      terminal.out(
        diagnostics.length > 0
          ? `${tally(diagnostics)}.${open}`
          : `${terminal.paint.green("goed")} De inhoud klopt.${open}`,
      );
      if (hasErrors(diagnostics)) finish(ExitCode.ContentErrors);
    });
