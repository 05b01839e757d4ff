import { Command } from "commander";
import type { Context } from "../context.js";
import { type ContentOption, contentOption } from "../options.js";
import { refused } from "../refuse.js";

export const listCommand = (context: Context): Command =>
  new Command("list")
    .description("toont de documenten met hun status")
    .option("--figures", "toont de cijfers van de indicatoren, als CSV")
    .addOption(contentOption())
    .action(async ({ content, figures = false }: ContentOption & { readonly figures?: boolean }) => {
      const { examineFolder } = await import("../../check/examine.js");
      const { kindOf, listDocuments } = await import("../../documents/index.js");
      const examined = await examineFolder(content);
      const { model } = examined;
      if ((await refused(context, content, examined, "De documenten zijn nog niet te noemen.")) || !model) return;
      const { terminal } = context;
      if (figures) {
        const { columns, figureRows } = await import("../../figures/rows.js");
        for (const row of [columns, ...figureRows(model)]) terminal.out(row.map(cell).join(";"));
        return;
      }
      const rows = listDocuments(model).map((info) => [
        info.id,
        kindOf(info).words(model.terms)[0],
        info.status.label,
        info.title,
      ]);
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

/** A cell of a CSV with semicolons. */
const cell = (text: string): string => (/[";\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
