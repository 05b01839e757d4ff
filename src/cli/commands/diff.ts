import { Command, Option } from "commander";
import { suggestion } from "../../content/closest.js";
import type { Audience, Comparison } from "../../diff/index.js";
import { UsageError } from "../../errors.js";
import type { Context } from "../context.js";
import { oneOf } from "../one-of.js";

interface Options {
  readonly content: string;
  readonly out: string;
  readonly format: (typeof formats)[number];
  readonly for?: string;
  readonly browser?: string;
  readonly sandbox: boolean;
}

const formats = ["text", "markdown", "json", "html", "pdf"] as const;

export const diffCommand = ({ terminal }: Context): Command =>
  new Command("diff")
    .description("zegt wat er tussen twee versies van de inhoud verandert: was, wordt en waarom")
    .argument("[van]", "revisie, tag of map (standaard: wat het laatst is vastgesteld, anders de laatste commit)")
    .argument("[naar]", "revisie, tag of map (standaard: de inhoud zoals zij er nu staat)")
    .option("--content <map>", "map met de inhoud (standaard: content)", "content")
    .option("--out <map>", "map met de documenten, voor de bladzijden en het overzicht (standaard: out)", "out")
    .addOption(
      new Option("--format <vorm>", "text, markdown, json, html of pdf (standaard: text)")
        .default("text")
        .argParser(oneOf(formats, "vorm")),
    )
    .option("--for <gemeente>", "alleen wat één gemeente raakt, zoals bergeijk")
    .option("--browser <pad>", "Chrome, Edge of Chromium om een PDF mee te maken (ook: IVP_BROWSER)")
    .option("--no-sandbox", "start de browser zonder sandbox")
    .action(async (from: string | undefined, to: string | undefined, options: Options) => {
      const { compare } = await import("../../revisions/compare.js");
      const { changesFor } = await import("../../diff/audience.js");
      const { pagesOfBuild } = await import("../../build/pages.js");
      const { content, out, format, browser, sandbox } = options;
      const whole = await compare({
        content,
        pages: (files) => pagesOfBuild(out, files),
        ...(from && { from }),
        ...(to && { to }),
      });
      const audience = options.for === undefined ? undefined : municipality(whole, options.for);
      const comparison = audience ? { ...whole, changes: changesFor(whole.changes, audience.id) } : whole;
      switch (format) {
        case "text": {
          const { diffAsText } = await import("../reporters/diff-text.js");
          terminal.out(diffAsText(comparison, terminal.paint));
          return;
        }
        case "markdown": {
          const { diffAsMarkdown } = await import("../reporters/diff-markdown.js");
          terminal.out(diffAsMarkdown(comparison));
          return;
        }
        case "json": {
          const { asData } = await import("../../diff/index.js");
          terminal.out(JSON.stringify(asData(comparison), null, 2));
          return;
        }
        default: {
          const { makeWasWordt } = await import("../../build/was-wordt.js");
          const warn = (message: string): void => terminal.err(`${terminal.paintErr.yellow("let op")} ${message}`);
          const path = await makeWasWordt(comparison, {
            out,
            content,
            format,
            browser: { ...(browser && { path: browser }), sandbox, warn },
            ...(audience && { audience }),
          });
          const { tally } = await import("../../diff/wording.js");
          terminal.err(`${terminal.paintErr.green("klaar")} ${path} (${tally(comparison.changes)}).`);
        }
      }
    });

/** The municipality that was asked for, by id or by name. */
function municipality({ before, after }: Comparison, asked: string): Audience {
  const all = [after, before].flatMap(({ model }) => model?.municipalities ?? []);
  const found = all.find(({ id, title }) => id === asked || title.toLowerCase() === asked.toLowerCase());
  if (found) return { id: found.id, title: found.title };
  throw new UsageError(
    `Er is geen gemeente “${asked}”.`,
    suggestion(
      asked,
      all.map(({ id }) => id),
      { otherwise: "Kijk in de map municipalities welke gemeenten er zijn." },
    ),
  );
}
