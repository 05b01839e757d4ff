import { Command } from "commander";
import { counted, one, period } from "../../dutch.js";
import type { Answers } from "../../init/index.js";
// Only the words: what reads answers is loaded when it is needed.
import { type Key, keys, questions } from "../../init/questions.js";
import type { Context } from "../context.js";
import { ExitCode } from "../exit-codes.js";
import type { Terminal } from "../terminal.js";

type Options = Readonly<Partial<Record<Key, string>>>;

export const initCommand = ({ terminal, version, finish }: Context): Command => {
  const command = new Command("init")
    .description("begint een eigen plan: een map met inhoud, waarin alles wat nog niet is besloten open staat")
    .argument("[map]", "nieuwe of lege map (standaard: deze map)");
  for (const key of keys) command.option(`--${key} <${questions[key].value}>`, questions[key].description);
  return command.action(async (given: string | undefined, options: Options) => {
    const { begin, isWhole, missing, readAll, refuseBeforehand } = await import("../../init/index.js");
    const folder = given ?? ".";
    const known = readAll(options);
    await refuseBeforehand(folder, version);
    const answers = isWhole(known) || !terminal.canAsk ? known : await asked(known, terminal);
    if (!answers) {
      terminal.err("Gestopt. Er is niets geschreven.");
      finish(ExitCode.Interrupted);
      return;
    }
    if (!isWhole(answers)) throw missing(answers);
    const paths = await begin(folder, answers, version);
    tell(terminal, folder, paths.length, answers);
  });
};

const asked = async (known: Partial<Answers>, terminal: Terminal): Promise<Partial<Answers> | undefined> =>
  (await import("../ask.js")).ask(known, terminal);

/** What was made, and what comes next. */
function tell(
  { done, err }: Terminal,
  folder: string,
  files: number,
  { team, municipalities, ...years }: Answers,
): void {
  done(`${counted(files, "bestand", "bestanden")} in ${folder}, voor ${team}, ${period(years)}.`);
  err(
    `  ${one(municipalities.length, "Gemeente", "Gemeenten")}: ${municipalities.join(municipalities.some((name) => name.includes(",")) ? "; " : ", ")}.`,
  );
  err("  Ga verder met:");
  if (folder !== ".") err(`    cd ${/^[\w./\\:-]+$/.test(folder) ? folder : `"${folder}"`}`);
  err("    npm install");
  err("    npm run build");
  err("  Daarna staan de documenten in de map out. In README.md leest u hoe u verdergaat.");
}
