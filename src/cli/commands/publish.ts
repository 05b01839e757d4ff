import { Command } from "commander";
import { UsageError } from "../../errors.js";
import type { Context } from "../context.js";

interface Options {
  readonly content: string;
  readonly out: string;
  readonly to: string;
  readonly url?: string;
  readonly force?: boolean;
}

export const publishCommand = ({ terminal, program }: Context): Command =>
  new Command("publish")
    .description("zet de documenten klaar om te publiceren, met metadata voor de Woo en een sitemap")
    .requiredOption("--to <map>", "map voor wat gepubliceerd wordt")
    .option("--url <adres>", "webadres waarop die map komt te staan (anders: publication.url in plan.yaml)", address)
    .option("--content <map>", "map met de inhoud (standaard: content)", "content")
    .option("--out <map>", "map met de documenten (standaard: out)", "out")
    .option("--force", "vervang ook wat ivp niet in die map heeft gezet")
    .action(async ({ content, out, to, url, force = false }: Options) => {
      const { publish } = await import("../../publication/publish.js");
      const { yellow, green } = terminal.paintErr;
      const note = (message: string): void => terminal.err(`${yellow("let op")} ${message}`);
      const { files, missing } = await publish({ content, out, to, program, force, note, ...(url && { url }) });
      if (missing.length > 0) terminal.err(`${yellow("open")} Nog niet bekend, en daarom opengelaten:`);
      for (const { what, documents } of missing)
        terminal.err(`  ${what}: ${documents.length === 1 ? documents[0] : `${documents.length} documenten`}`);
      terminal.err(`${green("klaar")} ${files} bestanden in ${to}.`);
    });

function address(value: string): string {
  const whole = value.endsWith("/") ? value : `${value}/`;
  if (/^https?:\/\/[^\s"<>]+\/$/.test(whole) && URL.canParse(whole)) return whole;
  throw new UsageError(
    `“${value}” is geen webadres.`,
    "Geef een adres zoals https://www.gemeente.nl/veiligheidsplan/.",
  );
}
