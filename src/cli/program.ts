import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { Command, type CommanderError } from "commander";
import { ivp } from "../called/index.js";
import { closest } from "../closest.js";
import { meant } from "../dutch.js";
import { UsageError } from "../errors.js";
import { adoptCommand } from "./commands/adopt.js";
import { amendCommand } from "./commands/amend.js";
import { buildCommand } from "./commands/build.js";
import { calendarCommand } from "./commands/calendar.js";
import { checkCommand } from "./commands/check.js";
import { diffCommand } from "./commands/diff.js";
import { extractCommand } from "./commands/extract.js";
import { importCommand } from "./commands/import.js";
import { initCommand } from "./commands/init.js";
import { listCommand } from "./commands/list.js";
import { logCommand } from "./commands/log.js";
import { mergeCommand } from "./commands/merge.js";
import { migrateCommand } from "./commands/migrate.js";
import { packCommand } from "./commands/pack.js";
import { progressCommand } from "./commands/progress.js";
import { publishCommand } from "./commands/publish.js";
import { reviewCommand } from "./commands/review.js";
import { rolloverCommand } from "./commands/rollover.js";
import { serveCommand } from "./commands/serve.js";
import { verifyCommand } from "./commands/verify.js";
import type { Context } from "./context.js";

/** The titles that commander puts in its help, in Dutch. */
const helpTitles: Readonly<Record<string, string>> = {
  "Usage:": "Gebruik:",
  "Options:": "Opties:",
  "Commands:": "Opdrachten:",
  "Arguments:": "Argumenten:",
};

/** In the order of a plan's life, as help lists them. */
const commands = [
  initCommand,
  importCommand,
  checkCommand,
  buildCommand,
  serveCommand,
  listCommand,
  diffCommand,
  reviewCommand,
  adoptCommand,
  amendCommand,
  packCommand,
  logCommand,
  calendarCommand,
  progressCommand,
  rolloverCommand,
  publishCommand,
  verifyCommand,
  mergeCommand,
  extractCommand,
  migrateCommand,
];

/** The command line of `ivp`. Parsing throws a CommanderError; see {@link usageError}. */
export function createProgram(context: Context, version: string): Command {
  const root = new Command(ivp)
    .description("Maakt de documenten van een integraal veiligheidsplan uit de inhoud in YAML.")
    .usage("<opdracht> [opties]")
    .version(version, "-V, --version", "toon de versie")
    .helpOption("-h, --help", "toon deze hulp")
    .helpCommand("help [opdracht]", "toon hulp bij een opdracht")
    .addHelpText(
      "after",
      `\nExitcodes: 0 gelukt, 1 fouten in de inhoud, 2 verkeerd gebruik, 3 de computer kan het niet (zoals geen browser).\nHandleiding: ${manual()}`,
    );
  for (const command of commands) root.addCommand(inDutch(command(context)));
  root.hook("preAction", (_, action) => refuseEmpty(action));
  for (const command of withInner(root)) {
    command
      .exitOverride()
      .showSuggestionAfterError(false)
      .configureHelp({
        styleTitle: (title) => helpTitles[title] ?? title,
        // Defaults stand in the descriptions; commander would add them in English.
        optionDescription: ({ description }) => description,
        subcommandTerm: (subcommand) => subcommand.name(),
      })
      .configureOutput({
        writeOut: (text) => context.terminal.out(text.replace(/\n$/, "")),
        writeErr: (text) => context.terminal.err(text.replace(/\n$/, "")),
        outputError: () => undefined,
      });
  }
  return root;
}

/** Where the manual lies: beside the program, which is within the folder of a team, or elsewhere. */
function manual(): string {
  const path = fileURLToPath(new URL("../../docs/handleiding.md", import.meta.url));
  const near = relative("", path);
  return near.startsWith("..") ? path : near;
}

/** A command with those within it. */
const withInner = (command: Command): Command[] => [command, ...command.commands.flatMap(withInner)];

/** An empty value is a variable that nobody filled: what was meant isn't known. */
function refuseEmpty(command: Command): void {
  const empty = command.options.find((option) => [command.getOptionValue(option.attributeName())].flat().includes(""));
  if (!empty && !command.args.includes("")) return;
  throw new UsageError(
    empty ? `Achter “${empty.long}” staat niets.` : "Een van de woorden achter de opdracht is leeg.",
    "Geef een waarde, of laat dit weg. Is het een variabele? Dan is die leeg.",
  );
}

function inDutch(command: Command): Command {
  const names = command.registeredArguments.map((argument) => {
    const name = `${argument.name()}${argument.variadic ? "..." : ""}`;
    // This one is typed as it is.
    if (name === "new") return name;
    return argument.required ? `<${name}>` : `[${name}]`;
  });
  for (const inner of command.commands) inDutch(inner);
  if (command.commands.length > 0) command.helpCommand("help [opdracht]", "toon hulp bij een opdracht");
  return command
    .usage(command.commands.length > 0 ? "<wat> [opties]" : [...names, "[opties]"].join(" "))
    .helpOption("-h, --help", "toon deze hulp");
}

/** A parsing error of commander in Dutch, by its code; `undefined` for help and version, which are no errors. */
export function usageError(
  { code, message, exitCode }: CommanderError,
  root: Command,
  [asked, about]: readonly string[],
): UsageError | undefined {
  if (exitCode === 0) return undefined;
  const [, name = ""] = /'([^']*)'/.exec(message) ?? [];
  // What another command takes is no help.
  const used = root.commands.find((command) => command.name() === asked) ?? root;
  const flags = used.options.flatMap(({ long }) => long ?? []);
  const help = `Kijk met ${ivp} --help wat er kan.`;
  const suggest = (word: string, known: readonly string[]): string =>
    meant(closest(word, known), (found) => found) ?? help;
  const unknownCommand = (word: string): UsageError =>
    new UsageError(
      `ivp kent geen opdracht “${word}”.`,
      suggest(
        word,
        root.commands.map((command) => command.name()),
      ),
    );
  switch (code) {
    case "commander.unknownCommand":
      return unknownCommand(name);
    case "commander.unknownOption":
      return new UsageError(`Er is geen optie “${name}”.`, suggest(name, flags));
    case "commander.optionMissingArgument":
      return new UsageError(`Na “${name}” moet nog een waarde komen.`, "Kijk met --help wat er kan.");
    case "commander.missingMandatoryOptionValue":
      return new UsageError(`Zeg ook ${name}.`, "Kijk met --help wat er kan.");
    case "commander.missingArgument":
      return new UsageError(`Zeg ook: <${name}>.`, "Kijk met --help wat er kan.");
    case "commander.excessArguments":
      return new UsageError("Er staan te veel woorden achter de opdracht.", "Kijk met --help wat er kan.");
    case "commander.invalidArgument": {
      const [, option = "", value = ""] = /'([^']*)' argument '([\s\S]*)' is invalid/.exec(message) ?? [];
      return new UsageError(
        `“${value}” kan niet achter ${option}.`,
        `Kijk met ${ivp} ${used.name()} --help wat er kan.`,
      );
    }
    case "commander.help":
      // An unknown command after `help` is no error to commander.
      if (asked === "help" && about !== undefined) return unknownCommand(about);
      return new UsageError(`Zeg wat ivp moet doen, bijvoorbeeld: ${ivp} build.`);
    default:
      return new UsageError("De opdracht klopt niet.", help);
  }
}
