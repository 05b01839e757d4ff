import { readdir, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { Command, Option } from "commander";
import { counted, enumeration, firstOf, one } from "../../dutch.js";
import { UsageError } from "../../errors.js";
import type { FigureFile, Imported, ImportResult, PassedOver } from "../../figures/index.js";
import type { Context } from "../context.js";
import { type ContentOption, contentOption } from "../options.js";
import { readWhole } from "../read-whole.js";
import { refused } from "../refuse.js";

interface Options extends ContentOption {
  readonly indicator?: string;
  readonly population?: string;
  readonly date?: string;
  readonly dryRun?: boolean;
}

export const importFiguresCommand = (context: Context): Command =>
  new Command("figures")
    .description("zet cijfers van het CBS of de politie bij de indicatoren, en zegt wat meekwam en wat niet")
    .argument("<bestand>", "een CSV van StatLine, of de map van een OData-download")
    .option("--indicator <sleutelnaam>", "alleen deze indicator")
    .option("--population <bestand>", "een CSV of map met het aantal inwoners, voor cijfers per 1.000 inwoners")
    .addOption(
      new Option("--date <dag>", "de dag waarop het bestand uit de bron is gehaald, zoals 2027-02-15").argParser(
        isoDay,
      ),
    )
    .option("--dry-run", "toon wat er zou wijzigen, en wijzig niets")
    .addOption(contentOption())
    .action(async (path: string, { content, indicator, population, date, dryRun = false }: Options) => {
      const { importFigures } = await import("../../figures/index.js");
      const [files, people] = await Promise.all([filesAt(path), population ? filesAt(population) : undefined]);
      const result = await importFigures(content, {
        files,
        ...(people && { population: people }),
        ...(indicator !== undefined && { indicator }),
        ...(date !== undefined && { date }),
        dryRun,
        now: new Date(),
      });
      if (!result.done) {
        await refused(context, content, result.report, "Er is niets gewijzigd.");
        return;
      }
      tell(context, result.done, dryRun);
    });

function isoDay(value: string): string {
  const day = new Date(`${value}T00:00:00Z`);
  if (/^20\d\d-\d\d-\d\d$/.test(value) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value))
    return value;
  throw new UsageError(`“${value}” is geen dag.`, "Geef de dag als jaar-maand-dag, zoals 2027-02-15.");
}

/** A file, or all CSVs of a folder. */
async function filesAt(path: string): Promise<FigureFile[]> {
  const kind = await stat(path).catch(() => undefined);
  if (!kind?.isDirectory()) return [{ name: basename(path), bytes: await readWhole(path) }];
  const names = (await readdir(path)).filter((name) => /\.csv$/i.test(name)).sort();
  if (names.length === 0) throw new UsageError(`In ${path} staat geen CSV. Er is niets gewijzigd.`);
  return Promise.all(names.map(async (name) => ({ name, bytes: await readWhole(join(path, name)) })));
}

function tell(
  { terminal }: Context,
  { indicators, tellsProvisional, tellsTopic, notes }: NonNullable<ImportResult["done"]>,
  dryRun: boolean,
): void {
  for (const imported of indicators) for (const line of told(imported)) terminal.out(line);
  if (notes.length > 0)
    terminal.out(
      `Overgeslagen onder de tabel: ${firstOf(
        notes.map(({ number, cells }) => `“${cells[0]}” op regel ${number}`),
        6,
      )}.`,
    );
  if (!tellsTopic)
    terminal.err("  Dit bestand zegt niet wat het telt en in welke eenheid. Kijk zelf of dat bij de indicator past.");
  if (!tellsProvisional)
    terminal.err("  Dit bestand zegt niet welke cijfers voorlopig zijn. Zet zo nodig zelf provisional: ja.");
  const changes = indicators.reduce((sum, { changes: own }) => sum + own.length, 0);
  if (dryRun)
    terminal.done(
      `Proef: ${counted(changes, "cijfer zou wijzigen", "cijfers zouden wijzigen")}. Er is niets gewijzigd.`,
    );
  else if (changes === 0) terminal.done("De cijfers waren al zo. Er is niets gewijzigd.");
  else
    terminal.done(
      `${counted(changes, "cijfer", "cijfers")} in ${enumeration(indicators.filter(({ changes: own }) => own.length > 0).map(({ id }) => `indicators/${id}.yaml`))}.`,
    );
}

/** "Elders op regel 4", "Elders vanaf regel 4". */
const placed = ({ what, line, count }: PassedOver): string => `${what} ${count > 1 ? "vanaf" : "op"} regel ${line}`;

/** What came of one indicator, in lines. */
function told({ id, title, changes, unchanged, rounded, passed, without }: Imported): string[] {
  const fresh = changes.filter(({ was }) => was === undefined).length;
  return [
    `${title} (${id}): ${counted(fresh, "nieuw cijfer", "nieuwe cijfers")}, ${counted(changes.length - fresh, "gewijzigd", "gewijzigd")}, ${unchanged} gelijk.`,
    ...changes.map(({ what, was, becomes }) =>
      was === undefined ? `  + ${what}: ${becomes}` : `  ~ ${what}: was ${was}, wordt ${becomes}`,
    ),
    ...(rounded > 0 ? [`  Afgerond op twee cijfers achter de komma: ${counted(rounded, "cijfer", "cijfers")}.`] : []),
    ...passed.map(({ why, count, of }) => `  Overgeslagen, ${why}: ${count} (${firstOf(of.map(placed), 6)}).`),
    ...(without.length > 0
      ? [`  Zonder cijfer in dit bestand: ${one(without.length, "gemeente", "gemeenten")} ${firstOf(without, 12)}.`]
      : []),
  ];
}
