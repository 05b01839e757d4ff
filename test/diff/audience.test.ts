import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Copy, copyOfPlan, temporaryFolder } from "../setup/content.js";
import { commit, git, initialise } from "../setup/git.js";
import { ivp, ivpWith } from "../setup/ivp.js";

interface Told {
  readonly notes: readonly string[];
  readonly changes: readonly {
    type: string;
    subject: { title: string };
    chapter: { title: string };
    reason?: string;
  }[];
}

/** What changes between two folders, as data. */
async function told(before: Copy, after: Copy, ...args: string[]): Promise<Told & { titles: string[] }> {
  const { code, stdout, stderr } = await ivp("diff", before.folder, after.folder, "--format", "json", ...args);
  expect(code, stderr).toBe(0);
  const data = JSON.parse(stdout) as Told;
  return { ...data, titles: data.changes.map(({ type, subject }) => `${type} ${subject.title}`) };
}

const both = async (edit: (content: Copy) => Promise<void>): Promise<[Copy, Copy]> => {
  const pair: [Copy, Copy] = [await copyOfPlan(), await copyOfPlan()];
  await edit(pair[1]);
  return pair;
};

const programme = "programmes/2025-2026.yaml";

describe("ivp diff --for", () => {
  test("tells all that the council of a municipality adopts, and where else something changes", async () => {
    const pair = await both(async ({ append, replace }) => {
      await replace("vision.yaml", "title: ", "title: Onze ");
      await replace("manifest.yaml", "title: ", "title: Ons ");
      await replace("foreword.yaml", "title: ", "title: Ons ");
      await replace("goals.yaml", "title: ", "title: Onze ").catch(() => append("goals.yaml", "sleutel: waarde\n"));
      await replace(
        "priorities/burglary.yaml",
        "          De rondes staan vooraf op de website.\n",
        "          De rondes staan vooraf in de krant.\n",
      );
      await replace("municipalities/suderhaven.yaml", "leeft van de haven", "leeft van de visserij");
      await replace("municipalities/ijzerwoude.yaml", "het verst van de zee", "ver van de zee");
      await replace("local-themes.yaml", "geen", "nauwelijks").catch(() => undefined);
      await replace(
        "local-themes.yaml",
        "In de zomer komen er veel bezoekers.",
        "In de zomer komen er erg veel bezoekers.",
      );
      await replace(programme, "De haven is weer van iedereen.", "De haven is weer van ons.");
      await replace(programme, "municipalities: [s-zoutendam, suderhaven]", "municipalities: [suderhaven, ijzerwoude]");
      await replace(programme, "Bewoners voelen zich in het donker veilig.", "Bewoners voelen zich veilig.");
    });
    const own = await told(...pair, "--for", "'s-zoutendam");
    const text = own.titles.join("\n");
    for (const part of ["Onze", "Ons", "Avondrondes", "Praten op straat", "Drukte in de zomer"])
      expect(text).toContain(part);
    expect(JSON.stringify(own.changes)).toContain("in de krant");
    expect(JSON.stringify(own.changes)).not.toMatch(/visserij|ver van de zee|van ons/);
    expect(own.notes.join()).toMatch(/Elders verandert ook iets.*IJzerwoude \(1\)/);
    const other = await told(...pair, "--for", "suderhaven");
    expect(JSON.stringify(other.changes)).toMatch(/visserij/);
    expect(JSON.stringify(other.changes)).toMatch(/van ons/);
    expect(other.titles.join()).not.toContain("Drukte in de zomer");
  });

  test("all gives one overview for each municipality, also of one that is gone", async () => {
    const pair = await both(async ({ replace }) => {
      await replace("municipalities/ijzerwoude.yaml", "het verst van de zee", "ver van de zee");
    });
    const { stdout } = await ivp("diff", pair[0].folder, pair[1].folder, "--for", "all");
    expect([...stdout.matchAll(/^Voor {3}(.*)$/gm)].map(([, name]) => name)).toEqual([
      "IJzerwoude",
      "'s-Zoutendam",
      "Súderhaven",
    ]);
    expect(stdout.match(/ver van de zee|verst/g)).toHaveLength(1);
    expect(stdout.match(/Geen wijzigingen\.\nElders verandert ook iets/g)).toHaveLength(2);
    const json = await ivp("diff", pair[0].folder, pair[1].folder, "--for", "alle", "--format", "json");
    const data = JSON.parse(json.stdout) as { for: { id: string }; changes: unknown[] }[];
    expect(data.map(({ for: { id }, changes }) => [id, changes.length])).toEqual([
      ["ijzerwoude", 1],
      ["s-zoutendam", 0],
      ["suderhaven", 0],
    ]);
    const out = join(await temporaryFolder(), "out");
    await ivp("diff", pair[0].folder, pair[1].folder, "--for", "all", "--format", "html", "--out", out);
    expect((await readdir(out)).sort()).toEqual(
      ["ijzerwoude", "s-zoutendam", "suderhaven"].map((id) => `was-wordt-${id}.html`),
    );
    const markdown = await ivp("diff", pair[0].folder, pair[1].folder, "--for", "all", "--format", "markdown");
    expect(markdown.stdout.match(/^## Was-wordt voor /gm)).toHaveLength(3);
  });

  test("an unknown municipality gets the one that was meant, also when the content has errors", async () => {
    const pair = await both(({ append }) => append("goals.yaml", "kleur: rood\n"));
    for (const asked of ["suderhavn", "Suderhaven ", "Súderhavem"]) {
      const { code, stderr, stdout } = await ivp("diff", pair[0].folder, pair[1].folder, "--for", asked);
      if (asked.trim() === "Suderhaven") expect(stdout).toContain("Súderhaven");
      else expect(stderr).toMatch(/Bedoelde u “(suderhaven|Súderhaven)”\?/);
      expect(code).toBe(asked.trim() === "Suderhaven" ? 0 : 2);
    }
    const { stderr } = await ivp("diff", pair[0].folder, pair[1].folder, "--for", "xyz");
    expect(stderr).toContain("Kies uit: ijzerwoude");
  });
});

describe("nothing that differs is passed over without a word", () => {
  test("an image with other bytes, one that comes and one that goes, with the documents that show it", async () => {
    const pair = await both(async ({ write }) => {
      await write("images/dijk.png", Buffer.concat([Buffer.from("anders"), Buffer.alloc(9)]));
      await write("images/nieuw.png", "x");
    });
    await pair[0].write("images/oud.png", "x");
    const { titles, changes } = await told(...pair);
    expect(titles).toEqual(["replaced images/dijk.png", "added images/nieuw.png", "removed images/oud.png"]);
    expect(changes[0]).toMatchObject({ documents: [{ id: "ivp-2025-2028" }] });
  });

  test("settings of the check, files that ivp doesn't know, and files that are only written otherwise", async () => {
    const pair = await both(async ({ append, write }) => {
      await write("check.yaml", "rules:\n  IVP401: off\n");
      await write("losse-notitie.yaml", "tekst: los\n");
      await append("vision.yaml", "# Een opmerking.\n");
    });
    const { titles, notes } = await told(...pair);
    expect(titles).toEqual([]);
    expect(notes.join("\n")).toMatch(/instellingen van de controle.*check\.yaml/);
    expect(notes.join("\n")).toMatch(/kent dit niet: losse-notitie\.yaml/);
    expect(notes.join("\n")).toMatch(/Alleen de schrijfwijze.*vision\.yaml/);
    const { stdout } = await ivp("diff", pair[0].folder, pair[1].folder);
    expect(stdout).toMatch(/Geen wijzigingen\.\n.*check\.yaml/);
  });

  test("a key that the schemas don't know", async () => {
    const { changes } = await told(...(await both(({ append }) => append("goals.yaml", "kleur: rood\n"))));
    expect(changes).toMatchObject([{ field: "kleur (kent ivp niet)", after: ["rood"] }]);
  });
});

describe("comparing without git, or with one that can't tell", () => {
  test("two folders need no git; a revision does", async () => {
    const pair = await both(({ replace }) => replace("vision.yaml", "title: ", "title: Onze "));
    expect((await ivpWith({ PATH: "" }, "diff", pair[0].folder, pair[1].folder)).code).toBe(0);
    const { code, stderr } = await ivpWith({ PATH: "" }, "diff", "HEAD", "--content", pair[0].folder);
    expect(code).toBe(3);
    expect(stderr).toContain("git is er niet");
  });

  test("what was adopted before the edge of a shallow clone isn't guessed", async () => {
    const copy = await copyOfPlan();
    await copy.replace("plan.yaml", "  state: ter-vaststelling\n", "  state: vastgesteld\n");
    await initialise(copy.folder);
    await copy.append("vision.yaml", "# Later.\n");
    await commit(copy.folder, "Later");
    const other = await temporaryFolder();
    await git(other, "clone", "--quiet", "--depth=1", `file://${copy.folder}`, "kopie");
    const { code, stderr } = await ivp("diff", "--content", join(other, "kopie"));
    expect(code).toBe(2);
    expect(stderr).toContain("git fetch --unshallow");
  });

  test("reasons are read whatever the language of the messages, and from bare repositories too", async () => {
    const copy = await copyOfPlan();
    await initialise(copy.folder);
    await copy.replace("vision.yaml", "title: ", "title: Onze ");
    await git(copy.folder, "config", "i18n.commitEncoding", "ISO-8859-1");
    await git(copy.folder, "config", "log.showSignature", "true");
    await commit(copy.folder, "Wijzig\n\nReden: wens van de raad");
    const other = await temporaryFolder();
    await git(other, "clone", "--quiet", "--bare", copy.folder, "kaal.git");
    for (const content of [copy.folder, join(other, "kaal.git")]) {
      const { stdout } = await ivp("diff", "HEAD~1", "HEAD", "--content", content);
      expect(stdout).toContain("Waarom: wens van de raad");
    }
  });
});
