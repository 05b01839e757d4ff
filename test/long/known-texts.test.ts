import { mkdir, readdir, readFile, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { copyOf, temporaryFolder } from "../setup/content.js";
import { ivp, ivpIn } from "../setup/ivp.js";

/** What a build into a folder that was built before tells, and what one from nothing tells of the same content. */
async function builds() {
  const content = await copyOf("test/fixtures/base");
  const out = join(await temporaryFolder(), "out");
  const told = async (folder: string, ...more: string[]): Promise<string> => {
    const { stderr } = await ivp("build", "--content", content.folder, "--out", folder, "--format", "html", ...more);
    // What it is doing, and in which order, differs.
    return stderr
      .split("\n")
      .filter((line) => !/^(?:\d+\/\d+|klaar|let op) /.test(line))
      .join("\n");
  };
  return {
    ...content,
    again: () => told(out),
    fresh: async () => told(join(await temporaryFolder(), "out")),
  };
}

test("what is wrong with a text is told at every build, whatever was found before", async () => {
  const { again, fresh, append } = await builds();
  await append("vision.yaml", "\n  De gemeent is er.\n");
  const first = await again();
  expect(first).toContain("“gemeent” staat niet in het woordenboek");
  await append("vision.yaml", "\n  Er is er is een een fout.\n");
  const second = await again();
  expect(second).toContain("“gemeent” staat niet in het woordenboek");
  expect(second).toContain("“een” staat hier twee keer");
  expect(second).toBe(await fresh());
});

test("a text that was right is told as soon as other content makes it wrong", async () => {
  const { again, fresh, append, write } = await builds();
  await append("vision.yaml", "\n  Wij werken met Zorgblubber.\n");
  await write("check.yaml", "words: [zorgblubber]\n");
  expect(await again()).not.toContain("Zorgblubber");
  await write("check.yaml", "words: [iets-anders]\n");
  const told = await again();
  expect(told).toContain("“Zorgblubber” staat niet in het woordenboek");
  expect(told).toBe(await fresh());
});

test("a rule that a team switches on looks at the texts that were there already", async () => {
  const { again, fresh, append, write } = await builds();
  await append("vision.yaml", "\n  Wij staan  er.\n");
  await write("check.yaml", "severity:\n  - { rule: IVP606, severity: off }\n");
  expect(await again()).not.toContain("IVP606");
  await write("check.yaml", "severity:\n  - { rule: IVP606, severity: warning }\n");
  const told = await again();
  expect(told).toContain("IVP606");
  expect(told).toBe(await fresh());
});

test("check says the same where a build keeps its cache, and leaves nothing behind where none does", async () => {
  const { folder, append, write } = await copyOf("test/fixtures/base");
  const here = dirname(folder);
  await append("vision.yaml", "\n  De gemeent is er is er is een een fout.\n");
  const alone = await ivpIn(here, "check", "--format", "json");
  expect(await readdir(here)).toEqual(["content"]);
  await mkdir(join(here, ".ivp-cache"));
  expect(await ivpIn(here, "check", "--format", "json")).toEqual(alone);
  expect(await ivpIn(here, "check", "--format", "json")).toEqual(alone);
  // What is known of a text is told where it stands now, and counted where it isn't shown.
  await write("vision.yaml", `# Een regel erboven.\n${await readFile(join(folder, "vision.yaml"), "utf8")}`);
  const both = async () => [await ivpIn(here, "check", "--format", "json"), await ivpIn(here, "check")];
  const known = await both();
  await rm(join(here, ".ivp-cache"), { recursive: true });
  expect(known).toEqual(await both());
  await mkdir(join(here, ".ivp-cache"));
  await append("vision.yaml", "\n  De gemeennte is er.\n");
  const after = await ivpIn(here, "check", "--format", "json");
  for (const word of ["gemeent", "gemeennte"]) expect(after.stdout).toContain(`“${word}” staat niet`);
});
