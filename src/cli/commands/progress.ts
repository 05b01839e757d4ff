import { Command, Option } from "commander";
import { ivp } from "../../called/index.js";
import { counted, day } from "../../dutch.js";
import type { Progress } from "../../model/index.js";
import type { Context } from "../context.js";
import { type ContentOption, contentOption, oneOf } from "../options.js";
import { refused } from "../refuse.js";

interface Options extends ContentOption {
  readonly kind: Progress["kind"];
}

const kinds = ["voortgang", "tussenevaluatie", "eindevaluatie"] as const;

export const progressCommand = (context: Context): Command =>
  new Command("progress")
    .description("begint een bestand met de voortgang van elke actie op een datum")
    .argument("<new>", "typ hier: new")
    .argument("<datum>", "de datum waarop de voortgang is gemeten, zoals 2027-12-31")
    .addOption(contentOption())
    .addOption(
      new Option("--kind <soort>", "voortgang, tussenevaluatie of eindevaluatie (standaard: voortgang)")
        .default("voortgang")
        .argParser(oneOf(kinds, "soort")),
    )
    .action(async (asked: string, date: string, { content, kind }: Options) => {
      oneOf(["new"] as const, "opdracht van ivp progress", { nieuw: "new" })(asked);
      const { beginSnapshot } = await import("../../snapshots/index.js");
      const { report, done } = await beginSnapshot(content, date, kind);
      if (!done) {
        await refused(context, content, report, "Er is niets gewijzigd.");
        return;
      }
      const { terminal } = context;
      terminal.done(`${content}/${done.file}`);
      terminal.err(
        `  ${counted(done.actions, "actie", "acties")} om in te vullen${done.previous ? `, met wat er op ${day(done.previous)} stond` : ""}.`,
      );
      const option = content === "content" ? "" : ` --content ${content}`;
      terminal.err(`  Vul het bestand in, en ga verder met: ${ivp} check${option}.`);
    });
