import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { UsageError } from "../../src/errors.js";
import { type Imported, importFigures } from "../../src/figures/index.js";
import { type Copy, copyOfPlan } from "../setup/content.js";
import { root } from "../setup/ivp.js";
import { share } from "../setup/sweep.js";

const file = "indicators/burglaries.yaml";
let content: Copy;
let written = "";

beforeAll(async () => {
  content = await copyOfPlan(afterAll);
  await content.replace("municipalities/ijzerwoude.yaml", "title: IJzerwoude\n", "title: IJzerwoude\ncode: gm9903\n");
  written = await readFile(join(root, "test/fixtures/figures/burglaries.yaml"), "utf8");
});

interface How {
  readonly name?: string;
  /** What the indicator has instead. */
  readonly indicator?: (text: string) => string;
  /** Whether the indicator is asked for by its name. */
  readonly asked?: boolean;
}

/** What a file would bring: each new figure, and all that was passed over. */
async function taken(text: string | Uint8Array, { name = "cijfers.csv", indicator = (own) => own, asked }: How = {}) {
  await content.write(file, indicator(written));
  const bytes = typeof text === "string" ? Buffer.from(text) : text;
  const options = { files: [{ name, bytes }], ...(asked && { indicator: "burglaries" }), now: new Date("2026-03-01") };
  const { done, report } = await importFigures(content.folder, { ...options, dryRun: false });
  if (!done) throw new Error(report.diagnostics.map(({ message }) => message).join("\n"));
  const again = await importFigures(content.folder, { ...options, dryRun: false });
  expect(again.done?.indicators.flatMap(({ changes }) => changes)).toEqual([]);
  const [own] = done.indicators as [Imported];
  return {
    figures: own.changes.map(({ what, becomes }) => `${what}: ${becomes}`),
    passed: own.passed.flatMap(({ why, of }) => of.map(({ what, line }) => `${why}: ${what} (${line})`)),
    notes: done.notes.map(({ number, cells }) => `${cells[0]} (${number})`),
    tellsTopic: done.tellsTopic,
  };
}

/** Why a file was refused. Nothing was written then. */
async function refused(text: string | Uint8Array, { name = "cijfers.csv", indicator = (own) => own, asked }: How = {}) {
  await content.write(file, indicator(written));
  const before = await readFile(join(content.folder, file), "utf8");
  const bytes = typeof text === "string" ? Buffer.from(text) : text;
  const options = {
    files: [{ name, bytes }],
    ...(asked && { indicator: "burglaries" }),
    dryRun: false,
    now: new Date("2026-03-01"),
  };
  const error: unknown = await importFigures(content.folder, options).catch((thrown: unknown) => thrown);
  if (!(error instanceof UsageError)) throw new Error(`not refused: ${JSON.stringify(error)}`);
  expect(await readFile(join(content.folder, file), "utf8")).toBe(before);
  return `${error.message} ${error.hint ?? ""}`;
}

const lines = (...all: string[]): string => `${all.join("\n")}\n`;
const noTopic = { indicator: (text: string) => text.replace(/ {2}topic:.*\n/, "") };
const percent = {
  indicator: (text: string) =>
    text
      .replace("unit: misdrijven", "unit: procent")
      .replace("team: som\n", "")
      .replace(/ {2}topic:.*\n/, ""),
};

/** What each of these files has: of 2021 and 2022, with one that is provisional. */
const four = [
  "IJzerwoude 2021: 5",
  "IJzerwoude 2022: 6 (voorlopig)",
  "'s-Zoutendam 2021: 1.031",
  "'s-Zoutendam 2022: 28 (voorlopig)",
];
const plain = four.map((figure) => figure.replace(" (voorlopig)", ""));

