/**
 * A plan's life, through the command line: draft → three councils decide, one with an amendment and one against → adopted in part →
 * changed afterwards → packed → published → harvested → verified.
 */
import { cp, readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { type Copy, copyOfPlan } from "./setup/content.js";
import { harvest, websiteOf } from "./setup/harvester.js";
import { ivp, type Outcome } from "./setup/ivp.js";
import { textOf } from "./setup/variant.js";

const address = "https://www.example.nl/ivp/";

/** The plan of the tests as its team wrote it: nobody decided on anything yet. */
async function draft(): Promise<Copy> {
  const content = await copyOfPlan();
  const town = "municipalities/s-zoutendam.yaml";
  const text = await readFile(join(content.folder, town), "utf8");
  await content.write(town, text.replace(/decisions:\n( .*\n)+/, "").replace("code: gm9901", "code: gm0861"));
  // The lists of the standard have only municipalities that exist.
  await content.replace("municipalities/suderhaven.yaml", "code: gm9902", "code: gm0866");
  await content.append(
    "plan.yaml",
    `publication:\n  url: ${address}\n  publisher: s-zoutendam\n  category: overige besluiten van algemene strekking\n`,
  );
  await content.write("council.yaml", "date: 2024-10-01\nclerk: A. de Vries\nchair: B. Jansen\n");
  return content;
}

const amendment = `id: more
title: Vaker op straat
municipality: s-zoutendam
date: 2024-11-14
state: ingediend
submitters: [Lokaal Belang]
reason: Bewoners vragen erom.
changes:
  - target: measure:evening-rounds
    field: text
    old: Een [[term:boa]] loopt in de avond door donkere straten.
    new: Een [[term:boa]] loopt elke avond door donkere straten.
`;

test("from draft to archive", async () => {
  vi.stubEnv("SOURCE_DATE_EPOCH", "1735689600");
  onTestFinished(() => void vi.unstubAllEnvs());
  const content = await draft();
  const at = (name: string): string => join(dirname(content.folder), name);
  const run = async (command: string, ...more: string[]): Promise<Outcome> => {
    const outcome = await ivp(...command.split(" "), ...more, "--content", content.folder);
    expect(outcome.code, `${command}\n${outcome.stderr}`).toBe(0);
    return outcome;
  };
  const page = async (path: string): Promise<string> => readFile(join(at("out"), path), "utf8");
  expect((await run("log")).stdout).toBe("Er is nog niets besloten.\n");

  // One council amends the plan: first it is shown, then voted on, then carried out, and that tells what to write down.
  await content.write("amendments/more.yaml", amendment);
  const shown = await run("amend more");
  expect(shown.stdout).toContain("Was:   Een BOA loopt in de avond door donkere straten.");
  expect(shown.stderr).toContain("ivp amend more --format pdf");
  await content.replace("amendments/more.yaml", "state: ingediend", "state: aangenomen");
  const { stderr: next } = await run("amend more --apply");
  expect(next).toContain("ivp adopt plan --by s-zoutendam --date JJJJ-MM-DD --reference KENMERK --state gewijzigd");
  await run("adopt plan --by s-zoutendam --date 2024-11-14 --reference RB-1 --state gewijzigd-vastgesteld");
  // The second adopts it, with its annex; the third doesn't.
  await run("adopt plan --by suderhaven --date 2024-12-03 --reference RB-101");
  await run("adopt annex --by suderhaven --date 2024-12-03 --reference RB-102");
  await run("adopt plan --by ijzerwoude --date 2024-12-10 --reference RB-9 --state verworpen");
  expect((await run("list")).stdout).toContain(
    "Vastgesteld door 2 van de 3 raden (waarvan 1 gewijzigd), verworpen door 1",
  );
  expect((await run("log")).stdout.trim().split("\n")).toEqual([
    expect.stringMatching(/^2024-11-14 +amendement +'s-Zoutendam: Vaker op straat aangenomen$/),
    expect.stringMatching(/^2024-11-14 +besluit +'s-Zoutendam: .* gewijzigd vastgesteld \(RB-1\)$/),
    expect.stringMatching(/^2024-12-03 +besluit +Súderhaven: IVP/),
    expect.stringMatching(/^2024-12-03 +besluit +Súderhaven: lokale bijlage/),
    expect.stringMatching(/^2024-12-10 +besluit +IJzerwoude: .* verworpen \(RB-9\)$/),
  ]);
  expect((await run("check")).stdout).not.toMatch(/IVP52|IVP56/);

  // Changed afterwards: told by check, and in the documents with a link to what changed.
  await content.replace("municipalities/suderhaven.yaml", "leeft van de haven", "leeft van de haven en de markt");
  expect((await run("check")).stdout).toContain("IVP526");
  expect((await run("diff --since adoption")).stdout).toContain("markt");
  await run("build --format html", "--out", at("out"));
  expect(await page("bijlagen/suderhaven.html")).toMatch(
    /Gewijzigd na vaststelling op 3 december 2024\. Zie <a href="#changed-since">[\s\S]*id="changed-since"[\s\S]*<ins>.*markt/,
  );
  expect(await page("ivp-2025-2028.html")).not.toContain("changed-since");
  expect(textOf(await page("amendementen/more.html"))).toContain("Aangenomen en verwerkt in het plan");

  // Packed for a council that decided before.
  const packed = await run("pack suderhaven --format html", "--out", at("pakket"));
  expect(packed.stderr).not.toContain("besloot al eerder");
  const paper = async (name: string) => readFile(join(at("pakket"), "suderhaven", name), "utf8");
  expect(await paper("raadsstukken/suderhaven/raadsbesluit.html")).toContain("3 december 2024");
  const overview = textOf(await paper("was-wordt-suderhaven.html"));
  expect(overview).toContain("wat Súderhaven op 3 december 2024 vaststelde");
  expect(overview).toContain("markt");
  expect(overview).toContain("1 wijziging (1 gewijzigd)");
  expect(overview).not.toContain("RB-101");

  // Published: what was adopted somewhere, and what councils got; no concepts, and nothing that was rejected.
  const { stderr } = await run("publish", "--out", at("out"), "--to", at("site"));
  expect(stderr).toContain("Uitvoeringsprogramma");
  // The papers of councils lead from their own folder to the plan.
  expect(await page("raadsstukken/suderhaven/raadsvoorstel.html")).toContain('href="../../ivp-2025-2028.html#');
  const found = await harvest(address, websiteOf(at("site"), address));
  const paths = found.map(({ url }) => url.slice(address.length));
  expect(paths).toContain("ivp-2025-2028.html");
  expect(paths).toContain("bijlagen/suderhaven.html");
  expect(paths).not.toContain("uvp-2025-2026.html");
  expect(paths).not.toContain("raadsstukken/ijzerwoude/raadsbesluit.html");
  const of = (path: string) => found.find(({ url }) => url === address + path);
  // What councils got stands in the index of their own category.
  expect(of("raadsstukken/suderhaven/raadsbesluit.html")?.category).toBe("008");
  expect(of("bijlagen/suderhaven.html")?.category).toBe("002");
  expect(of("bijlagen/suderhaven.html")?.metadata.isPartOf?.[0]?.resource).toBe(`${address}ivp-2025-2028.html`);

  // Came back from the website, and verified.
  await cp(at("site"), at("terug"), { recursive: true });
  const { stdout } = await run("verify", "--published", at("terug"), "--out", at("out"));
  expect(stdout).toContain(`${paths.length} bestanden dragen nog alles`);
  expect((await readdir(at("terug"))).length).toBeGreaterThan(0);
});
