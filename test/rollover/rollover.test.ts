import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { examineFolder } from "../../src/check/examine.js";
import { compose, listDocuments } from "../../src/documents/index.js";
import { type Answers, contentOf, readAll } from "../../src/init/index.js";
import { render } from "../../src/render/index.js";
import { type Copy, copyOfPlan, temporaryFolder } from "../setup/content.js";
import { filesIn } from "../setup/files.js";
import { ivp } from "../setup/ivp.js";

/** The plan with one programme, of two years. */
async function plan(): Promise<Copy> {
  const content = await copyOfPlan();
  await content.remove("programmes/2027-2028.yaml");
  return content;
}

const read = ({ folder }: Pick<Copy, "folder">, file: string) => readFile(join(folder, file), "utf8");

async function errorsIn(folder: string): Promise<string[]> {
  const { diagnostics } = await examineFolder(folder);
  return diagnostics
    .filter(({ severity }) => severity === "error")
    .map(({ file, line, message }) => `${file}:${line} ${message}`);
}

describe("ivp rollover programme", () => {
  test("carries on what isn't finished, with its words and comments; leaves out the rest and says so", async () => {
    const content = await plan();
    const old = "programmes/2025-2026.yaml";
    await content.replace(old, "  - id: rounds\n", "  # Deze loopt goed.\n  - id: rounds\n");
    await content.replace(old, "  - id: beach-team\n", "  # Deze is klaar.\n  - id: beach-team\n");
    const before = await read(content, old);
    const { code, stderr } = await ivp("rollover", "programme", "2027-2028", "--content", content.folder);
    expect([code, stderr]).toEqual([0, expect.stringContaining("programmes/2027-2028.yaml")]);
    expect(stderr).toContain("Meegenomen uit UVP Zoutkust 2025–2026 naar 2027-2028: 3 acties.");
    expect(stderr).toContain("Niet meegenomen actie:\n    Een team op het strand (afgerond)");
    expect(stderr).toContain("Niet meegenomen mijlpaal:\n    Proef met lantaarns loopt af");
    expect(await errorsIn(content.folder)).toEqual([]);
    expect(await read(content, old)).toBe(before);
    const open = (what: string) => ({ open: what, by: "board" });
    const text = await read(content, "programmes/2027-2028.yaml");
    expect(text).toContain("  # Deze loopt goed.\n  - id: rounds\n");
    expect(text).not.toContain("Deze is klaar");
    const { actions, ...rest } = parse(text) as { actions: Record<string, unknown>[] };
    expect(rest).toEqual({
      id: "2027-2028",
      title: "Uitvoeringsprogramma basisteam Zoutkust 2027–2028",
      shortTitle: "UVP Zoutkust 2027–2028",
      period: { from: 2027, to: 2028 },
      decision: {
        state: "concept",
        body: "board",
        date: open("datum waarop de colleges het programma vaststellen"),
        reference: open("kenmerken van de besluiten"),
      },
      introduction: "Dit doen we in de eerste twee jaar van het plan.\n",
      milestones: [],
    });
    expect(actions.map(({ id, status, continues }) => `${id} ${status} ${continues}`)).toEqual([
      "rounds voorstel 2025-2026/rounds",
      "street-talks voorstel 2025-2026/street-talks",
      "harbour-watch voorstel 2025-2026/harbour-watch",
    ]);
    expect(actions[0]).toMatchObject({
      planning: open("eerste en laatste kwartaal"),
      money: open("kosten per jaar"),
      effect: "Bewoners voelen zich in het donker veilig.",
      result: "Elke week zijn er drie rondes gelopen.",
    });
  });

  test("each municipality has yet to decide on it, and the documents say of what it is the sequel", async () => {
    const content = await plan();
    await ivp("rollover", "programme", "2027-2028", "--content", content.folder);
    const { model } = await examineFolder(content.folder);
    const page = (path: string): string => {
      const info = model && listDocuments(model).find((document) => document.path === path);
      if (!info) throw new Error(`no ${path}`);
      const html = render(compose(model, info), { medium: "screen", edition: "vandaag" });
      return html
        .slice(html.indexOf("<main"))
        .replace(/<[^>]+>/g, " ")
        .replace(/\s+/g, " ");
    };
    expect(page("uvp-2027-2028")).toMatch(/Vervolg van actie A1 van UVP Zoutkust 2025–2026 ?\./);
    expect(page("uvp-2025-2026")).not.toContain("Vervolg");
    const annex = page("bijlagen/suderhaven");
    expect(annex).toMatch(/UVP Zoutkust 2025–2026 Concept Het college van Súderhaven/);
    expect(annex).toMatch(/UVP Zoutkust 2027–2028 Concept Het college van Súderhaven/);
  });

  test("references elsewhere go on meaning what they meant", async () => {
    const content = await plan();
    await content.append("vision.yaml", "  Zie [[action:rounds]] en `x`.\n");
    await content.replace(
      "programmes/2025-2026.yaml",
      "eerste twee jaar van het plan.",
      "eerste twee jaar van het plan.\n  Klaar: [[action:beach-team]]; verder: [[action:rounds]].",
    );
    const { code } = await ivp("rollover", "programme", "2027-2028", "--content", content.folder);
    expect([code, await errorsIn(content.folder)]).toEqual([0, []]);
    expect(await read(content, "vision.yaml")).toContain("  Zie [[action:2025-2026/rounds]] en `x`.\n");
    expect(await read(content, "programmes/2027-2028.yaml")).toContain(
      "Klaar: [[action:beach-team]]; verder: [[action:rounds]].",
    );
  });

  test("of one year, and again: the sequel of a sequel", async () => {
    const content = await plan();
    expect((await ivp("rollover", "programma", "2027", "--content", content.folder)).code).toBe(0);
    expect((await ivp("rollover", "programma", "slot", "--from", "2028", "--content", content.folder)).code).toBe(0);
    expect(await errorsIn(content.folder)).toEqual([]);
    const last = await read(content, "programmes/slot.yaml");
    expect(last).toContain("title: Uitvoeringsprogramma basisteam Zoutkust 2028\n");
    expect(last).toContain("continues: 2027/rounds\n");
    const town = parse(await read(content, "municipalities/suderhaven.yaml")) as {
      decisions: { programmes: { programme: string }[] };
    };
    expect(town.decisions.programmes.map(({ programme }) => programme)).toEqual(["2027", "slot"]);
  });
});

