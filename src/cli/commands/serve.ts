import { Command, InvalidArgumentError, Option } from "commander";
import { ivp } from "../../called/index.js";
import { counted } from "../../dutch.js";
import type { Context } from "../context.js";
import { interrupted } from "../interrupted.js";
import {
  type BrowserOptions,
  browserOf,
  type ContentOption,
  contentOption,
  type OutOption,
  outOption,
  withBrowser,
} from "../options.js";

interface Options extends ContentOption, OutOption, BrowserOptions {
  readonly port: number;
  readonly open?: boolean;
}

export const serveCommand = ({ terminal, program }: Context): Command =>
  withBrowser(new Command("serve"))
    .description("toont alle documenten in de browser, en volgt wat u schrijft")
    .addOption(contentOption())
    .addOption(outOption())
    .addOption(
      new Option("--port <nummer>", "poort op deze computer (standaard: 8080, of de eerste vrije erna)")
        .default(8080)
        .argParser(portNumber),
    )
    .option("--open", "open de documenten meteen")
    .action(async ({ content, out, port, open = false, ...chosen }: Options) => {
      const { serve } = await import("../../preview/serve.js");
      const serving = await serve({
        content,
        out,
        port,
        program,
        browser: { ...browserOf(chosen, terminal), ownSignals: true },
        note: terminal.warn,
        updated: (problems, stale) =>
          problems === 0
            ? terminal.err(`${terminal.paintErr.green("goed")} De inhoud klopt.`)
            : terminal.warn(
                `${counted(problems, "melding", "meldingen")}: zie de pagina of ${ivp} check.${stale ? " De laatste goede versie blijft staan." : ""}`,
              ),
      });
      if (port !== 0 && !serving.address.endsWith(`:${port}/`)) terminal.warn(`Poort ${port} is in gebruik.`);
      terminal.out(`De documenten staan op ${serving.address} (stoppen: Ctrl+C)`);
      if (open) await (await import("open")).default(serving.address);
      await interrupted();
      await serving.close();
    });

function portNumber(value: string): number {
  const port = Number(value);
  if (/^\d{1,5}$/.test(value) && port < 65536) return port;
  throw new InvalidArgumentError("");
}
