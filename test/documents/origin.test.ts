import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { temporaryFolder } from "../setup/content.js";
import { ivp, root } from "../setup/ivp.js";

/** The words of a page, without its styles and markup. */
const words = (html: string): string =>
  html
    .replace(/<(style|script|head)[\s>][\s\S]*?<\/\1>/g, " ")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");

describe("what content says about where its words come from", () => {
  const cleanings: (() => Promise<void>)[] = [];
  let out: string;
  const page = async (path: string): Promise<string> => words(await readFile(join(out, path), "utf8"));

  beforeAll(async () => {
    const folder = await temporaryFolder((clean) => cleanings.push(clean));
    const content = join(folder, "content");
    out = join(folder, "out");
    await cp(join(root, "test/plan"), content, { recursive: true });
    const edit = async (file: string, from: string, to: string): Promise<void> => {
      const text = await readFile(join(content, file), "utf8");
      expect(text.split(from), from).toHaveLength(2);
      await writeFile(join(content, file), text.replace(from, to));
    };
    await edit("foreword.yaml", "text: |", "notice: Bewerking van een oudere tekst.\ntext: |");
    await edit("manifest.yaml", "text: |", "notice: Vrij naar een poster.\ntext: |");
    await edit("manifest.yaml", "signatories:", "signatoriesTitle: De eerste tekst is ondertekend door\nsignatories:");
    await edit("goals.yaml", "text: |", "contributionNote: voorstel van het team\ntext: |");
    await edit("local-themes.yaml", "icon:", "annexText: |\n  Het team stelt deze verdeling voor.\nicon:");
    await edit("programmes/2025-2026.yaml", "title: Avondrondes lopen", 'title: "Rondes met een [[term:boa]]"');
    const { code, stderr } = await ivp("build", "--content", content, "--out", out, "--format", "html");
    expect(code, stderr).toBe(0);
  });
  afterAll(async () => {
    for (const clean of cleanings) await clean();
  });

  test("a notice stands above the text of the foreword and of the manifest", async () => {
    const plan = await page("ivp-2025-2028.html");
    expect(plan).toMatch(/Voorwoord Bewerking van een oudere tekst\. Onze drie gemeenten/);
    expect(plan).toMatch(/Ons manifest Vrij naar een poster\. Wij letten op elkaar/);
  });

  test("the signatories have the heading of the content", async () => {
    const plan = await page("ivp-2025-2028.html");
    expect(plan).toMatch(/De eerste tekst is ondertekend door A\. de Boer/);
    expect(plan).not.toContain("Namens");
  });

  test("the goals of a priority say whose choice they are", async () => {
    expect(await page("ivp-2025-2028.html")).toMatch(/Draagt bij aan [^()]+ \(voorstel van het team\)/);
  });

  test("an annex says how the local themes were divided, the plan doesn't", async () => {
    expect(await page("bijlagen/s-zoutendam.html")).toContain("Het team stelt deze verdeling voor.");
    expect(await page("ivp-2025-2028.html")).not.toContain("Het team stelt deze verdeling voor.");
  });

  test("a reference in a title is words in a drawing as well", async () => {
    const programme = await page("uvp-2025-2026.html");
    expect(programme).toContain("Rondes met een BOA, ");
    expect(programme).not.toContain("[[");
  });
});
