import { Command, Option } from "commander";
import type { Marking, Outcome } from "../../build/build.js";
import { parseShard, type Shard } from "../../build/shard.js";
import { closest } from "../../content/closest.js";
import { hasErrors } from "../../diagnostics.js";
import { enumeration } from "../../dutch.js";
import { UsageError } from "../../errors.js";
import { type Format, fileOf, formats } from "../../formats/index.js";
import type { Context } from "../context.js";
import { ExitCode } from "../exit-codes.js";
import { interrupted } from "../interrupted.js";
import { tellOutdated } from "../outdated.js";
import { progress } from "../progress.js";

interface Options {
  readonly content: string;
  readonly out: string;
  readonly only?: readonly string[];
  readonly format: readonly Format[];
  readonly browser?: string;
  readonly sandbox: boolean;
  readonly shard?: Shard;
  readonly compare?: string;
  readonly watch?: boolean;
  readonly force?: boolean;
  readonly explain?: boolean;
}

const extensions = formats.map(({ extension }) => extension);
const every = extensions.join(",");

export const buildCommand = (context: Context): Command =>
  new Command("build")
    .description("maakt de documenten")
    .option("--content <map>", "map met de inhoud (standaard: content)", "content")
    .option("--out <map>", "map voor de documenten (standaard: out)", "out")
    .option("--only <naam...>", "alleen deze documenten: een soort of een naam uit ivp list")
    .addOption(
      new Option("--format <soorten>", `${enumeration([...extensions, every], "of")} (standaard: ${every})`)
        .default(formats)
        .argParser(parseFormats),
    )
    .option("--browser <pad>", "Chrome, Edge of Chromium om PDF's mee te maken (ook: IVP_BROWSER)")
    .option("--no-sandbox", "start de browser zonder sandbox")
    .addOption(
      new Option("--shard <deel>", "maak één deel, zoals 2/4, en voeg de delen samen met ivp merge").argParser(
        parseShard,
      ),
    )
    .option(
      "--compare <revisie>",
      "merk in de documenten wat sinds een revisie, tag of map wijzigde (in <out>/vergelijking)",
    )
    .option("--watch", "maak de documenten opnieuw zodra de inhoud wijzigt")
    .option("--force", "maak alles opnieuw, en vervang ook wat ivp niet maakte of van een ander plan is")
    .option("--explain", "zeg per document waarom het wel of niet opnieuw is gemaakt")
    .action(async (options: Options) => {
      await once(context, options);
      if (!options.watch) return;
      const { watchFolder } = await import("../../preview/watch.js");
      const { err, paintErr } = context.terminal;
      const stop = await watchFolder({
        folder: options.content,
        // What can't be done now may be done after the next change: a folder that is away, a file that is open.
        changed: () => once(context, options),
        note: (message) => err(`${paintErr.yellow("let op")} ${message}`),
      });
      context.terminal.err(`ivp let op wijzigingen in ${options.content} (stoppen: Ctrl+C).`);
      await interrupted();
      await stop();
    });

/** One build, told to the user. */
async function once(
  { terminal, program, finish }: Context,
  { content, out: asked, only = [], format, shard, compare, browser, sandbox, force = false, explain = false }: Options,
): Promise<void> {
  // Only a build needs templates, fonts and PDFs; the other commands start without them.
  const { build, folderOf } = await import("../../build/build.js");
  const { editionOf } = await import("../../revisions/edition.js");
  const marking = compare === undefined ? undefined : changesSince(compare, content);
  const out = folderOf({ out: asked, ...(marking && { marking }) });
  const bar = progress(terminal);
  const good = terminal.paintErr.green("klaar");
  const warn = (message: string): void => terminal.err(`${terminal.paintErr.yellow("let op")} ${message}`);
  const { documents, diagnostics, sourceOf, outcomes, older } = await build({
    content,
    out: asked,
    only,
    formats: format,
    ...(shard && { shard }),
    edition: (sources) => editionOf(content, sources),
    ...(marking && { marking }),
    browser: { ...(browser && { path: browser }), sandbox, warn },
    program,
    force,
    note: warn,
    progress: (done, total, { title }) => bar.step(done, total, title),
  }).finally(bar.end);
  if (documents.length > 0 && outcomes.length === 0) {
    terminal.err(
      `${good} Er is niets gewijzigd: ${count(documents.length)} in ${out} ${documents.length === 1 ? "klopt" : "kloppen"} nog.`,
    );
    return;
  }
  const { report, tally } = await import("../reporters/text.js");
  if (diagnostics.length > 0) terminal.err(`${report(diagnostics, content, sourceOf, terminal.paintErr)}\n`);
  if (hasErrors(diagnostics)) {
    terminal.err(`${tally(diagnostics)}. Er is niets gemaakt. De map ${out} is niet gewijzigd.`);
    await tellOutdated(content, diagnostics, terminal);
    finish(ExitCode.ContentErrors);
    return;
  }
  finish(ExitCode.Done);
  if (explain) for (const outcome of outcomes) terminal.out(explained(outcome));
  const made = outcomes.filter(({ origin }) => origin === "made").length;
  if (older.length > 0)
    warn(
      `${older.join(", ")}: van een eerdere inhoud, of gewijzigd nadat ivp het maakte. De index leidt er niet heen. Maak alles opnieuw met ivp build.`,
    );
  terminal.err(
    `${good} ${count(documents.length)} (${outcomes.length} bestanden, waarvan ${made} opnieuw gemaakt) in ${out}. Begin bij ${out}/index.html.`,
  );
}

/** Only a build that compares needs to look into git and into differences. */
const changesSince = (since: string, content: string): Marking => ({
  since,
  begin: async (sources) => (await import("../../revisions/redlines.js")).redlinesSince(since, content, sources),
});

const count = (documents: number): string => `${documents} ${documents === 1 ? "document" : "documenten"}`;

/** Why a document was made again, or not. */
function explained({ info, format, origin, changed }: Outcome): string {
  const file = fileOf(info, format);
  const parts = changed.length > 0 ? `gewijzigd: ${changed.join(", ")}` : "nog niet gemaakt, of uit de map verdwenen";
  switch (origin) {
    case "kept":
      return `${file}: blijft staan; wat het toont is niet gewijzigd`;
    case "cached":
      return `${file}: teruggezet uit een eerdere keer (${parts})`;
    case "made":
      return `${file}: gemaakt (${parts})`;
  }
}

function parseFormats(value: string): Format[] {
  return value.split(",").map((name) => {
    const format = formats.find((known) => known.extension === name.trim());
    if (!format) {
      const guess = closest(name, extensions);
      throw new UsageError(
        `“${name}” is geen bestandsformaat.`,
        guess ? `Bedoelde u “${guess}”?` : `Kies uit: ${extensions.join(", ")}.`,
      );
    }
    return format;
  });
}
