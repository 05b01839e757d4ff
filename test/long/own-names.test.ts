/** What a team calls its documents, in everything that comes out of a plan with a document of every kind. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ruleDocs } from "../../src/check/index.js";
import { planOfEveryKind } from "../setup/every-kind.js";
import { ivp } from "../setup/ivp.js";
import { fixedNames, renamed } from "../setup/own-names.js";
import { textOf } from "../setup/variant.js";

/** Kinds of content that the plan of every kind has no file of. */
const more: Readonly<Record<string, string>> = {
  "indicators/burglaries.yaml": `id: burglaries
title: Woninginbraken
priorities: [burglary]
unit: misdrijven
team: som
source: { name: Verzonnen voor een proef }
values:
  - { municipality: ijzerwoude, year: 2023, value: 12 }
  - { municipality: s-zoutendam, year: 2023, value: 14 }
  - { municipality: suderhaven, year: 2023, value: 9 }
`,
  "amendments/apart.yaml": `id: apart
title: Later op straat
municipality: suderhaven
date: 2024-11-15
state: aangenomen
scope: afwijking
reason: Bij ons is het later donker.
changes:
  - target: measure:evening-rounds
    field: text
    old: Een [[term:boa]] loopt in de avond door donkere straten.
    new: Een [[term:boa]] loopt in de nacht door donkere straten.
`,
};

let folder: string;
let content: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ivp-own-names-"));
  content = join(folder, "content");
  const own = Object.entries(more).map(([path, text]) => ({ path, bytes: Buffer.from(text) }));
  for (const { path, bytes } of renamed([...(await planOfEveryKind()), ...own])) {
    await mkdir(dirname(join(content, path)), { recursive: true });
    await writeFile(join(content, path), bytes);
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What the team calls nothing so, besides {@link fixedNames}; a numbered annex of the plan is one for every team. */
const others = /.{0,40}(?:integra(?:al|le) veiligheidsplan|uitvoeringsprogramma|lokale bijlage|rapportage).{0,40}/gi;

/** Where a text has another name for a document than the team has. What content is quoted with its line, is that of users. */
const notOurs = (text: string): string[] => {
  const own = text.replaceAll(/^ *\d+ │.*$/gm, "");
  return [...fixedNames(own), ...(own.match(others) ?? [])];
};

const adoption = (about: string, by: string, ...more: string[]): string[] => [
  ...["adopt", about, "--by", by, "--date", "2024-12-03", "--reference", "R-1"],
  ...more,
];

test("every message and document has the team's own names, whatever is in the content", async () => {
  const [out, pack] = [join(folder, "out"), join(folder, "pack")];
  const steps: readonly (readonly [code: number, args: readonly string[]])[] = [
    [0, adoption("veiligheidsnota", "suderhaven", "--state", "gewijzigd-vastgesteld")],
    [0, adoption("gemeentelijk deel", "suderhaven")],
    [0, adoption("actieagenda:2025-2026", "suderhaven")],
    [0, adoption("actieagenda:2027-2028", "suderhaven", "--state", "verworpen")],
    [0, adoption("programma:2027-2028", "s-zoutendam")],
    [2, adoption("actieagenda", "s-zoutendam")],
    [2, adoption("actieagenda:2030", "s-zoutendam")],
    [2, adoption("jaarverslag", "s-zoutendam")],
    [2, adoption("iets", "s-zoutendam")],
    [0, ["build", "--out", out, "--format", "html"]],
    [0, ["list"]],
    [0, ["list", "--trace"]],
    [0, ["log"]],
    [0, ["amend", "apart"]],
    [0, ["amend", "more"]],
    [0, ["pack", "--all", "--out", pack, "--format", "html"]],
    [0, ["amend", "apart", "--apply"]],
    [0, ["amend", "more", "--apply"]],
    [0, ["build", "--out", out, "--format", "html"]],
    [0, ["publish", "--to", join(folder, "public"), "--out", out, "--with-concepts"]],
    [0, ["rollover", "veiligheidsnota", "2029-2032", "--dry-run"]],
    [2, ["rollover", "nota", "2029-2032", join(content, "volgend")]],
    [2, ["rollover", "actieagenda", "2031-2032"]],
    [2, ["rollover", "gemeentelijk deel", "2031-2032"]],
    [0, ["progress", "new", "2026-06-30"]],
  ];
  const said: Record<string, string> = {};
  for (const [expected, args] of steps) {
    const { code, stdout, stderr } = await ivp(...args, "--content", content);
    const step = args.slice(0, 3).join(" ");
    said[step] = stderr;
    expect([step, code, notOurs(withoutTitles(`${stdout}${stderr}`))]).toEqual([step, expected, []]);
  }
  expect(said["adopt actieagenda --by"]).toContain("Noem er één: actieagenda:2025-2026 of actieagenda:2027-2028.");
  expect(said["adopt iets --by"]).toContain("Kies uit: nota, gemeentelijk deel, actieagenda.");
  expect(said["adopt jaarverslag --by"]).toContain("Een besluit over een jaarverslag legt ivp adopt niet vast.");
  expect(said["rollover nota 2029-2032"]).toContain("De map voor de volgende nota (");
  expect(said["rollover nota 2029-2032"]).toContain("zoals content-2029-2032");
  expect(said["rollover actieagenda 2031-2032"]).toContain("valt buiten de looptijd van de nota");
  expect(said["rollover gemeentelijk deel 2031-2032"]).toContain("Kies uit: actieagenda, nota.");

  for (const made of [out, pack]) {
    const paths = (await readdir(made, { recursive: true })).filter((path) => /\.(?:html|json)$/.test(path));
    expect(paths.length).toBeGreaterThan(20);
    for (const path of paths) {
      const text = await readFile(join(made, path), "utf8");
      expect([path, ...notOurs(`${path}\n${path.endsWith(".html") ? textOf(text) : text}`)]).toEqual([path]);
    }
  }
});

/** Without the sentence of a rule, which stands in the list of rules for every team. */
const titles = ruleDocs.map(({ title }) => title);
const withoutTitles = (text: string): string => titles.reduce((rest, title) => rest.replaceAll(title, ""), text);
