import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { examineFolder } from "../../src/check/examine.js";
import { compose, listDocuments } from "../../src/documents/index.js";
import type { Model } from "../../src/model/index.js";
import { render } from "../../src/render/index.js";
import { type Copy, copyOfPlan } from "../setup/content.js";
import { root } from "../setup/ivp.js";

const fixture = (date: string) => readFile(join(root, `test/fixtures/progress/${date}.yaml`), "utf8");

async function modelOf({ folder }: Copy): Promise<Model> {
  const { model, diagnostics } = await examineFolder(folder);
  if (!model) throw new Error(JSON.stringify(diagnostics, undefined, 1));
  return model;
}

/** The plan with two reports. */
async function plan(change: (content: Copy) => Promise<void> = async () => undefined): Promise<Model> {
  const content = await copyOfPlan();
  for (const date of ["2025-06-30", "2025-12-31"]) await content.write(`progress/${date}.yaml`, await fixture(date));
  await change(content);
  return modelOf(content);
}

/** What readers see of a document. */
function page(model: Model, path: string): string {
  const info = listDocuments(model).find((one) => one.path === path);
  if (!info) throw new Error(`no ${path}`);
  return render(compose(model, info), { medium: "screen", edition: "vandaag" })
    .replace(/<(style|script)[\s\S]*?<\/\1>/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/&#x27;|&#39;/g, "'")
    .replace(/\s+/g, " ");
}

describe("the progress report", () => {
  test("is there for the team and for each municipality that takes part, the newest first", async () => {
    const model = await plan();
    expect(
      listDocuments(model)
        .filter(({ kind }) => kind === "progress")
        .map(({ path }) => path),
    ).toEqual(
      ["2025-12-31", "2025-06-30"].flatMap((date) =>
        ["", "-ijzerwoude", "-suderhaven", "-s-zoutendam"].map((town) => `voortgang/${date}${town}`),
      ),
    );
  });

  test("counts, tells what changed, what asks for a decision and what was spent", async () => {
    const text = page(await plan(), "voortgang/2025-12-31");
    for (const told of [
      "Op 31 december 2025 gaat het om 4 acties . 1 actie is afgerond, 1 loopt zoals gepland, 1 is vertraagd en 1 is niet gemeld.",
      "2 punten vragen om een besluit.",
      "De gemeenteraad van IJzerwoude",
      "Wat er veranderde sinds 30 juni 2025",
      "Bij 3 van de 4 acties veranderde de voortgang of de planning.",
      "A1 Avondrondes lopen Loopt IJzerwoude: niet gestart Loopt IJzerwoude: vertraagd IJzerwoude: het hele jaar 2026",
      "IJzerwoude: vertraagd",
      "Planning: het hele jaar 2026",
      "Van 1 van de 4 acties is niet gemeld hoe ver die is: A3 .",
      "Tot en met 2025 is ten minste € 20.500 begroot, zonder 1 open bedrag. Er is ten minste € 20.500 uitgegeven. Van 2 acties is niet of niet van iedereen gemeld wat er is uitgegeven. Aan 1 van de 4 acties is meer uitgegeven dan begroot: A1 .",
    ])
      expect(text).toContain(told);
  });

  test("of one municipality has only what concerns it", async () => {
    const text = page(await plan(), "voortgang/2025-12-31-ijzerwoude");
    expect(text).toContain("Op 31 december 2025 gaat het in IJzerwoude om 1 actie . De actie is vertraagd.");
    expect(text).not.toContain("jongerenwerker");
    expect(text).not.toContain("7.400");
  });

  test("says that it is the first, and keeps what was finished", async () => {
    const first = page(await plan(), "voortgang/2025-06-30");
    expect(first).toContain("Eerder is de voortgang niet gemeld: er is nog niets om mee te vergelijken.");
    expect(first).toContain("Geen actie vraagt nu om een besluit.");
    const later = page(
      await plan(async (content) => content.write("progress/2026-06-30.yaml", "id: 2026-06-30\n")),
      "voortgang/2026-06-30",
    );
    expect(later).toContain("Sinds 31 december 2025");
    expect(later).toContain("1 actie is afgerond en 3 zijn niet gemeld.");
  });

  test("of one municipality has no report beside it", async () => {
    const model = await plan(async (content) => {
      for (const town of ["suderhaven", "s-zoutendam"]) await content.remove(`municipalities/${town}.yaml`);
      for (const file of ["programmes/2025-2026.yaml", "progress/2025-12-31.yaml"])
        await content.write(
          file,
          (await readFile(join(content.folder, file), "utf8"))
            .replace(/municipalities: \[.*\]/g, "municipalities: alle")
            .replace(/lead: s-zoutendam/g, "lead: ijzerwoude"),
        );
    });
    expect(listDocuments(model).filter(({ kind }) => kind === "progress")).toHaveLength(2);
    expect(page(model, "voortgang/2025-12-31")).toContain("Gemeente IJzerwoude");
  });

  test("as an evaluation tells whether goals were reached, as far as figures say so", async () => {
    const indicator = (value: number) =>
      [
        "id: inbraken",
        "title: Woninginbraken",
        "unit: inbraken",
        "direction: lager",
        "goals: [less-crime]",
        "targets: [{ year: 2025, value: 100 }]",
        `values: [{ year: 2025, value: ${value} }]`,
        "",
      ].join("\n");
    const evaluation = (value?: number) =>
      plan(async (content) => {
        await content.replace(
          "progress/2025-12-31.yaml",
          "id: 2025-12-31\n",
          "id: 2025-12-31\nkind: tussenevaluatie\n",
        );
        if (value !== undefined) await content.write("indicators/inbraken.yaml", indicator(value));
      });
    const [none, reached, missed] = await Promise.all(
      [undefined, 98, 101].map(async (value) => page(await evaluation(value), "voortgang/2025-12-31")),
    );
    expect(none).toContain("Tussenevaluatie 31 december 2025");
    expect(none).toContain("Van geen van de doelen is te zeggen of het is gehaald.");
    expect(reached).toContain("Woninginbraken: gehaald (2025: 98, streefwaarde 100)");
    expect(reached).toContain("1 doel is gehaald.");
    expect(missed).toContain("Woninginbraken: niet gehaald (2025: 101, streefwaarde 100)");
    expect(missed).toContain("Aantal acties naar voortgang, op elke datum");
  });
});

describe("what was spent", () => {
  const budget = `money:
      parts:
        - { year: 2025, municipality: s-zoutendam, amount: 8000, cover: Begroting veiligheid }
        - { year: 2025, municipality: suderhaven, amount: 4500, cover: Rijksbijdrage }
        - { year: 2026, amount: 12500 }
`;
  /** The report of a date in 2026, of what is said of the rounds and of other actions. */
  const report = async (rounds: string, others = "", town = ""): Promise<string> => {
    const copy = await copyOfPlan();
    await copy.replace("programmes/2025-2026.yaml", "money: 12500\n", budget);
    await copy.replace("programmes/2025-2026.yaml", "money: { open: kosten per jaar, by: board }\n", "money: 0\n");
    await copy.write(
      "progress/2026-06-30.yaml",
      `id: 2026-06-30\nactions:\n  - action: 2025-2026/rounds\n    state: loopt\n    done: Er zijn rondes.\n${rounds}${others}`,
    );
    return page(await modelOf(copy), `voortgang/2026-06-30${town}`);
  };
  const beach = (spent: string) => `  - action: 2025-2026/beach-team\n    state: afgerond\n    spent: ${spent}\n`;
  const free = ["street-talks", "harbour-watch"]
    .map((id) => `  - { action: 2025-2026/${id}, state: gestopt, spent: 0 }\n`)
    .join("");
  const byCover = `    spent:
      - { year: 2025, amount: 8100, cover: Begroting veiligheid }
      - { year: 2025, amount: 4000, cover: Rijksbijdrage }
      - { year: 2026, amount: 5000 }
    municipalities:
      - { municipality: s-zoutendam, spent: 9000 }
`;

  test("where every amount is open, says just that", async () => {
    const copy = await copyOfPlan();
    for (const money of ["money: 12500\n", "money: 8000\n"])
      await copy.replace("programmes/2025-2026.yaml", money, "money: { open: kosten, by: board }\n");
    await copy.write("progress/2025-12-31.yaml", await fixture("2025-12-31"));
    const text = page(await modelOf(copy), "voortgang/2025-12-31");
    expect(text).toMatch(/Wat er tot en met 2025 is begroot, staat nog open\. Er is ten minste € [\d.]+ uitgegeven\./);
  });

  test("adds up per action, year, municipality and cover", async () => {
    const text = await report(byCover, beach("7400") + free);
    for (const told of [
      "Tot en met 2026 is € 33.000 begroot. Er is € 24.500 uitgegeven. Aan geen enkele actie is meer uitgegeven dan begroot.",
      "A1 Avondrondes lopen € 25.000 € 17.100 € 7.900 minder",
      "A2 Praten op straat € 0 € 0 geen",
      "Begroot en uitgegeven per jaar Jaar Begroot Uitgegeven Verschil 2025 € 20.500 ten minste € 12.100 – 2026 € 12.500 ten minste € 5.000 –",
      "Jaar niet genoemd niet genoemd € 7.400 – Samen € 33.000 € 24.500 € 8.500 minder",
      "Súderhaven ten minste € 4.500 niet gemeld – 's-Zoutendam ten minste € 16.000 € 16.400 – Niet verdeeld over gemeenten € 12.500 € 8.100 – Samen € 33.000 € 24.500 € 8.500 minder",
      "Begroting veiligheid ten minste € 8.000 ten minste € 8.100 – Rijksbijdrage ten minste € 4.500 ten minste € 4.000 – Geen dekking genoemd € 20.500 € 12.400 – Samen € 33.000",
    ])
      expect(text).toContain(told);
  });

  test.each([
    ["    spent: 25001\n", beach("7400") + free, "Aan 1 van de 4 acties is meer uitgegeven dan begroot: A1 ."],
    ["    spent: 25001\n", beach("8001") + free, "Aan 2 van de 4 acties is meer uitgegeven dan begroot: A1 , A4 ."],
    ["    spent: 25000\n", beach("8000") + free, "Aan geen enkele actie is meer uitgegeven dan begroot."],
    ["    spent: 25000\n", "", "Van 3 acties is niet of niet van iedereen gemeld wat er is uitgegeven."],
    [
      "    municipalities: [{ municipality: suderhaven, spent: 25100 }]\n",
      beach("8000") + free,
      "Er is ten minste € 33.100 uitgegeven. Van 1 actie is niet of niet van iedereen gemeld wat er is uitgegeven. Aan 1 van de 4 acties is meer uitgegeven dan begroot: A1 .",
    ],
  ])("of %j: %s", async (rounds, others, told) => {
    expect(await report(rounds, others)).toContain(told);
  });

  test("is not shown where nobody said it", async () => {
    expect(await report("")).not.toContain("Tot en met 2026");
  });

  test("in one municipality is its own, and all of an action in which it alone takes part", async () => {
    const text = await report(byCover, beach("7400") + free, "-s-zoutendam");
    expect(text).toContain(
      "Tot en met 2026 is ten minste € 16.000 begroot. Van 1 actie is niet verdeeld welk bedrag van 's-Zoutendam is. Er is € 16.400 uitgegeven.",
    );
    expect(text).toContain("Uitgegeven: € 9.000 van ten minste € 8.000");
    expect(text).toContain("A2 Praten op straat € 0 € 0 geen");
    expect(text).not.toContain("12.500");
  });

  test("on what was over before stays, with when that was told", async () => {
    const copy = await copyOfPlan();
    await copy.write("progress/2025-12-31.yaml", await fixture("2025-12-31"));
    await copy.write("progress/2026-06-30.yaml", "id: 2026-06-30\n");
    const text = page(await modelOf(copy), "voortgang/2026-06-30");
    expect(text).toContain("A4 Een team op het strand Gemeld op 31 december 2025 € 8.000 € 7.400 € 600 minder");
  });
});

test("the tables of a report have one form, whatever is said", async () => {
  const model = await plan(async (content) =>
    content.write(
      "progress/2026-06-30.yaml",
      "id: 2026-06-30\nactions: [{ action: 2025-2026/rounds, state: gestopt }]\n",
    ),
  );
  const headers = page(model, "voortgang/2026-06-30").split(
    "Actie Voortgang Gedaan en vervolg Planning en geld",
  ).length;
  expect(headers).toBe(4);
});

test("the programme tells what only municipalities say", async () => {
  const model = await plan(async (content) =>
    content.write(
      "progress/2026-06-30.yaml",
      "id: 2026-06-30\nactions:\n  - action: 2025-2026/street-talks\n    municipalities: [{ municipality: suderhaven, state: gestopt }]\n",
    ),
  );
  expect(page(model, "uvp-2025-2026")).toContain("Verschilt per gemeente (30 juni 2026)");
});

test("the programme and the annexes show the newest state, and nothing without snapshots", async () => {
  const model = await plan();
  expect(page(model, "uvp-2025-2026")).toContain("Vertraagd (31 december 2025)");
  expect(page(model, "bijlagen/ijzerwoude")).toContain("Vertraagd (31 december 2025)");
  expect(page(model, "bijlagen/s-zoutendam")).toContain("Loopt (31 december 2025)");
  expect(page(await modelOf(await copyOfPlan()), "uvp-2025-2026")).not.toContain("31 december 2025");
});

describe("money and people", () => {
  const budget = `money:
      total: 25000
      parts:
        - { year: 2025, municipality: s-zoutendam, amount: 8000, cover: Begroting veiligheid }
        - { year: 2025, municipality: suderhaven, amount: 4500 }
        - { year: 2026, amount: 12500 }
`;
  const content = async (money: string): Promise<Model> => {
    const copy = await copyOfPlan();
    await copy.replace("programmes/2025-2026.yaml", "money: 12500\n", money);
    await copy.replace(
      "programmes/2025-2026.yaml",
      "capacity: Twee medewerkers",
      "capacity: [{ who: police, amount: 0.1, unit: fte }, { who: social-work, amount: 0.2, unit: fte }]",
    );
    return modelOf(copy);
  };

  test("add up per action, year, municipality and cover, and say what they leave out", async () => {
    const model = await content(budget);
    const text = page(model, "uvp-2025-2026");
    for (const told of [
      "kosten samen ten minste € 33.000, zonder 1 open bedrag",
      "Geld per gemeente en per jaar",
      "Niet verdeeld over gemeenten",
      "Begroting veiligheid € 8.000",
      "Inzet per jaar",
      "Samen 0,3",
    ])
      expect(text).toContain(told);
    // Where one municipality takes part, all of it is of that one, in each document.
    expect(text).toContain("'s-Zoutendam € 16.000 € 16.000 Niet verdeeld");
    expect(page(model, "bijlagen/s-zoutendam")).toMatch(/Wat 's-Zoutendam betaalt aan acties.*Samen € 16\.000/);
    expect(page(model, "bijlagen/ijzerwoude")).not.toContain("betaalt aan acties");
  });

  test("say nothing where no amount is known", async () => {
    const copy = await copyOfPlan();
    await copy.replace("programmes/2025-2026.yaml", "money: 12500\n", "money: 0\n");
    await copy.replace("programmes/2025-2026.yaml", "money: 8000\n", "money: { open: kosten per jaar, by: board }\n");
    expect(page(await modelOf(copy), "uvp-2025-2026")).not.toContain("Geld en mensen");
  });
});

test("the plan has the way from goal to action where its structure asks for it", async () => {
  const copy = await copyOfPlan();
  await copy.append(
    "plan.yaml",
    "structure:\n  front: [poster, manifest, contents, foreword, summary]\n  chapters: [introduction, strategy, priorities, finances]\n  annexes: [partners, glossary, trace, open-points]\n",
  );
  const text = page(await modelOf(copy), "ivp-2025-2028");
  expect(text).toContain("Van doel tot actie");
  expect(text).toContain("Niet in de tabel: 2 acties zonder maatregel.");
  expect(text).toMatch(/M1 ?, M2 A1 \(2025-2026\) Geen/);
});
