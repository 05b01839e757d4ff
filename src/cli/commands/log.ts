import { Command } from "commander";
import type { Context } from "../context.js";
import { examined } from "../examined.js";
import { type ContentOption, contentOption, formatOption } from "../options.js";
import { refused } from "../refuse.js";

interface Options extends ContentOption {
  readonly format: "text" | "json";
}

export const logCommand = (context: Context): Command =>
  new Command("log")
    .description("toont wat er met het plan gebeurde: besluiten, amendementen en tags, op datum")
    .addOption(contentOption())
    .addOption(formatOption(["text", "json"]))
    .action(async ({ content, format }: Options) => {
      const { entriesWithTags, rowOf } = await import("../../adoption/log.js");
      const found = await examined(content);
      const { model } = found;
      if ((await refused(context, content, found, "Wat er gebeurde, is nog niet te vertellen.")) || !model) return;
      const { entries, untagged } = await entriesWithTags(model, content);
      const { terminal } = context;
      if (untagged) terminal.warn(`Tags staan er niet bij. ${untagged.message} ${untagged.hint}`);
      if (format === "json") {
        terminal.data(JSON.stringify(entries, null, 2));
        return;
      }
      if (entries.length === 0) terminal.out("Er is nog niets besloten.");
      const rows = entries.map(rowOf);
      const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
      for (const [date, type, text] of rows)
        terminal.out(`${date.padEnd(widths[0] ?? 0)}  ${type.padEnd(widths[1] ?? 0)}  ${text}`);
    });
