import { readFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { examineFolder } from "../../src/check/examine.js";
import { importFigures } from "../../src/figures/index.js";
import { figureRows } from "../../src/figures/rows.js";
import { type Copy, copyOfPlan, temporaryFolder } from "../setup/content.js";
import { ivp, root } from "../setup/ivp.js";

const figures = join(root, "test/fixtures/figures");
const typed = join(figures, "invented_typed.csv");
const display = join(figures, "invented_display.csv");
const odata = join(figures, "odata");
const file = "indicators/burglaries.yaml";

/** The plan with an indicator, and a code for each municipality. */
async function plan(change: (text: string) => string = (text) => text): Promise<Copy> {
  const content = await copyOfPlan();
  await content.replace("municipalities/ijzerwoude.yaml", "title: IJzerwoude\n", "title: IJzerwoude\ncode: gm9903\n");
  await content.write(file, change(await readFile(join(figures, "burglaries.yaml"), "utf8")));
  return content;
}

const read = ({ folder }: Copy, path = file): Promise<string> => readFile(join(folder, path), "utf8");
const run = ({ folder }: Copy, ...args: string[]) => ivp("import", "figures", ...args, "--content", folder);

/** The figures in the file, as "suderhaven 2022 11". */
async function written(content: Copy): Promise<string[]> {
  const { values = [] } = parse(await read(content)) as { values?: Record<string, unknown>[] };
  return values.map(({ municipality = "team", year, value, provisional }) =>
    [municipality, year, value, provisional === "ja" ? "voorlopig" : ""].join(" ").trim(),
  );
}

/** Writes a file of a source beside the content. */
async function source(content: Copy, text: string | Uint8Array, name = "cijfers.csv"): Promise<string> {
  const { writeFile } = await import("node:fs/promises");
  const path = join(content.folder, "..", name);
  await writeFile(path, text);
  return path;
}

/** Lines of a file with codes; `0` stands for what a test has no opinion on. */
const rows = (...lines: string[]): string =>
  `SoortMisdrijf;RegioS;Perioden;GeregistreerdeMisdrijven_1\n${lines.join("\n")}\n`;

describe("the three shapes of files", () => {
  test.each([
    ["codes", typed, ""],
    ["words, in Windows-1252", display, " voorlopig"],
    ["a folder of OData", odata, " voorlopig"],
  ])("%s give the same figures", async (_, path, last) => {
    const content = await plan();
    const { code, stdout, stderr } = await run(content, path);
    expect(code, stderr).toBe(0);
    expect(await written(content)).toEqual([
      "ijzerwoude 2021 5",
      "ijzerwoude 2022 6",
      "ijzerwoude 2023 4",
      "ijzerwoude 2024 0",
      `ijzerwoude 2025 3${last}`,
      "suderhaven 2021 14",
      "suderhaven 2022 11",
      "suderhaven 2024 9",
      `suderhaven 2025 7${last}`,
      "s-zoutendam 2021 31",
      "s-zoutendam 2022 28",
      "s-zoutendam 2023 30",
      "s-zoutendam 2024 26",
      `s-zoutendam 2025 22${last}`,
    ]);
    expect(stdout).toContain("Overgeslagen, totalen");
    expect(stdout).toMatch(/Overgeslagen, cijfers die de bron niet geeft \((\.|NotAvailable)\): 1 \(Súderhaven 2023/);
    expect(stdout).toMatch(/gebieden die de inhoud niet kent: 5 \((GM9999|Elders|GM9999 Elders) vanaf regel \d+\)/);
    const { diagnostics } = await examineFolder(content.folder);
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  test.each([
    ["with a topic on each line", "Onderwerp;", "Geregistreerde misdrijven (aantal);", false],
    ["without a topic, which is told", "", "", true],
  ])("years as columns, %s", async (_, title, cell, untold) => {
    const content = await plan((text) => (untold ? text.replace(/ {2}topic:.*\n/, "") : text));
    const path = await source(
      content,
      `Soort misdrijf;Regio's;${title}2021;2022;2023*\n1.1.1 Inbraak;Súderhaven;${cell}1400;1100;1900\n1.1.1 Inbraak;IJzerwoude;${cell}5;.;4\n`,
    );
    const { code, stdout, stderr } = await run(content, path);
    expect([code, stderr.includes("zegt niet wat het telt")]).toEqual([0, untold]);
    expect(await written(content)).toEqual([
      "ijzerwoude 2021 5",
      "ijzerwoude 2023 4 voorlopig",
      "suderhaven 2021 1400",
      "suderhaven 2022 1100",
      "suderhaven 2023 1900 voorlopig",
    ]);
    expect(stdout).toContain("cijfers die de bron niet geeft (.): 1 (IJzerwoude 2022 op regel 3)");
  });

  test.each([
    ["a tab between cells", (text: string) => text.replaceAll(";", "\t")],
    ["a comma between cells", (text: string) => text.replaceAll(";", ",")],
    ["Windows line ends", (text: string) => text.replaceAll("\n", "\r\n")],
    ["UTF-16", (text: string) => Buffer.from(`\ufeff${text}`, "utf16le")],
    ["UTF-16, the other way round", (text: string) => Buffer.from(`\ufeff${text}`, "utf16le").swap16()],
    ["a line break within quotes", (text: string) => text.replace("RegioS", '"Regio\nS"')],
    ["lines that are there twice", (text: string) => text + text.split("\n").slice(1).join("\n")],
  ])("%s is read as well", async (_, change) => {
    const content = await plan();
    const path = await source(content, change(rows("1.1.1;GM9901;2021JJ00;31", "1.1.1;GM9902;2021JJ00;14")));
    const { code, stderr } = await run(content, path);
    expect(code, stderr).toBe(0);
    expect(await written(content)).toEqual(["suderhaven 2021 14", "s-zoutendam 2021 31"]);
  });

  test("says what it can't know, passes over months of a year that isn't over, and takes a second time as no change", async () => {
    const content = await plan();
    const first = await run(content, typed, "--date", "2026-02-03");
    expect(first.stderr).toContain("zegt niet welke cijfers voorlopig zijn");
    expect(first.stdout).toContain("andere delen van een jaar: 3");
    const text = await read(content);
    expect(text).toContain("date: 2026-02-03");
    const again = await run(content, typed, "--date", "2026-02-03");
    expect([again.code, again.stderr]).toEqual([0, expect.stringContaining("Er is niets gewijzigd")]);
    expect(await read(content)).toBe(text);
  });

  test("shows what a revised figure was and becomes; --dry-run writes nothing; ivp diff tells it", async () => {
    const content = await plan();
    await run(content, typed);
    const text = await read(content);
    const revised = (await readFile(typed, "latin1")).replace(/("1\.1\.1 ";"GM9902 {4}";"2022JJ00"; +)11/, "$112");
    const path = await source(content, revised);
    const trial = await run(content, path, "--dry-run");
    expect(trial.stdout).toContain("~ Súderhaven 2022: was 11, wordt 12");
    expect(await read(content)).toBe(text);
    const before = await copyOf(content);
    await run(content, path);
    expect(await read(content)).toBe(text.replace("year: 2022\n    value: 11\n", "year: 2022\n    value: 12\n"));
    const { stdout } = await ivp("diff", before, content.folder);
    expect(stdout).toMatch(/Cijfer: Súderhaven 2022[\s\S]*Was: +11[\s\S]*Wordt: 12/);
  });
});

async function copyOf({ folder }: Copy): Promise<string> {
  const { cp } = await import("node:fs/promises");
  const target = join(await temporaryFolder(), "content");
  await cp(folder, target, { recursive: true });
  return target;
}

test("counts per 1,000 inhabitants, also of all together where each has both", async () => {
  const content = await plan((text) =>
    text
      .replace("team: som", "per: 1000\ndecimals: 1")
      .replace("unit: misdrijven", "unit: misdrijven per 1.000 inwoners"),
  );
  const without = await run(content, odata);
  expect([without.code, without.stderr]).toEqual([2, expect.stringContaining("--population")]);
  const { code, stdout } = await run(content, odata, "--population", join(figures, "invented_inhabitants.csv"));
  expect(code).toBe(0);
  const found = await written(content);
  expect(found).toContain("s-zoutendam 2021 0.78");
  expect(found).toContain("team 2021 0.83");
  expect(found.filter((line) => line.startsWith("team")).map((line) => line.slice(5, 9))).toEqual([
    "2021",
    "2022",
    "2024",
    "2025",
  ]);
  expect(stdout).toContain("cijfers zonder aantal inwoners: 5 (Nederland 2021");
});

test("inhabitants in thousands are refused, as every figure would be a thousand times as high", async () => {
  const content = await plan((text) =>
    text.replace("team: som", "per: 1000").replace("unit: misdrijven", "unit: misdrijven per 1.000 inwoners"),
  );
  const before = await read(content);
  const people = await source(
    content,
    "Gemeente;Jaar;Bevolking op 1 januari (x 1 000)\nIJzerwoude;2021;6\nSúderhaven;2021;18\n",
    "inwoners.csv",
  );
  const { code, stderr } = await run(content, odata, "--population", people);
  expect([code, stderr]).toEqual([2, expect.stringMatching(/inwoners staat in “x 1 000”[\s\S]*hele aantallen/)]);
  expect(await read(content)).toBe(before);
});

describe("what a file must not be", () => {
  const html = "<!DOCTYPE html><html><body>503 Service Unavailable</body></html>";
  test.each<[string, string | Uint8Array, RegExp]>([
    ["a page with an error", html, /webpagina/],
    ["nothing", "", /leeg/],
    ["a packed file", Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), /ingepakt/],
    ["half a download", `${rows("1.1.1;GM9901;2021JJ00;31")}1.1.1;GM99`, /niet heel/],
    [
      "half of the last number",
      rows("1.1.1;GM9901;2021JJ00;31", "1.1.1;GM9902;2021JJ00;14").slice(0, -2),
      /regel 3, de laatste/,
    ],
    [
      "all but the last number",
      rows("1.1.1;GM9901;2021JJ00;31", "1.1.1;GM9902;2021JJ00;14").slice(0, -3),
      /regel 3, de laatste/,
    ],
    ["a header alone", rows().trimEnd(), /geen regels/],
    ["lines alone", "\n\n\n", /geen tabel/],
    ["a sentence", "Service Unavailable\n", /geen tabel/],
    ["JSON", '{"error":{"code":"","message":"x"}}', /JSON/],
    ["UTF-16 without a mark", Buffer.from(rows("1.1.1;GM9901;2021JJ00;31"), "utf16le"), /geen tekst/],
    ["a number for machines", rows("1.1.1;GM9901;2021JJ00;1e5"), /regel 2 .*geen getal: “1e5”/],
    ["a number beyond all", rows("1.1.1;GM9901;2021JJ00;99999999999999999999"), /regel 2 .*te groot/],
    ["a number and none", rows("1.1.1;GM9901;2021JJ00;31", "1.1.1;GM9901;2021JJ00;."), /\(regel 2 en 3\)/],
    ["only places that nobody knows", rows("1.1.1;GM0001;2021JJ00;31"), /gebieden die de inhoud niet kent \(1\)/],
    [
      "years as columns of another topic",
      "Soort misdrijf;Regio's;2021\n1.1.1 Inbraak;Súderhaven;14\n",
      /wel: een onderwerp dat het bestand niet noemt/,
    ],
    ["half a quote", `${rows("1.1.1;GM9901;2021JJ00;31")}"1.1.1;GM9901`, /niet heel/],
    ["no table of places", "naam;jaar\nAnna;2021\n", /geen kolom met regio's/],
    ["another item", rows("2.2.2;GM9901;2021JJ00;31"), /Bij geen indicator/],
    [
      "other years",
      rows("1.1.1;GM9901;1999JJ00;31"),
      /geen cijfers voor deze indicator[\s\S]*jaren die niet bij het plan horen/,
    ],
    ["a year that isn't over", rows("1.1.1;GM9901;2099JJ00;31"), /nog niet voorbij/],
    [
      "another unit",
      '"Soort misdrijf";"Regio\'s";"Perioden";"Geregistreerde misdrijven (%)"\n"1.1.1 Inbraak";"Súderhaven";"2021";"3"\n',
      /meet in “%”/,
    ],
    [
      "thousands",
      '"Soort misdrijf";"Regio\'s";"Perioden";"Geregistreerde misdrijven (x 1 000)"\n"1.1.1 Inbraak";"Súderhaven";"2021";"3"\n',
      /hele aantallen/,
    ],
    ["figures as text", rows("1.1.1;GM9901;2021JJ00;31", "1.1.1;GM9902;2021JJ00;elf"), /regel 3 .*geen getal: “elf”/],
    ["a number that means two things", rows("1.1.1;GM9901;2021JJ00;12.345"), /meer kan betekenen: “12.345”/],
    ["a number below nothing", rows("1.1.1;GM9901;2021JJ00;-4"), /dit cijfer kan niet .*'s-Zoutendam 2021 -4/],
    [
      "two figures for one place and year",
      rows("1.1.1;GM9901;2021JJ00;31", "1.1.1;GM9901;2021JJ00;32"),
      /twee cijfers voor 's-Zoutendam in 2021 \(regel 2 en 3\)/,
    ],
    [
      "two kinds of figures",
      "SoortMisdrijf;Leeftijd;RegioS;Perioden;GeregistreerdeMisdrijven_1\n1.1.1;10;GM9901;2021JJ00;3\n1.1.1;20;GM9901;2021JJ00;4\n",
      /meer dan één soort/,
    ],
  ])("%s is told, and nothing is written", async (_, text, told) => {
    const content = await plan();
    const before = await read(content);
    const { code, stderr } = await run(content, await source(content, text));
    expect([code, stderr]).toEqual([2, expect.stringMatching(told)]);
    expect(stderr).not.toContain("ivp zelf");
    expect(stderr).toContain("niets gewijzigd");
    expect(await read(content)).toBe(before);
  });

  test("another table is told by its name", async () => {
    const content = await plan();
    const path = await source(content, rows("1.1.1;GM9901;2021JJ00;31"), "47013NED_TypedDataSet.csv");
    const { code, stderr } = await run(content, path, "--indicator", "burglaries");
    expect([code, stderr]).toEqual([2, expect.stringContaining("tabel 47013NED")]);
  });

  test("two places of one name are told, with words; with codes they are clear", async () => {
    const content = await plan();
    await content.replace("municipalities/ijzerwoude.yaml", "title: IJzerwoude\n", "title: Súderhaven\n");
    const { code, stderr } = await run(content, display);
    expect([code, stderr]).toEqual([2, expect.stringContaining("meer dan één gebied heet “Súderhaven”")]);
    expect((await run(content, typed)).code).toBe(0);
  });

  test("a municipality that is gone has no figure of the years after", async () => {
    const content = await plan();
    await content.replace(
      "municipalities/ijzerwoude.yaml",
      "code: gm9903\n",
      "code: gm9903\nuntil: 2025-07-01\nsuccessor: suderhaven\n",
    );
    const { stdout } = await run(content, typed);
    expect(stdout).toContain("gemeenten die dat jaar niet of niet heel bestonden: 1 (IJzerwoude 2025");
    expect(await written(content)).not.toContain("ijzerwoude 2025 3");
  });
});

test("what is imported comes out again, and a second time changes nothing", async () => {
  const content = await plan((text) =>
    text.replace(/comparisons:[\s\S]*/, "").replace("team: som", "lowest: -1000000"),
  );
  const empty = await read(content);
  const codes = { gm9901: "s-zoutendam", gm9902: "suderhaven", gm9903: "ijzerwoude" } as const;
  const cell = fc.option(fc.integer({ min: -10_000_000, max: 10_000_000 }).map((hundredths) => hundredths / 100));
  await fc.assert(
    fc.asyncProperty(
      fc.array(cell, { minLength: 15, maxLength: 15 }).filter((cells) => cells.some((one) => one !== null)),
      fc.constantFrom("utf-8", "mark", "latin1"),
      fc.boolean(),
      async (cells, encoding, comma) => {
        await content.write(file, empty);
        const text = rows(
          ...cells.map((value, index) => {
            const number = value === null ? "." : String(value);
            return `1.1.1 ;${Object.keys(codes)[index % 3]?.toUpperCase()}    ;${2021 + Math.floor(index / 3)}JJ00;${comma ? number.replace(/(?<=\d)\./, ",") : number}`;
          }),
        );
        const bytes =
          encoding === "latin1"
            ? Buffer.from(text, "latin1")
            : Buffer.from(`${encoding === "mark" ? "\ufeff" : ""}${text}`);
        const options = { files: [{ name: "cijfers.csv", bytes }], dryRun: false, now: new Date("2026-03-01") };
        const { done } = await importFigures(content.folder, options);
        const { model } = await examineFolder(content.folder);
        if (!model) throw new Error("the content has errors");
        const out = figureRows(model)
          .filter((row) => row[10] === "cijfer")
          .map((row) => `${row[4]} ${row[5]} ${row[6]?.replace(",", ".")}`);
        const meant = cells.flatMap((value, index) =>
          value === null
            ? []
            : [`${Object.keys(codes)[index % 3]} ${2021 + Math.floor(index / 3)} ${value === 0 ? 0 : value}`],
        );
        expect(out.sort()).toEqual(meant.sort());
        expect(done?.indicators[0]?.changes).toHaveLength(meant.length);
        const again = await read(content);
        expect((await importFigures(content.folder, options)).done?.indicators[0]?.changes).toEqual([]);
        expect(await read(content)).toBe(again);
      },
    ),
    // Who changes how figures are read tries more; what fails tells its seed.
    { numRuns: Number(process.env.IVP_IMPORT_RUNS ?? 6) },
  );
});
