/** `ivp pack`: what the griffie of a council gets, through the command line. */
import { createHash } from "node:crypto";
import { chmod, cp, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { CouncilData } from "../../src/pack/council-data.js";
import { type Copy, copyOf, copyOfPlan } from "../setup/content.js";
import { ivp, type Outcome } from "../setup/ivp.js";
import { textOf } from "../setup/variant.js";

interface Pack extends Copy {
  readonly out: string;
  readonly pack: (...args: string[]) => Promise<Outcome>;
  readonly page: (path: string) => Promise<string>;
}

async function packOf(copy: Copy): Promise<Pack> {
  const out = join(dirname(copy.folder), "pakket");
  return {
    ...copy,
    out,
    pack: (...args) => ivp("pack", ...args, "--format", "html", "--content", copy.folder, "--out", out),
    page: async (path) => textOf(await readFile(join(out, path), "utf8")),
  };
}

const files = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .sort();

const base = async (): Promise<Pack> => packOf(await copyOf("test/fixtures/base"));

test("a pack holds the papers, their list, the checksums and the side file; what is missing is told, and open in the text", async () => {
  const { pack, out, page } = await base();
  const { code, stderr } = await pack("oostdorp");
  expect(code, stderr).toBe(0);
  const folder = join(out, "oostdorp");
  expect(await files(out)).toEqual([
    "oostdorp/SHA256SUMS",
    "oostdorp/bijlagen/oostdorp.html",
    "oostdorp/inhoud.html",
    "oostdorp/ivp-2025-2028.html",
    "oostdorp/open-raadsinformatie.json",
    "oostdorp/raadsstukken/oostdorp/raadsbesluit.html",
    "oostdorp/raadsstukken/oostdorp/raadsvoorstel.html",
    "oostdorp/uvp-2025-2026.html",
  ]);
  const sums = await readFile(join(folder, "SHA256SUMS"), "utf8");
  expect(sums.trim().split("\n")).toHaveLength(7);
  for (const [, sum, path = ""] of sums.matchAll(/^(\w+) {2}(.*)$/gm))
    expect(
      createHash("sha256")
        .update(await readFile(join(folder, path)))
        .digest("hex"),
      path,
    ).toBe(sum);
  expect(stderr).toContain("datum van het voorstel van burgemeester en wethouders (council.yaml: date)\n");
  expect(await page("oostdorp/raadsstukken/oostdorp/raadsbesluit.html")).toContain("(nog open: datum van het voorstel");
  const contents = await page("oostdorp/inhoud.html");
  expect(contents).toContain("In dit pakket zitten 5 stukken.");
  expect(contents).toMatch(/Raadsvoorstel Oostdorp Ter besluitvorming Concept/);
  expect(contents).toMatch(/Lokale bijlage Oostdorp Ter vaststelling/);
  expect(contents).toMatch(/Uitvoeringsprogramma .* Ter kennisneming/);
  expect(contents).toContain("besluit over de bijdrage");
  expect(contents).toContain("Naam van de griffier");
  const data = JSON.parse(await readFile(join(folder, "open-raadsinformatie.json"), "utf8")) as CouncilData;
  expect(data.organisation.name).toBe("gemeente Oostdorp");
  expect(data.submitted).toHaveProperty("open");
  expect(data.papers.map(({ identifier }) => identifier)).toEqual([
    "raadsvoorstel-oostdorp",
    "raadsbesluit-oostdorp",
    "ivp-2025-2028",
    "oostdorp",
    "uvp-2025-2026",
  ]);
  expect(data.papers[0]?.category.label).toBe("vergaderstukken decentrale overheden");
});

test("with everything given, nothing is open in the council's own papers, and the side file has it all", async () => {
  const { pack, out, page, write, append, replace } = await base();
  await replace("municipalities/oostdorp.yaml", "title: Oostdorp", "title: Oostdorp\ncode: gm9999");
  await append("plan.yaml", "publication:\n  url: https://www.example.nl/ivp/\n");
  await write(
    "council.yaml",
    "date: 2024-10-01\nmeeting: 2024-11-14\nreference: Z-1\nportfolioHolder: de burgemeester\nclerk: A. de Vries\nchair: B. Jansen\nsections:\n  - part: proposal\n",
  );
  const { stderr } = await pack("Oostdorp");
  expect(stderr).not.toContain("Nog niet bekend");
  expect(await page("oostdorp/inhoud.html")).toContain("Aan het raadsvoorstel en het raadsbesluit ontbreekt niets.");
  const data = JSON.parse(await readFile(join(out, "oostdorp/open-raadsinformatie.json"), "utf8")) as CouncilData;
  expect(data.submitted).toBe("2024-10-01");
  expect(data.organisation.code).toBe("gm9999");
  expect(data.papers[0]?.webPage).toBe("https://www.example.nl/ivp/raadsstukken/oostdorp/raadsvoorstel.html");
});

test("--all packs each municipality; --zip gives one file with the same, the same bytes every time", async () => {
  const { pack, out } = await base();
  const { code, stderr } = await pack("--all");
  expect(code, stderr).toBe(0);
  // Whose papers lack it is told where there are more.
  expect(stderr).toContain("(council.yaml: date): elk pakket\n");
  expect(await readdir(out)).toEqual(["oostdorp", "westdorp"]);
  expect((await pack("--all", "--zip")).code).toBe(0);
  const bytes = await readFile(join(out, "westdorp.zip"));
  const entries = unzipSync(bytes);
  expect(Object.keys(entries).sort()).toEqual(await files(join(out, "westdorp")));
  for (const [path, entry] of Object.entries(entries))
    expect(Buffer.from(entry).equals(await readFile(join(out, "westdorp", path))), path).toBe(true);
  expect((await pack("--all", "--zip")).code).toBe(0);
  expect((await readFile(join(out, "westdorp.zip"))).equals(bytes)).toBe(true);
});

test("--since adds what changed since the council decided, for this council alone", async () => {
  const { pack, page, folder, replace } = await base();
  const before = join(dirname(folder), "before");
  await cp(folder, before, { recursive: true });
  await replace("municipalities/westdorp.yaml", "aan het water", "aan zee");
  await replace("municipalities/oostdorp.yaml", "aan het water", "aan de rivier");
  const { code, stderr } = await pack("oostdorp", "--since", before);
  expect(code, stderr).toBe(0);
  const overview = await page("oostdorp/was-wordt-oostdorp.html");
  expect(overview).toContain("rivier");
  expect(overview).not.toContain("zee.");
  expect(await page("oostdorp/raadsstukken/oostdorp/raadsvoorstel.html")).toMatch(
    /11 Wat er wijzigt 1 wijziging \(1 gewijzigd\) sinds .*before\. Gemeente Oostdorp: 1 wijziging/,
  );
  expect(await page("oostdorp/inhoud.html")).toMatch(/Was-wordtoverzicht .* Ter informatie/);
});

test("a council that adopted an earlier text is asked to decide anew, when a later meeting is set", async () => {
  const { folder, pack, page, write, replace } = await base();
  const council = "reference: Z-2\nclerk: A. de Vries\nchair: B. Jansen\n";
  const adopted = "--by oostdorp --date 2024-12-03 --reference RB-1".split(" ");
  for (const about of ["plan", "bijlage"])
    expect((await ivp("adopt", about, ...adopted, "--content", folder)).code).toBe(0);
  await write("council.yaml", `date: 2025-09-01\nmeeting: 2025-10-02\n${council}`);
  const besluit = "oostdorp/raadsstukken/oostdorp/raadsbesluit.html";
  expect((await pack("oostdorp")).stderr).toContain("IVP572");
  expect(await page(besluit)).toMatch(/Vastgesteld .*van 3 december 2024/);
  await replace("plan.yaml", "title: Integraal Veiligheidsplan", "title: Integraal en nieuw Veiligheidsplan");
  const { code, stderr } = await pack("oostdorp");
  expect([code, stderr]).toEqual([0, expect.not.stringContaining("IVP572")]);
  const paper = await page(besluit);
  expect(paper).toMatch(/Ter vaststelling .*opnieuw vast te stellen; .*van 2 oktober 2025/);
  expect(paper).not.toContain("bijlage van Oostdorp vast te stellen");
  expect(await page("oostdorp/was-wordt-oostdorp.html")).toContain("en nieuw");
});

test("a council that decided before, without --since: told that there is no overview", async () => {
  const { pack } = await packOf(await copyOfPlan());
  const { code, stderr } = await pack("'s-Zoutendam");
  expect(code).toBe(0);
  expect(stderr).toContain("'s-Zoutendam: de raad besloot al eerder, maar die tekst is niet opgeslagen. Met --since");
  expect((await pack("suderhaven")).stderr).not.toContain("besloot al eerder");
});

test("one municipality alone needs no name, and gets no annex", async () => {
  const { pack, out, remove } = await base();
  await remove("municipalities/westdorp.yaml");
  await remove("programmes/2025-2026.yaml");
  const { code, stderr } = await pack();
  expect(code, stderr).toBe(0);
  expect(await files(out)).toEqual([
    "oostdorp/SHA256SUMS",
    "oostdorp/inhoud.html",
    "oostdorp/ivp-2025-2028.html",
    "oostdorp/open-raadsinformatie.json",
    "oostdorp/raadsstukken/oostdorp/raadsbesluit.html",
    "oostdorp/raadsstukken/oostdorp/raadsvoorstel.html",
  ]);
});

test("a page that leads to what isn't in the pack: told", async () => {
  const { pack, write, append } = await base();
  await write(
    "amendments/other.yaml",
    "id: other\ntitle: Iets anders\nmunicipality: westdorp\nchanges:\n  - target: measure:evening-rounds\n    field: text\n    old: avond\n    new: nacht\n",
  );
  await append("vision.yaml", "  Zie ook [[amendment:other]].\n");
  const { code, stderr } = await pack("oostdorp");
  expect(code, stderr).toBe(0);
  expect(stderr).toMatch(
    /ivp-2025-2028\.html verwijst naar een document dat niet in .*oostdorp staat: amendementen\/other\.html/,
  );
  expect((await pack("westdorp")).stderr).not.toContain("verwijst naar");
});

test.each([
  ["", "Ter besluitvorming"],
  ["state: verworpen\n", "Ter kennisneming"],
  ["state: ingetrokken\n", "Ter kennisneming"],
  ["state: aangenomen\n", "Ter kennisneming"],
])("an amendment (%j) is in the pack %s: what is decided asks for no vote", async (state, use) => {
  const { pack, write, page } = await base();
  await write(
    "amendments/more.yaml",
    `id: more\ntitle: Vaker\nmunicipality: oostdorp\ndate: 2024-11-14\n${state}changes:\n  - target: vision\n    field: title\n    old: Visie\n    new: Blik\n`,
  );
  const { code, stderr } = await pack("oostdorp");
  expect(code, stderr).toBe(0);
  expect(await page("oostdorp/inhoud.html")).toMatch(new RegExp(`Amendement Vaker ${use}`));
});

test("a progress report is told to the council, that of its own municipality as well", async () => {
  const { pack, write, page } = await base();
  await write("progress/2025-12-31.yaml", "id: 2025-12-31\nactions:\n  - { action: 2025-2026/rounds, state: loopt }\n");
  const { code, stderr } = await pack("oostdorp");
  expect(code, stderr).toBe(0);
  const uses = (await page("oostdorp/inhoud.html")).match(
    /Voortgangsrapportage (?:Oostdorp, )?31 december 2025 Ter \w+/g,
  );
  expect(uses).toEqual([
    "Voortgangsrapportage 31 december 2025 Ter kennisneming",
    "Voortgangsrapportage Oostdorp, 31 december 2025 Ter kennisneming",
  ]);
});

test("a proposal counts no lapsed action as one in which the municipality takes part", async () => {
  const { pack, replace, page } = await base();
  const proposal = "oostdorp/raadsstukken/oostdorp/raadsvoorstel.html";
  expect((await pack("oostdorp")).code).toBe(0);
  expect(await page(proposal)).toContain("doet Oostdorp mee aan 3 acties");
  await replace(
    "programmes/2025-2026.yaml",
    "status: voorstel\n    measures: [evening-rounds]",
    "status: vervallen\n    measures: [evening-rounds]",
  );
  const { code, stderr } = await pack("oostdorp");
  expect(code, stderr).toBe(0);
  expect(await page(proposal)).toContain("doet Oostdorp mee aan 2 acties");
});

describe("what can't be packed", () => {
  test.each([
    [["oostdrp"], "Er is geen gemeente “oostdrp”", "oostdorp"],
    [[], "Zeg voor welke gemeente, of kies --all.", "oostdorp, westdorp"],
    [["oostdorp", "--all"], "niet allebei", "--help"],
    [["oostdorp", "--since", "nergens"], "staat niet in een git-repository", ""],
  ])("%j", async (args, message, hint) => {
    const { pack, out } = await base();
    const { code, stderr } = await pack(...args);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr).toContain(hint);
    await expect(readdir(out)).rejects.toThrow();
  });

  test("content with errors: told with their places, nothing is written", async () => {
    const { folder, pack, out, replace } = await base();
    const built = ["build", "--format", "html", "--content", folder, "--out", join(dirname(folder), "out")];
    expect((await ivp(...built)).code).toBe(0);
    // What a build found to be in order, isn't any more.
    await replace("municipalities/oostdorp.yaml", "aan het water", "aan <b>het</b> water");
    const wrong = await pack("oostdorp");
    expect(wrong.code).toBe(1);
    expect(wrong.stderr).toContain("IVP702");
    await expect(readdir(out)).rejects.toThrow();
    await replace("plan.yaml", "period:", "periode:");
    const { code, stderr } = await pack("oostdorp");
    expect(code).toBe(1);
    expect(stderr).toContain("plan.yaml:");
    expect(stderr).toContain("Er is niets gemaakt.");
    await expect(readdir(out)).rejects.toThrow();
  });

  test("what the user put there, or changed: left alone until --force; what is gone from the pack goes", async () => {
    const { pack, out, remove } = await base();
    await mkdir(join(out, "oostdorp"), { recursive: true });
    await writeFile(join(out, "oostdorp/inhoud.html"), "van mij");
    const { code, stderr } = await pack("oostdorp");
    expect(code).toBe(2);
    expect(stderr).toContain("oostdorp/inhoud.html");
    expect(await files(out)).toEqual(["oostdorp/inhoud.html"]);
    expect((await pack("oostdorp", "--force")).code).toBe(0);
    await writeFile(join(out, "oostdorp/eigen.txt"), "van mij");
    await remove("programmes/2025-2026.yaml");
    const again = await pack("oostdorp");
    expect(again.code).toBe(0);
    expect(again.stderr).toContain("oostdorp staat ook een bestand dat niet bij het pakket hoort: eigen.txt.");
    expect(await files(out)).toContain("oostdorp/eigen.txt");
    expect(await files(out)).not.toContain("oostdorp/uvp-2025-2026.html");
    await writeFile(join(out, "oostdorp/ivp-2025-2028.html"), "bewerkt");
    expect((await pack("oostdorp")).code).toBe(2);
    expect(await readFile(join(out, "oostdorp/ivp-2025-2028.html"), "utf8")).toBe("bewerkt");
    await writeFile(join(out, "oostdorp.zip"), "geen zip");
    expect((await pack("oostdorp", "--zip")).code).toBe(2);
  });

  test("the content itself, and a folder that can't be written", async () => {
    const { folder, out } = await base();
    const inside = await ivp("pack", "oostdorp", "--content", folder, "--out", join(folder, "pakket"));
    expect(inside.code).toBe(2);
    await writeFile(out, "een bestand");
    const { code, stderr } = await ivp("pack", "oostdorp", "--format", "html", "--content", folder, "--out", out);
    expect(code).toBeGreaterThan(1);
    expect(stderr).not.toContain("in ivp zelf");
    if (process.getuid?.() === 0) return;
    await chmod(dirname(folder), 0o555);
    const refused = await ivp("pack", "oostdorp", "--format", "html", "--content", folder, "--out", `${out}2`);
    await chmod(dirname(folder), 0o755);
    expect(refused.code).toBe(3);
  });
});
