import { Command } from "commander";
import { ivp } from "../../called/index.js";
import { hasErrors } from "../../diagnostics.js";
import { counted, one } from "../../dutch.js";
import type { Asked, Given, PlanDocument, Report, Told } from "../../plan-import/index.js";
import type { Context } from "../context.js";
import { ExitCode } from "../exit-codes.js";
import { readWhole } from "../read-whole.js";
import type { Terminal } from "../terminal.js";
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
      const { openPlan, refuseBeforehand, writeImported } = await import("../../plan-import/index.js");
      await refuseBeforehand(out);
      const plan = openPlan(await readWhole(file, 100e6));
      const { terminal, finish } = context;
      const known = terminal.canAsk ? await asked(plan, given, terminal) : given;
      if (!known) {
        terminal.err("Gestopt. Er is niets geschreven.");
        finish(ExitCode.Interrupted);
        return;
      }
      const imported = plan.make(known);
      const { report, diagnostics, sourceOf } = imported;
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
      terminal.err(`  Ga verder met: ${ivp} check${out === "content" ? "" : ` --content ${out}`}.`);
    });

/** Asks what neither the document nor the user said. @returns nothing when the user stops */
async function asked(plan: PlanDocument, given: Given, terminal: Terminal): Promise<Given | undefined> {
  const unknown = plan.unknown(given);
  if (unknown.length === 0) return given;
  const { readAll } = await import("../../init/index.js");
  const { ask } = await import("../ask.js");
  const before = { ...plan.found, ...given };
  const answers = await ask(
    readAll(Object.fromEntries(Object.entries(before).filter(([key]) => !unknown.some((one) => one === key)))),
    terminal,
    unknown,
  );
  if (!answers) return undefined;
  const { municipalities, team, from, to } = answers;
  const said: Record<Asked, string | undefined> = {
    // With one at the end, as a name may have a comma in it.
    municipalities: municipalities && `${municipalities.join(";")};`,
    team,
    from: from?.toString(),
    to: to?.toString(),
  };
  return { ...given, ...Object.fromEntries(unknown.map((key) => [key, said[key]])) };
}

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
