import { Command, Option } from "commander";
import { ivp } from "../../called/index.js";
import { counted, enumeration, one } from "../../dutch.js";
import { UsageError } from "../../errors.js";
import type { RolledOver } from "../../rollover/index.js";
import type { Context } from "../context.js";
import { ExitCode } from "../exit-codes.js";
import type { Kind } from "../kind-to-roll-over.js";
import { type ContentOption, contentOption } from "../options.js";
import { refused, tellFound } from "../refuse.js";

interface Options extends ContentOption {
  readonly from?: number;
  readonly to?: number;
  readonly dryRun?: boolean;
}

export const rolloverCommand = (context: Context): Command =>
  new Command("rollover")
    .description("maakt het volgende programma, of de map van het volgende plan, uit wat er nu is")
    .argument("<soort>", "programma of plan, of hoe uw team ze noemt")
    .argument("<jaren>", "de jaren van het nieuwe, zoals 2029-2030")
    .argument("[map]", "map voor het volgende plan (standaard: naast de inhoud, met de jaren erachter)")
    .addOption(contentOption())
    .addOption(new Option("--from <jaar>", "eerste jaar (anders: uit de naam)").argParser(year))
    .addOption(new Option("--to <jaar>", "laatste jaar (anders: uit de naam)").argParser(year))
    .option("--dry-run", "zeg alleen wat er zou komen, en schrijf niets")
    .action(
      async (named: string, id: string, folder: string | undefined, { content, dryRun = false, ...given }: Options) => {
        const { kindToRollOver } = await import("../kind-to-roll-over.js");
        const kind = await kindToRollOver(content, named);
        if (kind === "programme" && folder !== undefined)
          throw new UsageError("Een programma komt in de map met de inhoud.", "Laat de map achter de jaren weg.");
        const { rolloverPlan, rolloverProgramme } = await import("../../rollover/index.js");
        const target = folder ?? `${content.replace(/[\\/]+$/, "")}-${id}`;
        const result =
          kind === "programme"
            ? await rolloverProgramme(content, id, given, { dryRun })
            : await rolloverPlan(content, id, given, { to: target, dryRun });
        if (!result.done) {
          await refused(context, content, result.report, "Er is niets gewijzigd.");
          return;
        }
        await tell(context, result, kind === "programme" ? content : target, { kind, dryRun });
      },
    );

function year(value: string): number {
  if (/^\d{4}$/.test(value)) return Number(value);
  throw new UsageError(`“${value}” is geen jaar.`, "Geef een jaar met vier cijfers, zoals 2029.");
}

/** What was made, what was left out, and what comes next. */
async function tell(
  context: Context,
  { done, report }: RolledOver,
  folder: string,
  { kind, dryRun }: { readonly kind: Kind; readonly dryRun: boolean },
): Promise<void> {
  if (!done) return;
  const { terminal } = context;
  const { files, from, programme, kept, left, milestones, behind, look, targets } = done;
  if (dryRun) terminal.err("Er wordt niets geschreven. Dit zou er komen:");
  if (kind === "plan") terminal.done(`${counted(files.length, "bestand", "bestanden")} in ${folder}.`);
  else terminal.done(`${folder}/programmes/${programme}.yaml`);
  const others = kind === "programme" ? files.filter((file) => file !== `programmes/${programme}.yaml`) : [];
  if (others.length > 0) terminal.err(`  Ook gewijzigd: ${enumeration(others)}.`);
  if (programme) terminal.err(`  Meegenomen uit ${from} naar ${programme}: ${counted(kept, "actie", "acties")}.`);
  list(context, one(left.length, "Niet meegenomen actie", "Niet meegenomen acties"), left);
  list(context, one(milestones.length, "Niet meegenomen mijlpaal", "Niet meegenomen mijlpalen"), milestones);
  list(context, one(behind.length, "Niet meegenomen bestand", "Niet meegenomen bestanden"), behind);
  list(
    context,
    "Hier noemen teksten nog de oude jaren",
    look.map(({ file, lines }) => `${file}, ${one(lines.length, "regel", "regels")} ${enumeration(lines.map(String))}`),
  );
  list(
    context,
    "Hier staan streefwaarden voor jaren van eerder",
    targets.map(({ file, years }) => `${file}: ${enumeration(years.map(String))}`),
  );
  const errors = report.diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) {
    // The folder is there all the same: it is where its users mend what no longer holds.
    terminal.err(`  Dit klopt ${dryRun ? "dan" : "nog"} niet in ${folder}:`);
    await tellFound(context, folder, { ...report, diagnostics: errors });
    terminal.err(
      "  Verwijst een tekst naar iets wat niet is meegegaan? Laat die naar iets anders verwijzen, of haal de verwijzing weg.",
    );
    context.finish(ExitCode.ContentErrors);
  }
  if (dryRun) return;
  const option = folder === "content" ? "" : ` --content ${folder}`;
  terminal.err(`  Ga verder met: ${ivp} check${option}. Vul daarna de open punten in.`);
}

function list({ terminal }: Context, title: string, items: readonly string[]): void {
  if (items.length === 0) return;
  terminal.err(`  ${title}:`);
  for (const item of items) terminal.err(`    ${item}`);
}
