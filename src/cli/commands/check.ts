import { Command, InvalidArgumentError, Option } from "commander";
import { ivp } from "../../called/index.js";
import { hasErrors, type Rated, type Severity, severityNames } from "../../diagnostics.js";
import { enumeration, one, suggestion } from "../../dutch.js";
import { UsageError } from "../../errors.js";
import type { Context } from "../context.js";
import { examined } from "../examined.js";
import { ExitCode } from "../exit-codes.js";
import { type ContentOption, contentOption, formatOption, oneOf } from "../options.js";
import { tellOutdated } from "../refuse.js";
import type { Terminal } from "../terminal.js";

interface Options extends ContentOption {
  readonly format: (typeof formats)[number];
  readonly severity?: Severity;
  readonly rule?: readonly string[];
  readonly maxWarnings: number;
}

/** What is shown and what isn't, and of which rules, when these were asked for. */
interface Found {
  readonly shown: readonly Rated[];
  readonly left: readonly Rated[];
  readonly codes: readonly string[] | undefined;
  /** Whether the content could be linked, so that every rule has looked. */
  readonly linked: boolean;
}

const severities = Object.keys(severityNames) as readonly Severity[];
/** The Dutch words for them. */
const words = Object.fromEntries(severities.map((severity) => [severityNames[severity][0], severity]));
const formats = ["text", "json", "github", "sarif"] as const;

export const checkCommand = ({ terminal, finish, version }: Context): Command =>
  new Command("check")
    .description("controleert de inhoud en zegt wat er mis is en hoe het goed komt")
    .addOption(contentOption())
    .addOption(formatOption(formats))
    .addOption(
      new Option(
        "--severity <ernst>",
        "toon vanaf fout, waarschuwing of opmerking (standaard: waarschuwing in tekst, anders opmerking)",
      ).argParser(oneOf(severities, "ernst", words)),
    )
    .option("--rule <code...>", "alleen deze regels, zoals IVP401")
    .addOption(
      new Option("--max-warnings <aantal>", "exitcode 1 bij meer waarschuwingen dan dit")
        .default(Number.POSITIVE_INFINITY)
        .argParser(wholeNumber),
    )
    .action(async ({ content, format, severity, rule, maxWarnings }: Options) => {
      // Loaded here, so that --help and the other commands start without them.
      const { asText, openPointTable, readabilityTable, tally } = await import("../reporters/text.js");
      const codes = rule && (await knownRules(rule));
      const isChosen = ({ code }: Rated): boolean => codes?.includes(code) ?? true;
      const least = severities.indexOf(severity ?? (format === "text" ? "warning" : "note"));
      const isShown = (found: Rated): boolean => isChosen(found) && severities.indexOf(found.severity) <= least;
      const { diagnostics: shown, passedOver, model, readability, sourceOf } = await examined(content, isShown);
      const left = passedOver.filter(isChosen);
      if (format !== "text") {
        const { reporters } = await import("../reporters/index.js");
        const reporter = reporters[format];
        terminal.data(
          reporter({ diagnostics: shown, folder: content.replaceAll("\\", "/").replace(/\/+$/, ""), version }),
        );
      } else {
        if (shown.length > 0) terminal.out(`${asText(shown, content, sourceOf, terminal.paint)}\n`);
        if (!rule && severity === "note") terminal.out(`${readabilityTable(readability(), terminal.paint)}\n`);
        if (model && !rule) terminal.out(`${openPointTable(model.openPoints, terminal.paint)}\n`);
        terminal.out(conclusion({ shown, left, codes, linked: model !== undefined }, terminal, tally));
      }
      const chosen = [...shown, ...left];
      const warnings = chosen.filter((found) => found.severity === "warning").length;
      await tellOutdated(content, [...shown, ...passedOver], terminal);
      if (hasErrors(chosen) || warnings > maxWarnings) finish(ExitCode.ContentErrors);
    });

/** How it ends: what was found, or that nothing was, and what isn't shown. */
function conclusion(
  { shown, left, codes, linked }: Found,
  { paint }: Terminal,
  tally: (found: readonly Rated[]) => string,
): string {
  const begin = shown.length > 0 ? `${tally(shown)}.` : noneShown(left, codes, linked, paint.green("goed"));
  const rest = `${begin ? "Verder " : ""}${tally(left)}: toon ${one(left.length, "die", "ze")} met --severity opmerking.`;
  return [begin, left.length > 0 ? rest : ""].filter(Boolean).join(" ");
}

/** That nothing is wrong; of some rules, that they found nothing, or that they may not have looked. */
function noneShown(
  left: readonly Rated[],
  codes: readonly string[] | undefined,
  linked: boolean,
  good: string,
): string {
  if (!codes) return `${good} De inhoud klopt.`;
  if (left.length > 0) return "";
  const none = `Geen melding van ${enumeration(codes, "of")}`;
  if (linked) return `${good} ${none}.`;
  return `${none}, maar door fouten in de inhoud is niet elke regel nagegaan: kijk met ${ivp} check.`;
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
  throw new UsageError(
    `Er is geen regel “${unknown}”.`,
    suggestion(unknown, codes, { quote: (code) => code, otherwise: "Alle regels staan in docs/rules.md." }),
  );
}
