import { posix } from "node:path";
import { Command } from "commander";
import type { Difference } from "../../build/verify.js";
import { ivp } from "../../called/index.js";
import { counted, enumeration } from "../../dutch.js";
import type { Context } from "../context.js";
import { ExitCode } from "../exit-codes.js";
import {
  type BrowserOptions,
  browserOf,
  type ContentOption,
  contentOption,
  type OutOption,
  outOption,
  withBrowser,
} from "../options.js";
import { progress } from "../progress.js";
import { refused } from "../refuse.js";

interface Options extends ContentOption, OutOption, BrowserOptions {
  readonly published?: string;
}

const told: Readonly<Record<Difference["what"], string>> = {
  missing: "ontbreekt",
  changed: "is gewijzigd nadat ivp het maakte",
  different: "komt nu anders uit de inhoud",
  extra: "komt niet uit de inhoud: het manifest noemt het niet",
  "source-changed": "is gewijzigd sinds de documenten gemaakt zijn",
  "source-new": "is nieuw sinds de documenten gemaakt zijn",
  "source-gone": "is verwijderd of hernoemd sinds de documenten gemaakt zijn",
};

export const verifyCommand = (context: Context): Command =>
  withBrowser(new Command("verify"))
    .description("maakt de documenten opnieuw en vergelijkt ze, byte voor byte, met wat er staat")
    .addOption(contentOption())
    .addOption(outOption("met de documenten"))
    .option(
      "--published <map>",
      "zeg of wat van een website terugkwam nog alles draagt, vergeleken met wat in out staat",
    )
    .action(async ({ content, out, published, ...chosen }: Options) => {
      if (published !== undefined) return tellReturned(context, out, published);
      const { verify } = await import("../../build/verify.js");
      const { editionOf } = await import("../../revisions/edition.js");
      const { terminal, program, finish } = context;
      const bar = progress(terminal);
      const result = await verify({
        content,
        out,
        browser: browserOf(chosen, terminal),
        program,
        edition: (sources) => editionOf(content, sources),
        progress: (done, total, { title }) => bar.step(done, total, title),
      }).finally(bar.end);
      if (await refused(context, content, result, "Er is niets vergeleken.")) return;
      const { differences, compared, absent, unknown } = result;
      for (const { path, what } of differences)
        terminal.out(
          `${terminal.paint.red("anders")} ${what.startsWith("source-") ? content : out}/${path} ${told[what]}.`,
        );
      if (unknown.length > 0) terminal.out(`Niet vergeleken: ${unknown.join(", ")}.`);
      if (absent.length > 0) terminal.out(`Niet gemaakt in ${out}: ${absent.join(", ")}.`);
      if (differences.length > 0 && result.program !== program)
        terminal.out(`De documenten zijn gemaakt met ${result.program}; dit is ${program}.`);
      if (differences.length > 0) finish(ExitCode.ContentErrors);
      else
        terminal.out(
          `${terminal.paint.green("goed")} ${counted(compared, "bestand komt", "bestanden komen")} byte voor byte uit de inhoud.`,
        );
    });

/** The name of a file, whatever folder it is in. */
const nameOf = (path: string): string => posix.basename(path).toLowerCase();

/** Says of each file that came back what it lost on its way. */
async function tellReturned({ terminal, finish }: Context, out: string, folder: string): Promise<void> {
  const { lookAtReturned } = await import("../../publication/returned.js");
  const { files, absent, heldBack, unknown, others, besides } = await lookAtReturned(out, folder);
  const faulty = files.filter(({ gone, changed, unread }) => gone.length + changed.length > 0 || unread);
  for (const { found, gone, changed, unread } of faulty) {
    const lost = [
      ...(gone.length > 0 ? [`kwijt: ${enumeration(gone)}`] : []),
      ...(changed.length > 0 ? [`anders: ${enumeration(changed)}`] : []),
      ...(unread ? [unread] : []),
    ];
    terminal.out(`${terminal.paint.red("anders")} ${folder}/${found} ${lost.join("; ")}.`);
  }
  const saved = files.filter((file) => !file.same && !faulty.includes(file));
  for (const { found } of saved)
    terminal.out(
      `${folder}/${found} is opnieuw opgeslagen, maar draagt alles nog: metadata, gegevens en dezelfde tekst.`,
    );
  for (const { path, found } of files.filter((file) => nameOf(file.path) !== nameOf(file.found)))
    terminal.out(`${folder}/${found} is ${path}, onder een andere naam.`);
  for (const path of besides.changed)
    terminal.out(`${terminal.paint.red("anders")} ${folder}/${path} is anders dan ivp publish het klaarzette.`);
  const missing = [...absent, ...besides.gone];
  if (missing.length > 0) terminal.out(`Niet teruggekomen: ${missing.join(", ")}.`);
  if (heldBack.length > 0)
    terminal.out(`Ook niet teruggekomen, maar concept, verworpen of ingetrokken: ${heldBack.join(", ")}.`);
  if (unknown.length > 0) terminal.out(`Geen document uit ${out}, dus niet bekeken: ${unknown.join(", ")}.`);
  if (others.length > 0) terminal.out(`Koppelingen zijn niet gevolgd: ${others.join(", ")}.`);
  if (besides.uncompared > 0)
    terminal.out(
      `Niet vergeleken: ${counted(besides.uncompared, "bestand", "bestanden")} met metadata, sitemaps of de index. Dat kan met de map van ${ivp} publish achter --out.`,
    );
  if (faulty.length + besides.changed.length > 0) finish(ExitCode.ContentErrors);
  else
    terminal.out(
      `${terminal.paint.green("goed")} ${counted(files.length, "bestand draagt", "bestanden dragen")} nog alles (${files.length - saved.length} byte voor byte gelijk).`,
    );
}
