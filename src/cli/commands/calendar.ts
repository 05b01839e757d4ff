import { Command } from "commander";
import type { Context } from "../context.js";
import { examined } from "../examined.js";
import { type ContentOption, contentOption } from "../options.js";
import { refused } from "../refuse.js";

interface Options extends ContentOption {
  readonly out?: string;
  readonly force?: boolean;
}

export const calendarCommand = (context: Context): Command =>
  new Command("calendar")
    .description("maakt een agenda (iCalendar) van besluiten, einddata, mijlpalen en planning")
    .option("--out <bestand>", "schrijf de agenda naar dit bestand, zoals plan.ics (anders: naar het scherm)")
    .option("--force", "vervang ook een bestand dat ivp niet maakte")
    .addOption(contentOption())
    .action(async ({ content, out, force }: Options) => {
      const found = await examined(content);
      const { model } = found;
      if ((await refused(context, content, found, "Er is geen agenda gemaakt.")) || !model) return;
      const { calendarOf, eventsOf, writeCalendar } = await import("../../adoption/calendar.js");
      const { terminal } = context;
      if (out === undefined) {
        terminal.whole(calendarOf(model));
        return;
      }
      await writeCalendar(out, calendarOf(model), { content, force: force === true });
      const { counted } = await import("../../dutch.js");
      terminal.done(`${out} (${counted(eventsOf(model).length, "dag", "dagen")}).`);
    });
