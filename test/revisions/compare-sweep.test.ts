import { readFile, rename, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { parseDocument } from "yaml";
import { type CompareOptions, compare } from "../../src/revisions/compare.js";
import { steps } from "../fixtures/history.js";
import { brief } from "../setup/changes.js";
import { type Copy, copyOfPlan, temporaryFolder } from "../setup/content.js";
import { commit, git, initialise } from "../setup/git.js";
import { ivp, ivpIn, type Outcome } from "../setup/ivp.js";
import { share } from "../setup/sweep.js";

/** The changes between two versions of a folder, each on a line. */
async function changesIn(folder: string, versions: Pick<CompareOptions, "from" | "to">): Promise<string[]> {
  const { changes } = await compare({ content: folder, ...versions });
  return changes.map(brief);
}

describe("a history of typed changes", () => {
  let content: Copy;
  let cleanUp: () => Promise<void>;
  beforeAll(async () => {
    content = await copyOfPlan((clean) => {
      cleanUp = clean;
    });
    await initialise(content.folder);
    for (const { name, edit, reason } of steps) {
      await edit(content);
      await commit(content.folder, reason ? `${name}\n\nReden: ${reason}` : name);
    }
    return () => cleanUp();
  });

  test("has at least 25 steps", () => {
    expect(steps.length).toBeGreaterThanOrEqual(25);
  });

  test.each(
    share(
      steps.map((step, index) => ({ ...step, back: steps.length - index })),
      4,
    ),
  )("$name", async ({ gives, back }) => {
    expect(await changesIn(content.folder, { from: `HEAD~${back}`, to: `HEAD~${back - 1}` })).toEqual(gives);
  });

  test("the other way round tells the opposite", async () => {
    const back = steps.length - steps.findIndex(({ name }) => name.startsWith("a measure that comes"));
    expect(await changesIn(content.folder, { from: `HEAD~${back - 1}`, to: `HEAD~${back}` })).toEqual([
      "removed | Maatregel M2: We bezoeken winkels die kans lopen op … |  | [-We bezoeken winkels die kans lopen op een overval.-]",
      "numbering | Nummers: Maatregelen |  | [-M3 t/m M6-]{+M2 t/m M5+}",
    ]);
  });

  test("over the whole history only what differs in the end is told, with the reason of its commit", async () => {
    const { changes } = await compare({
      content: content.folder,

      from: `HEAD~${steps.length}`,
      to: "HEAD",
    });
    const told = changes.map(brief).join("\n");
    expect(told).not.toContain("winkels");
    expect(told).toContain("€ 9.000");
    expect(changes.filter(({ reason }) => reason)).toHaveLength(1);
    expect(changes.find(({ reason }) => reason)).toMatchObject({
      type: "reworded",
      reason: "Duidelijker op verzoek van de raad van Súderhaven.",
      chapter: { title: "3.2 Inbraak" },
    });
  });

  test("each change names the documents that show it", async () => {
    const at = async (name: string) => {
      const back = steps.length - steps.findIndex((step) => step.name === name);
      const { changes } = await compare({
        content: content.folder,
        from: `HEAD~${back}`,
        to: `HEAD~${back - 1}`,
      });
      return changes[0]?.documents.map(({ document, headings }) => [document.id, ...headings]);
    };
    expect(await at("words within a sentence")).toEqual([["ivp-2025-2028", "3.2 Inbraak"]]);
    expect(await at("a date that is put right")).toEqual([
      ["ivp-2025-2028", "Bijlage IV Wie besloot wat, wanneer"],
      ["suderhaven", "5 Wie stelt wat vast"],
    ]);
    expect((await at("an action that is planned otherwise"))?.map(([id]) => id)).toHaveLength(3);
    expect(await at("a milestone that comes")).toEqual([["uvp-2025-2026", "2 Planning"]]);
  });

  test("what touches one municipality can be had by itself", async () => {
    const { stdout } = await ivp(
      "diff",
      `HEAD~${steps.length}`,
      "--content",
      content.folder,
      "--for",
      "IJzerwoude",
      "--format",
      "json",
    );
    const { changes } = JSON.parse(stdout) as { changes: { subject: { title: string }; field?: string }[] };
    const told = changes.map(({ subject, field }) => `${subject.title} ${field}`);
    expect(told).toContainEqual(expect.stringMatching(/^Avondrondes lopen /));
    expect(told).not.toContain("Súderhaven Inleiding");
  });
});

describe("what says the same is no change", () => {
  test("all YAML written in another style, with keys in another order and lines broken elsewhere", async () => {
    const content = await copyOfPlan();
    await initialise(content.folder);
    const files = (await git(content.folder, "ls-files")).trim().split("\n");
    for (const file of files.filter((name) => name.endsWith(".yaml"))) {
      const path = join(content.folder, file);
      const value = parseDocument(await readFile(path, "utf8")).toJS() as unknown;
      await writeFile(path, `# Anders opgeschreven.\n${JSON.stringify(turned(value), null, 1)}\n`);
    }
    expect(await changesIn(content.folder, {})).toEqual([]);
    const { stdout } = await ivp("diff", "--content", content.folder);
    expect(stdout).toContain("Geen wijzigingen.");
  });
});

/**
 * The same data with the keys of every object in reverse order, and every paragraph of more lines with other line breaks. Lines of
 * tables, quotes, pictures and footnotes are lines for a reason.
 */
function turned(value: unknown): unknown {
  if (typeof value === "string" && value.includes("\n"))
    return value
      .split("\n\n")
      .map((text) =>
        /^[|>![]/m.test(text)
          ? text
          : text.replace(/([^\n])\n(?=\p{Lu})/gu, "$1 ").replace(/(\S+ \S+ \S+ \S+) (?=\p{Ll})/gu, "$1\n"),
      )
      .join("\n\n");
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, turned(inner)]),
  );
}

