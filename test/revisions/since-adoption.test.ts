import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Copy, copyOfPlan } from "../setup/content.js";
import { decided } from "../setup/decided.js";
import { commit, git, initialise } from "../setup/git.js";
import { ivp } from "../setup/ivp.js";

const adopt = async (content: Copy, about: string, by: string, date: string, ...more: string[]) => {
  const told = decided({ by, date, reference: "R1" });
  const { code, stderr } = await ivp("adopt", about, ...told, ...more, "--content", content.folder);
  expect([code, stderr]).toEqual([0, expect.any(String)]);
};

const since = async (content: Copy, moment: string) => {
  const { code, stdout, stderr } = await ivp(
    "diff",
    "--since",
    moment,
    "--content",
    content.folder,
    "--format",
    "json",
  );
  if (code !== 0) return { code, stderr, changes: [], notes: [], name: "" };
  const data = JSON.parse(stdout) as {
    changes: { subject: { label: string }; after?: string[] }[];
    notes: string[];
    before: { name: string };
  };
  return {
    code,
    stderr,
    changes: data.changes.map(({ subject, after }) => `${subject.label}: ${after}`),
    notes: data.notes,
    name: data.before.name,
  };
};

describe("ivp diff --since adoption", () => {
  test("says without git what changed in what each council adopted, and in nothing else", async () => {
    const content = await copyOfPlan();
    await adopt(content, "plan", "suderhaven", "2024-12-03");
    await adopt(content, "bijlage", "suderhaven", "2024-12-03");
    expect((await since(content, "adoption")).changes).toEqual([]);
    await content.replace("plan.yaml", "slogan: Veilig achter de dijk", "slogan: Veilig op de dijk");
    await adopt(content, "plan", "ijzerwoude", "2024-12-10", "--state", "gewijzigd");
    await content.replace("plan.yaml", "motto: Wie samen kijkt, ziet meer", "motto: Wie kijkt, ziet meer");
    await content.replace("municipalities/suderhaven.yaml", "contact: Team Openbare orde", "contact: Team Handhaving");
    await content.replace("programmes/2025-2026.yaml", "title: Praten op straat", "title: Praten op het plein");
    const last = await since(content, "adoption");
    expect(last.changes).toEqual([
      expect.stringContaining("Wie kijkt, ziet meer"),
      expect.stringContaining("Team Handhaving"),
    ]);
    expect(last.notes[0]).toBe(
      "Vergeleken is met: IVP Zoutkust 2025–2028 (besluit van IJzerwoude, 10 december 2024); lokale bijlage Súderhaven (besluit van Súderhaven, 3 december 2024). De besluiten zelf staan niet in dit overzicht.",
    );
    const own = await since(content, "vaststelling:Súderhaven");
    expect(own.name).toBe("wat Súderhaven op 3 december 2024 vaststelde");
    expect(own.changes).toEqual([
      expect.stringContaining("Veilig op de dijk"),
      expect.stringContaining("Wie kijkt, ziet meer"),
      expect.stringContaining("Team Handhaving"),
    ]);
  });

  test("tells of an image that it isn't kept as it was", async () => {
    const content = await copyOfPlan();
    await adopt(content, "plan", "suderhaven", "2024-12-03");
    await content.write("images/dijk.png", "een andere");
    expect((await since(content, "adoption")).notes.join(" ")).toContain(
      "niet opgeslagen zoals het was: images/dijk.png",
    );
  });

  test("falls back on git where what was decided isn't kept, and says so", async () => {
    const content = await copyOfPlan();
    await initialise(content.folder);
    await adopt(content, "plan", "suderhaven", "2024-12-03");
    for (const name of await readdir(join(content.folder, "adopted"))) await rm(join(content.folder, "adopted", name));
    await content.replace(
      "municipalities/s-zoutendam.yaml",
      "date: 2024-11-14\n    reference: Raadsbesluit 2024/112",
      "date: 2024-11-15\n    reference: Raadsbesluit 2024/112",
    );
    await commit(content.folder, "Súderhaven stelt vast");
    await content.replace("plan.yaml", "motto: Wie samen kijkt, ziet meer", "motto: Wie kijkt, ziet meer");
    const { changes, notes } = await since(content, "adoption");
    expect(changes).toEqual([expect.stringContaining("Wie kijkt, ziet meer")]);
    expect(notes[0]).toContain(
      "Waarover is besloten, is niet opgeslagen. Vergeleken is met de versie waarin het besluit over het plan in git kwam",
    );
  });

  test("without a version, what the last council adopted is compared, by its tag", async () => {
    const content = await copyOfPlan();
    await initialise(content.folder);
    await adopt(content, "plan", "suderhaven", "2024-12-03");
    await commit(content.folder, "Súderhaven stelt vast");
    await git(content.folder, "tag", "-a", "vastgesteld-2024", "-m", "Zo is het");
    await content.replace("plan.yaml", "motto: Wie samen kijkt, ziet meer", "motto: Wie kijkt, ziet meer");
    await commit(content.folder, "Wijzig het motto");
    const { stdout } = await ivp("diff", "--content", content.folder);
    expect(stdout).toContain("vastgesteld-2024");
    expect(stdout).toContain("Wie");
  });

  test.each([
    ["adoption:suderhave", 2, "Bedoelde u “suderhaven”?"],
    ["adoption:ijzerwoude", 2, "IJzerwoude heeft nog niets vastgesteld."],
    ["gisteren", 2, "“gisteren” kan niet achter --since."],
    ["adoption", 2, "in adopted/ staat geen tekst bij dat besluit"],
  ])("%s where that isn't there", async (moment, code, told) => {
    const content = await copyOfPlan();
    const outcome = await since(content, moment);
    expect([outcome.code, outcome.stderr]).toEqual([code, expect.stringContaining(told)]);
  });

  test("where one council's text isn't kept, the hint names one of which it is", async () => {
    const content = await copyOfPlan();
    await adopt(content, "plan", "suderhaven", "2024-12-03");
    const { code, stderr } = await since(content, "adoption:s-zoutendam");
    expect([code, stderr]).toEqual([2, expect.stringContaining("ivp diff --since adoption:suderhaven")]);
  });

  test("goes with no other version", async () => {
    const content = await copyOfPlan();
    const { code, stderr } = await ivp("diff", "HEAD", "--since", "adoption", "--content", content.folder);
    expect([code, stderr]).toEqual([2, expect.stringContaining("niet allebei")]);
  });
});