describe("tables as StatLine lays them out", () => {
  test.each(
    share<[string, string]>(
      [
        [
          "topics above units, periods and regions before them",
          lines(
            '"Geregistreerde criminaliteit; soort misdrijf, regio"',
            '""',
            '""',
            '"";"";"Onderwerp";"Geregistreerde misdrijven";"Ophelderingen"',
            '"Soort misdrijf";"Perioden";"Regio\'s";"aantal";"aantal"',
            '"1.1.1 Inbraak";"2021";"IJzerwoude";"5";"1"',
            '"1.1.1 Inbraak";"2022*";"IJzerwoude";"6";"1"',
            '"1.1.1 Inbraak";"2021";"\'s-Zoutendam";"1031";"1"',
            '"1.1.1 Inbraak";"2022*";"\'s-Zoutendam";"28";"."',
            '"Bron: CBS"',
          ),
        ],
        [
          "topics in groups",
          lines(
            '"Titel"',
            '"";"Onderwerp";"Geregistreerde misdrijven";"Geregistreerde misdrijven"',
            '"";"";"Geregistreerde misdrijven";"Relatief"',
            '"";"Perioden";"2021";"2021"',
            '"Soort misdrijf";"Regio\'s";"aantal";"%"',
            '"1.1.1 Inbraak";"IJzerwoude";"5";"1"',
            '"1.1.1 Inbraak";"\'s-Zoutendam";"1031";"1"',
            '"© CBS, 1-2-2026"',
          ),
        ],
        [
          "periods above, under their name, topics with their unit before them",
          lines(
            '"Titel"',
            '"";"";"Soort misdrijf";"1.1.1 Inbraak";"1.1.1 Inbraak"',
            '"Regio\'s";"Onderwerp";"Perioden";"2021";"2022*"',
            '"IJzerwoude";"Geregistreerde misdrijven";"aantal";"5";"6"',
            '"IJzerwoude";"Ophelderingen";"aantal";"1";"1"',
            '"\'s-Zoutendam";"Geregistreerde misdrijven";"aantal";"1031";"28"',
            '"\'s-Zoutendam";"Ophelderingen";"aantal";".";"."',
            '"Bron: CBS"',
          ),
        ],
        [
          "regions above",
          lines(
            '"Titel"',
            '"";"";"Regio\'s";"IJzerwoude";"\'s-Zoutendam";"Elders"',
            '"Soort misdrijf";"Onderwerp";"Perioden";"aantal";"aantal";"aantal"',
            '"1.1.1 Inbraak";"Geregistreerde misdrijven";"2021";"5";"1031";"7"',
            '"1.1.1 Inbraak";"Geregistreerde misdrijven";"2022*";"6";"28";"8"',
          ),
        ],
        [
          "as before 2018, the topic in the first column of titles",
          lines(
            '"Titel"',
            '"Onderwerpen";"Onderwerpen";"Geregistreerde misdrijven";"Ophelderingen"',
            '"Soort misdrijf";"Soort misdrijf";"1.1.1 Inbraak";"1.1.1 Inbraak"',
            '"Regio\'s";"Perioden";"aantal";"aantal"',
            '"IJzerwoude";"2021";"5";"1"',
            '"IJzerwoude";"2022*";"6";"1"',
            '"\'s-Zoutendam";"2021";"1031";"1"',
            '"\'s-Zoutendam";"2022*";"28";"1"',
            '"© Centraal Bureau voor de Statistiek, Den Haag/Heerlen 10-10-2025"',
          ),
        ],
      ],
      4,
    ),
  )("%s", async (_, text) => {
    const { figures } = await taken(text);
    expect(figures).toEqual(text.includes("2022") ? four : four.filter((figure) => figure.includes("2021")));
  });
});

