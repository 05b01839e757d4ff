import { Command, Option } from "commander";
import { capital, counted, enumeration, firstOf, one } from "../../dutch.js";
import { formats } from "../../formats/index.js";
import { pdf } from "../../formats/pdf.js";
import type { Packed } from "../../pack/index.js";
import type { Context } from "../context.js";
import {
  type BrowserOptions,
  browserOf,
  type ContentOption,
  contentOption,
  parseFormats,
  withBrowser,
} from "../options.js";
import { progress } from "../progress.js";
import { refused, tellFound } from "../refuse.js";
import { tellStray } from "../reporters/stray-links.js";
import type { Terminal } from "../terminal.js";

interface Options extends ContentOption, BrowserOptions {
  readonly out: string;
  readonly all?: boolean;
  readonly zip?: boolean;
  readonly since?: string;
  readonly format: typeof formats;
  readonly force?: boolean;
}

export const packCommand = (context: Context): Command =>
  withBrowser(new Command("pack"))
    .description("maakt de stukken voor een gemeenteraad: voorstel, besluit, plan, bijlage en wat erbij hoort")
    .argument("[gemeente...]", "sleutelnaam of naam van een gemeente")
    .option("--all", "een pakket voor elke gemeente")
    .option("--zip", "één zip-bestand per gemeente, in plaats van een map")
    .option("--since <revisie>", "revisie, tag of map waarover de raad eerder besloot: voor het was-wordtoverzicht")
    .addOption(contentOption())
    .addOption(new Option("--out <map>", "map voor de pakketten (standaard: pakket)").default("pakket"))
    .addOption(
      new Option(
        "--format <soorten>",
        `${formats.map(({ extension }) => extension).join(", ")} of meer met komma's ertussen (standaard: pdf)`,
      )
        .default([pdf])
        .argParser(parseFormats),
    )
    .option("--force", "vervang ook wat ivp niet maakte of wat daarna is gewijzigd")
    .action(async (asked: readonly string[], options: Options) => {
      const { content, out, all = false, zip = false, since, format, force = false, ...chosen } = options;
      const { pack } = await import("../../pack/index.js");
      const { editionOf } = await import("../../revisions/edition.js");
      const { terminal, program } = context;
      const bar = progress(terminal);
      const result = await pack({
        content,
        out,
        asked,
        all,
        zip,
        formats: format,
        ...(since !== undefined && { since }),
        browser: browserOf(chosen, terminal),
        program,
        edition: (sources) => editionOf(content, sources),
        compare: async (before, files) => {
          const { compare } = await import("../../revisions/compare.js");
          if (typeof before === "string") return compare({ content, files, from: before });
          // A council adopts the plan and its annex.
          return compare({ content, files, since: { ...before, only: ["plan", "annex"] } });
        },
        force,
        note: terminal.warn,
        progress: (done, total, title) => bar.step(done, total, title),
      }).finally(bar.end);
      if (await refused(context, content, result, `Er is niets gemaakt. De map ${out} is niet gewijzigd.`)) return;
      await tellFound(context, content, result);
      tellPacked(terminal, out, result.packs);
    });

/** Says what was made, and what is open in it. */
function tellPacked(terminal: Terminal, out: string, packs: readonly Packed[]): void {
  const open = new Map<string, string[]>();
  for (const { title, gaps, open: unknown } of packs)
    for (const what of [...gaps.map((gap) => `${gap.what} (${gap.where})`), ...unknown])
      open.set(what, [...new Set([...(open.get(what) ?? []), title])]);
  if (open.size > 0) terminal.err(`${terminal.paintErr.yellow("open")} Nog niet bekend, en daarom open in de stukken:`);
  for (const [what, towns] of open)
    terminal.err(
      `  ${[what, ...(packs.length === 1 ? [] : [towns.length === packs.length ? "elk pakket" : enumeration(towns)])].join(": ")}`,
    );
  const lacking = packs.filter(({ lacksChanges }) => lacksChanges).map(({ title }) => title);
  if (lacking.length > 0)
    terminal.warn(
      `${capital(enumeration(lacking))}: de raad besloot al eerder, maar die tekst is niet opgeslagen. Met --since en die versie komt er een was-wordtoverzicht bij.`,
    );
  for (const { path, foreign } of packs)
    if (foreign.length > 0)
      terminal.warn(
        `In ${out}/${path} ${one(foreign.length, "staat ook een bestand dat", "staan ook bestanden die")} niet bij het pakket ${one(foreign.length, "hoort", "horen")}: ${firstOf(foreign, 5)}. Stuur die map dus niet in haar geheel, of haal ${one(foreign.length, "het", "ze")} eruit.`,
      );
  for (const { path, stray } of packs) tellStray(terminal, `${out}/${path}`, stray);
  for (const { title, path, papers, made } of packs)
    terminal.done(`${title}: ${counted(papers, "stuk", "stukken")} in ${out}/${path} (${made} opnieuw gemaakt).`);
}
