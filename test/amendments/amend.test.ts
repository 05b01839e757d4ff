import { chmod, readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { type Copy, copyOf, copyOfPlan, temporaryFolder } from "../setup/content.js";
import { filesIn } from "../setup/files.js";
import { git, initialise } from "../setup/git.js";
import { ivp, ivpIn } from "../setup/ivp.js";

/** An amendment with some keys, and changes as lines of YAML. */
const amendment = (changes: string, more = "", municipality = "s-zoutendam", id = "more"): string =>
  `id: ${id}\ntitle: Vaker op straat\nmunicipality: ${municipality}\n${more}changes:\n${changes}`;

const adopted = "date: 2024-11-14\nstate: aangenomen\n";

/** One sentence of a measure. */
const sentence = `  - target: measure:evening-rounds
    field: text
    old: Een [[term:boa]] loopt in de avond door donkere straten.
    new: Een [[term:boa]] loopt elke avond door alle straten.
`;

async function planWith(files: Readonly<Record<string, string>>): Promise<Copy> {
  const content = await copyOfPlan();
  for (const [name, text] of Object.entries(files)) await content.write(`amendments/${name}.yaml`, text);
  return content;
}

const amend = (content: Copy, ...args: string[]) =>
  ivp("amend", ...args, "--content", content.folder, "--out", join(content.folder, "../out"));

/** The lines that differ between two versions of files, as git shows them. */
function changedLines(before: Record<string, string>, after: Record<string, string>): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].sort().flatMap((file) => {
    const [old, fresh] = [before[file] ?? "", after[file] ?? ""].map((text) => text.split("\n"));
    return [
      ...(old ?? []).filter((line) => !fresh?.includes(line)).map((line) => `${file} - ${line.trim()}`),
      ...(fresh ?? []).filter((line) => !old?.includes(line)).map((line) => `${file} + ${line.trim()}`),
    ];
  });
}

