import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, inject, test } from "vitest";
import type { Publication } from "../../src/content/index.js";
import { validatorFor } from "../../src/content/schemas.js";
import { copyOfPlan, temporaryFolder } from "../setup/content.js";
import { ivp, ivpProcess, root } from "../setup/ivp.js";

const plan = join(root, "test/plan");

const record = async (folder: string, id: string): Promise<Publication> =>
  JSON.parse(await readFile(join(folder, `metadata/${id}.json`), "utf8")) as Publication;

describe("what content gives of which a part is decided", () => {
  let to: string;
  let told: string;
  beforeAll(async () => {
    let cleanUp = async (): Promise<void> => undefined;
    to = join(await temporaryFolder((clean) => (cleanUp = clean)), "site");
    const { code, stderr } = await ivpProcess(
      ...["publish", "--content", plan, "--out", inject("out"), "--to", to],
      ...["--url", "https://example.org/ivp", "--with-concepts"],
    );
    expect(code, stderr).toBe(0);
    told = stderr;
    return cleanUp;
  });

  test("every document, the index and the manifest, byte for byte", async () => {
    for (const path of [
      "index.html",
      "manifest.json",
      "ivp-2025-2028.pdf",
      "bijlagen/suderhaven.html",
      "uvp-2025-2026.pdf",
    ])
      expect((await readFile(join(to, path))).equals(await readFile(join(inject("out"), path)))).toBe(true);
  });

  test("metadata of each document that its schema accepts, with what nobody gave left open and reported", async () => {
    const names = (await readdir(join(to, "metadata"))).filter((name) => name.endsWith(".json")).sort();
    expect(names).toHaveLength(6);
    const validate = validatorFor("publication.schema.json");
    for (const name of names) {
      const data: unknown = JSON.parse(await readFile(join(to, "metadata", name), "utf8"));
      expect(validate(data), JSON.stringify(validate.errors)).toBe(true);
    }
    const annex = await record(to, "suderhaven");
    expect(annex.publisher).toEqual({
      label: "gemeente Súderhaven",
      uri: "https://identifier.overheid.nl/tooi/id/gemeente/gm9902",
    });
    expect(annex.adopted).toEqual({ open: "datum van het besluit" });
    expect((await record(to, "s-zoutendam")).adopted).toBe("2024-11-14");
    expect(annex.category).toHaveProperty("open");
    expect(annex.partOf?.id).toBe("ivp-2025-2028");
    const whole = await record(to, "ivp-2025-2028");
    expect(whole.responsible).toHaveLength(3);
    expect(whole.parts?.map(({ id }) => id)).toEqual(["ijzerwoude", "suderhaven", "s-zoutendam"]);
    expect((await record(to, "uvp-2025-2026")).elaborates?.id).toBe("ivp-2025-2028");
    expect(told).toContain("datum van het besluit: ");
    expect(told).toMatch(/informatiecategorie van de Woo .*: 6 documenten/);
  });

  test("without a category there is no sitemap, and that is said", async () => {
    expect((await readdir(to)).filter((name) => /sitemap|robots/.test(name))).toEqual([]);
    expect(told).toContain("Er zijn geen sitemaps");
  });

  test("every link in a page leads to a file of the set, and nothing is said of links", async () => {
    for (const path of ["index.html", "ivp-2025-2028.html", "uvp-2025-2026.html", "bijlagen/suderhaven.html"]) {
      const html = await readFile(join(to, path), "utf8");
      const links = [...html.matchAll(/<a [^>]*href="([^"#]+)[^"]*"/g)].map(([, href = ""]) => href);
      for (const href of new Set(links.filter((link) => !/^https?:/.test(link))))
        await readFile(new URL(href, `file://${join(to, path)}`));
    }
    expect(told).not.toContain("verwijst naar");
  });

  test("without an address there are no sitemaps, and that is said", async () => {
    const folder = join(await temporaryFolder(), "site");
    const { stderr } = await ivp("publish", "--content", plan, "--out", inject("out"), "--to", folder);
    expect(stderr).toContain("het webadres van de map");
    expect(await readdir(folder)).not.toContain("robots-regels.txt");
  });
});

describe("concepts", () => {
  test("are left out, told, and not in the index, the manifest or the metadata; links to them are told", async () => {
    const to = join(await temporaryFolder(), "site");
    const { code, stderr } = await ivp("publish", "--content", plan, "--out", inject("out"), "--to", to);
    expect(code).toBe(0);
    expect(stderr).toContain("Niet gepubliceerd: Lokale bijlage IJzerwoude (concept); Uitvoeringsprogramma");
    expect(stderr).toContain("--with-concepts");
    expect((await readdir(join(to, "bijlagen"))).sort()).toEqual([
      "s-zoutendam.html",
      "s-zoutendam.pdf",
      "suderhaven.html",
      "suderhaven.pdf",
    ]);
    expect(stderr).toMatch(/suderhaven\.html verwijst naar documenten die niet in .* staan: uvp-2025-2026\.html/);
    expect(await readFile(join(to, "index.html"), "utf8")).not.toContain("uvp-2025-2026");
    expect(await readFile(join(to, "manifest.json"), "utf8")).not.toContain("ijzerwoude.html");
    expect((await record(to, "ivp-2025-2028")).parts?.map(({ id }) => id)).toEqual(["suderhaven", "s-zoutendam"]);
    expect((await ivp("verify", "--content", plan, "--out", to)).code).toBe(0);
  });

  test("are all there is: refused, nothing is written", async () => {
    const to = join(await temporaryFolder(), "site");
    const args = ["publish", "--content", plan, "--out", inject("out"), "--to", to, "--only", "ijzerwoude"];
    const { code, stderr } = await ivp(...args);
    expect(code).toBe(2);
    expect(stderr).toContain("niets om te publiceren: Lokale bijlage IJzerwoude (concept)");
    await expect(readdir(to)).rejects.toThrow();
    expect((await ivp(...args, "--with-concepts")).code).toBe(0);
  });
});

test("what was rejected or withdrawn is left out and told; where it is asked for, it isn't published as if it held", async () => {
  const content = await copyOfPlan();
  await content.write(
    "amendments/more.yaml",
    "id: more\ntitle: Vaker op straat\nmunicipality: suderhaven\ndate: 2024-12-03\nstate: ingetrokken\nchanges:\n  - target: measure:evening-rounds\n    field: text\n    old: avond\n    new: nacht\n",
  );
  const rejected = "--date 2024-12-03 --reference R --state verworpen --replace --content".split(" ");
  for (const words of [
    "annex --by s-zoutendam",
    "plan --by s-zoutendam",
    "plan --by suderhaven",
    "plan --by ijzerwoude",
  ]) {
    const { code, stderr } = await ivp("adopt", ...words.split(" "), ...rejected, content.folder);
    expect(code, stderr).toBe(0);
  }
  const [out, to] = [join(content.folder, "../out"), join(content.folder, "../site")];
  const at = ["--content", content.folder, "--out", out];
  expect((await ivp("build", "--format", "html", ...at)).code).toBe(0);
  const { code, stderr } = await ivp("publish", ...at, "--to", to);
  expect(code, stderr).toBe(0);
  expect(stderr).toMatch(/Niet gepubliceerd: Integraal Veiligheidsplan [^;]* \(verworpen\);/);
  expect(stderr).toContain("Amendement Vaker op straat (ingetrokken)");
  expect(await readdir(to)).not.toContain("ivp-2025-2028.html");
  const all = await ivp("publish", ...at, "--to", to, "--with-concepts");
  expect(all.stderr).toMatch(/Ook gepubliceerd, maar het geldt niet of nog niet: Integraal .* \(verworpen\)/);
  const { status, adopted } = await record(to, "ivp-2025-2028");
  expect([status, adopted]).toEqual(["verworpen", { open: expect.any(String) }]);
  const page = await readFile(join(to, "ivp-2025-2028.html"), "utf8");
  expect(page).toContain("Dit document geldt niet");
});

describe("--only", () => {
  test("publishes what is named; what was there before goes, and is told", async () => {
    const to = join(await temporaryFolder(), "site");
    const run = (...args: string[]) => ivp("publish", "--content", plan, "--out", inject("out"), "--to", to, ...args);
    expect((await run()).code).toBe(0);
    await writeFile(join(to, "eigen.html"), "van mij");
    const { code, stderr } = await run("--only", "s-zoutendam");
    expect(code).toBe(0);
    expect(stderr).toContain("Weggehaald");
    expect(stderr).toContain("ivp-2025-2028.pdf");
    expect((await readdir(to, { recursive: true })).filter((name) => /\.(html|pdf)$/.test(name)).sort()).toEqual([
      "bijlagen/s-zoutendam.html",
      "bijlagen/s-zoutendam.pdf",
      "eigen.html",
      "index.html",
    ]);
    expect((await record(to, "s-zoutendam")).partOf).toBeUndefined();
  });

  test.each([
    [["--only", "suderhave"], "Er is geen document of soort “suderhave”"],
    [["--only", ""], "staat niets"],
  ])("%j is refused", async (args, message) => {
    const to = join(await temporaryFolder(), "site");
    const { code, stderr } = await ivp("publish", "--content", plan, "--out", inject("out"), "--to", to, ...args);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});

describe("what can't be published", () => {
  test("documents of other content are refused, and nothing is written", async () => {
    const content = await copyOfPlan();
    await content.append("vision.yaml", "# Een opmerking.\n");
    const to = join(await temporaryFolder(), "site");
    const { code, stderr } = await ivp("publish", "--content", content.folder, "--out", inject("out"), "--to", to);
    expect(code).toBe(2);
    expect(stderr).toContain("niet die van deze inhoud");
    await expect(readdir(to)).rejects.toThrow();
  });

  test("files of a form that isn't usual, made of other content: the way out names that form, in a build too", async () => {
    const content = await copyOfPlan();
    const out = join(await temporaryFolder(), "out");
    const at = ["--content", content.folder, "--out", out];
    const again = "npx ivp build --format html,pdf,docx";
    await ivp("build", ...at, "--format", "html,docx", "--only", "suderhaven");
    await content.replace("vision.yaml", "voelt iedereen zich thuis", "is iedereen welkom");
    await content.replace("municipalities/suderhaven.yaml", "leeft van de haven", "leeft van de zee");
    const built = await ivp("build", ...at, "--format", "html", "--only", "suderhaven");
    expect(built.stderr).toContain(`Maak alles opnieuw met ${again}.`);
    const { code, stderr } = await ivp("publish", ...at, "--to", join(out, "../site"));
    expect([code, stderr]).toEqual([2, expect.stringContaining(`Maak alle documenten opnieuw: ${again}.`)]);
  });

  test.each([["geen adres"], ["ftp://example.org"], ["https://"]])("%s is no address", async (url) => {
    const { code, stderr } = await ivp("publish", "--to", "x", "--url", url);
    expect(code).toBe(2);
    expect(stderr).toContain("is geen webadres");
  });

  test("a file that was changed along with its sum in the manifest is refused", async () => {
    const { folder } = await copyOfPlan();
    const own = await temporaryFolder();
    const [out, to] = [join(own, "out"), join(own, "site")];
    const args = ["--content", folder, "--out", out];
    expect((await ivp("build", "--format", "html", "--only", "plan", ...args)).code).toBe(0);
    const page = join(out, "ivp-2025-2028.html");
    const before = await readFile(page);
    const forged = Buffer.from(before.toString().replaceAll("Wie samen kijkt", "Wie wegkijkt"));
    const sum = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
    await writeFile(page, forged);
    const manifest = join(out, "manifest.json");
    const text = await readFile(manifest, "utf8");
    await writeFile(
      manifest,
      text.replace(sum(before), sum(forged)).replace(`"bytes": ${before.length}`, `"bytes": ${forged.length}`),
    );
    const { code, stderr } = await ivp("publish", ...args, "--to", to, "--with-concepts");
    expect([code, stderr]).toEqual([2, expect.stringContaining("niet zoals ivp het maakte")]);
    await expect(readdir(to)).rejects.toThrow();
  });

  test("a password isn't published, and the documents themselves are no place to publish in", async () => {
    const named = await ivp("publish", "--to", "x", "--url", "https://wie:geheim@example.org/");
    expect([named.code, named.stderr]).toEqual([2, expect.stringContaining("staat een gebruikersnaam")]);
    const out = inject("out");
    const { code, stderr } = await ivp("publish", "--content", plan, "--out", out, "--to", join(out, "../out/"));
    expect([code, stderr]).toEqual([2, expect.stringContaining("staan de documenten zelf")]);
  });

  test("an address without https", async () => {
    const { code, stderr } = await ivp("publish", "--to", "x", "--url", "http://example.org/");
    expect(code).toBe(2);
    expect(stderr).toContain("alleen https");
  });

  test("the folder has to be named", async () => {
    const { code, stderr } = await ivp("publish");
    expect(code).toBe(2);
    expect(stderr).toContain("--to <map>");
  });
});
