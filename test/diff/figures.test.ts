/** What changed in figures, as `ivp diff` and a marked document tell it. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { type Copy, copyOfPlan, temporaryFolder } from "../setup/content.js";
import { ivp } from "../setup/ivp.js";
import { textOf } from "../setup/variant.js";

const value = (municipality: string, year: number, own: object) => ({ municipality, year, ...own });
const burglaries = (change: object = {}) => ({
  id: "burglaries",
  title: "Woninginbraken",
  priorities: ["burglary"],
  unit: "misdrijven",
  direction: "lager",
  team: "som",
  source: { name: "Verzonnen", table: "99999NED", date: "2025-02-01" },
  baseline: { year: 2023, value: 60 },
  targets: [{ year: 2028, value: 25 }],
  values: [
    value("ijzerwoude", 2023, { value: 12 }),
    value("ijzerwoude", 2024, { value: 11, provisional: "ja" }),
    value("suderhaven", 2023, { value: 22 }),
    value("s-zoutendam", 2024, { value: { open: "welk cijfer", by: "board" } }),
  ],
  ...change,
});
const after = burglaries({
  source: { name: "Verzonnen", table: "99999NED", date: "2026-02-01" },
  baseline: { year: 2024, value: 61 },
  targets: [{ year: 2028, value: 20 }],
  values: [
    value("ijzerwoude", 2023, { value: 12, provisional: "nee" }),
    value("ijzerwoude", 2024, { value: 11 }),
    value("suderhaven", 2023, { value: 24 }),
    value("s-zoutendam", 2024, { value: 27, provisional: "ja" }),
  ],
});

async function planWith(indicator: object, gone: boolean): Promise<Copy> {
  const content = await copyOfPlan((clean) => void cleaning.push(clean));
  await content.write("indicators/burglaries.yaml", stringify(indicator));
  if (!gone)
    await content.write(
      "indicators/nuisance.yaml",
      stringify({ id: "nuisance", title: "Rumoer", priorities: ["youth"], values: [{ year: 2023, value: 6.5 }] }),
    );
  return content;
}

const cleaning: (() => Promise<void>)[] = [];
let [was, is] = ["", ""];
beforeAll(async () => {
  was = (await planWith(burglaries(), false)).folder;
  is = (await planWith(after, true)).folder;
  return async () => {
    for (const clean of cleaning) await clean();
  };
});

/** What is told, with one space between words. */
async function told(format: string): Promise<string> {
  const { stdout } = await ivp("diff", was, is, "--format", format);
  return stdout.replace(/\s+/g, " ");
}

describe("a change of figures", () => {
  test("is told in the terminal, each with what it was and becomes", async () => {
    const text = await told("text");
    for (const one of [
      "Bron: andere waarde Was: Naam van de bron: Verzonnen; Tabel: 99999NED; Datum: 1 februari 2025 Wordt: Naam van de bron: Verzonnen; Tabel: 99999NED; Datum: 1 februari 2026",
      "Startwaarde: andere waarde Was: Jaar van de startwaarde: 2023; Startwaarde: 60 Wordt: Jaar van de startwaarde: 2024; Startwaarde: 61",
      "Streefwaarde: 2028 · Streefwaarde: andere waarde Was: 25 Wordt: 20",
      "Cijfer: Súderhaven 2023 · Cijfer: andere waarde Was: 22 Wordt: 24",
      "Cijfer: 's-Zoutendam 2024 · Voorlopig: andere waarde Was: nee Wordt: ja",
      "Indicator: Rumoer · vervalt",
    ])
      expect(text).toContain(one);
    // A provisional figure that is definite now, with where that is shown.
    expect(text).toMatch(
      /IJzerwoude 2024 · Voorlopig: andere waarde Was: ja Wordt: nee Waarom: Geen reden vermeld In: Plan/,
    );
    // That it isn't provisional, says as much as nothing.
    expect(text).not.toContain("IJzerwoude 2023");
    expect(text).not.toMatch(/undefined|\[object/);
  });

  test("is told in Markdown and JSON as well", async () => {
    for (const format of ["markdown", "json"]) expect(await told(format)).not.toMatch(/undefined|\[object/);
    expect(await told("markdown")).toContain(
      "| Jaar van de startwaarde: 2023; Startwaarde: 60 | Jaar van de startwaarde: 2024; Startwaarde: 61 |",
    );
  });

  test("is marked in the plan, with the stars that readers see", async () => {
    const out = join(await temporaryFolder(), "out");
    await ivp("build", "--content", is, "--compare", was, "--only", "plan", "--format", "html", "--out", out);
    const text = textOf(await readFile(join(out, "vergelijking/ivp-2025-2028.html"), "utf8")).replace(
      /<\/?(?:ins|del)[^>]*>/g,
      "",
    );
    expect(text).toMatch(/Súderhaven vervalt: 22 nieuw: 24/);
    expect(text).toMatch(/'s-Zoutendam – vervalt: open nieuw: 27\*/);
    expect(text).toMatch(/IJzerwoude 12 11 ?vervalt: ?\*/);
    expect(text).not.toContain("\\*");
  });
});

test("the reports of municipalities are counted beside that of all, not listed", async () => {
  const [before, changed] = [await planWith(burglaries(), true), await planWith(after, true)];
  for (const { write } of [before, changed]) await write("progress/2025-06-30.yaml", "id: 2025-06-30\n");
  const { stdout } = await ivp("diff", before.folder, changed.folder);
  expect(stdout).toMatch(/Voortgangsrapportage 30 juni 2025, \d+ Indicatoren \(ook die van 3 gemeenten\)/);
  expect(stdout).not.toMatch(/In: .*Voortgangsrapportage IJzerwoude/);
});