describe("ivp amend shows what an amendment would do, and writes nothing", () => {
  test("in the form of the council, with documents, money, measures and actions", async () => {
    const content = await planWith({
      more: amendment(
        `${sentence}  - target: paragraph:burglary
    field: measures
    new: { id: lamps, text: Er komen lampen in donkere straten. }
    after: evening-rounds
  - target: action:2025-2026/rounds
    field: money
    old: 12500
    new: 20000
  - target: action:2025-2026/rounds
    field: measures
    new: lamps
  - target: municipality:s-zoutendam
    field: finances.extra-officer.amount
    old: 20000
    new: 25000
`,
        "submitters: [Lokaal Belang]\nreason: Bewoners vragen om een [[term:boa]].\n",
      ),
    });
    const before = await filesIn(content.folder);
    const { code, stdout } = await amend(content, "more");
    expect(code).toBe(0);
    for (const line of [
      "De gemeenteraad van 's-Zoutendam, in vergadering bijeen op een dag die nog niet bekend is;",
      "besluit het plan als volgt te wijzigen:",
      "1. In maatregel M1, onder “Wat gaan we doen”, te vervangen",
      "Was:   Een BOA loopt in de avond door donkere straten.",
      "Wordt: Een BOA loopt elke avond door alle straten.",
      "2. Aan paragraaf 3.2 (Inbraak), onder “Wat gaan we doen”, toe te voegen, na maatregel M1",
      "Wordt: maatregel “Er komen lampen in donkere straten”",
      "Bewoners vragen om een BOA.",
      "Lokale bijlage Súderhaven",
      "Niet verdeeld over gemeenten, acties, 2026: was € 12.500, wordt € 20.000",
      "'s-Zoutendam, bijdragen, per jaar: was € 20.000 en 1 bedrag open, wordt € 25.000 en 1 bedrag open",
      "Prioriteit “Inbraak”: krijgt 1 maatregel erbij (Er komen lampen in donkere straten.)",
      "Maatregel M2: krijgt 1 actie erbij (Avondrondes lopen)",
      "Geen verwijzing breekt.",
      "Er komt geen melding bij.",
      "De datum van de vergadering is nog niet bekend.",
    ])
      expect(stdout).toContain(line);
    const markdown = (await amend(content, "more", "--format", "markdown")).stdout;
    expect(markdown).toContain(
      "| Een BOA loopt in de avond door donkere straten. | Een BOA loopt elke avond door alle straten. |",
    );
    const data = JSON.parse((await amend(content, "more", "--format", "json")).stdout);
    expect(data).toMatchObject({ id: "more", problems: [], brokenReferences: [], conflicts: [] });
    expect(data.documents.map(({ id }: { id: string }) => id)).toContain("uvp-2025-2026");
    expect(await filesIn(content.folder)).toEqual(before);
  });

  test("which references break, and which findings come of it", async () => {
    const content = await planWith({
      more: amendment(
        "  - target: measure:evening-rounds\n    old: |\n      Een [[term:boa]] loopt in de avond door donkere straten.\n      De rondes staan vooraf op de website.\n",
      ),
    });
    const { stdout } = await amend(content, "more");
    expect(stdout).toContain("1. Maatregel M1 te laten vervallen");
    // With references that break, what else changes isn't known.
    expect(stdout).toMatch(/Geld\n {2}Niet te zeggen: de inhoud zou fouten hebben\./);
    expect(stdout).not.toMatch(/Er verandert geen bedrag|krijgt er iets bij/);
    expect(stdout).toMatch(/Verwijzingen die breken\n {2}finances\.yaml:\d+:\d+ fout IVP301/);
    expect(stdout).toContain("programmes/2025-2026.yaml");
  });

  test("other open amendments on the same words, and none where the words differ", async () => {
    const other = (old: string, id: string) =>
      amendment(
        `  - target: measure:evening-rounds\n    field: text\n    old: ${old}\n    new: Iets anders.\n`,
        "",
        "suderhaven",
        id,
      );
    const content = await planWith({
      more: amendment(sentence),
      same: other("in de avond door donkere", "same"),
      apart: other("De rondes staan vooraf op de website.", "apart"),
    });
    const { conflicts } = JSON.parse((await amend(content, "more", "--format", "json")).stdout);
    expect(conflicts).toEqual([{ change: 1, amendment: "same", municipality: "suderhaven", otherChange: 1 }]);
    expect((await amend(content, "more")).stdout).toContain("Súderhaven wil daar: Iets anders.");
  });

  test("what no longer stands, in three ways; then it can't be carried out", async () => {
    const content = await planWith({ more: amendment(sentence, adopted) });
    await content.replace("priorities/burglary.yaml", "loopt in de avond", "fietst in de avond");
    const before = await filesIn(content.folder);
    for (const args of [["more"], ["more", "--apply"]]) {
      const { code, stdout, stderr } = await amend(content, ...args);
      expect(code).toBe(1);
      for (const line of [
        "Het amendement gaat uit van: Een [[term:boa]] loopt in de avond",
        "Er staat nu: Een [[term:boa]] fietst in de avond",
        "Het zou worden: Een [[term:boa]] loopt elke avond",
      ])
        expect(stdout + stderr).toContain(line);
    }
    expect(await filesIn(content.folder)).toEqual(before);
  });
});

describe("ivp amend --format html", () => {
  test("makes the document on which is voted, and tells where it is", async () => {
    const content = await planWith({ more: amendment(sentence) });
    const { code, stderr } = await amend(content, "more", "--format", "html");
    expect([code, stderr]).toEqual([0, expect.stringContaining("out/amendementen/more.html.")]);
    const page = await readFile(join(content.folder, "../out/amendementen/more.html"), "utf8");
    expect(page).toMatch(/<ins>.*elke.*<\/ins>/);
  });

  test("not of what can't be carried out: told why; of what was rejected, it is as it was voted on", async () => {
    const other = sentence.replace("in de avond", "overdag");
    const content = await planWith({ more: amendment(other) });
    const { code, stderr } = await amend(content, "more", "--format", "html");
    expect([code, stderr]).toEqual([1, expect.stringContaining("Er staat nu: Een [[term:boa]] loopt in de avond")]);
    expect(stderr).toContain("Er is niets gemaakt.");
    expect(await readdir(dirname(content.folder))).not.toContain("out");
    await content.write("amendments/more.yaml", amendment(other, "date: 2024-11-14\nstate: verworpen\n"));
    expect((await amend(content, "more", "--format", "html")).code).toBe(0);
    const both = await amend(content, "more", "--apply", "--format", "json");
    expect([both.code, both.stderr]).toEqual([2, expect.stringContaining("--format gaat niet samen met --apply")]);
  });
});