describe("which versions", () => {
  test("without any, the version that was adopted last is compared with what is there now", async () => {
    const content = await copyOfPlan();
    await initialise(content.folder);
    await content.replace("plan.yaml", "  state: ter-vaststelling\n", "  state: vastgesteld\n");
    const adopted = await commit(content.folder, "Stel het plan vast");
    await content.replace("vision.yaml", "title: Visie", "title: Onze visie");
    await commit(content.folder, "Wijzig een kop");
    await content.replace("goals.yaml", "title: Doelen", "title: Onze doelen");
    const { before, changes } = await compare({ content: content.folder });
    expect(before.revision).toBe(adopted);
    expect(changes.map(({ type, subject }) => `${type} ${subject.title}`)).toEqual([
      "renamed Onze visie",
      "renamed Onze doelen",
    ]);
  });

  test("two folders need no git", async () => {
    const [before, after] = [await copyOfPlan(), await copyOfPlan()];
    await after.replace("vision.yaml", "title: Visie", "title: Onze visie");
    const { code, stdout } = await ivpIn(await temporaryFolder(), "diff", before.folder, after.folder);
    expect(code).toBe(0);
    expect(stdout).toContain("1 wijziging (1 gewijzigd)");
    expect(stdout).toContain("[-Visie-]{+Onze visie+}");
  });

  test("reading revisions leaves the repository as it was, down to the index", async () => {
    const content = await copyOfPlan();
    await initialise(content.folder);
    await content.append("vision.yaml", "# Een opmerking.\n");
    const state = async (): Promise<string[]> =>
      Promise.all(["index", "HEAD"].map((name) => readFile(join(content.folder, ".git", name), "latin1")));
    const before = await state();
    await compare({ content: content.folder, from: "HEAD" });
    expect(await state()).toEqual(before);
  });

  test("a detached checkout and a file that moved are no hindrance", async () => {
    const content = await copyOfPlan();
    await initialise(content.folder);
    await git(content.folder, "checkout", "--quiet", "--detach");
    await rename(
      join(content.folder, "introduction/scope.yaml"),
      join(content.folder, "introduction/developments.yaml"),
    );
    await content.replace("introduction/developments.yaml", "\nid: scope\n", "\nid: developments\n");
    await content.replace("plan.yaml", "  - scope\n", "  - developments\n");
    expect(await changesIn(content.folder, {})).toEqual([
      "identifier | Paragraaf 1.2: Waar het plan over gaat |  | [-scope-]{+developments+}",
    ]);
  });
});

