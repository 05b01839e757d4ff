import { Command } from "commander";
import { counted, one } from "../../dutch.js";
import { UsageError } from "../../errors.js";
import type { Context } from "../context.js";
import { type ContentOption, contentOption, type OutOption, outOption } from "../options.js";
import { refused } from "../refuse.js";
import { tellStray } from "../reporters/stray-links.js";

interface Options extends ContentOption, OutOption {
  readonly to: string;
  readonly url?: string;
  readonly only?: readonly string[];
  readonly withConcepts?: boolean;
  readonly force?: boolean;
}

export const publishCommand = (context: Context): Command =>
  new Command("publish")
    .description("zet de documenten klaar om te publiceren, met metadata voor de Woo en sitemaps")
    .requiredOption("--to <map>", "map voor wat gepubliceerd wordt")
    .option("--url <adres>", "webadres waarop die map komt te staan (anders: publication.url in plan.yaml)", address)
    .option("--only <naam...>", "alleen deze documenten: een soort of een naam uit ivp list")
    .option("--with-concepts", "publiceer ook wat nog concept is, of verworpen of ingetrokken")
    .addOption(contentOption())
    .addOption(outOption("met de documenten"))
    .option("--force", "vervang ook wat ivp niet in die map heeft gezet")
    .action(async ({ content, out, to, url, only = [], withConcepts = false, force = false }: Options) => {
      const { publish } = await import("../../publication/publish.js");
      const { terminal, program } = context;
      const options = { content, out, to, program, only, withConcepts, force, note: terminal.warn };
      const result = await publish({ ...options, ...(url && { url }) });
      if (await refused(context, content, result, `Er is niets klaargezet. De map ${to} is niet gewijzigd.`)) return;
      const { files, missing, concepts, unadopted, gone, stray, robots } = result;
      if (concepts.length > 0)
        terminal.warn(`Niet gepubliceerd: ${concepts.join("; ")}. Toch publiceren kan met --with-concepts.`);
      if (unadopted.length > 0)
        terminal.warn(`Ook gepubliceerd, maar het geldt niet of nog niet: ${unadopted.join("; ")}.`);
      if (gone.length > 0) terminal.warn(`Weggehaald uit ${to}, want nu niet gepubliceerd: ${gone.join(", ")}.`);
      tellStray(terminal, to, stray);
      if (missing.length > 0)
        terminal.err(`${terminal.paintErr.yellow("open")} Nog niet bekend, en daarom opengelaten:`);
      for (const { what, documents } of missing)
        terminal.err(`  ${what}: ${one(documents.length, documents[0], `${documents.length} documenten`)}`);
      terminal.done(`${counted(files, "bestand", "bestanden")} in ${to}.`);
      if (robots.length > 0) terminal.err(`Zet in de robots.txt van de website:\n  ${robots.join("\n  ")}`);
      else
        terminal.warn(
          "Er zijn geen sitemaps: daarvoor zijn een webadres en een informatiecategorie nodig. De Woo-index vindt nu niets.",
        );
    });

function address(value: string): string {
  const whole = value.endsWith("/") ? value : `${value}/`;
  if (/^https:\/\/[^\s"<>?#]+\/$/.test(whole) && URL.canParse(whole)) {
    if (new URL(whole).username === "") return whole;
    throw new UsageError("In het webadres staat een gebruikersnaam.", "Geef het adres zoals iedereen het bezoekt.");
  }
  throw new UsageError(
    /^http:/i.test(value)
      ? `“${value}” is geen veilig webadres: de Woo-index leest alleen https.`
      : `“${value}” is geen webadres.`,
    "Geef een adres zoals https://www.gemeente.nl/veiligheidsplan/.",
  );
}
