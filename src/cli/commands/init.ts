import { Command } from "commander";
import { counted, listed, period } from "../../dutch.js";
import type { Answers, Key } from "../../init/answers.js";
import { questions } from "../../init/answers.js";
import type { Context } from "../context.js";
import { ExitCode } from "../exit-codes.js";

type Options = Readonly<Partial<Record<Key, string>>>;

export const initCommand = ({ terminal, version, finish }: Context): Command => {
  const command = new Command("init")
    .description("begint een eigen plan: een map met inhoud, waarin alles wat nog niet is besloten open staat")
    .argument("[map]", "nieuwe of lege map (standaard: deze map)");
  for (const [key, { value, description }] of Object.entries(questions))
    command.option(`--${key} <${value}>`, description);
  return command.action(async (given: string | undefined, options: Options) => {
    const folder = given ?? ".";
    const { begin, isWhole, keys, missing, read, refuseBeforehand } = await import("../../init/index.js");
    let answers: Partial<Answers> = {};
    for (const key of keys) {
      const text = options[key];
      if (text !== undefined) answers = { ...answers, ...read(key, text, answers) };
    }
    refuseBeforehand(folder);
    if (!isWhole(answers) && terminal.canAsk) {
      const { ask } = await import("../ask.js");
      const asked = await ask(answers);
      if (!asked) {
        terminal.err("Gestopt. Er is niets geschreven.");
        finish(ExitCode.Interrupted);
        return;
      }
      answers = asked;
    }
    if (!isWhole(answers)) throw missing(answers);
    const paths = await begin(folder, answers, version);
    const { team, municipalities } = answers;
    terminal.done(`${counted(paths.length, "bestand", "bestanden")} in ${folder}, voor ${team}, ${period(answers)}.`);
    terminal.err(`  ${municipalities.length === 1 ? "Gemeente" : "Gemeenten"}: ${listed(municipalities)}.`);
    terminal.err("  Ga verder met:");
    if (folder !== ".") terminal.err(`    cd ${/^[\w./\\:-]+$/.test(folder) ? folder : `"${folder}"`}`);
    terminal.err("    npm install\n    npm run build");
    terminal.err("  Daarna staan de documenten in de map out. README.md zegt hoe u verdergaat.");
  });
};
