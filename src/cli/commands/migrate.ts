import { Command } from "commander";
import { ivp } from "../../called/index.js";
import type { Context } from "../context.js";
import { type ContentOption, contentOption } from "../options.js";

export const migrateCommand = ({ terminal }: Context): Command =>
  new Command("migrate")
    .description("werkt inhoud van een oudere versie van ivp bij")
    .addOption(contentOption())
    .action(async ({ content }: ContentOption) => {
      const { migrateFolder } = await import("../../migrations/folder.js");
      const applied = await migrateFolder(content);
      for (const { file, title } of applied)
        terminal.out(`${terminal.paint.green("omgezet")} ${content}/${file} ${title}.`);
      if (applied.length === 0) terminal.out(`${terminal.paint.green("goed")} De inhoud is al bijgewerkt.`);
      else terminal.out(`Bekijk de wijzigingen met ${ivp} diff (er hoort niets te wijzigen) en leg ze vast in git.`);
    });