describe("an old version that isn't as it should be", () => {
  test("with an error in it is compared as far as it goes, and says so", async () => {
    const content = await copyOfPlan();
    await content.append("goals.yaml", "kleur: rood\n");
    await content.append("foreword.yaml", "fout: [\n");
    await initialise(content.folder);
    await content.replace("vision.yaml", "title: Visie", "title: Onze visie");
    await content.replace("goals.yaml", "kleur: rood\n", "");
    await content.replace("foreword.yaml", "fout: [\n", "");
    const { code, stdout } = await ivp("diff", "--content", content.folder);
    expect(code).toBe(0);
    expect(stdout).toContain("De inhoud heeft");
    expect(stdout).toContain("Niet vergeleken: foreword.yaml.");
    expect(stdout).toContain("kleur (kent ivp niet)");
    expect(stdout).toContain("2 wijzigingen (2 gewijzigd)");
  });

  test("a file that can't be read for whatever reason counts as unread, not as gone", async () => {
    const [was, now] = [await copyOfPlan(), await copyOfPlan()];
    await was.append("vision.yaml", "  Een regel.\rEn nog een.\n");
    await was.append("foreword.yaml", "  \u00a0\u00a0Een regel.\n\u00a0sleutel: waarde\n");
    await was.remove("goals.yaml");
    await symlink(join(now.folder, "goals.yaml"), join(was.folder, "goals.yaml"));
    const { before, changes } = await compare({ content: now.folder, from: was.folder });
    expect(before.problems).toContain("Niet vergeleken: goals.yaml, foreword.yaml, vision.yaml.");
    expect(changes.map(brief)).toEqual([]);
  });

  test("in the shape of an older version of ivp is brought up to date first", async () => {
    const content = await copyOfPlan();
    const glossary = await readFile(join(content.folder, "glossary.yaml"), "utf8");
    const old = glossary.replace(/ {4}language: { (term|meaning): en }\n/g, "    english: $1 # zo was het\n");
    expect(old).not.toBe(glossary);
    await content.write("glossary.yaml", old);
    await initialise(content.folder);
    const before = await ivp("check", "--content", content.folder);
    expect(before.code).toBe(1);
    expect(before.stderr).toContain("ivp migrate");
    const { stdout } = await ivp("migrate", "--content", content.folder);
    expect(stdout).toContain("glossary.yaml");
    expect((await ivp("check", "--content", content.folder)).code).toBe(0);
    expect(await readFile(join(content.folder, "glossary.yaml"), "utf8")).toContain("# zo was het");
    expect(await changesIn(content.folder, {})).toEqual([]);
    expect((await ivp("migrate", "--content", content.folder)).stdout).toContain("al bijgewerkt");
  });
});

