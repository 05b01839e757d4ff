import { Command } from "commander";
import type { Difference } from "../../build/verify.js";
import { hasErrors } from "../../diagnostics.js";
import type { Context } from "../context.js";
import { ExitCode } from "../exit-codes.js";
import { progress } from "../progress.js";

interface Options {
  readonly content: string;
  readonly out: string;
  readonly browser?: string;
  readonly sandbox: boolean;
}

const told: Readonly<Record<Difference["what"], string>> = {
  missing: "ontbreekt",
  changed: "is gewijzigd nadat ivp het maakte",
  different: "komt nu anders uit de inhoud",
  extra: "komt niet uit de inhoud: het manifest noemt het niet",
  source: "is gewijzigd sinds de documenten gemaakt zijn",
};

export const verifyCommand = ({ terminal, program, finish }: Context): Command =>
  new Command("verify")
    .description("maakt de documenten opnieuw en vergelijkt ze, byte voor byte, met wat er staat")
    .option("--content <map>", "map met de inhoud (standaard: content)", "content")
    .option("--out <map>", "map met de documenten (standaard: out)", "out")
    .option("--browser <pad>", "Chrome, Edge of Chromium om PDF's mee te maken (ook: IVP_BROWSER)")
    .option("--no-sandbox", "start de browser zonder sandbox")
    .action(async ({ content, out, browser, sandbox }: Options) => {
      const { verify } = await import("../../build/verify.js");
      const { editionOf } = await import("../../revisions/edition.js");
      const bar = progress(terminal);
      const warn = (message: string): void => terminal.err(`${terminal.paintErr.yellow("let op")} ${message}`);
      const result = await verify({
        content,
        out,
        browser: { ...(browser && { path: browser }), sandbox, warn },
        program,
        edition: (sources) => editionOf(content, sources),
        progress: (done, total, { title }) => bar.step(done, total, title),
      }).finally(bar.end);
      const { diagnostics, differences, compared, absent, unknown, sourceOf } = result;
      if (hasErrors(diagnostics)) {
        const { report, tally } = await import("../reporters/text.js");
        const serious = diagnostics.filter(({ severity }) => severity === "error");
        terminal.err(`${report(serious, content, sourceOf, terminal.paintErr)}\n\n${tally(serious)}.`);
        finish(ExitCode.ContentErrors);
        return;
      }
      for (const { path, what } of differences)
        terminal.out(`${terminal.paint.red("anders")} ${what === "source" ? content : out}/${path} ${told[what]}.`);
      if (unknown.length > 0) terminal.out(`Niet vergeleken: ${unknown.join(", ")}.`);
      if (absent.length > 0) terminal.out(`Niet gemaakt in ${out}: ${absent.join(", ")}.`);
      if (differences.length > 0 && result.program !== program)
        terminal.out(`De documenten zijn gemaakt met ${result.program}; dit is ${program}.`);
      if (differences.length > 0) finish(ExitCode.ContentErrors);
      else terminal.out(`${terminal.paint.green("goed")} ${compared} bestanden komen byte voor byte uit de inhoud.`);
    });