describe("what rollover refuses, with nothing written", () => {
  test.each<readonly [string[], number, RegExp]>([
    [["programme", "2025-2026"], 2, /2025-2026\.yaml is er al/],
    [["programme", "2028-2027"], 2, /eindigt voordat zij begint/],
    [["programme", "foo"], 2, /zegt niet om welke jaren/],
    [["programme", "Jaar 2027"], 2, /kan geen sleutelnaam zijn/],
    [["programme", "../2027"], 2, /kan geen sleutelnaam zijn/],
    [["programme", "2026-2027"], 2, /loopt tot en met 2026/],
    [["programme", "2029-2030"], 2, /buiten de looptijd van het plan/],
    [["programme", "2027-2028", "--from", "27"], 2, /geen jaar/],
    [["programme", "con", "--from", "2027"], 1, /mag op Windows niet/],
    [["programme", "2027-2028", "elders"], 2, /komt in de map met de inhoud/],
    [["bijlage", "2027-2028"], 2, /geen soort/],
    [["plan", "2027-2030"], 2, /loopt tot en met 2028/],
    [["plan", "2029-2034"], 2, /ten hoogste vier jaar/],
    [["plan"], 2, /./],
  ])("%s", async (words, code, reason) => {
    const content = await plan();
    const before = await filesIn(content.folder);
    const outcome = await ivp("rollover", ...words, "--content", content.folder);
    expect([outcome.code, outcome.stderr]).toEqual([code, expect.stringMatching(reason)]);
    expect(outcome.stderr).not.toContain("in ivp zelf");
    expect(await filesIn(content.folder)).toEqual(before);
  });

  test("content with errors, and a file that it can't change", async () => {
    const content = await plan();
    await content.append("vision.yaml", "  Zie [[term:niets]].\n");
    const broken = await ivp("rollover", "programme", "2027-2028", "--content", content.folder);
    expect([broken.code, broken.stderr]).toEqual([1, expect.stringContaining("IVP301")]);
    expect(broken.stderr).toContain("Er is niets gewijzigd.");
    const none = await ivp("rollover", "plan", "2029-2032", "--content", join(content.folder, "nergens"));
    expect([none.code, none.stderr]).toEqual([2, expect.stringContaining("is er niet of is niet te lezen")]);
  });

  test("a folder with files, one in the content, and one that is a file", async () => {
    const content = await plan();
    const folder = await temporaryFolder();
    await writeFile(join(folder, "iets.txt"), "x");
    const before = [await filesIn(content.folder), await filesIn(folder)];
    for (const [to, reason] of [
      [folder, /staan al bestanden/],
      [join(content.folder, "volgend"), /ligt in de map met de inhoud/],
      [join(folder, "iets.txt"), /is een bestand/],
    ] as const) {
      const { code, stderr } = await ivp("rollover", "plan", "2029-2032", to, "--content", content.folder);
      expect([code, stderr]).toEqual([2, expect.stringMatching(reason)]);
    }
    expect([await filesIn(content.folder), await filesIn(folder)]).toEqual(before);
  });
});

