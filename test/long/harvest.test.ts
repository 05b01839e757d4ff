/** What a harvester of the government finds of what was published, from robots.txt to the metadata of each document. */
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Copy, copyOfPlan, temporaryFolder } from "../setup/content.js";
import { faultsIn, type Harvested, harvest, websiteOf } from "../setup/harvester.js";
import { ivp, ivpWith } from "../setup/ivp.js";

const faultsOf = async (path: string, schema: Parameters<typeof faultsIn>[1]): Promise<string[]> =>
  faultsIn(await readFile(path, "utf8"), schema);

/** The small plan, in which everything was decided: the standard's list has only municipalities that exist. */
async function decided(category: string): Promise<Copy> {
  const content = await copyOfPlan();
  await content.replace("municipalities/s-zoutendam.yaml", "code: gm9901", "code: gm0861");
  await content.replace("municipalities/suderhaven.yaml", "code: gm9902", "code: gm0866");
  await content.append(
    "plan.yaml",
    `publication:\n  url: https://www.example.nl/ivp/\n  publisher: s-zoutendam\n  category: ${category}\n  retention: blijvend te bewaren\n  restriction: geen beperking\n`,
  );
  await content.replace(
    "plan.yaml",
    "  date: { open: datum waarop de laatste raad het plan vaststelt, by: council }\n",
    "  date: 2024-11-14\n",
  );
  return content;
}

/** Makes and publishes documents of some content. */
async function published(content: Copy, ...only: string[]): Promise<{ to: string; stderr: string }> {
  const folder = await temporaryFolder();
  const [out, to] = [join(folder, "out"), join(folder, "site")];
  const built = await ivpWith(
    { SOURCE_DATE_EPOCH: "1544659200" },
    ...["build", "--content", content.folder, "--out", out, "--only", ...only],
  );
  expect(built.code, built.stderr).toBe(0);
  const { code, stderr } = await ivp("publish", "--content", content.folder, "--out", out, "--to", to);
  expect(code, stderr).toBe(0);
  return { to, stderr };
}

