import { Command } from "commander";
import { hasErrors } from "../../diagnostics.js";
import type { Context } from "../context.js";
import { ExitCode } from "../exit-codes.js";

export const listCommand = ({ terminal, finish }: Context): Command =>
  new Command("list")
    .description("toont de documenten met hun status")
    .option("--content <map>", "map met de inhoud (standaard: content)", "content")
    .action(async ({ content }: { content: string }) => {
      const { examineFolder } = await import("../../check/examine.js");
      const { listDocuments } = await import("../../documents/index.js");
      const { model, diagnostics, sourceOf } = await examineFolder(content);
      if (!model || hasErrors(diagnostics)) {
        const { report, tally } = await import("../reporters/text.js");
        terminal.err(`${report(diagnostics, content, sourceOf, terminal.paintErr)}\n\n${tally(diagnostics)}.`);
        finish(ExitCode.ContentErrors);
        return;
      }
      const rows = listDocuments(model).map(({ id, kind, status, title }) => [id, kind, status.label, title]);
      const header = ["naam", "soort", "status", "titel"];
      const widths = header.map((_, column) => Math.max(...[header, ...rows].map((row) => row[column]?.length ?? 0)));
      const line = (row: readonly string[]): string =>
        row
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join("  ")
          .trimEnd();
      terminal.out(terminal.paint.bold(line(header)));
      for (const row of rows) terminal.out(line(row));
    });
