import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { validateXML } from "xmllint-wasm";
import type { Publication } from "../../src/content/index.js";
import { validatorFor } from "../../src/content/schemas.js";
import { copyOfPlan, temporaryFolder } from "../setup/content.js";
import { ivp, ivpProcess, ivpWith, root } from "../setup/ivp.js";

const xsd = (name: string): Promise<string> => readFile(join(root, "test/fixtures/xsd", name), "utf8");

/** What a schema says against an XML file; the real libxml2 judges. */
async function faultsIn(path: string, schema: "diwoo-metadata.xsd" | "sitemap.xsd"): Promise<string[]> {
  const { errors } = await validateXML({
    xml: { fileName: "file.xml", contents: await readFile(path, "utf8") },
    schema: { fileName: schema, contents: await xsd(schema) },
    preload: { fileName: "diwoo-metadata.xsd", contents: await xsd("diwoo-metadata.xsd") },
  });
  return errors.map(({ message }) => message);
}

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
      "publish",
      "--content",
      plan,
      "--out",
      inject("out"),
      "--to",
      to,
      "--url",
      "https://example.org/ivp",
    );
    expect(code).toBe(0);
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
    const names = (await readdir(join(to, "metadata"))).sort();
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
    expect((await record(to, "ivp-2025-2028")).responsible).toHaveLength(3);
    expect(told).toContain("datum van het besluit: ");
    expect(told).toMatch(/informatiecategorie van de Woo .*: 6 documenten/);
  });

  test("a sitemap in which every address is a file of the set, reached without a detour", async () => {
    expect(await faultsIn(join(to, "sitemap.xml"), "sitemap.xsd")).toEqual([]);
    const addresses = (await readFile(join(to, "sitemap.xml"), "utf8")).match(/(?<=<loc>)[^<]+/g) ?? [];
    expect(addresses).toHaveLength(13);
    for (const address of addresses) await readFile(join(to, address.replace("https://example.org/ivp/", "")));
  });

  test("every link in a page leads to a file of the set", async () => {
    for (const path of ["index.html", "ivp-2025-2028.html", "uvp-2025-2026.html", "bijlagen/suderhaven.html"]) {
      const html = await readFile(join(to, path), "utf8");
      const links = [...html.matchAll(/<a [^>]*href="([^"#]+)[^"]*"/g)].map(([, href = ""]) => href);
      for (const href of new Set(links.filter((link) => !/^https?:/.test(link))))
        await readFile(new URL(href, `file://${join(to, path)}`));
    }
  });

  test("without an address there is no sitemap, and that is said", async () => {
    const folder = join(await temporaryFolder(), "site");
    const { stderr } = await ivp("publish", "--content", plan, "--out", inject("out"), "--to", folder);
    expect(stderr).toContain("het webadres van de map");
    expect(await readdir(folder)).not.toContain("sitemap.xml");
  });
});

describe("content in which everything was decided", () => {
  test("gives DiWoo metadata that the standard's schema accepts, also in the sitemap", async () => {
    const content = await copyOfPlan();
    // The standard's list has only municipalities that exist.
    await content.replace("municipalities/s-zoutendam.yaml", "code: gm9901", "code: gm0861");
    await content.replace("municipalities/suderhaven.yaml", "code: gm9902", "code: gm0866");
    await content.append(
      "plan.yaml",
      "publication:\n  url: https://www.example.nl/ivp/\n  publisher: s-zoutendam\n  category: overige besluiten van algemene strekking\n",
    );
    await content.replace(
      "plan.yaml",
      "  date: { open: datum waarop de laatste raad het plan vaststelt, by: council }\n",
      "  date: 2024-11-14\n",
    );
    await content.replace(
      "plan.yaml",
      "title: Integraal Veiligheidsplan",
      'title: "Plan & 1 < 2: Integraal Veiligheidsplan',
    );
    await content.replace("plan.yaml", "Zoutkust 2025–2028\nshortTitle", 'Zoutkust 2025–2028"\nshortTitle');
    const folder = await temporaryFolder();
    const [out, to] = [join(folder, "out"), join(folder, "site")];
    const built = await ivpWith(
      { SOURCE_DATE_EPOCH: "1544659200" },
      ...["build", "--content", content.folder, "--out", out, "--only", "plan", "suderhaven"],
    );
    expect(built.code, built.stderr).toBe(0);
    const { code } = await ivp("publish", "--content", content.folder, "--out", out, "--to", to);
    expect(code).toBe(0);
    expect((await readdir(join(to, "metadata"))).sort()).toEqual([
      "ivp-2025-2028.json",
      "ivp-2025-2028.xml",
      "suderhaven.json",
    ]);
    expect(await faultsIn(join(to, "metadata/ivp-2025-2028.xml"), "diwoo-metadata.xsd")).toEqual([]);
    expect(await faultsIn(join(to, "sitemap.xml"), "sitemap.xsd")).toEqual([]);
    const sitemap = await readFile(join(to, "sitemap.xml"), "utf8");
    expect(sitemap.match(/<diwoo:Document>/g)).toHaveLength(2);
    expect(sitemap).toContain("gemeente/gm0861");
  });

  test("the schema is a real judge", async () => {
    const file = join(await temporaryFolder(), "x.xml");
    await writeFile(
      file,
      '<d:Document xmlns:d="https://standaarden.overheid.nl/diwoo/metadata/"><d:DiWoo/></d:Document>',
    );
    expect(await faultsIn(file, "diwoo-metadata.xsd")).not.toEqual([]);
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

  test.each([["geen adres"], ["ftp://example.org"], ["https://"]])("%s is no address", async (url) => {
    const { code, stderr } = await ivp("publish", "--to", "x", "--url", url);
    expect(code).toBe(2);
    expect(stderr).toContain("is geen webadres");
  });

  test("the folder has to be named", async () => {
    const { code, stderr } = await ivp("publish");
    expect(code).toBe(2);
    expect(stderr).toContain("--to <map>");
  });
});
