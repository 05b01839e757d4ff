import { readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { examineFolder } from "../../src/check/examine.js";
import { compose, listDocuments } from "../../src/documents/index.js";
import { render } from "../../src/render/index.js";
import { compare } from "../../src/revisions/compare.js";
import { brief } from "../setup/changes.js";
import { type Copy, copyOfPlan } from "../setup/content.js";

const later = "programmes/2027-2028.yaml";

/** The plan with a second programme that has the actions of the first, under the same ids. */
async function twins(): Promise<Copy> {
  const content = await copyOfPlan();
  const text = await readFile(join(content.folder, "programmes/2025-2026.yaml"), "utf8");
  await content.write(
    later,
    text
      .replaceAll("2025–2026", "2027–2028")
      .replace("2025-2026", "2027-2028")
      .replaceAll(/\b2025\b/g, "2027")
      .replaceAll(/\b2026\b/g, "2028"),
  );
  return content;
}

async function problemsIn({ folder }: Copy, code?: string): Promise<string[]> {
  const { diagnostics } = await examineFolder(folder);
  return diagnostics
    .filter(({ severity, code: own }) => (code ? own === code : severity === "error"))
    .map(({ file, line, message, hint }) => `${file}:${line} ${message} ${hint}`);
}

/** The web page of a document. */
async function pageOf({ folder }: Copy, path: string): Promise<string> {
  const { model } = await examineFolder(folder);
  const info = model && listDocuments(model).find((document) => document.path === path);
  if (!info) throw new Error(`no ${path}`);
  return render(compose(model, info), { medium: "screen", edition: "vandaag" });
}

describe("two programmes with actions of the same ids", () => {
  test("have no errors; a text of a programme means its own action", async () => {
    const content = await twins();
    await content.replace(later, "jaar van het plan.", "jaar van het plan.\n  Zie [[action:rounds]].");
    expect(await problemsIn(content)).toEqual([]);
    const html = await pageOf(content, "uvp-2027-2028");
    expect(html).toMatch(/Zie <a href="#action-rounds">actie\u00a0A1<\/a>/);
  });

  test("elsewhere a text must say which it means", async () => {
    const content = await twins();
    await content.append("vision.yaml", "  Zie [[action:rounds]].\n");
    expect(await problemsIn(content)).toEqual([
      "vision.yaml:9 De sleutelnaam “rounds” hoort bij meer dan één actie. Schrijf [[action:2025-2026/rounds]] of [[action:2027-2028/rounds]].",
    ]);
    await content.replace(
      "vision.yaml",
      "[[action:rounds]]",
      "[[action:2027-2028/rounds]] en [[action:2025-2026/pilot]]",
    );
    expect(await problemsIn(content)).toEqual([
      "vision.yaml:9 Er is geen actie met de sleutelnaam “2025-2026/pilot”. Er is wel een mijlpaal met deze sleutelnaam.",
    ]);
    await content.replace("vision.yaml", "[[action:2025-2026/pilot]]", "[[milestone:2025-2026/pilot|de proef]]");
    expect(await problemsIn(content)).toEqual([]);
    const html = await pageOf(content, "ivp-2025-2028");
    expect(html).toContain('href="uvp-2027-2028.html#action-rounds">actie\u00a0A1 van UVP Zoutkust 2027–2028</a>');
  });

  test("a programme that refers to an action of the other leads there, also where it has one of that id itself", async () => {
    const content = await twins();
    await content.replace(later, "jaar van het plan.", "jaar van het plan.\n  Zie [[action:2025-2026/rounds]].");
    const html = await pageOf(content, "uvp-2027-2028");
    expect(html).toContain('href="uvp-2025-2026.html#action-rounds">actie\u00a0A1 van UVP Zoutkust 2025–2026</a>');
  });

  test("an annex groups the actions by programme, and leads to the one that it means", async () => {
    const html = await pageOf(await twins(), "bijlagen/suderhaven");
    const [, first = "", second = ""] = html.split(/id="actions-202[57]-202[68]"/);
    expect(first).toContain('href="../uvp-2025-2026.html#action-harbour-watch"');
    expect(first).not.toContain("uvp-2027-2028.html#");
    expect(second).toContain('href="../uvp-2027-2028.html#action-harbour-watch"');
    expect(second).toContain("2e kwartaal 2027 t/m 4e kwartaal 2028");
    const anchors = [...html.matchAll(/\bid="([^"]+)"/g)].map(([, id]) => id);
    expect(anchors.length).toBe(new Set(anchors).size);
  });

  test("an id is unique within a programme, and where only one has it, the short form is enough", async () => {
    const content = await copyOfPlan();
    await content.append("vision.yaml", "  Zie [[action:rounds]] en [[action:flood-exercise]].\n");
    expect(await problemsIn(content)).toEqual([]);
    await content.replace("programmes/2025-2026.yaml", "id: beach-team", "id: rounds");
    expect(await problemsIn(content)).toEqual([
      "programmes/2025-2026.yaml:59 De sleutelnaam “rounds” is al in gebruik voor een actie (programmes/2025-2026.yaml, regel 20). Geef een van de twee een andere sleutelnaam.",
    ]);
  });

  test("an id that stands twice is told as it was typed", async () => {
    const content = await copyOfPlan();
    await content.write(
      "style.yaml",
      'colours: [{ id: blauw, value: "#0a4b86" }, { id: blauw, value: "#0a4b66" }]\nlogo: { file: plan.yaml, alt: Logo }\n',
    );
    expect((await problemsIn(content)).join()).toContain("De sleutelnaam “blauw” is al in gebruik voor een kleur");
    await content.write("style.yaml", "logo: { file: plan.yaml, alt: Logo }\n");
    expect((await problemsIn(content, "IVP721")).join()).toContain("Het logo “plan.yaml” is geen PNG of JPEG.");
  });

  test("what a check says of one stands in its own file, under its full id", async () => {
    const content = await twins();
    await content.replace(later, "measures: [evening-rounds]", "measures: []");
    const { diagnostics } = await examineFolder(content.folder);
    expect(
      diagnostics.filter(({ code }) => code === "IVP502").map(({ file, subject }) => `${file} ${subject}`),
    ).toEqual([`${later} action:2027-2028/rounds`]);
  });

  test("the sentences that the next programme has from the one before are no repetition; those of the plan are", async () => {
    const content = await twins();
    await content.append("vision.yaml", "  Dit doen we in de eerste twee jaar van het plan.\n");
    expect((await problemsIn(content, "IVP406")).map((line) => line.split(" ")[0])).toEqual([
      "programmes/2025-2026.yaml:14",
      "programmes/2027-2028.yaml:14",
    ]);
  });
});

describe("diff does not take things of one programme for those of another", () => {
  const changes = async (from: Copy, to: Copy): Promise<string[]> =>
    (await compare({ content: to.folder, from: from.folder, to: to.folder })).changes.map(brief);

  test("a change in one of two", async () => {
    const [before, after] = [await twins(), await twins()];
    await after.replace(later, "title: Avondrondes lopen", "title: Elke avond rondes lopen");
    expect(await changes(before, after)).toEqual([
      "renamed | Actie A1: Elke avond rondes lopen | Actie | [-Avondrondes lopen-]{+Elke avond rondes lopen+}",
    ]);
  });

  test("an action that goes from one and comes in the other is two changes", async () => {
    const [before, after] = [await twins(), await twins()];
    const text = await readFile(join(before.folder, later), "utf8");
    const action = text.slice(text.indexOf("  - id: beach-team"));
    await before.replace(later, action, "");
    await after.replace("programmes/2025-2026.yaml", action.replaceAll("2027", "2025"), "");
    expect((await changes(before, after)).map((line) => line.split(" | ").slice(0, 2).join(" | "))).toEqual([
      "removed | Actie A4: Een team op het strand",
      "added | Actie A4: Een team op het strand",
    ]);
  });

  test("a reference from one to the other says of which programme it is", async () => {
    const [before, after] = [await twins(), await twins()];
    await before.append("vision.yaml", "  Zie [[action:2025-2026/rounds]].\n");
    await after.append("vision.yaml", "  Zie [[action:2027-2028/rounds]].\n");
    expect(await changes(before, after)).toEqual([
      expect.stringContaining("Zie [-actie A1 van UVP Zoutkust 2025–2026-]{+actie A1 van UVP Zoutkust 2027–2028+}."),
    ]);
  });

  test("a programme that gets another id keeps its actions", async () => {
    const [before, after] = [await twins(), await twins()];
    await rename(join(after.folder, later), join(after.folder, "programmes/laatste.yaml"));
    await after.replace("programmes/laatste.yaml", "id: 2027-2028", "id: laatste");
    expect(await changes(before, after)).toEqual([
      "identifier | Uitvoeringsprogramma: Uitvoeringsprogramma basisteam Zoutkust 2027–2028 |  | [-2027-2028-]{+laatste+}",
    ]);
  });
});
