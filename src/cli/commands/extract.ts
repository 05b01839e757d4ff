import { Command } from "commander";
import type { Context } from "../context.js";

export const extractCommand = ({ terminal }: Context): Command =>
  new Command("extract")
    .description("haalt uit een PDF de gegevens waaruit hij gemaakt is, als JSON")
    .argument("<pdf>", "een PDF die ivp maakte")
    .action(async (path: string) => {
      const { extractFrom } = await import("../../pdf/extract.js");
      terminal.data((await extractFrom(path)).trimEnd());
    });