describe("tables as people and programs make them", () => {
  test.each(
    share<[string, string, How?]>(
      [
        [
          "two topics under each year, cells run together",
          lines(
            "Gemeente;2021;;2022;",
            ";Inbraken;Inwoners;Inbraken;Inwoners",
            "IJzerwoude;5;900;6;901",
            "'s-Zoutendam;1031;40000;28;40001",
          ),
          {
            indicator: (text) =>
              text.replace("topic: GeregistreerdeMisdrijven_1", "topic: Inbraken").replace(/ {2}item:.*\n/, ""),
            asked: true,
          },
        ],
        [
          "years in the titles",
          lines("Gemeente;Inbraken 2021;Inbraken 2022", "IJzerwoude;5;6", "'s-Zoutendam;1031;28"),
          {
            indicator: (text) =>
              text.replace("topic: GeregistreerdeMisdrijven_1", "topic: Inbraken").replace(/ {2}item:.*\n/, ""),
            asked: true,
          },
        ],
        [
          "a topic for each column",
          lines(
            "Gemeente;Jaar;Inbraken;Inwoners",
            "IJzerwoude;2021;5;900",
            "IJzerwoude;2022;6;901",
            "'s-Zoutendam;2021;1031;40000",
            "'s-Zoutendam;2022;28;40001",
          ),
          {
            indicator: (text) =>
              text.replace("topic: GeregistreerdeMisdrijven_1", "topic: Inbraken").replace(/ {2}item:.*\n/, ""),
            asked: true,
          },
        ],
        [
          "an item for each column",
          lines(
            "Gemeente;Jaar;1.1.1 Inbraak;1.1.2 Diefstal",
            "IJzerwoude;2021;5;9",
            "IJzerwoude;2022;6;9",
            "'s-Zoutendam;2021;1031;40",
            "'s-Zoutendam;2022;28;40",
          ),
          noTopic,
        ],
        [
          "municipalities as columns",
          lines(
            "Soort misdrijf;Jaar;IJzerwoude;'s-Zoutendam;Totaal",
            "1.1.1 Inbraak;2021;5;1031;1036",
            "1.1.1 Inbraak;2022;6;28;34",
          ),
          noTopic,
        ],
        [
          "codes of municipalities as columns",
          lines("Soort misdrijf;Jaar;GM9903;GM9901", "1.1.1 Inbraak;2021;5;1031", "1.1.1 Inbraak;2022;6;28"),
          noTopic,
        ],
        [
          "codes with names beside them",
          lines(
            "Gemeentecode;Gemeentenaam;Jaar;Soort misdrijf;Geregistreerde misdrijven",
            "GM9903;IJzerwoude;2021;1.1.1 Inbraak;5",
            "GM9903;IJzerwoude;2022;1.1.1 Inbraak;6",
            "GM9901;'s-Zoutendam;2021;1.1.1 Inbraak;1031",
            "GM9901;'s-Zoutendam;2022;1.1.1 Inbraak;28",
          ),
        ],
        [
          "codes without letters",
          lines(
            "Gemeentecode;Jaar;Soort misdrijf;Geregistreerde misdrijven",
            "9903;2021;1.1.1 Inbraak;5",
            "9903;2022;1.1.1 Inbraak;6",
            "9901;2021;1.1.1 Inbraak;1031",
            "9901;2022;1.1.1 Inbraak;28",
          ),
        ],
        [
          "code and name in one cell",
          lines(
            "Gemeente;Jaar;Soort misdrijf;Geregistreerde misdrijven",
            "GM9903 IJzerwoude;2021;1.1.1 Inbraak;5",
            "IJzerwoude (GM9903);2022;1.1.1 Inbraak;6",
            "GM9901 's-Zoutendam;2021;1.1.1 Inbraak;1031",
            "GM9901;2022;1.1.1 Inbraak;28",
          ),
        ],
        [
          "another apostrophe, the word municipality, capitals",
          lines(
            "Gemeente;Jaar;Soort misdrijf;Geregistreerde misdrijven",
            "Gemeente IJzerwoude;2021;1.1.1 Inbraak;5",
            "IJZERWOUDE (gemeente);2022;1.1.1 Inbraak;6",
            "’s-Zoutendam;2021;1.1.1 Inbraak;1031",
            "‘S‑Zoutendam;2022;1.1.1 Inbraak;28",
          ),
        ],
        [
          "lines that a program numbered",
          lines(
            ",RegioS,Perioden,SoortMisdrijf,GeregistreerdeMisdrijven_1",
            "0,GM9903,2021JJ00,1.1.1,5",
            "1,GM9903,2022JJ00,1.1.1,6",
            "2,GM9901,2021JJ00,1.1.1,1031",
            "3,GM9901,2022JJ00,1.1.1,28",
          ),
        ],
        [
          "as Excel saves it",
          "\ufeffsep=;\r\nGemeente;Jaar;Soort misdrijf;Geregistreerde misdrijven;;\r\nIJzerwoude;2021;\"1.1.1\r\nInbraak\";5;;\r\nIJzerwoude;2022;1.1.1 Inbraak;6;;\r\n's-Zoutendam;2021;1.1.1 Inbraak;1031;;\r\n's-Zoutendam;2022;1.1.1 Inbraak;28;;\r\n;;;;;\r\n;;;;;\r\n",
        ],
        [
          "blanks between thousands",
          lines(
            "Gemeente;Jaar;Soort misdrijf;Geregistreerde misdrijven",
            "IJzerwoude;2021;1.1.1 Inbraak;5",
            "IJzerwoude;2022;1.1.1 Inbraak;6",
            "'s-Zoutendam;2021;1.1.1 Inbraak;1 031",
            "'s-Zoutendam;2022;1.1.1 Inbraak;28",
          ),
        ],
        [
          "points between thousands, as another number has a comma",
          lines(
            "Gemeente;Jaar;Soort misdrijf;Geregistreerde misdrijven;Per 1000",
            "IJzerwoude;2021;1.1.1 Inbraak;5;0,5",
            "IJzerwoude;2022;1.1.1 Inbraak;6;0,6",
            "'s-Zoutendam;2021;1.1.1 Inbraak;1.031;3,1",
            "'s-Zoutendam;2022;1.1.1 Inbraak;28;3,5",
          ),
        ],
        [
          "columns of a table of places on the web",
          lines(
            "geolevel;geocode;geoname;period;Soort misdrijf;Geregistreerde misdrijven",
            "gemeente;GM9903;IJzerwoude;2021;1.1.1 Inbraak;5",
            "gemeente;GM9903;IJzerwoude;2022;1.1.1 Inbraak;6",
            "gemeente;GM9901;'s-Zoutendam;2021;1.1.1 Inbraak;1031",
            "gemeente;GM9901;'s-Zoutendam;2022;1.1.1 Inbraak;28",
          ),
        ],
        [
          "cells parted by strokes, as the first line says, under a title, beside an empty column",
          lines(
            "sep=|",
            "Inbraken in 2021 en 2022||||",
            "|Gemeente|Jaar|Soort misdrijf|Geregistreerde misdrijven",
            "|IJzerwoude|2021|1.1.1 Inbraak|5",
            "|IJzerwoude|2022|1.1.1 Inbraak|6",
            "|'s-Zoutendam|2021|1.1.1 Inbraak|1031",
            "|'s-Zoutendam|2022|1.1.1 Inbraak|28",
          ),
        ],
        [
          "two marks of the order of bytes, ends of lines as on an old Apple",
          `\ufeff\ufeff${lines(
            "Gemeente;Jaar;Soort misdrijf;Geregistreerde misdrijven",
            "IJzerwoude;2021;1.1.1 Inbraak;5",
            "IJzerwoude;2022;1.1.1 Inbraak;6",
            "'s-Zoutendam;2021;1.1.1 Inbraak;1031",
            "'s-Zoutendam;2022;1.1.1 Inbraak;28",
          ).replaceAll("\n", "\r")}`,
        ],
        [
          "titles with their unit on a line of its own within the cell",
          lines(
            'Gemeente;Jaar;"Soort',
            'misdrijf";"Geregistreerde misdrijven',
            '(aantal)"',
            "IJzerwoude;2021;1.1.1 Inbraak;5",
            "IJzerwoude;2022;1.1.1 Inbraak;6",
            "'s-Zoutendam;2021;1.1.1 Inbraak;1031",
            "'s-Zoutendam;2022;1.1.1 Inbraak;28",
            "Basisteam Zoutkust;2022;1.1.1 Inbraak;34",
            "Totaal;2022;1.1.1 Inbraak;34",
            "Gemiddelde;2022;1.1.1 Inbraak;17",
            ";;;34",
          ),
        ],
        [
          "lines that are there twice",
          lines(
            "Gemeente;Jaar;Soort misdrijf;Geregistreerde misdrijven",
            ...[
              "IJzerwoude;2021;1.1.1 Inbraak;5",
              "IJzerwoude;2022;1.1.1 Inbraak;6",
              "'s-Zoutendam;2021;1.1.1 Inbraak;1031",
              "'s-Zoutendam;2022;1.1.1 Inbraak;28",
            ].flatMap((line) => [line, line]),
          ),
        ],
      ],
      4,
    ),
  )("%s", async (_, text, how) => {
    expect((await taken(text, how)).figures).toEqual(plain);
  });

  test("what is no figure of a municipality and a year is passed over, at its line", async () => {
    const { figures, passed, notes } = await taken(
      lines(
        "Gemeente;Jaar;Soort misdrijf;Geregistreerde misdrijven",
        "IJzerwoude;2021;1.1.1 Inbraak;5",
        "IJzerwoude;2022*;1.1.1 Inbraak;6",
        "IJzerwoude;2023**;1.1.1 Inbraak;x",
        "IJzerwoude;2024;1.1.1 Inbraak;-",
        "IJzerwoude;2025 1e kwartaal;1.1.1 Inbraak;1",
        "IJzerwoude;2025 1e halfjaar;1.1.1 Inbraak;2",
        "IJzerwoude;2026;1.1.1 Inbraak;1",
        "Bergen (NH.);2021;1.1.1 Inbraak;9",
        "'s-Zoutendam;2021;1.1.1 Inbraak;1031",
        "'s-Zoutendam;2022 (voorlopig);1.1.1 Inbraak;28",
        "'s-Zoutendam;2023;1.1.1 Inbraak;n.b.",
        "Totaal;;;1079",
        ";;;",
        "* voorlopige cijfers;;;",
        "Bron: CBS;;;",
        "Gemaakt door team informatie;;;",
      ),
    );
    expect(figures).toEqual(four);
    expect(passed).toEqual([
      "totalen: Totaal (13)",
      "cijfers die de bron niet geeft (x): IJzerwoude 2023 (4)",
      "cijfers die de bron niet geeft (-): IJzerwoude 2024 (5)",
      "kwartalen, maanden en andere delen van een jaar: IJzerwoude 2025 1e kwartaal (6)",
      "kwartalen, maanden en andere delen van een jaar: IJzerwoude 2025 1e halfjaar (7)",
      "jaren die nog niet voorbij zijn: IJzerwoude 2026 (8)",
      "gebieden die de inhoud niet kent: Bergen (NH.) (9)",
      "cijfers die de bron niet geeft (n.b.): 's-Zoutendam 2023 (12)",
    ]);
    expect(notes).toEqual(["* voorlopige cijfers (15)", "Gemaakt door team informatie (17)"]);
  });

  test.each(
    share<[string, string, string[], string[], How?]>(
      [
        [
          "numbers behind the years, as how much they differ",
          lines("Gemeente;2021;2022;Verschil", "IJzerwoude;5;6;1", "'s-Zoutendam;1031;28;1"),
          plain,
          [
            "perioden die geen jaar zijn: IJzerwoude Verschil (2)",
            "perioden die geen jaar zijn: 's-Zoutendam Verschil (3)",
          ],
          { ...noTopic, indicator: (text) => text.replace(/ {2}(?:topic|item):.*\n/g, ""), asked: true },
        ],
        [
          "a remark that is the same on each line",
          lines(
            "Gemeente;2021;2022;Opmerking",
            "IJzerwoude;5;6;zonder pogingen",
            "'s-Zoutendam;1031;28;zonder pogingen",
          ),
          plain,
          ["wat bij elk cijfer hetzelfde is: zonder pogingen (2)"],
          { indicator: (text) => text.replace(/ {2}(?:topic|item):.*\n/g, ""), asked: true },
        ],
        [
          "a part of a year beside the years",
          lines(
            "SoortMisdrijf;RegioS;Perioden;GeregistreerdeMisdrijven_1",
            "1.1.1;GM9903;2021JJ00;5",
            "1.1.1;GM9903;2020JJ00;5",
            "1.1.1;GM9903;2020KW01;2",
            "1.1.1;GM9903;2019MM01;1",
          ),
          ["IJzerwoude 2021: 5"],
          [
            "jaren waarvan het bestand maar een deel heeft: IJzerwoude 2020JJ00 (3)",
            "kwartalen, maanden en andere delen van een jaar: IJzerwoude 2020KW01 (4)",
            "kwartalen, maanden en andere delen van een jaar: IJzerwoude 2019MM01 (5)",
          ],
        ],
        [
          "periods that are no years of the calendar",
          lines(
            "Gemeente;Jaar;Soort misdrijf;Geregistreerde misdrijven",
            "IJzerwoude;2021/2022;1.1.1 Inbraak;4",
            "IJzerwoude;31-12-2021;1.1.1 Inbraak;4",
            "IJzerwoude;2021;1.1.1 Inbraak;5",
          ),
          ["IJzerwoude 2021: 5"],
          [
            "perioden die geen jaar zijn: IJzerwoude 2021/2022 (2)",
            "perioden die geen jaar zijn: IJzerwoude 31-12-2021 (3)",
          ],
        ],
      ],
      4,
    ),
  )("what is told: %s", async (_, text, expected, told, how) => {
    const { figures, passed } = await taken(text, how);
    expect([figures, passed]).toEqual([expected, told]);
  });

  test.each(
    share(
      [
        ["Status", "definitief", "voorlopig"],
        ["Soort cijfer", "Definitieve cijfers", "Nader voorlopige cijfers"],
        ["Voorlopig", "nee", "ja"],
      ],
      4,
    ),
  )("a column that says what may still change: %s", async (title, firm, open) => {
    const { figures } = await taken(
      lines(
        `Gemeente;Jaar;Soort misdrijf;${title};Geregistreerde misdrijven`,
        `IJzerwoude;2021;1.1.1 Inbraak;${firm};5`,
        `IJzerwoude;2022;1.1.1 Inbraak;${open};6`,
        `'s-Zoutendam;2021;1.1.1 Inbraak;${firm};1031`,
        `'s-Zoutendam;2022;1.1.1 Inbraak;${open};28`,
      ),
    );
    expect(figures).toEqual(four);
  });

  test.each(
    share(
      [
        ["a comma", '"3,5"', "3,5"],
        ["points and a comma", '"1.203,5"', "1.203,5"],
        ["commas and a point", '"1,203.5"', "1.203,5"],
        ["a million", '"1.203.400"', "1.203.400"],
        ["a sign below nothing", '"−3,5"', "−3,5"],
      ],
      4,
    ),
  )("a number with %s", async (_, cell, shown) => {
    const { figures } = await taken(lines("Gemeente;Jaar;Waarde", `IJzerwoude;2021;${cell}`), {
      indicator: (text) => text.replace("team: som", "lowest: -10").replace(/ {2}(?:topic|item):.*\n/g, ""),
      asked: true,
    });
    expect(figures).toEqual([`IJzerwoude 2021: ${shown}`]);
  });
});

