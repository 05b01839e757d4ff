import { expect, test } from "vitest";
import { copyOf } from "../setup/content.js";
import { ivp } from "../setup/ivp.js";

const structure = (glossary: string): string => `structure:
  front: [contents, manifest, foreword, summary]
  chapters: [introduction, strategy, picture, { id: chosen, title: Onze keuzes, sections: [prioritising, priorities, alignment] }, finances]
  annexes: [partners, ${glossary}]
`;

test("a changed structure is told in the words of its headings, and a section of the plan's own as any text", async () => {
  const [was, is] = [await copyOf("test/fixtures/base"), await copyOf("test/fixtures/base")];
  const picture = (text: string): string =>
    `id: picture\ntitle: Veiligheidsbeeld\nsections:\n  - id: figures\n    title: Cijfers\n    text: |\n      ${text}\n`;
  await was.append("plan.yaml", structure("glossary"));
  await is.append("plan.yaml", structure("{ part: glossary, title: Onze woorden }"));
  await was.write("sections/picture.yaml", picture("Er is vaak ingebroken."));
  await is.write("sections/picture.yaml", picture("Er is minder vaak ingebroken."));
  const { stdout } = await ivp("diff", was.folder, is.folder);
  expect(stdout).toContain("Opbouw – Bijlagen");
  expect(stdout).toMatch(/Was: +Partners\n +Begrippen\n +Wordt: +Partners\n +Begrippen: Onze woorden\n/);
  expect(stdout).toContain("3 Veiligheidsbeeld: 1 wijziging");
  expect(stdout).toContain("Paragraaf 3.1: Cijfers · Tekst");
  expect(stdout).toContain("Er is {+minder+} vaak ingebroken.");
  // No name of a part as plan.yaml has it reaches a reader.
  expect(stdout).not.toMatch(/glossary|priorities|open-points/);
});

test("a file without a title is headed by what it is, in Dutch, and no key of it reaches a reader", async () => {
  const [was, is] = [await copyOf("test/fixtures/base"), await copyOf("test/fixtures/base")];
  await was.write("council.yaml", "date: 2024-10-01\n");
  await is.write("council.yaml", "date: 2024-10-02\n");
  await is.write("progress/2025-12-31.yaml", "id: 2025-12-31\nkind: jaar\n");
  const { stdout, stderr } = await ivp("diff", was.folder, is.folder);
  expect(stdout, stderr).toContain("Raadsstukken: 1 wijziging");
  expect(stdout).toContain("Voortgang 2025-12-31: 1 wijziging");
  expect(stdout).not.toMatch(/\bcouncil\b|\bprogress\b/);
});

test("an amendment of a version with errors is told in words, not as data", async () => {
  const [was, is] = [await copyOf("test/fixtures/base"), await copyOf("test/fixtures/base")];
  const amendment = (fresh: string): string =>
    `id: more\ntitle: Vaker\nmunicipality: oostdorp\nchanges:\n  - target: measure:evening-rounds\n    field: text\n    old: avond\n    new: ${fresh}\n`;
  await was.write("amendments/more.yaml", amendment("nacht"));
  await is.write("amendments/more.yaml", amendment("dag"));
  await was.append("vision.yaml", "  Zie [[measure:nergens]].\n");
  const { stdout, stderr } = await ivp("diff", was.folder, is.folder);
  expect(stdout, stderr).toContain("was: avond; wordt: nacht");
  expect(stdout).toContain("maatregel “Een BOA loopt in de avond door …”, onder “Wat gaan we doen”; was");
  expect(stdout).not.toMatch(/[{}]"|"target"|measure|\btext\b/);
});
