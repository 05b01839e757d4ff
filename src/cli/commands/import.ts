import { Command } from "commander";
import { hasErrors } from "../../diagnostics.js";
import { counted, one } from "../../dutch.js";
import type { Report, Told } from "../../plan-import/index.js";
import type { Context } from "../context.js";
import { ExitCode } from "../exit-codes.js";
import { readWhole } from "../read-whole.js";
import { importFiguresCommand } from "./import-figures.js";

interface Options {
  readonly out: string;
  readonly team?: string;
  readonly municipalities?: string;
  readonly from?: string;
  readonly to?: string;
  readonly programme?: string;
}

export const importCommand = (context: Context): Command =>
  new Command("import")
    .description("haalt binnen wat er al is: een plan in Word, of cijfers in CSV")
    .addCommand(planCommand(context))
    .addCommand(importFiguresCommand(context));

const planCommand = (context: Context): Command =>
  new Command("plan")
    .description(
      "maakt een map met inhoud uit een bestaand plan in Word (docx), en zegt wat waar kwam en wat niet meekwam",
    )
    .argument("<bestand>", "het plan, als docx")
    .option("--out <map>", "nieuwe of lege map voor de inhoud (standaard: content)", "content")
    .option("--municipalities <namen>", "de gemeenten, met komma's ertussen (anders: uit het document)")
    .option("--team <naam>", "hoe het team heet, zoals in een zin (anders: uit het document)")
    .option("--from <jaar>", "het eerste jaar van het plan (anders: uit het document)")
    .option("--to <jaar>", "het laatste jaar van het plan (anders: uit het document)")
    .option("--programme <naam>", "hoe het programma met de acties heet (anders: uitvoeringsprogramma)")
    .action(async (file: string, { out, ...given }: Options) => {
      const { importPlan, refuseOccupied, writeImported } = await import("../../plan-import/index.js");
      refuseOccupied(out);
      const imported = importPlan(await readWhole(file), given);
      const { report, diagnostics, sourceOf } = imported;
      const { terminal, finish } = context;
      if (hasErrors(diagnostics)) {
        const { asText } = await import("../reporters/text.js");
        const errors = diagnostics.filter(({ severity }) => severity === "error");
        terminal.err(`${asText(errors, out, sourceOf, terminal.paintErr)}\n`);
        terminal.err(
          "Dit kan ivp niet overnemen. Pas het document aan, en probeer het nog eens. Er is niets geschreven.",
        );
        finish(ExitCode.ContentErrors);
        return;
      }
      const paths = await writeImported(out, imported);
      terminal.done(`${counted(paths.length, "bestand", "bestanden")} in ${out}.`);
      for (const line of told(report)) terminal.err(line);
      terminal.err(`  Ga verder met: ivp check${out === "content" ? "" : ` --content ${out}`}.`);
    });

/** The report in lines. */
function told({ placed, unsure, lost, counted: counts }: Report): string[] {
  const lines = (title: string, all: readonly string[]): string[] =>
    all.length > 0 ? ["", `  ${title}`, ...all.map((line) => `    ${line}`)] : [];
  const at = ({ at: place, what }: Told): string => (place === "" ? what : `${place}: ${what}`);
  return [
    ...lines(
      "Wat waar kwam",
      placed.map(({ title, file, as }) => `${title} → ${file} (${as})`),
    ),
    ...lines(one(unsure.length, "Kijk dit na", "Kijk dit na"), unsure.map(at)),
    ...lines("Niet meegekomen", [
      ...lost.map(at),
      ...counts.map(({ what, times }) => `${what} (${counted(times, "keer", "keer")})`),
    ]),
    "",
  ];
}
