/** `ivp verify --published`: what came back from a website, and what it lost on its way. */
import { cp, mkdir, readFile, rename, rm, symlink, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PDFDict, PDFDocument, PDFHexString, PDFName } from "@cantoo/pdf-lib";
import { expect, inject, test } from "vitest";
import { planFolder, temporaryFolder } from "../setup/content.js";
import { ivp } from "../setup/ivp.js";

/** Two documents as a website gave them back. */
async function returned(): Promise<{ folder: string; verify: () => ReturnType<typeof ivp> }> {
  const folder = join(await temporaryFolder(), "terug");
  await mkdir(folder);
  for (const path of ["bijlagen/suderhaven.pdf", "bijlagen/suderhaven.html"])
    await cp(join(inject("out"), path), join(folder, path));
  return { folder, verify: () => ivp("verify", "--published", folder, "--out", inject("out")) };
}

const change = async (path: string, edit: (document: PDFDocument) => void): Promise<void> => {
  const document = await PDFDocument.load(await readFile(path), { updateMetadata: false });
  edit(document);
  await writeFile(path, await document.save({ useObjectStreams: true }));
};

test("byte for byte the same, also where they lie elsewhere: all is well; what didn't come back is told", async () => {
  const { folder, verify } = await returned();
  await rename(join(folder, "bijlagen/suderhaven.pdf"), join(folder, "Suderhaven.PDF"));
  await writeFile(join(folder, "robots.txt"), "");
  const { code, stdout } = await verify();
  expect(code, stdout).toBe(0);
  expect(stdout).toContain("goed 2 bestanden dragen nog alles (2 byte voor byte gelijk).");
  expect(stdout).toContain("Niet teruggekomen: ivp-2025-2028.html, ivp-2025-2028.pdf");
  expect(stdout).toContain("dus niet bekeken: robots.txt.");
});

test("saved again by another program, with everything in it: said, and well", async () => {
  const { folder, verify } = await returned();
  await change(join(folder, "bijlagen/suderhaven.pdf"), () => undefined);
  const { code, stdout } = await verify();
  expect(stdout).toContain("suderhaven.pdf is opnieuw opgeslagen, maar draagt alles nog");
  expect(code).toBe(0);
});

test("stripped of metadata, claims and data: each is named", async () => {
  const { folder, verify } = await returned();
  await change(join(folder, "bijlagen/suderhaven.pdf"), ({ catalog, context }) => {
    for (const name of ["Metadata", "AF", "Names", "Lang"]) catalog.delete(PDFName.of(name));
    const info = context.lookup(context.trailerInfo.Info);
    if (info instanceof PDFDict) info.set(PDFName.of("Title"), PDFHexString.fromText("download.pdf"));
  });
  const { code, stdout } = await verify();
  expect(code).toBe(1);
  for (const lost of ["PDF/UA", "PDF/A", "de metadata (XMP)", "de taal", "de ingesloten gegevens"])
    expect(stdout).toContain(lost);
  expect(stdout).toMatch(/suderhaven\.pdf kwijt: .*; anders: de titel\./);
  expect(stdout).not.toContain("anders: de tekst");
});

test("called otherwise: found by its bytes or its title, and told; links and what is beside documents too", async () => {
  const { folder, verify } = await returned();
  await rename(join(folder, "bijlagen/suderhaven.pdf"), join(folder, "document (1).pdf"));
  const page = await readFile(join(folder, "bijlagen/suderhaven.html"), "utf8");
  await rm(join(folder, "bijlagen"), { recursive: true });
  // Saved by a browser, with names for characters.
  await writeFile(join(folder, "bijlage.htm.html"), page.replaceAll("é", "&eacute;").replaceAll("–", "&ndash;"));
  await symlink(join(inject("out"), "ivp-2025-2028.pdf"), join(folder, "ivp-2025-2028.pdf"));
  await writeFile(join(folder, "index.html"), "");
  const { code, stdout } = await verify();
  expect(code, stdout).toBe(0);
  expect(stdout).toContain("document (1).pdf is bijlagen/suderhaven.pdf, onder een andere naam.");
  expect(stdout).toContain("bijlage.htm.html is opnieuw opgeslagen, maar draagt alles nog");
  expect(stdout).toContain("Koppelingen zijn niet gevolgd: ivp-2025-2028.pdf.");
  expect(stdout).toContain("Niet vergeleken: 1 bestand met metadata, sitemaps of de index.");
  expect(stdout).toContain("Ook niet teruggekomen, maar concept, verworpen of ingetrokken: bijlagen/ijzerwoude.html");
});

test("what ivp publish put beside documents is compared with its folder; pictures that are gone are told", async () => {
  const site = join(await temporaryFolder(), "site");
  const publish = ["publish", "--content", planFolder, "--out", inject("out"), "--to", site];
  expect((await ivp(...publish, "--url", "https://example.org/")).code).toBe(0);
  const back = join(site, "../terug");
  await cp(site, back, { recursive: true });
  await rm(join(back, "metadata/suderhaven.json"));
  await writeFile(join(back, "metadata/s-zoutendam.json"), "{}");
  const page = join(back, "ivp-2025-2028.html");
  await writeFile(page, (await readFile(page, "utf8")).replace(/<img[^>]*>/g, ""));
  const { code, stdout } = await ivp("verify", "--published", back, "--out", site);
  expect(code).toBe(1);
  expect(stdout).toContain("s-zoutendam.json is anders dan ivp publish het klaarzette.");
  expect(stdout).toContain("Niet teruggekomen: metadata/suderhaven.json.");
  expect(stdout).toContain("ivp-2025-2028.html kwijt: de afbeeldingen.");
});

test("with another text: told, in a PDF and in a page", async () => {
  const { folder, verify } = await returned();
  await change(join(folder, "bijlagen/suderhaven.pdf"), (document) => document.removePage(document.getPageCount() - 1));
  const page = join(folder, "bijlagen/suderhaven.html");
  await writeFile(page, (await readFile(page, "utf8")).replace("</main>", "<p>Cookies?</p></main>"));
  const { code, stdout } = await verify();
  expect(code).toBe(1);
  expect(stdout).toMatch(/suderhaven\.pdf .*de tekst\./);
  expect(stdout).toMatch(/suderhaven\.html anders: de tekst\./);
});

test("what is no PDF any more, and folders that aren't there", async () => {
  const { folder, verify } = await returned();
  await writeFile(join(folder, "bijlagen/suderhaven.pdf"), "<html>Niet gevonden</html>");
  const { code, stdout } = await verify();
  expect(code).toBe(1);
  expect(stdout).toContain("suderhaven.pdf is niet te lezen.");
  await truncate(join(folder, "bijlagen/suderhaven.pdf"), 3_000_000_000);
  expect((await verify()).stdout).toContain("suderhaven.pdf is niet te lezen.");
  const file = await ivp("verify", "--published", join(folder, "bijlagen/suderhaven.html"), "--out", inject("out"));
  expect(file).toMatchObject({ code: 2, stderr: expect.stringContaining("is een bestand, geen map") });
  await rm(folder, { recursive: true });
  expect(await verify()).toMatchObject({ code: 2, stderr: expect.stringContaining("is er niet") });
  await mkdir(folder);
  expect(await verify()).toMatchObject({ code: 2, stderr: expect.stringContaining("geen enkel bestand") });
});
