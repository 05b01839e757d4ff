import { Command } from "commander";
import type { Adopted, Told } from "../../adoption/index.js";
import { capital } from "../../dutch.js";
import type { Context } from "../context.js";
import { type ContentOption, contentOption } from "../options.js";
import { refused, tellFound } from "../refuse.js";

type Options = ContentOption & Omit<Told, "about">;

export const adoptCommand = (context: Context): Command =>
  new Command("adopt")
    .description("legt vast wat een raad of college besloot, en over welke tekst")
    .argument("<stuk>", "plan, bijlage, programma, of programma:2027-2028 als er meer zijn")
    .requiredOption("--by <gemeente>", "de gemeente die besloot, zoals oostdam")
    .option("--date <datum>", "de dag van het besluit, zoals 2026-12-10")
    .option("--reference <kenmerk>", "het kenmerk van het besluit, zoals RB-101")
    .option(
      "--state <uitkomst>",
      "vastgesteld, gewijzigd-vastgesteld, verworpen, ingetrokken of ter-vaststelling (standaard: vastgesteld)",
    )
    .option("--remark <tekst>", "wat er bij het besluit te zeggen is, in één zin")
    .option("--replace", "vervang een besluit dat er al staat")
    .option("--dry-run", "toon de wijziging en schrijf niets")
    .addOption(contentOption())
    .action(async (about: string, { content, ...told }: Options) => {
      const { adopt } = await import("../../adoption/index.js");
      const today = new Date().toISOString().slice(0, 10);
      const result = await adopt(content, { about, ...told }, today);
      if (!result.done) {
        // Warnings were there before; what keeps it from being written is an error.
        const diagnostics = result.report.diagnostics.filter(({ severity }) => severity === "error");
        await refused(context, content, { ...result.report, diagnostics }, "Er is niets gewijzigd.");
        return;
      }
      await tell(context, content, result, told.dryRun === true);
    });

async function tell(context: Context, content: string, { done, report }: Adopted, dryRun: boolean): Promise<void> {
  if (!done) return;
  const { terminal } = context;
  const { file, before, after, kept, gone, status, title } = done;
  if (gone !== undefined)
    terminal.warn(
      `De opmerking bij het vorige besluit vervalt: “${gone}” Geldt zij nog? Geef haar dan mee met --remark.`,
    );
  if (dryRun) {
    const { linesChanged } = await import("../reporters/lines.js");
    terminal.out(`${content}/${file}`);
    for (const line of linesChanged(before, after, terminal.paint)) terminal.out(line);
    if (kept) terminal.out(`${content}/${kept}: de tekst waarover is besloten.`);
    terminal.err(`Er is niets geschreven. Daarna is de status van ${title}: ${status}.`);
    return;
  }
  terminal.done(`${content}/${file}. ${capital(title)}: ${status}.`);
  if (kept)
    terminal.err(`  De tekst waarover is besloten, staat in ${content}/${kept}. Leg ook dat bestand vast in git.`);
  await tellFound(context, content, {
    ...report,
    diagnostics: report.diagnostics.filter((found) => found.severity === "warning" && found.file === file),
  });
}