describe("ivp amend --apply", () => {
  test("one sentence is one line; the amendment is marked; a second time is told and changes nothing", async () => {
    const content = await planWith({ more: amendment(sentence, adopted) });
    const before = await filesIn(content.folder);
    expect((await amend(content, "more", "--apply")).code).toBe(0);
    const after = await filesIn(content.folder);
    expect(changedLines(before, after)).toEqual([
      "amendments/more.yaml + applied: ja",
      "priorities/burglary.yaml - Een [[term:boa]] loopt in de avond door donkere straten.",
      "priorities/burglary.yaml + Een [[term:boa]] loopt elke avond door alle straten.",
    ]);
    const again = await amend(content, "more", "--apply");
    expect([again.code, again.stderr]).toEqual([0, expect.stringContaining("al verwerkt")]);
    expect(await filesIn(content.folder)).toEqual(after);
  });

  test.each([
    [
      "folded",
      ">\n          De eerste zin is lang en\n          staat op twee regels. Een [[term:boa]] loopt in de avond door donkere straten.\n          De rondes staan vooraf. # geen opmerking",
    ],
    [
      "quoted",
      '"De \\u00e9\\u00e9rste zin is lang en\n          staat op twee regels.\n          Een [[term:boa]] loopt in de avond door donkere straten.\n          De \\"rondes\\" staan vooraf."',
    ],
    [
      "in single quotes",
      "'De ''eerste'' zin is lang en\n          staat op twee regels.\n          Een [[term:boa]] loopt in de avond door donkere straten.'",
    ],
    [
      "literal, with a comment",
      "|  # wat we doen\n          De eerste zin.\n          Een [[term:boa]] loopt in de avond door donkere straten.\n           \n          De rondes staan vooraf.",
    ],
  ])("changes no other byte of a text that is %s, with either line end", async (_, written) => {
    for (const eol of ["\n", "\r\n"]) {
      const content = await planWith({
        more: `# over dit amendement\n${amendment(sentence, `${adopted}submitters:   [ 'A',  "B" ] # fracties\n`)}`.replaceAll(
          "\n",
          eol,
        ),
      });
      const file = "priorities/burglary.yaml";
      const old = await readFile(join(content.folder, file), "utf8");
      const text = old
        .replace(
          "|\n          Een [[term:boa]] loopt in de avond door donkere straten.\n          De rondes staan vooraf op de website.",
          () => written,
        )
        .replace("    measures:\n", "    measures: # de maatregelen\n")
        .replaceAll("\n", eol);
      expect(text).toContain("# de maatregelen");
      await content.write(file, text);
      const before = await filesIn(content.folder);
      expect(await amend(content, "more", "--apply")).toMatchObject({ code: 0 });
      const after = await filesIn(content.folder);
      expect(after[file]).toBe(
        before[file]?.replace("loopt in de avond door donkere straten.", "loopt elke avond door alle straten."),
      );
      expect(after["amendments/more.yaml"]).toBe(
        before["amendments/more.yaml"]?.replace("state: aangenomen", `state: aangenomen${eol}applied: ja`),
      );
    }
  });

  test("adds and drops: a measure, an action, a partner, a text that wasn't there", async () => {
    const content = await planWith({
      more: amendment(
        `  - target: paragraph:nuisance
    field: measures
    new: { id: talk, text: We praten met buren. }
  - target: action:2025-2026/street-talks
    field: measures
    new: talk
  - target: action:2025-2026/beach-team
    old: Een team op het strand
  - target: action:2025-2026/harbour-watch
    field: partners
    old: police
  - target: development:extra-officer
    field: text
    old: De toezichthouder loopt in de avond door de wijken.
  - target: priority:water
    field: introduction
    new: |
      Het water stijgt.
`,
        adopted,
      ),
    });
    expect(await amend(content, "more", "--apply")).toMatchObject({ code: 0 });
    const read = async (file: string) => parse(await readFile(join(content.folder, file), "utf8"));
    expect((await read("priorities/youth.yaml")).paragraphs[0].measures).toEqual([
      { id: "talk", text: "We praten met buren." },
    ]);
    const { actions } = await read("programmes/2025-2026.yaml");
    expect(actions.map(({ id }: { id: string }) => id)).toEqual(["rounds", "street-talks", "harbour-watch"]);
    expect(actions[2].partners).toEqual(["water-board"]);
    expect((await read("finances.yaml")).developments[0]).not.toHaveProperty("text");
    expect(Object.keys(await read("priorities/water.yaml")).slice(6, 8)).toEqual(["themes", "introduction"]);
    expect((await ivp("check", "--content", content.folder)).code).toBe(0);
  });

  test.each<readonly [string, Readonly<Record<string, string>>, readonly string[], number, RegExp]>([
    ["not voted on", { more: amendment(sentence) }, [], 2, /is ingediend: alleen wat de raad aannam/],
    ["rejected", { more: amendment(sentence, "date: 2024-11-14\nstate: verworpen\n") }, [], 2, /is verworpen/],
    ["withdrawn", { more: amendment(sentence, "state: ingetrokken\n") }, [], 2, /is ingetrokken/],
    [
      "of a target that is gone",
      { more: amendment(sentence.replace("evening-rounds", "evening-round"), adopted) },
      [],
      1,
      /Er is geen maatregel met de sleutelnaam “evening-round”[\s\S]*Bedoelde u “measure:evening-rounds”/,
    ],
    [
      "that breaks references",
      { more: amendment("  - target: action:2025-2026/rounds\n    field: measures\n    new: nothing\n", adopted) },
      [],
      1,
      /IVP301[\s\S]*Met dit amendement krijgt de inhoud deze fout\./,
    ],
    [
      "that is unclear",
      { more: amendment("  - target: paragraph:drugs\n    field: now\n    old: e\n    new: a\n", adopted) },
      [],
      1,
      /staat er niet meer zo/,
    ],
    [
      "of which the words stand twice",
      { more: amendment("  - target: measure:evening-rounds\n    field: text\n    old: de\n    new: een\n", adopted) },
      [],
      1,
      /Dit staat er 2 keer/,
    ],
    [
      "of another council's municipality",
      {
        more: amendment(
          "  - target: municipality:suderhaven\n    field: contact\n    old: Team Openbare orde\n    new: Niemand\n",
          adopted,
        ),
      },
      [],
      1,
      /IVP565/,
    ],
    [
      "decided otherwise by another council",
      {
        more: amendment(sentence, adopted),
        other: amendment(sentence.replace("elke avond", "overdag"), adopted, "ijzerwoude", "other"),
      },
      [],
      1,
      /Een andere raad nam over dezelfde tekst iets anders aan[\s\S]*IJzerwoude wil daar/,
    ],
    [
      "decided otherwise by the same council",
      {
        more: amendment(sentence, adopted),
        other: amendment(sentence.replace("elke avond", "overdag"), adopted, "s-zoutendam", "other"),
      },
      [],
      1,
      /Deze raad nam over dezelfde tekst ook iets anders aan[\s\S]*Maak er één amendement van/,
    ],
    [
      "of an unknown name",
      { more: amendment(sentence, adopted) },
      ["mor"],
      2,
      /Er is geen amendement “mor”[\s\S]*Bedoelde u “more”/,
    ],
    [
      "with errors in the content",
      { more: amendment(sentence, adopted), wrong: "id: wrong\n" },
      [],
      1,
      /IVP202[\s\S]*Er is niets gewijzigd/,
    ],
  ])("an amendment %s", async (_, files, [id = "more"], code, said) => {
    const content = await planWith(files);
    const before = await filesIn(content.folder);
    const outcome = await amend(content, id, "--apply");
    expect([outcome.code, outcome.stderr]).toEqual([code, expect.stringMatching(said)]);
    if (code !== 0) expect(await filesIn(content.folder)).toEqual(before);
  });

  test.skipIf(process.getuid?.() === 0)("a folder that isn't writable leaves all as it was", async () => {
    const content = await planWith({ more: amendment(sentence, adopted) });
    const before = await filesIn(content.folder);
    await chmod(join(content.folder, "priorities"), 0o500);
    const { code } = await amend(content, "more", "--apply");
    await chmod(join(content.folder, "priorities"), 0o700);
    expect(code).toBe(3);
    expect(await filesIn(content.folder)).toEqual(before);
  });
});

