import { Command } from "commander";
import type { Context } from "../context.js";
import { examined } from "../examined.js";
import { type ContentOption, contentOption, formatOption } from "../options.js";
import { refused } from "../refuse.js";
import type { Terminal } from "../terminal.js";

interface Options extends ContentOption {
  readonly trace?: true;
  readonly figures?: true;
  readonly format: (typeof formats)[number];
}

const formats = ["text", "json"] as const;

export const listCommand = (context: Context): Command =>
  new Command("list")
    .description("toont de documenten met hun status")
    .option("--figures", "toon de cijfers van de indicatoren, als CSV")
    .addOption(contentOption())
    .option("--trace", "toon wat bij elkaar hoort: doel, prioriteit, maatregel, actie en indicator")
    .addOption(formatOption(formats))
    .action(async ({ content, trace, figures, format }: Options) => {
      const { kindOf, listDocuments } = await import("../../documents/index.js");
      const found = await examined(content);
      const { model } = found;
      if ((await refused(context, content, found, "De documenten zijn nog niet te noemen.")) || !model) return;
      const { terminal } = context;
      if (figures) {
        const { columns, figureRows } = await import("../../figures/rows.js");
        for (const row of [columns, ...figureRows(model)]) terminal.out(row.map(cell).join(";"));
        return;
      }
      if (trace) {
        const { traceOf } = await import("../../model/index.js");
        const { traceText } = await import("../reporters/trace.js");
        const trees = traceOf(model);
        if (format === "json") terminal.data(JSON.stringify(trees, undefined, 2));
        else terminal.out(traceText(trees, terminal.paint));
        return;
      }
      const rows = listDocuments(model).map((info) => [
        info.id,
        kindOf(info).words(model.terms)[0],
        info.status.label,
        info.title,
      ]);
      if (format === "json") {
        const documents = rows.map(([id, kind, status, title]) => ({ id, kind, status, title }));
        terminal.data(JSON.stringify(documents, undefined, 2));
        return;
      }
      table(terminal, [["naam", "soort", "status", "titel"], ...rows]);
    });

/** Rows in columns, the first one as heading. */
function table({ out, paint }: Terminal, rows: readonly (readonly string[])[]): void {
  const [header = []] = rows;
  const widths = header.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const [index, row] of rows.entries()) {
    const line = row
      .map((text, column) => text.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd();
    out(index === 0 ? paint.bold(line) : line);
  }
}

/** A cell of a CSV with semicolons. */
const cell = (text: string): string => (/[";\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
