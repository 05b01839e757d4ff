import { Command, InvalidArgumentError, Option } from "commander";
import type { Context } from "../context.js";
import { interrupted } from "../interrupted.js";

interface Options {
  readonly content: string;
  readonly out: string;
  readonly port: number;
  readonly open?: boolean;
  readonly browser?: string;
  readonly sandbox: boolean;
}

export const serveCommand = ({ terminal, program }: Context): Command =>
  new Command("serve")
    .description("toont alle documenten in de browser, en volgt wat u schrijft")
    .option("--content <map>", "map met de inhoud (standaard: content)", "content")
    .option("--out <map>", "map voor de documenten (standaard: out)", "out")
    .addOption(
      new Option("--port <nummer>", "poort op deze computer (standaard: 8080, of de eerste vrije erna)")
        .default(8080)
        .argParser(portNumber),
    )
    .option("--open", "open de documenten meteen")
    .option("--browser <pad>", "Chrome, Edge of Chromium om PDF's mee te maken (ook: IVP_BROWSER)")
    .option("--no-sandbox", "start de browser zonder sandbox")
    .action(async ({ content, out, port, open = false, browser, sandbox }: Options) => {
      const { serve } = await import("../../preview/serve.js");
      const note = (message: string): void => terminal.err(`${terminal.paintErr.yellow("let op")} ${message}`);
      const serving = await serve({
        content,
        out,
        port,
        program,
        browser: { ...(browser && { path: browser }), sandbox, ownSignals: true, warn: note },
        note,
        updated: (problems, stale) =>
          terminal.err(
            problems === 0
              ? `${terminal.paintErr.green("goed")} De inhoud klopt.`
              : `${terminal.paintErr.yellow("let op")} ${problems} ${problems === 1 ? "melding" : "meldingen"}: zie de pagina of ivp check.${stale ? " De laatste goede versie blijft staan." : ""}`,
          ),
      });
      if (port !== 0 && !serving.address.endsWith(`:${port}/`)) note(`Poort ${port} is in gebruik.`);
      terminal.out(`De documenten staan op ${serving.address} (stoppen: Ctrl+C)`);
      if (open) await (await import("open")).default(serving.address);
      await interrupted();
      await serving.close();
    });

function portNumber(value: string): number {
  const port = Number(value);
  if (Number.isInteger(port) && port >= 0 && port < 65536) return port;
  throw new InvalidArgumentError("");
}