describe("what a council decides apart from its amendment", () => {
  test("no amendment changes a decision or the name by which a thing is known", async () => {
    for (const [target, field, old, fresh] of [
      ["municipality:s-zoutendam", "decisions.plan.date", "2024-11-14", "2024-12-01"],
      ["plan", "decision.state", "ter-vaststelling", "vastgesteld"],
      ["measure:locks", "id", "locks", "sloten"],
    ]) {
      const change = `  - target: ${target}\n    field: ${field}\n    old: ${old}\n    new: ${fresh}\n`;
      const content = await planWith({ more: amendment(change, adopted) });
      const { code, stderr } = await amend(content, "more", "--apply");
      expect([code, stderr]).toEqual([1, expect.stringContaining(`Over “${field}” besluit een raad niet`)]);
    }
  });

  test("what to write down follows from what it changes: the plan, the annex, or a programme on which boards decide", async () => {
    for (const [change, next] of [
      [sentence, "Zo legt u vast dat de raad het plan gewijzigd vaststelde"],
      [
        "  - target: municipality:s-zoutendam\n    field: contact\n    old: Afdeling Veiligheid\n    new: Team Veiligheid\n",
        "ivp adopt bijlage --by s-zoutendam",
      ],
      ["  - target: action:2025-2026/rounds\n    field: money\n    old: 12500\n    new: 15000\n", undefined],
    ] as const) {
      const content = await planWith({ more: amendment(change, adopted) });
      const { code, stderr } = await amend(content, "more", "--apply");
      expect(code, stderr).toBe(0);
      if (next) expect(stderr).toContain(next);
      else expect(stderr).not.toContain("ivp adopt");
      const { stdout } = await ivp("check", "--content", content.folder);
      expect(stdout.includes("IVP568")).toBe(next !== undefined);
    }
  });
});