describe("content in which everything was decided", () => {
  test("is found by a harvester that begins at robots.txt, with metadata that the standards' schemas accept", async () => {
    const content = await decided("overige besluiten van algemene strekking");
    await content.replace(
      "plan.yaml",
      "title: Integraal Veiligheidsplan",
      'title: "Plan & 1 < 2: Integraal Veiligheidsplan',
    );
    await content.replace("plan.yaml", "Zoutkust 2025–2028\nshortTitle", 'Zoutkust 2025–2028"\nshortTitle');
    const { to, stderr } = await published(content, "plan", "suderhaven", "s-zoutendam");
    expect(stderr).toContain("Sitemap: https://www.example.nl/ivp/sitemapindex-diwoo-infocat002.xml");
    const found = await harvest("https://www.example.nl/ivp/", websiteOf(to, "https://www.example.nl/ivp/"));
    expect(found.map(({ url }) => url.replace("https://www.example.nl/ivp/", ""))).toEqual([
      "ivp-2025-2028.html",
      "ivp-2025-2028.pdf",
      "bijlagen/suderhaven.html",
      "bijlagen/suderhaven.pdf",
      "bijlagen/s-zoutendam.html",
      "bijlagen/s-zoutendam.pdf",
    ]);
    const at = (path: string) => found.find(({ url }) => url.endsWith(path)) as Harvested;
    expect(new Set(found.map(({ lastmod }) => lastmod))).toEqual(new Set(["2018-12-13"]));
    const { metadata } = at("ivp-2025-2028.pdf");
    expect(metadata.officieleTitel?.[0]?.text).toMatch(/^Plan & 1 < 2: /);
    expect(metadata.publisher?.[0]?.resource).toContain("gemeente/gm0861");
    expect(metadata.documentsoort?.[0]?.text).toBe("plan");
    expect(metadata.thema?.[0]?.text).toBe("openbare orde en veiligheid");
    expect(metadata.hasPart?.map(({ resource }) => resource)).toEqual([
      at("suderhaven.pdf").url,
      at("s-zoutendam.pdf").url,
    ]);
    expect(at("s-zoutendam.html").metadata.isPartOf?.[0]?.resource).toBe(at("ivp-2025-2028.html").url);
    // Two formats of one document: the same identifier, each its own format.
    expect(at("ivp-2025-2028.html").metadata.identifier).toEqual(metadata.identifier);
    expect(at("ivp-2025-2028.html").metadata.format?.[0]?.text).toBe("html");
    // A decision without a date is no handling: the document is found, without metadata.
    expect(at("suderhaven.pdf").metadata).toEqual({});
    expect(await faultsOf(join(to, "metadata/ivp-2025-2028.xml"), "diwoo-metadata.xsd")).toEqual([]);
    const names = (await readdir(join(to, "metadata"))).filter((name) => name.endsWith(".mdto.xml")).sort();
    expect(names).toHaveLength(9);
    for (const name of names) expect(await faultsOf(join(to, "metadata", name), "mdto.xsd"), name).toEqual([]);
    const mdto = await readFile(join(to, "metadata/ivp-2025-2028.mdto.xml"), "utf8");
    for (const text of ["Blijvend te bewaren", "Geen beperking", ">gm0861<", ">bijlagen/", ">ivp-2025-2028.pdf<"])
      expect(mdto.includes(text), text).toBe(text !== ">bijlagen/");
  });

  test("each category has its own index: that of art. 3.1 too; publishing again takes the old one away", async () => {
    const content = await decided("inspanningsverplichting art 3.1 Woo");
    const { to } = await published(content, "s-zoutendam");
    expect((await readdir(to)).filter((name) => name.startsWith("sitemap")).sort()).toEqual([
      "sitemap-diwoo-infocat018-1.xml",
      "sitemapindex-diwoo-infocat018.xml",
    ]);
    const [found] = await harvest("https://www.example.nl/ivp/", websiteOf(to, "https://www.example.nl/ivp/"));
    expect(found?.metadata.informatiecategorie?.[0]?.resource).toMatch(/c_816e508d$/);
    await writeFile(join(to, "sitemap.xml"), "van een eerdere ivp");
    await content.replace("plan.yaml", "inspanningsverplichting art 3.1 Woo", "convenanten");
    const out = join(to, "../out");
    await ivpWith(
      { SOURCE_DATE_EPOCH: "1544659200" },
      "build",
      "--content",
      content.folder,
      "--out",
      out,
      "--only",
      "s-zoutendam",
    );
    expect((await ivp("publish", "--content", content.folder, "--out", out, "--to", to)).code).toBe(0);
    expect((await readdir(to)).filter((name) => name.startsWith("sitemap")).sort()).toEqual([
      "sitemap-diwoo-infocat011-1.xml",
      "sitemapindex-diwoo-infocat011.xml",
    ]);
  });

  test("the schemas and the harvester are real judges", async () => {
    const diwoo = '<d:Document xmlns:d="https://standaarden.overheid.nl/diwoo/metadata/"><d:DiWoo/></d:Document>';
    expect(await faultsIn(diwoo, "diwoo-metadata.xsd")).not.toEqual([]);
    expect(await faultsIn('<MDTO xmlns="https://www.nationaalarchief.nl/mdto"/>', "mdto.xsd")).not.toEqual([]);
    const folder = join(await temporaryFolder(), "site");
    await mkdir(folder);
    for (const line of [
      "Sitemap: https://example.org/sitemap.xml",
      "Sitemap: http://example.org/sitemapindex-diwoo-infocat002.xml",
    ]) {
      await writeFile(join(folder, "robots-regels.txt"), line);
      await expect(harvest("https://example.org/", websiteOf(folder, "https://example.org/"))).rejects.toThrow();
    }
  });
});
