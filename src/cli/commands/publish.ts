import { Command } from "commander";
import { counted, one } from "../../dutch.js";
import { UsageError } from "../../errors.js";
import type { Context } from "../context.js";
import { type ContentOption, contentOption, type OutOption, outOption } from "../options.js";
import { refused } from "../refuse.js";

interface Options extends ContentOption, OutOption {
  readonly to: string;
  readonly url?: string;
  readonly force?: boolean;
}

export const publishCommand = (context: Context): Command =>
  new Command("publish")
    .description("zet de documenten klaar om te publiceren, met metadata voor de Woo en een sitemap")
    .requiredOption("--to <map>", "map voor wat gepubliceerd wordt")
    .option("--url <adres>", "webadres waarop die map komt te staan (anders: publication.url in plan.yaml)", address)
    .addOption(contentOption())
    .addOption(outOption("met de documenten"))
    .option("--force", "vervang ook wat ivp niet in die map heeft gezet")
    .action(async ({ content, out, to, url, force = false }: Options) => {
      const { publish } = await import("../../publication/publish.js");
      const { terminal, program } = context;
      const result = await publish({ content, out, to, program, force, note: terminal.warn, ...(url && { url }) });
      if (await refused(context, content, result, `Er is niets klaargezet. De map ${to} is niet gewijzigd.`)) return;
      const { files, missing } = result;
      if (missing.length > 0)
        terminal.err(`${terminal.paintErr.yellow("open")} Nog niet bekend, en daarom opengelaten:`);
      for (const { what, documents } of missing)
        terminal.err(`  ${what}: ${one(documents.length, documents[0], `${documents.length} documenten`)}`);
      terminal.done(`${counted(files, "bestand", "bestanden")} in ${to}.`);
    });

function address(value: string): string {
  const whole = value.endsWith("/") ? value : `${value}/`;
  if (/^https?:\/\/[^\s"<>]+\/$/.test(whole) && URL.canParse(whole)) return whole;
  throw new UsageError(
    `“${value}” is geen webadres.`,
    "Geef een adres zoals https://www.gemeente.nl/veiligheidsplan/.",
  );
}
