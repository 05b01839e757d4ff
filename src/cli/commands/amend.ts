import { Command } from "commander";
import type { Applied } from "../../amendments/apply.js";
import type { Source } from "../../amendments/source.js";
import { ivp } from "../../called/index.js";
import { enumeration, one } from "../../dutch.js";
import { UsageError } from "../../errors.js";
import type { Format } from "../../formats/index.js";
import type { TrialProblem } from "../../model/index.js";
import type { Context } from "../context.js";
import { ExitCode } from "../exit-codes.js";
import {
  type BrowserOptions,
  type ContentOption,
  contentOption,
  type Form,
  formOption,
  type OutOption,
  outOption,
  usualFolders,
  withBrowser,
} from "../options.js";
import { refused } from "../refuse.js";
import { once } from "./build.js";

interface Options extends ContentOption, OutOption, BrowserOptions {
  readonly format: Form;
  readonly apply?: boolean;
  readonly for?: string;
  readonly new?: boolean;
  readonly by?: string;
  readonly title?: string;
}

export const amendCommand = (context: Context): Command =>
  withBrowser(new Command("amend"))
    .description(
      "toont wat een amendement zou doen, maakt het als document, verwerkt het, of maakt er een van wat er nu anders is",
    )
    .argument("<amendement>", "sleutelnaam van het amendement: de naam van zijn bestand in amendments/")
    .addOption(contentOption())
    .addOption(outOption("met de documenten, voor de bladzijden"))
    .addOption(formOption())
    .option("--apply", "verwerk een aangenomen amendement in de inhoud")
    .option("--for <gemeente>", "verwerk het als afwijking, die alleen in de bijlage van deze gemeente staat")
    .option("--new", "schrijf een amendement uit wat er anders is dan in de laatste commit")
    .option("--by <gemeente>", "bij --new: van welke raad het is")
    .option("--title <onderwerp>", "bij --new: waar het over gaat")
    .action(async (id: string, options: Options) => {
      refuseMixed(options);
      if (options.new) return write(context, id, options);
      if (options.apply || options.for !== undefined) return apply(context, id, options);
      return show(context, id, options);
    });

function refuseMixed({ apply, for: town, new: fresh, by, title, format }: Options): void {
  if (format !== "text" && (fresh || apply || town !== undefined))
    throw new UsageError(
      "--format gaat niet samen met --apply, --for of --new.",
      "Verwerk of maak het amendement, en toon het daarna met --format.",
    );
  if (fresh && (apply || town !== undefined))
    throw new UsageError(
      "--new gaat niet samen met --apply of --for.",
      "Maak het amendement eerst, en verwerk het als de raad het aannam.",
    );
  if (!fresh && (by !== undefined || title !== undefined))
    throw new UsageError("--by en --title horen bij --new.", "Wijzig een amendement dat er is in zijn bestand.");
}

/** Shows what an amendment would do, or makes it as the document on which is voted. */
async function show(context: Context, id: string, { format, ...options }: Options): Promise<void> {
  const { terminal, finish } = context;
  const { content, out } = options;
  if (typeof format !== "string") return make(context, id, format, options);
  const { previewAmendment } = await import("../../amendments/preview.js");
  const { pagesOfBuild } = await import("../../revisions/pages.js");
  const preview = await previewAmendment(content, id, (files) => pagesOfBuild(out, files));
  if ("report" in preview) {
    await refused(context, content, preview.report, "Er is niets gewijzigd.");
    return;
  }
  const { tellPreview } = await import("../../amendments/telling.js");
  switch (format) {
    case "text": {
      const { amendmentAsText } = await import("../reporters/amendment-text.js");
      terminal.out(amendmentAsText(tellPreview(preview), terminal.paint));
      terminal.err(
        `\nHet amendement als document: ${ivp} amend ${id} --format pdf${contentOf(content)}${out === usualFolders.out ? "" : ` --out ${quoted(out)}`} (of html, of docx).`,
      );
      break;
    }
    case "markdown": {
      const { amendmentAsMarkdown } = await import("../reporters/amendment-markdown.js");
      terminal.data(amendmentAsMarkdown(tellPreview(preview)));
      break;
    }
    case "json": {
      const { previewAsData } = await import("../../amendments/data.js");
      terminal.data(JSON.stringify(previewAsData(preview), null, 2));
      break;
    }
  }
  if (preview.trial.problems.length > 0) finish(ExitCode.ContentErrors);
}

/** Makes the document of an amendment; of one that can't be carried out a council is to see no document. */
async function make(context: Context, id: string, format: Format, options: Omit<Options, "format">): Promise<void> {
  const { content } = options;
  const { hindrances, readSource } = await import("../../amendments/source.js");
  const source = await readSource(content, id);
  if (!("amendment" in source)) {
    await refused(context, content, source.report, "Er is niets gemaakt.");
    return;
  }
  const problems = hindrances(source);
  if (problems.length === 0) {
    const { documentId } = await import("../../documents/amendment/index.js");
    await once(context, { ...options, only: [documentId(id)], format: [format] });
    return;
  }
  await tellHindrances(context, source, problems);
  context.terminal.err("Er is niets gemaakt.");
  context.finish(ExitCode.ContentErrors);
}

