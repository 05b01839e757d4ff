import { Command, Option } from "commander";
import type { Marking, Outcome } from "../../build/build.js";
import { parseShard, type Shard } from "../../build/shard.js";
import { ivp } from "../../called/index.js";
import type { Answers } from "../../documents/index.js";
import { counted, one } from "../../dutch.js";
import { UsageError } from "../../errors.js";
import { type Format, fileOf, formats, usualFormats } from "../../formats/index.js";
import type { Context } from "../context.js";
import { ExitCode } from "../exit-codes.js";
import { interrupted } from "../interrupted.js";
import {
  type BrowserOptions,
  browserOf,
  type ContentOption,
  contentOption,
  extensions,
  type OutOption,
  outOption,
  parseFormats,
  withBrowser,
} from "../options.js";
import { progress } from "../progress.js";
import { refused, tellFound } from "../refuse.js";

interface Options extends ContentOption, OutOption, BrowserOptions {
  readonly only?: readonly string[];
  readonly format: readonly Format[];
  readonly shard?: Shard;
  readonly compare?: string;
  readonly answers?: string;
  readonly watch?: boolean;
  readonly force?: boolean;
  readonly explain?: boolean;
}

const usual = usualFormats.map(({ extension }) => extension).join(",");

export const buildCommand = (context: Context): Command =>
  withBrowser(new Command("build"))
    .description("maakt de documenten")
    .addOption(contentOption())
    .addOption(outOption())
    .option("--only <naam...>", "alleen deze documenten: een soort of een naam uit ivp list")
    .addOption(
      new Option("--format <soorten>", `${extensions.join(", ")} of meer met komma's ertussen (standaard: ${usual})`)
        .default(usualFormats)
        .argParser(parseFormats),
    )
    .addOption(
      new Option("--shard <deel>", `maak één deel, zoals 2/4, en voeg de delen samen met ${ivp} merge`).argParser(
        parseShard,
      ),
    )
    .option(
      "--compare <revisie>",
      "merk in de documenten wat sinds een revisie, tag of map wijzigde (in <out>/vergelijking)",
    )
    .option("--answers <bestand>", "zet de antwoorden op opmerkingen in het Word-bestand (in <out>/antwoorden)")
    .option("--watch", "maak de documenten opnieuw zodra de inhoud wijzigt")
    .option("--force", "maak alles opnieuw, en vervang ook wat ivp niet maakte of van een ander plan is")
    .option("--explain", "zeg per document waarom het wel of niet opnieuw is gemaakt")
    .action(async (options: Options) => {
      if (options.answers !== undefined) {
        await answered(context, options, options.answers);
        return;
      }
      await once(context, options);
      if (!options.watch) return;
      const { watchFolder } = await import("../../preview/watch.js");
      const { headFiles } = await import("../../revisions/edition.js");
      const { err, warn } = context.terminal;
      const stop = await watchFolder({
        folder: options.content,
        besides: await headFiles(options.content),
        // What can't be done now may be done after the next change: a folder that is away, a file that is open.
        changed: () => once(context, options),
        note: warn,
      });
      err(`ivp let op wijzigingen in ${options.content} (stoppen: Ctrl+C).`);
      await interrupted();
      await stop();
    });

/** A build of the one document of which comments are answered. */
async function answered(context: Context, options: Options, file: string): Promise<void> {
  const { only, compare, shard, watch, format } = options;
  if (
    only ||
    compare !== undefined ||
    shard ||
    watch ||
    (format !== usualFormats && !format.every(({ returns }) => returns))
  )
    throw new UsageError(
      "--answers maakt het ene Word-bestand waarvan de opmerkingen zijn. Het kan niet samen met --only, --compare, --shard, --watch of een andere --format.",
      "Laat die weg.",
    );
  const { answersFrom } = await import("../answers.js");
  const answers = await answersFrom(file, context);
  if (!answers) return;
  const returning = formats.filter(({ returns }) => returns);
  await once(context, { ...options, only: [answers.document], format: returning }, answers);
}

/** One build, told to the user. */
export async function once(
  context: Context,
  {
    content,
    out: asked,
    only = [],
    format,
    shard,
    compare,
    force = false,
    explain = false,
    ...chosen
  }: Omit<Options, "watch" | "answers">,
  answers?: Answers,
): Promise<void> {
  // Only a build needs templates, fonts and PDFs; the other commands start without them.
  const { build, folderOf } = await import("../../build/build.js");
  const { editionOf } = await import("../../revisions/edition.js");
  const { terminal, program, finish } = context;
  const marking = compare === undefined ? undefined : changesSince(compare, content);
  const out = folderOf({ out: asked, ...(marking && { marking }), ...(answers && { answers }) });
  const bar = progress(terminal);
  const result = await build({
    content,
    out: asked,
    only,
    formats: format,
    ...(shard && { shard }),
    edition: (sources) => editionOf(content, sources),
    ...(marking && { marking }),
    ...(answers && { answers }),
    browser: browserOf(chosen, terminal),
    program,
    force,
    note: terminal.warn,
    progress: (done, total, { title }) => bar.step(done, total, title),
  }).finally(bar.end);
  const { documents, outcomes, older } = result;
  const count = counted(documents.length, "document", "documenten");
  if (documents.length > 0 && outcomes.length === 0) {
    terminal.done(`Er is niets gewijzigd: ${count} in ${out} ${one(documents.length, "klopt", "kloppen")} nog.`);
    return;
  }
  if (await refused(context, content, result, `Er is niets gemaakt. De map ${out} is niet gewijzigd.`)) return;
  await tellFound(context, content, result);
  finish(ExitCode.Done);
  if (explain) for (const outcome of outcomes) terminal.out(explained(outcome));
  const made = outcomes.filter(({ origin }) => origin === "made").length;
  if (older.length > 0) {
    const { commandFor } = await import("../../formats/index.js");
    terminal.warn(
      `${older.join(", ")}: van een eerdere inhoud, of gewijzigd nadat ivp het maakte. De index leidt er niet heen. Maak alles opnieuw met ${commandFor(older)}.`,
    );
  }
  const [first, ...others] = outcomes;
  // Of one file, where that is; of more, the page that leads to all.
  const begin = first && others.length === 0 ? fileOf(first.info, first.format) : "index.html";
  terminal.done(
    `${count} (${counted(outcomes.length, "bestand", "bestanden")}, waarvan ${made} opnieuw gemaakt) in ${out}. Begin bij ${out.replace(/(?<=[^/\\])[/\\]+$/, "")}/${begin}.`,
  );
}

/** Only a build that compares needs to look into git and into differences. */
const changesSince = (since: string, content: string): Marking => ({
  since,
  begin: async (sources, apart) =>
    (await import("../../revisions/redlines.js")).redlinesSince(since, content, sources, apart),
});

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