describe("ivp rollover plan", () => {
  test("says which files stay behind with the plan that there was", async () => {
    const content = await plan();
    await content.write("progress/2025-12-31.yaml", "id: 2025-12-31\nsummary: Het gaat goed.\n");
    await content.write("council.yaml", "date: 2024-12-01\n");
    const to = join(await temporaryFolder(), "volgend");
    const { code, stderr } = await ivp("rollover", "plan", "2029-2032", to, "--content", content.folder);
    expect(stderr).toMatch(
      /Niet meegenomen bestanden:\n(?: {4}.+\n)*? {4}council\.yaml\n(?: {4}.+\n)*? {4}progress\/2025-12-31\.yaml\n/,
    );
    expect(code).toBe(0);
    const { diagnostics } = await examineFolder(to);
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  test("makes the folder of the next plan, in which everything is to be decided", async () => {
    const content = await plan();
    const before = await filesIn(content.folder);
    const to = join(await temporaryFolder(), "volgend");
    await mkdir(to);
    const { code, stderr } = await ivp("rollover", "plan", "2029-2032", to, "--content", content.folder);
    expect([code, stderr]).toEqual([0, expect.stringContaining(`bestanden in ${to}.`)]);
    expect(stderr).toContain("Meegenomen uit UVP Zoutkust 2025–2026 naar 2029-2030: 3 acties.");
    expect(stderr).toMatch(/Hier noemen teksten nog de oude jaren:\n(.*\n)* {4}[a-z-/]+\.yaml, regel/);
    expect(await filesIn(content.folder)).toEqual(before);
    const { model, diagnostics } = await examineFolder(to);
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    const { plan: next, programmes, municipalities, glossary, partners } = model?.content ?? {};
    expect(next).toMatchObject({
      id: "ivp-2029-2032",
      period: { from: 2029, to: 2032 },
      decision: { state: "concept" },
    });
    expect(next?.title).toBe("Integraal Veiligheidsplan basisteam Zoutkust 2029–2032");
    expect(programmes?.map(({ id }) => id)).toEqual(["2029-2030"]);
    expect(programmes?.[0]?.actions.some(({ continues }) => continues)).toBe(false);
    const states = municipalities?.flatMap(({ decisions }) =>
      Object.values(decisions).map((one) => (one as { state: string }).state),
    );
    expect(new Set(states)).toEqual(new Set(["concept"]));
    for (const town of municipalities ?? [])
      for (const { amount, decision } of town.finances)
        expect([amount, decision]).toEqual([
          { open: expect.any(String), by: "raad" },
          { open: expect.any(String), by: "raad" },
        ]);
    const { model: old } = await examineFolder(content.folder);
    expect([glossary, partners]).toEqual([old?.content.glossary, old?.content.partners]);
  });

  test("says what would come, and writes nothing, with --dry-run", async () => {
    const content = await plan();
    const before = await filesIn(content.folder);
    const parent = await temporaryFolder();
    for (const words of [
      ["programme", "2027-2028"],
      ["plan", "2029-2032", join(parent, "volgend")],
    ]) {
      const { code, stderr } = await ivp("rollover", ...words, "--dry-run", "--content", content.folder);
      expect([code, stderr]).toEqual([0, expect.stringMatching(/^Er wordt niets geschreven\. Dit zou er komen:\n/)]);
      expect(stderr).toContain("Meegenomen uit UVP Zoutkust 2025–2026");
      expect(stderr).not.toContain("Ga verder met");
    }
    expect(await filesIn(content.folder)).toEqual(before);
    expect(await readdir(parent)).toEqual([]);
  });

  test("leads references to what is carried on, and tells those to what isn't", async () => {
    const content = await plan();
    await content.append(
      "vision.yaml",
      "  Zie [[action:2025-2026/rounds]], [[programme:2025-2026]] en [[action:2025-2026/beach-team]].\n",
    );
    await content.append("vision.yaml", "  Zie ook [[milestone:pilot]].\n");
    const to = join(await temporaryFolder(), "volgend");
    const trial = await ivp("rollover", "plan", "2029-2032", to, "--dry-run", "--content", content.folder);
    expect([trial.code, trial.stderr]).toEqual([1, expect.stringContaining("Dit klopt dan niet in")]);
    const { code, stderr } = await ivp("rollover", "plan", "2029-2032", to, "--content", content.folder);
    expect([code, stderr]).toEqual([1, expect.stringContaining("Verwijst een tekst naar iets wat niet is meegegaan?")]);
    expect(await read({ folder: to }, "vision.yaml")).toContain(
      "  Zie [[action:2029-2030/rounds]], [[programme:2029-2030]] en [[action:2025-2026/beach-team]].\n",
    );
    expect(stderr).toMatch(/vision\.yaml:\d+:\d+.*\n?.*IVP301|IVP301[\s\S]*vision\.yaml/);
    expect(stderr).toContain("2025-2026/beach-team");
    // What was a short name there, is one in the folder as well.
    expect(stderr).toMatch(/vision\.yaml:\d+:\d+ fout IVP301 Er is geen mijlpaal met de sleutelnaam “pilot”/);
    expect(await errorsIn(to)).toHaveLength(2);
  });

  test("says which targets are for years that are over", async () => {
    const content = await plan();
    await content.write(
      "indicators/own.yaml",
      "id: own\ntitle: Eigen cijfer\nunit: meldingen\ntargets:\n  - year: 2026\n    value: 5\n  - year: 2028\n    value: 4\n",
    );
    const to = join(await temporaryFolder(), "volgend");
    const { code, stderr } = await ivp("rollover", "plan", "2029-2032", to, "--content", content.folder);
    expect([code, stderr]).toEqual([
      0,
      expect.stringContaining("jaren van eerder:\n    indicators/own.yaml: 2026 en 2028\n"),
    ]);
  });

  test("without a programme there is none in the next plan either", async () => {
    const content = await plan();
    await content.remove("programmes/2025-2026.yaml");
    const to = `${content.folder}-2029-2032`;
    const { code } = await ivp("rollover", "plan", "2029-2032", "--content", content.folder);
    expect([code, await errorsIn(to)]).toEqual([0, []]);
  });
});

test("with one municipality nothing is to be decided twice, now and in the next plan, and old years in comments are told", async () => {
  const answers = readAll({
    municipalities: "Westdorp",
    team: "gemeente Westdorp",
    from: "2021",
    to: "2024",
    programme: "jaarplan",
    years: "1",
  });
  const parent = await temporaryFolder();
  const folder = join(parent, "content");
  for (const [path, text] of Object.entries(contentOf(answers as Answers))) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  const decide = (what: string) =>
    ivp("adopt", what, "--by", "westdorp", "--date", "2020-12-10", "--reference", "RB-1", "--content", folder);
  expect([(await decide("plan")).code, (await decide("jaarplan")).code]).toEqual([0, 0]);
  const next = await ivp("rollover", "jaarplan", "2022", "--content", folder);
  expect([next.code, next.stderr]).toEqual([0, expect.not.stringContaining("Ook gewijzigd")]);
  expect(next.stderr).toMatch(
    /Hier noemen teksten nog de oude jaren:\n {4}programmes\/2022\.yaml, regels \d+ en \d+\n/,
  );
  const to = join(parent, "volgend");
  expect((await ivp("rollover", "plan", "2025-2028", to, "--content", folder)).code).toBe(0);
  for (const content of [folder, to]) {
    const { model, diagnostics } = await examineFolder(content);
    expect(diagnostics.filter(({ severity }) => severity !== "note").map(({ message }) => message)).toEqual([]);
    const decisions = model?.openPoints.filter(({ path }) => path.includes("reference")).map(({ file }) => file);
    expect(decisions).toEqual(content === to ? ["plan.yaml", "programmes/2025.yaml"] : ["programmes/2022.yaml"]);
  }
  expect(await readFile(join(to, "municipalities/westdorp.yaml"), "utf8")).not.toContain("decisions");
});