describe("what can't be compared gives a clear message, exit code 2 and nothing written", () => {
  let content: Copy;
  let cleanUp: () => Promise<void>;
  beforeAll(async () => {
    content = await copyOfPlan((clean) => {
      cleanUp = clean;
    });
    await initialise(content.folder);
    await git(content.folder, "tag", "vastgesteld-2019");
    return () => cleanUp();
  });
  const refused = async (outcome: Promise<Outcome>, ...texts: string[]): Promise<void> => {
    const { code, stdout, stderr } = await outcome;
    expect(code).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).not.toMatch(/\n\s+at /);
    for (const text of texts) expect(stderr).toContain(text);
  };

  test("an unknown revision", () =>
    refused(ivp("diff", "vastgestelt-2019", "--content", content.folder), "Bedoelde u “vastgesteld-2019”?"));

  test("something that looks like an option to git", () =>
    refused(ivp("diff", "--content", content.folder, "--", "--output=x"), "geen revisie"));

  test.each(["HEAD..vastgesteld-2019", "HEAD...vastgesteld-2019", "^HEAD"])("%s, which is no single one", (range) =>
    refused(ivp("diff", range, "--content", content.folder), range),
  );

  test("a name of a tag and of a branch that are not the same version", async () => {
    await git(content.folder, "branch", "vastgesteld-2019");
    expect((await ivp("diff", "vastgesteld-2019", "--content", content.folder)).code).toBe(0);
    await git(content.folder, "branch", "--force", "vastgesteld-2019", await commit(content.folder, "later"));
    await refused(
      ivp("diff", "vastgesteld-2019~0", "--content", content.folder),
      "van een tag én van een branch",
      "heads/vastgesteld-2019 of tags/vastgesteld-2019",
    );
    expect((await ivp("diff", "heads/vastgesteld-2019", "--content", content.folder)).code).toBe(0);
    await git(content.folder, "branch", "-D", "vastgesteld-2019");
  });

  test("a folder that is in no repository", async () => {
    const copy = await copyOfPlan();
    await refused(ivp("diff", "--content", copy.folder), "niet in een git-repository", "ivp diff MAP MAP");
    await refused(ivp("diff", "HEAD", "--content", copy.folder), "niet in een git-repository");
  });

  test("a repository without a commit", async () => {
    const copy = await copyOfPlan();
    await git(copy.folder, "init", "--quiet");
    await refused(ivp("diff", "--content", copy.folder), "nog niets vastgelegd", "git commit");
  });

  test("a shallow clone", async () => {
    const folder = await temporaryFolder();
    await commit(content.folder, "Nog een");
    await git(folder, "clone", "--quiet", "--depth", "1", `file://${content.folder}`, "clone");
    await refused(
      ivpIn(join(folder, "clone"), "diff", "HEAD~1", "--content", "."),
      "ondiepe kopie",
      "git fetch --unshallow",
    );
  });

  test("a merge conflict in a file", async () => {
    const copy = await copyOfPlan();
    await initialise(copy.folder);
    await git(copy.folder, "checkout", "--quiet", "-b", "voorstel");
    await copy.replace("vision.yaml", "title: Visie", "title: Onze visie");
    await commit(copy.folder, "Een kant");
    await git(copy.folder, "checkout", "--quiet", "main");
    await copy.replace("vision.yaml", "title: Visie", "title: De visie");
    await commit(copy.folder, "Andere kant");
    await git(copy.folder, "merge", "voorstel").catch(() => undefined);
    await refused(ivp("diff", "--content", copy.folder), "samenvoegconflict", "vision.yaml", "regel 3 tot en met 7");
    const { code, stdout } = await ivp("check", "--content", copy.folder);
    expect(code).toBe(1);
    expect(stdout).toMatch(/vision\.yaml:3:1 fout IVP108/);
  });

  test("two unrelated plans", async () => {
    const other = await temporaryFolder();
    await writeFile(join(other, "plan.yaml"), "id: ivp-elders\n");
    await writeFile(join(other, "x.yaml"), "");
    const towns = await copyOfPlan();
    for (const file of (await git(content.folder, "ls-files")).trim().split("\n")) {
      if (!/^(municipalities|priorities)\//.test(file)) continue;
      const text = await readFile(join(towns.folder, file), "utf8");
      await towns.remove(file);
      await towns.write(file.replace(/([^/]+)\.yaml/, "other-$1.yaml"), text.replace(/(\bid: )/g, "$1other-"));
    }
    await refused(ivp("diff", content.folder, towns.folder), "niet twee keer hetzelfde");
  });

  test("a municipality that isn't there", () =>
    refused(ivp("diff", "HEAD", "--content", content.folder, "--for", "berg"), "Er is geen gemeente “berg”"));
});