async function tellHindrances({ terminal }: Context, source: Source, problems: readonly TrialProblem[]): Promise<void> {
  const { sectionAsText } = await import("../reporters/amendment-text.js");
  const { tellProblems } = await import("../../amendments/telling.js");
  terminal.err(sectionAsText(tellProblems(source, problems), terminal.paintErr));
}

/** Carries out an amendment, and says what came of it. */
async function apply(context: Context, id: string, { content, for: town }: Options): Promise<void> {
  const { applyAmendment } = await import("../../amendments/apply.js");
  const applied = await applyAmendment(content, id, town);
  if ("report" in applied) {
    await refused(context, content, applied.report, "Er is niets gewijzigd.");
    return;
  }
  if ("files" in applied) {
    const { terminal } = context;
    terminal.done(
      applied.deviation
        ? `Amendement “${id}” staat nu als afwijking in: ${applied.files.join(", ")}.`
        : `Amendement “${id}” is verwerkt: ${applied.files.join(", ")}.`,
    );
    if (applied.already.length > 0)
      terminal.warn(
        `Wat ${one(applied.already.length, "wijziging", "wijzigingen")} ${enumeration(applied.already.map((index) => String(index + 1)))} ${one(applied.already.length, "wil", "willen")}, stond er al.`,
      );
    if (applied.decide) terminal.err(toDecide(applied.decide, content));
    return;
  }
  await tellUnapplied(context, id, content, applied);
}

/** What is to be done with the decision of the council, as a command to type. */
function toDecide(
  { municipality, about, what, before }: NonNullable<Extract<Applied, { files: unknown }>["decide"]>,
  content: string,
) {
  const { adopted, date = "JJJJ-MM-DD", reference = "KENMERK", remark } = before;
  const noted = remark === undefined ? "" : ` --remark ${quoted(remark)}`;
  return [
    adopted
      ? `  Het besluit van deze raad staat er nog zoals het was. Zo legt u vast dat de raad ${what} gewijzigd vaststelde, met deze tekst:`
      : `  Heeft deze raad ook over ${what} zelf besloten? Zo legt u vast dat de raad ${what} gewijzigd vaststelde:`,
    `  ${ivp} adopt ${about} --by ${municipality} --date ${date} --reference ${quoted(reference)} --state gewijzigd-vastgesteld${noted}${adopted ? " --replace" : ""}${contentOf(content)}`,
  ].join("\n");
}

/** The option that says where the content is, where it isn't at its usual place. */
const contentOf = (content: string): string =>
  content === usualFolders.content ? "" : ` --content ${quoted(content)}`;

type Unapplied = Exclude<Applied, { readonly report: unknown } | { readonly files: unknown }>;

/** Says why nothing was written. */
async function tellUnapplied(context: Context, id: string, content: string, applied: Unapplied): Promise<void> {
  const { terminal, finish } = context;
  if ("before" in applied) {
    terminal.warn(`Amendement “${id}” is al verwerkt. Er is niets gewijzigd.`);
    return;
  }
  const { sectionAsText } = await import("../reporters/amendment-text.js");
  const { tellClash } = await import("../../amendments/telling.js");
  if ("problems" in applied) await tellHindrances(context, applied.source, applied.problems);
  else if ("clashes" in applied) {
    const lines = applied.clashes.map((clash) => tellClash(clash, applied.source));
    const { municipality } = applied.source.whole;
    const elsewhere = applied.clashes.some(({ other }) => other.amendment.municipality !== municipality);
    const title = `${elsewhere ? "Een andere raad" : "Deze raad"} nam over dezelfde tekst ${elsewhere ? "" : "ook "}iets anders aan`;
    terminal.err(sectionAsText({ title, lines }, terminal.paintErr));
    terminal.err(
      elsewhere
        ? `  Leg één tekst aan alle raden voor, of maak van een van de twee een afwijking: ${ivp} amend ... --for GEMEENTE.`
        : "  Maak er één amendement van, of zet wat niet meer geldt op ingetrokken.",
    );
  } else {
    const { asText } = await import("../reporters/text.js");
    terminal.err(`${asText(applied.errors, content, applied.sourceOf, terminal.paintErr)}\n`);
    terminal.err(`Met dit amendement krijgt de inhoud ${one(applied.errors.length, "deze fout", "deze fouten")}.`);
  }
  terminal.err("Er is niets gewijzigd.");
  finish(ExitCode.ContentErrors);
}

/** Writes an amendment out of what differs from the last commit. */
async function write(context: Context, id: string, { content, by, title }: Options): Promise<void> {
  const { terminal } = context;
  const { amendmentFromDifference } = await import("../../amendments/from-difference.js");
  const result = await amendmentFromDifference(content, id, {
    ...(by !== undefined && { by }),
    ...(title !== undefined && { title }),
  });
  if ("report" in result) {
    await refused(context, content, result.report, "Er is niets geschreven.");
    return;
  }
  terminal.done(`${result.file} (${result.changes === 1 ? "1 wijziging" : `${result.changes} wijzigingen`}).`);
  for (const left of result.left) terminal.warn(`Niet in het amendement: ${left}`);
  terminal.err(
    `Vul aan wat nog ontbreekt (date, submitters, reason), en zet de inhoud terug met: git restore -- ${result.restore.map(quoted).join(" ")}`,
  );
}

/** A path as a shell takes it. */
const quoted = (path: string): string => (/^[\w./@-]+$/.test(path) ? path : `"${path}"`);