describe("ivp amend --for", () => {
  test("keeps a deviation that shows in that municipality's annex, and leaves the plan as it is", async () => {
    const content = await planWith({ more: amendment(sentence, adopted) });
    const before = await filesIn(content.folder);
    const { code, stderr } = await amend(content, "more", "--for", "'s-Zoutendam");
    expect([code, stderr]).toEqual([0, expect.stringContaining("als afwijking in: ")]);
    expect(changedLines(before, await filesIn(content.folder))).toEqual([
      "amendments/more.yaml + scope: afwijking",
      "amendments/more.yaml + applied: ja",
    ]);
    const out = join(await temporaryFolder(), "out");
    await ivp("build", "--content", content.folder, "--out", out, "--format", "html");
    const annex = await readFile(join(out, "bijlagen/s-zoutendam.html"), "utf8");
    expect(annex).toContain("Afwijkingen van het plan");
    expect(annex).toMatch(/loopt <ins>.*elke<\/ins>.* avond door <ins>.*alle<\/ins> straten\./);
    expect(await readFile(join(out, "bijlagen/suderhaven.html"), "utf8")).not.toContain("Afwijkingen van het plan");
    expect(await readFile(join(out, "ivp-2025-2028.html"), "utf8")).not.toContain("elke avond door alle");
    const document = await readFile(join(out, "amendementen/more.html"), "utf8");
    expect(document).toContain("besluit voor 's-Zoutendam als volgt af te wijken van het plan:");
    expect(await readFile(join(out, "index.html"), "utf8")).toContain("amendementen/more.html");
  });

  test("a document of what was carried out names things as they were, by no number of today", async () => {
    const added =
      sentence +
      '  - target: paragraph:burglary\n    field: measures\n    new: { id: lamps, text: Er komen lampen. }\n    after: "0"\n';
    const content = await planWith({ more: amendment(added, adopted) });
    expect((await amend(content, "more", "--apply")).code).toBe(0);
    // What was the first measure, is the second now.
    const { stdout } = await amend(content, "more");
    expect(stdout).toContain("1. In maatregel “Een BOA loopt in de avond door…”, onder “Wat gaan we doen”");
    expect(stdout).toContain("2. Aan paragraaf “Inbraak”, onder");
    expect(stdout).not.toMatch(/maatregel M\d/);
  });

  test("not of another council, nor of a municipality that isn't there", async () => {
    const content = await planWith({ more: amendment(sentence, adopted) });
    const before = await filesIn(content.folder);
    expect(await amend(content, "more", "--for", "suderhaven")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("van een andere raad"),
    });
    expect(await amend(content, "more", "--for", "suderhave")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("Bedoelde u “suderhaven”"),
    });
    expect(await filesIn(content.folder)).toEqual(before);
  });

  test("not with one municipality: there is no annex", async () => {
    const content = await copyOf("test/fixtures/base");
    await content.remove("municipalities/westdorp.yaml");
    await content.replace("programmes/2025-2026.yaml", "[oostdorp, westdorp]", "[oostdorp]");
    const change = "  - target: priority:youth\n    field: title\n    old: Jeugd\n    new: Jongeren\n";
    await content.write("amendments/more.yaml", amendment(change, adopted, "oostdorp"));
    const { code, stderr } = await amend(content, "more", "--for", "oostdorp");
    expect([code, stderr]).toEqual([2, expect.stringContaining("Met één gemeente is er geen")]);
  });
});