describe("what could mean more is refused", () => {
  const head = "Gemeente;Jaar;Soort misdrijf;Geregistreerde misdrijven";
  test.each(
    share<[string, string, RegExp, How?]>(
      [
        [
          "thousands or decimals",
          lines(head, "IJzerwoude;2021;1.1.1 Inbraak;1.031"),
          /regel 2 .*meer kan betekenen: “1.031”/,
        ],
        [
          "commas and points for decimals",
          lines(head, "IJzerwoude;2021;1.1.1 Inbraak;1,5", "IJzerwoude;2022;1.1.1 Inbraak;1.5"),
          /regel 3 .*meer kan betekenen: “1.5”/,
        ],
        ...["5 1)", "5¹", "5*", "1'031", "1 03", "<5", "+5", "(5)", "5-", ",5", '"5\n600"'].map(
          (cell): [string, string, RegExp] => [
            `a number with something beside it: ${JSON.stringify(cell)}`,
            lines(head, `IJzerwoude;2021;1.1.1 Inbraak;${cell}`, "'s-Zoutendam;2021;1.1.1 Inbraak;7"),
            /[Oo]p regel \d+ staat bij “Geregistreerde misdrijven” geen getal: “.+”\..*(?:noten en tekens)/,
          ],
        ),
        [
          "titles that come back amid the figures",
          lines(head, "IJzerwoude;2021;1.1.1 Inbraak;5", head, "'s-Zoutendam;2021;1.1.1 Inbraak;6"),
          /regel 3 .*geen getal: “Geregistreerde misdrijven”/,
        ],
        ["titles twice", lines(head, head, "IJzerwoude;2021;1.1.1 Inbraak;5"), /twee kolommen heten/],
        [
          "decimals that part the cells",
          lines("Gemeente,Jaar,Soort misdrijf,Geregistreerde misdrijven", "IJzerwoude,2021,1.1.1 Inbraak,5,5"),
          /regel 2 heeft 5 kolommen in plaats van 4/,
        ],
        [
          "one place by its code and by its name",
          lines(head, "IJzerwoude;2021;1.1.1 Inbraak;5", "GM9903;2021;1.1.1 Inbraak;6"),
          /twee cijfers voor IJzerwoude in 2021/,
        ],
        [
          "a fault of a spreadsheet",
          lines(head, "IJzerwoude;2021;1.1.1 Inbraak;5", "IJzerwoude;2022;1.1.1 Inbraak;#DEEL/0!"),
          /regel 3 .*geen getal: “#DEEL\/0!”/,
        ],
        [
          "a word for a number on the first line",
          lines(
            head,
            "IJzerwoude;2021;1.1.1 Inbraak;elf",
            "IJzerwoude;2022;1.1.1 Inbraak;5",
            "'s-Zoutendam;2022;1.1.1 Inbraak;5",
          ),
          /regel 2 .*geen getal: “elf”/,
        ],
        [
          "words for all numbers",
          lines("Gemeente;2021;2022", "IJzerwoude;elf;twaalf"),
          /geen regels|geen getal|geen kolom/,
        ],
        [
          "a code that has the name of another",
          lines(
            "Code;Gemeente;Jaar;Soort misdrijf;Geregistreerde misdrijven",
            "GM9903;'s-Zoutendam;2021;1.1.1 Inbraak;5",
          ),
          /code GM9903 is van IJzerwoude, maar het bestand noemt die 's-Zoutendam/,
        ],
        [
          "two tables under each other",
          lines(head, "IJzerwoude;2021;1.1.1 Inbraak;5", "Bron: CBS;;;", head, "IJzerwoude;2022;1.1.1 Inbraak;5"),
          /regel 4, staat nog een tabel/,
        ],
        [
          "two figures that differ",
          lines(head, "IJzerwoude;2021;1.1.1 Inbraak;5", "IJzerwoude;2021;1.1.1 Inbraak;6"),
          /twee cijfers voor IJzerwoude in 2021 \(regel 2 en 3\)/,
        ],
        [
          "two figures that differ, in columns",
          lines("Soort misdrijf;Jaar;IJzerwoude;Gemeente IJzerwoude", "1.1.1 Inbraak;2021;5;6"),
          /twee cijfers voor IJzerwoude in 2021/,
          noTopic,
        ],
        [
          "two columns of one year",
          lines("Soort misdrijf;Gemeente;2021;2021", "1.1.1 Inbraak;IJzerwoude;5;6"),
          /twee cijfers voor IJzerwoude in 2021/,
          noTopic,
        ],
        [
          "one topic in two groups",
          lines(
            '"";"";"Onderwerp";"Aangiften";"Verdachten"',
            '"";"";"";"Geregistreerde misdrijven";"Geregistreerde misdrijven"',
            "Soort misdrijf;Perioden;Regio's;aantal;aantal",
            "1.1.1 Inbraak;2021;IJzerwoude;5;6",
          ),
          /kan meer betekenen: Aangiften\/Geregistreerde misdrijven/,
        ],
        [
          "topics that the indicator doesn't choose from",
          lines("Gemeente;Jaar;Inbraken;Inwoners", "IJzerwoude;2021;5;900"),
          /meer onderwerpen: Inbraken, Inwoners/,
          { asked: true, indicator: (text) => text.replace(/ {2}(?:topic|item):.*\n/g, "") },
        ],
        [
          "a percentage for a count",
          lines(
            '"";"";"Onderwerp";"Geregistreerde misdrijven"',
            "Soort misdrijf;Perioden;Regio's;%",
            "1.1.1 Inbraak;2021;IJzerwoude;5",
          ),
          /meet in “%”/,
        ],
        [
          "thousands",
          lines(
            '"";"";"Onderwerp";"Geregistreerde misdrijven"',
            "Soort misdrijf;Perioden;Regio's;x 1 000",
            "1.1.1 Inbraak;2021;IJzerwoude;5",
          ),
          /hele aantallen/,
        ],
        [
          "a count for a percentage",
          lines(
            '"";"";"Onderwerp";"Geregistreerde misdrijven"',
            "Soort misdrijf;Perioden;Regio's;aantal",
            "1.1.1 Inbraak;2021;IJzerwoude;5",
          ),
          /meet in “aantal”, de indicator in “procent”/,
          percent,
        ],
        ["a line that has more cells", lines(head, "IJzerwoude;2021;1.1.1 Inbraak;1;031"), /regel 2 heeft 5 kolommen/],
        [
          "a line that has fewer",
          lines(head, "IJzerwoude;2021;1.1.1 Inbraak;1", "IJzerwoude;2022;1.1.1"),
          /regel 3 heeft 3 kolommen/,
        ],
        ["half of the first line", "Gemeente;Jaar;Soort", /geen regels/],
        ["years and no places", lines("Soort misdrijf;2021;2022", "1.1.1 Inbraak;5;6"), /geen kolom met regio's/],
        ["places and no years", lines("Gemeente;Inbraken", "IJzerwoude;5"), /geen kolom met perioden/],
        [
          "places as columns and no years",
          lines("Soort misdrijf;IJzerwoude;'s-Zoutendam", "1.1.1 Inbraak;5;6"),
          /geen kolom met perioden/,
        ],
        [
          "districts that bear the name of their municipality",
          lines(
            "Soort misdrijf;Perioden;Wijken en buurten;Geregistreerde misdrijven (aantal)",
            "1.1.1 Inbraak;2021;IJzerwoude;5",
            "1.1.1 Inbraak;2021;IJzerwoude;3",
          ),
          /twee cijfers voor IJzerwoude/,
        ],
      ],
      4,
    ),
  )("%s", async (_, text, why, how) => {
    expect(await refused(text, how)).toMatch(why);
  });
});

describe("a number with more in its cell", () => {
  const file = (cell: string, title = "Geregistreerde misdrijven"): string =>
    lines(
      `Gemeente;Jaar;Soort misdrijf;${title}`,
      `IJzerwoude;2021;1.1.1 Inbraak;${cell}`,
      "IJzerwoude;2022;1.1.1 Inbraak;6",
      "'s-Zoutendam;2022;1.1.1 Inbraak;28",
    );
  /** The same in each cell, so that it can be the unit of all. */
  const all = (before: string, first: string, behind: string): string =>
    lines(
      "Gemeente;Jaar;Soort misdrijf;Waarde",
      ...["2021", "2022"].map((year, at) => `IJzerwoude;${year};1.1.1 Inbraak;${before}${at ? 6 : first}${behind}`),
    );
  const euros = { indicator: (text: string) => percent.indicator(text).replace("unit: procent", "unit: euro") };

  test.each(
    share(
      [
        ["5 (voorlopig)", "5 (voorlopig)"],
        ["1 234", "1.234"],
        ["1\u202f234", "1.234"],
        ["1.234,5", "1.234,5"],
        ["1,234.5", "1.234,5"],
        ["1.234.567", "1.234.567"],
        ["007", "7"],
      ],
      4,
    ),
  )("is taken where it can be one thing: %j", async (cell, becomes) => {
    expect((await taken(file(cell))).figures[0]).toBe(`IJzerwoude 2021: ${becomes}`);
  });

  test.each(["n.v.t.", "nvt", "-", "—", ".", "..", "...", "?", "NaN", "#N/B", "geheim", "*", ""])(
    "is none, which is told: %j",
    async (cell) => {
      const { passed, figures } = await taken(file(cell));
      expect(figures).toEqual(["IJzerwoude 2022: 6", "'s-Zoutendam 2022: 28"]);
      expect(passed).toEqual([`cijfers die de bron niet geeft (${cell || "leeg"}): IJzerwoude 2021 (2)`]);
    },
  );

  test.each(
    share<[string, How, string, string, string]>(
      [
        ["a percentage", percent, "", "5,5", "%"],
        ["a percentage with a blank", percent, "", "5,5", " %"],
        ["a percentage in words", percent, "", "5,5", " procent"],
        ["an amount", euros, "€ ", "5,50", ""],
        ["an amount without cents", euros, "€", "1.200", ",-"],
        ["an amount in words", euros, "", "12", " euro"],
      ],
      4,
    ),
  )("has the unit of the indicator: %s", async (_, how, before, first, behind) => {
    const value = { "5,50": "5,5" }[first] ?? first;
    expect((await taken(all(before, first, behind), { ...how, asked: true })).figures).toEqual([
      `IJzerwoude 2021: ${value}`,
      "IJzerwoude 2022: 6",
    ]);
  });

  test.each(
    share<[string, RegExp, How?]>(
      [
        ...[
          "<5",
          "≤5",
          "5*",
          "12¹",
          "12²",
          "12 1)",
          "5v",
          "+5",
          "5-",
          "(5)",
          "5e3",
          "½",
          "ca. 5",
          "4-6",
          "5/6",
          "5‰",
          "1'234",
        ].map((cell): [string, RegExp] => [cell, /regel 2 .*geen getal/]),
        ["5,5%", /op regel 2 staat een getal in “%”, en de indicator meet in “misdrijven”/],
        ["€ 12", /op regel 2 staat een getal in “euro”, en de indicator meet in “misdrijven”/],
        ["5,5%", /op regel 2 staat een getal met “%” erbij, en op regel 3 een zonder/, percent],
        ["1.234", /regel 2 .*getal dat meer kan betekenen/],
        ["1,234", /regel 2 .*getal dat meer kan betekenen/],
        ["1 23", /regel 2 .*geen getal/],
        ["-5", /dit cijfer kan niet \(laagste 0\): IJzerwoude 2021 -5, regel 2/],
      ],
      4,
    ),
  )("is refused with its line: %j", async (cell, why, how) => {
    expect(await refused(file(cell), how)).toMatch(why);
  });

  test.each(
    share(
      [
        ["euro", /meet in “euro”, de indicator in “misdrijven”/],
        ["per 1 000 inw.", /meet in “per 1 000 inw.”, de indicator in “misdrijven”/],
      ],
      4,
    ),
  )("is refused where its title has another unit: %s", async (unit, why) => {
    expect(await refused(file("5", `Geregistreerde misdrijven (${unit})`))).toMatch(why);
  });
});
