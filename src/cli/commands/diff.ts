import { Command, Option } from "commander";
import { ivp } from "../../called/index.js";
import type { Comparison } from "../../diff/index.js";
import { UsageError } from "../../errors.js";
import type { Since } from "../../revisions/compare.js";
import type { Context } from "../context.js";
import {
  type BrowserOptions,
  browserOf,
  type ContentOption,
  contentOption,
  type Form,
  formOption,
  type OutOption,
  outOption,
  withBrowser,
} from "../options.js";
import { progress } from "../progress.js";

interface Options extends ContentOption, OutOption, BrowserOptions {
  readonly format: Form;
  readonly for?: string;
  readonly since?: Since;
  readonly force?: boolean;
}

export const diffCommand = ({ terminal }: Context): Command =>
  withBrowser(new Command("diff"))
    .description("zegt wat er tussen twee versies van de inhoud verandert: was, wordt en waarom")
    .argument("[van]", "revisie, tag of map (standaard: wat het laatst is vastgesteld, anders de laatste commit)")
    .argument("[naar]", "revisie, tag of map (standaard: de inhoud zoals zij er nu staat)")
    .addOption(contentOption())
    .addOption(outOption("met de documenten, voor de bladzijden en het overzicht"))
    .addOption(formOption())
    .option(
      "--for <gemeente>",
      "alleen wat de raad van één gemeente aangaat, zoals oostdam; all voor een overzicht per gemeente",
    )
    .addOption(
      new Option(
        "--since <moment>",
        "adoption: sinds wat is vastgesteld, zonder git als ivp adopt die tekst opsloeg; adoption:oostdam: sinds wat die gemeente vaststelde",
      ).argParser(moment),
    )
    .option("--force", "vervang ook een overzicht dat ivp niet maakte")
    .action(async (from: string | undefined, to: string | undefined, options: Options) => {
      const { compare } = await import("../../revisions/compare.js");
      const { pagesOfBuild } = await import("../../revisions/pages.js");
      const { content, out, format, since } = options;
      if (since && from !== undefined)
        throw new UsageError("Noem een versie, of gebruik --since; niet allebei.", "Laat een van de twee weg.");
      const bar = progress(terminal);
      const whole = await compare({
        content,
        pages: (files) => pagesOfBuild(out, files),
        progress: (done, total) => bar.step(done, total, "commits bekeken op redenen"),
        ...(from && { from }),
        ...(since && { since }),
        ...(to && { to }),
      }).finally(bar.end);
      const comparisons = options.for === undefined ? [whole] : await limited(whole, options.for);
      switch (format) {
        case "text": {
          const { diffAsText } = await import("../reporters/diff-text.js");
          terminal.out(comparisons.map((one) => diffAsText(one, terminal.paint)).join("\n\n\n"));
          return;
        }
        case "markdown": {
          const { diffAsMarkdown } = await import("../reporters/diff-markdown.js");
          terminal.data(comparisons.map(diffAsMarkdown).join("\n"));
          return;
        }
        case "json": {
          const { asData } = await import("../../diff/index.js");
          const [only, ...others] = comparisons.map(asData);
          const data = isAll(options.for ?? "") ? [only, ...others] : only;
          terminal.data(JSON.stringify(data, null, 2));
          return;
        }
        default: {
          const { makeWasWordt } = await import("../../revisions/was-wordt.js");
          const { tally } = await import("../../diff/wording.js");
          const paths = await makeWasWordt(comparisons, {
            out,
            content,
            format,
            ...(options.force && { force: true }),
            browser: browserOf(options, terminal),
          });
          paths.forEach((path, index) => {
            const changes = tally(comparisons[index]?.changes ?? []);
            terminal.done(`${path} (${changes}).`);
          });
        }
      }
    });

/** "adoption" and "adoption:oostdam", also in Dutch. */
function moment(value: string): Since {
  const [, municipality] = /^(?:adoption|vaststelling)(?::(.+))?$/i.exec(value) ?? [value, null];
  if (municipality !== null) return municipality === undefined ? {} : { municipality };
  throw new UsageError(
    `“${value}” kan niet achter --since.`,
    `Gebruik adoption of adoption:GEMEENTE. Een revisie of tag noemt u zonder --since: ${ivp} diff v1.0.`,
  );
}

const isAll = (asked: string): boolean => /^(all|alle)$/i.test(asked);

/** The comparison for the municipality that was asked for, by id or by name, or one for each of them. */
async function limited(whole: Comparison, asked: string): Promise<Comparison[]> {
  const { audiencesOf, comparisonFor } = await import("../../diff/audience.js");
  const { findMunicipality, noMunicipality } = await import("../../model/municipality-named.js");
  const all = audiencesOf(whole);
  const found = findMunicipality(all, asked);
  const wanted = found ? [found] : isAll(asked) ? all : [];
  if (wanted.length > 0) return wanted.map((audience) => comparisonFor(whole, audience));
  throw noMunicipality(all, asked);
}
