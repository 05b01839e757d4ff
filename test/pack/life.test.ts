/** The second half of a plan's life, through the command line: decided → packed → published → harvested → verified. */
import { cp, readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { copyOfPlan } from "../setup/content.js";
import { harvest, websiteOf } from "../setup/harvester.js";
import { ivp, type Outcome } from "../setup/ivp.js";
import { textOf } from "../setup/variant.js";

const address = "https://www.example.nl/ivp/";

test("councils decide, one gets its pack, and what is published is found, whole, with its parts", async () => {
  vi.stubEnv("SOURCE_DATE_EPOCH", "1735689600");
  onTestFinished(() => void vi.unstubAllEnvs());
  const content = await copyOfPlan();
  const at = (name: string): string => join(dirname(content.folder), name);
  const run = async (...args: string[]): Promise<Outcome> => {
    const outcome = await ivp(...args, "--content", content.folder);
    expect(outcome.code, `${args.join(" ")}\n${outcome.stderr}`).toBe(0);
    return outcome;
  };
  // The lists of the standard have only municipalities that exist.
  await content.replace("municipalities/s-zoutendam.yaml", "code: gm9901", "code: gm0861");
  await content.replace("municipalities/suderhaven.yaml", "code: gm9902", "code: gm0866");
  await content.append(
    "plan.yaml",
    `publication:\n  url: ${address}\n  publisher: s-zoutendam\n  category: overige besluiten van algemene strekking\n`,
  );
  await content.write("council.yaml", "date: 2024-10-01\nclerk: A. de Vries\nchair: B. Jansen\n");

  // Draft → two of three councils decide: one for, one against.
  await run("adopt", "plan", "--by", "suderhaven", "--date", "2024-12-03", "--reference", "RB-101");
  await run("adopt", "annex", "--by", "suderhaven", "--date", "2024-12-03", "--reference", "RB-102");
  await run(
    "adopt",
    "plan",
    "--by",
    "ijzerwoude",
    "--date",
    "2024-12-10",
    "--reference",
    "RB-9",
    "--state",
    "verworpen",
  );

  // Changed afterwards → packed for a council that decided.
  await content.replace("municipalities/suderhaven.yaml", "leeft van de haven", "leeft van de haven en de markt");
  const packed = await run("pack", "suderhaven", "--format", "html", "--out", at("pakket"));
  expect(packed.stderr).not.toContain("besloot al eerder");
  const paper = async (name: string) => readFile(join(at("pakket"), "suderhaven", name), "utf8");
  expect(await paper("raadsstukken/suderhaven/raadsbesluit.html")).toContain("3 december 2024");
  const overview = textOf(await paper("was-wordt-suderhaven.html"));
  expect(overview).toContain("wat de raad van Súderhaven op 3 december 2024 vaststelde");
  expect(overview).toContain("markt");
  expect(overview).toContain("1 wijziging (1 gewijzigd)");
  expect(overview).not.toContain("RB-101");

  // → published → harvested.
  await run("build", "--format", "html", "--out", at("out"));
  const { stderr } = await run("publish", "--out", at("out"), "--to", at("site"));
  expect(stderr).toContain("Uitvoeringsprogramma");
  // The papers of councils lead from their own folder to the plan.
  expect(await readFile(join(at("out"), "raadsstukken/suderhaven/raadsvoorstel.html"), "utf8")).toContain(
    'href="../../ivp-2025-2028.html#',
  );
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

  // → came back from the website, and verified.
  await cp(at("site"), at("terug"), { recursive: true });
  const { stdout } = await run("verify", "--published", at("terug"), "--out", at("out"));
  expect(stdout).toContain(`${paths.length} bestanden dragen nog alles`);
  expect((await readdir(at("terug"))).length).toBeGreaterThan(0);
});