describe("ivp amend --new", () => {
  async function repository(): Promise<Copy> {
    const content = await copyOfPlan();
    await initialise(dirname(content.folder));
    return content;
  }

  test("writes what differs from the last commit, so that carrying it out gives the same again", async () => {
    const content = await repository();
    await content.replace("priorities/youth.yaml", "elke week met jongeren", "elke dag met jongeren");
    await content.replace("priorities/water.yaml", "ermee geoefend.\n", "ermee geoefend.\n      Dat moet anders.\n");
    await content.replace(
      "priorities/burglary.yaml",
      "      - |\n        In donkere straten breken dieven makkelijker in.\n",
      "",
    );
    await content.replace(
      "programmes/2025-2026.yaml",
      "partners: [police, water-board]",
      "partners: [water-board, social-work]",
    );
    await content.replace(
      "programmes/2025-2026.yaml",
      "{ from: 2025-Q1, to: 2025-Q1 }",
      "{ from: 2025-Q1, to: 2025-Q4 }",
    );
    await content.replace("programmes/2025-2026.yaml", "money: 12500", "money: { open: wat het kost, by: board }");
    await content.replace("plan.yaml", "  - burglary\n  - youth\n", "  - youth\n  - burglary\n");
    await content.append("glossary.yaml", "# einde\n");
    const changed = await filesIn(content.folder);
    const { code, stderr } = await ivpIn(
      dirname(content.folder),
      "amend",
      "fresh",
      "--new",
      "--by",
      "Súderhaven",
      "--title",
      "Een andere koers",
    );
    expect([code, stderr]).toEqual([0, expect.stringContaining("glossary.yaml is alleen anders opgeschreven")]);
    const restore = /git restore -- (.*)/.exec(stderr)?.[1]?.trim().split(" ") ?? [];
    expect(restore).toContain("content/priorities/youth.yaml");
    await git(dirname(content.folder), "restore", "--", ...restore);
    await content.replace("amendments/fresh.yaml", "state: ingediend", "state: aangenomen\ndate: 2024-12-01");
    expect(await amend(content, "fresh", "--apply")).toMatchObject({ code: 0 });
    const { "amendments/fresh.yaml": _, ...after } = await filesIn(content.folder);
    expect(Object.entries(after).map(([file, text]) => [file, file.endsWith(".yaml") ? parse(text) : text])).toEqual(
      Object.entries(changed).map(([file, text]) => [file, file.endsWith(".yaml") ? parse(text) : text]),
    );
  });

  test("says what it can't express, and refuses when nothing differs", async () => {
    const content = await repository();
    const { folder } = content;
    const none = await ivp("amend", "fresh", "--new", "--by", "suderhaven", "--content", folder);
    expect([none.code, none.stderr]).toEqual([
      2,
      expect.stringContaining("Er is niets anders dan in de laatste commit"),
    ]);
    await content.replace("priorities/youth.yaml", "elke week met jongeren", "elke dag met jongeren");
    await content.replace("municipalities/ijzerwoude.yaml", "ligt het verst van de zee", "ligt in het bos");
    await content.write("check.yaml", "severity:\n  - rule: IVP501\n    severity: note\n");
    const { stderr } = await ivp("amend", "fresh", "--new", "--by", "suderhaven", "--content", folder);
    expect(stderr).toContain("Niet in het amendement: check.yaml is geen tekst die een raad vaststelt.");
    expect(stderr).toContain(
      "municipalities/ijzerwoude.yaml is van een andere gemeente: daarover gaat haar eigen raad.",
    );
    expect((await readFile(join(folder, "amendments/fresh.yaml"), "utf8")).match(/target/g)).toHaveLength(1);
    // Its document is called "Amendement" already.
    expect(await readFile(join(folder, "amendments/fresh.yaml"), "utf8")).toContain("title: Fresh\n");
    await git(dirname(folder), "rm", "-r", "--quiet", "--cached", "content");
    await git(dirname(folder), "commit", "--quiet", "-m", "Vergeet de inhoud");
    const unknown = await ivp("amend", "other", "--new", "--by", "suderhaven", "--content", folder);
    expect([unknown.code, unknown.stderr]).toEqual([2, expect.stringContaining("ivp weet niet wat er anders is")]);
    const again = await ivp("amend", "fresh", "--new", "--by", "suderhaven", "--content", folder);
    expect([again.code, again.stderr]).toEqual([2, expect.stringContaining("amendments/fresh.yaml is er al")]);
  });

  test.each([
    [["Fout!", "--new", "--by", "suderhaven"], /kan geen sleutelnaam zijn/],
    [["fresh", "--new"], /Zeg van welke raad/],
    [["fresh", "--new", "--by", "nergens"], /Er is geen gemeente “nergens”/],
    [["fresh", "--new", "--apply"], /gaat niet samen/],
    [["fresh", "--by", "suderhaven"], /horen bij --new/],
  ])("%s", async (args, said) => {
    const content = await repository();
    const { code, stderr } = await ivp("amend", ...args, "--content", content.folder);
    expect([code, stderr]).toEqual([2, expect.stringMatching(said)]);
  });

  test("not outside a repository", async () => {
    const content = await copyOfPlan();
    const { code, stderr } = await ivp("amend", "fresh", "--new", "--by", "suderhaven", "--content", content.folder);
    expect([code, stderr]).toEqual([2, expect.stringContaining("git")]);
    await git(dirname(content.folder), "init", "-q");
    const empty = await ivp("amend", "fresh", "--new", "--by", "suderhaven", "--content", content.folder);
    expect([empty.code, empty.stderr]).toEqual([2, expect.stringContaining("nog niets vastgelegd")]);
    expect(empty.stderr).not.toContain("ivp diff");
  });
});

test("an amendment that comes is told in words by ivp diff", async () => {
  const content = await copyOfPlan();
  await initialise(dirname(content.folder));
  await content.write("amendments/more.yaml", amendment(sentence, "submitters: [Lokaal Belang]\n"));
  const { code, stdout } = await ivp("diff", "HEAD", "--content", content.folder);
  expect(code).toBe(0);
  expect(stdout).toContain("Amendement: Vaker op straat · nieuw");
  expect(stdout).toContain("Een BOA loopt elke avond door alle straten.");
});
