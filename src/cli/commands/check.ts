import { Command, InvalidArgumentError, Option } from "commander";
import { closest } from "../../content/closest.js";
import { type Diagnostic, hasErrors, type Severity } from "../../diagnostics.js";
import { UsageError } from "../../errors.js";
import type { Context } from "../context.js";
import { ExitCode } from "../exit-codes.js";
import { oneOf } from "../one-of.js";
import { tellOutdated } from "../outdated.js";

interface Options {
  readonly content: string;
  readonly format: (typeof formats)[number];
  readonly severity?: Severity;
  readonly rule?: readonly string[];
  readonly maxWarnings: number;
}

const severities: readonly Severity[] = ["error", "warning", "note"];
const formats = ["text", "json", "github", "sarif"] as const;

export const checkCommand = ({ terminal, finish, version }: Context): Command =>
  new Command("check")
    .description("controleert de inhoud en zegt wat er mis is en hoe het goed komt")
    .option("--content <map>", "map met de inhoud (standaard: content)", "content")
    .addOption(
      new Option("--format <vorm>", "text, json, github of sarif (standaard: text)")
        .default("text")
        .argParser(oneOf(formats, "vorm")),
    )
    .addOption(
      new Option(
        "--severity <ernst>",
        "toon vanaf fout, waarschuwing of opmerking (standaard: waarschuwing in tekst, anders opmerking)",
      ).argParser(oneOf(severities, "ernst", { fout: "error", waarschuwing: "warning", opmerking: "note" })),
    )
    .option("--rule <code...>", "alleen deze regels, zoals IVP401")
    .addOption(
      new Option("--max-warnings <aantal>", "exitcode 1 bij meer waarschuwingen dan dit")
        .default(Number.POSITIVE_INFINITY)
        .argParser(wholeNumber),
    )
    .action(async ({ content, format, severity, rule, maxWarnings }: Options) => {
      // Loaded here, so that --help and the other commands start without them.
      const { examineFolder } = await import("../../check/examine.js");
      const { openPointTable, readabilityTable, report, tally } = await import("../reporters/text.js");
      const codes = rule && (await knownRules(rule));
      const { diagnostics: all, model, readability, sourceOf } = await examineFolder(content);
      const chosen = all.filter(({ code }) => codes?.includes(code) ?? true);
      const least = severities.indexOf(severity ?? (format === "text" ? "warning" : "note"));
      const shown = chosen.filter((diagnostic) => severities.indexOf(diagnostic.severity) <= least);
      if (format !== "text") {
        const { reporters } = await import("../reporters/index.js");
        const reporter = reporters[format];
        terminal.data(
          reporter({ diagnostics: shown, folder: content.replaceAll("\\", "/").replace(/\/+$/, ""), version }),
        );
      } else {
        if (shown.length > 0) terminal.out(`${report(shown, content, sourceOf, terminal.paint)}\n`);
        if (!rule && severity === "note") terminal.out(`${readabilityTable(readability(), terminal.paint)}\n`);
        if (model && !rule) terminal.out(`${openPointTable(model.openPoints, terminal.paint)}\n`);
        terminal.out(conclusion(chosen, shown, terminal.paint.green("goed"), tally));
      }
      const warnings = chosen.filter((diagnostic) => diagnostic.severity === "warning").length;
      await tellOutdated(content, all, terminal);
      if (hasErrors(chosen) || warnings > maxWarnings) finish(ExitCode.ContentErrors);
    });

function conclusion(
  chosen: readonly Diagnostic[],
  shown: readonly Diagnostic[],
  good: string,
  tally: (diagnostics: readonly Diagnostic[]) => string,
): string {
  const told = new Set(shown);
  const hidden = tally(chosen.filter((diagnostic) => !told.has(diagnostic)));
  const rest = hidden ? ` Verder ${hidden}: toon ze met --severity note.` : "";
  return shown.length > 0 ? `${tally(shown)}.${rest}` : `${good} De inhoud klopt.${rest}`;
}

function wholeNumber(value: string): number {
  if (/^\d+$/.test(value)) return Number(value);
  throw new InvalidArgumentError("");
}

/** The codes that were asked for, each one that exists. */
async function knownRules(asked: readonly string[]): Promise<readonly string[]> {
  const { ruleDocs } = await import("../../check/index.js");
  const codes = ruleDocs.map(({ code }) => code as string);
  const unknown = asked.find((code) => !codes.includes(code));
  if (unknown === undefined) return asked;
  const guess = closest(unknown, codes);
  throw new UsageError(
    `Er is geen regel “${unknown}”.`,
    guess ? `Bedoelde u ${guess}?` : "Alle regels staan in docs/rules.md.",
  );
}
