import { chmod, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Copy, copyOf, copyOfPlan } from "../setup/content.js";
import { decided } from "../setup/decided.js";
import { filesIn } from "../setup/files.js";
import { ivp } from "../setup/ivp.js";
import { png } from "../setup/png.js";

const adopt = (content: Copy, ...args: string[]) => ivp("adopt", ...args, "--content", content.folder);

/** The lines that one text has and the other hasn't, in order. */
const changed = (before = "", after = ""): string[] => {
  const [old, fresh] = [before, after].map((text) => text.split("\n"));
  return [
    ...(old ?? []).filter((line) => !fresh?.includes(line)).map((line) => `-${line}`),
    ...(fresh ?? []).filter((line) => !old?.includes(line)).map((line) => `+${line}`),
  ];
};

const town = "municipalities/suderhaven.yaml";

describe("ivp adopt", () => {
  test("changes only the lines of the decision, and keeps the text that was decided on", async () => {
    const content = await copyOfPlan();
    await content.replace(
      town,
      "  plan:\n    state: ter-vaststelling\n",
      "  # Eerst het plan.\n  plan:\n    state: ter-vaststelling # nog niet\n",
    );
    await content.replace(town, "contact: Team Openbare orde", "contact: 'Team  Openbare orde'");
    await content.replace(town, "  Súderhaven leeft van de haven.\n", "  Súderhaven leeft\n  van de haven.\n");
    await content.replace(town, "introduction: |", "introduction: >-");
    const before = await filesIn(content.folder);
    const { code, stderr } = await adopt(content, "plan", ...decided({ by: "Súderhaven" }));
    expect([code, stderr]).toEqual([0, expect.stringContaining("Vastgesteld door 2 van de 3 raden.")]);
    const after = await filesIn(content.folder);
    const fingerprint = /fingerprint: ([0-9a-f]{32})/.exec(after[town] ?? "")?.[1];
    expect(changed(before[town], after[town])).toEqual([
      "-    state: ter-vaststelling # nog niet",
      "+    state: vastgesteld # nog niet",
      "+    date: 2024-12-03",
      "+    reference: RB-101",
      `+    fingerprint: ${fingerprint}`,
    ]);
    expect(Object.keys(after).filter((file) => after[file] !== before[file])).toEqual([
      `adopted/${fingerprint}.json`,
      town,
    ]);
    const kept = JSON.parse(await readFile(join(content.folder, `adopted/${fingerprint}.json`), "utf8"));
    expect(kept.files["vision.yaml"]).toBe(await readFile(join(content.folder, "vision.yaml"), "utf8"));
  });

  test("keeps the line ends of a file, and writes where nothing was decided yet", async () => {
    const content = await copyOf("test/fixtures/base");
    const file = "municipalities/westdorp.yaml";
    const text = (await readFile(join(content.folder, file), "utf8")).replace(/decisions:[\s\S]*?emphases/, "emphases");
    await content.write(file, text.replaceAll("\n", "\r\n"));
    const { code, stderr } = await adopt(content, "plan", ...decided({ by: "westdorp", reference: "R 1: a" }));
    expect([code, stderr]).toEqual([0, expect.any(String)]);
    const after = await readFile(join(content.folder, file), "utf8");
    expect(after.replaceAll("\r\n", "").includes("\n")).toBe(false);
    expect(after.replace(/fingerprint: .*/, "fingerprint:")).toBe(
      text
        .replace(
          "emphases",
          'decisions:\n  plan:\n    state: vastgesteld\n    body: raad\n    date: 2024-12-03\n    reference: "R 1: a"\n    fingerprint:\nemphases',
        )
        .replaceAll("\n", "\r\n"),
    );
  });

  test("what goes and what comes don't stand in each other's way, and a remark on what was to be decided stays", async () => {
    const content = await copyOfPlan();
    const file = "municipalities/suderhaven.yaml";
    const text = await readFile(join(content.folder, file), "utf8");
    const adopt = (...args: string[]) =>
      ivp("adopt", "plan", "--by", "suderhaven", "--date", "2024-12-03", ...args, "--content", content.folder);
    const withdrawn = await adopt("--state", "ingetrokken");
    expect(withdrawn.code, withdrawn.stderr).toBe(0);
    expect(await readFile(join(content.folder, file), "utf8")).toMatch(
      /plan:\n {4}state: ingetrokken\n {4}body: council\n {4}date: 2024-12-03\n {4}fingerprint: \w+\n/,
    );
    const remark = "    state: ter-vaststelling\n    remark: >-\n      In twee\n      regels.\n";
    await content.write(file, text.replace(/ {4}state: ter-vaststelling\n( {4}.*\n)+?(?= {2}annex)/, remark));
    const adopted = await adopt("--reference", "RB-1");
    expect(adopted.code, adopted.stderr).toBe(0);
    expect(await readFile(join(content.folder, file), "utf8")).toMatch(
      /state: vastgesteld\n.*body: raad\n.*date: 2024-12-03\n.*reference: RB-1\n {4}remark: >-\n {6}In twee\n {6}regels\.\n {4}fingerprint: \w+\n/,
    );
  });

  test("shows what it would write, and writes nothing, with --dry-run", async () => {
    const content = await copyOfPlan();
    const before = await filesIn(content.folder);
    const { code, stdout, stderr } = await adopt(content, "plan", ...decided(), "--dry-run");
    expect([code, await filesIn(content.folder)]).toEqual([0, before]);
    expect(stdout).toContain("-     state: ter-vaststelling\n+     state: vastgesteld\n");
    expect(stderr).toContain(
      "Er is niets geschreven. Daarna is de status van IVP Zoutkust 2025–2028: Vastgesteld door 2 van de 3 raden.",
    );
  });

  test("understands the words of users: names, documents and outcomes", async () => {
    const content = await copyOfPlan();
    const date = ["--date", "2024-12-03", "--reference", "R1"];
    for (const args of [
      ["plan", "--by", "gemeente IJzerwoude", "--state", "voorgelegd"],
      ["plan", "--by", "Súderhaven", "--state", "gewijzigd vastgesteld", ...date],
      ["lokale bijlage", "--by", "suderhaven", ...date],
      ["UVP:2025-2026", "--by", "'s-zoutendam", ...date].with(0, "uitvoeringsprogramma:2025-2026"),
      ["programma:2027-2028", "--by", "'s-Zoutendam", "--state", "ingetrokken", "--date", "2024-12-03"],
    ]) {
      const { code, stderr } = await adopt(content, ...args);
      expect([args, code, stderr]).toEqual([args, 0, expect.any(String)]);
    }
    const { stdout } = await ivp("list", "--content", content.folder);
    expect(stdout).toContain("Vastgesteld door 2 van de 3 raden (waarvan 1 gewijzigd)");
    expect(stdout).toContain("Vastgesteld door 1 van de 3 colleges");
    expect(stdout).toContain("Ingetrokken door 1 van de 3 colleges");
    expect((await ivp("check", "--content", content.folder)).code).toBe(0);
  });

  test("of a plan of one municipality, its decision is that of the plan", async () => {
    const content = await copyOf("test/fixtures/base");
    await content.remove("municipalities/westdorp.yaml");
    await content.replace(
      "programmes/2025-2026.yaml",
      "municipalities: [oostdorp, westdorp]",
      "municipalities: [oostdorp]",
    );
    const { code } = await adopt(content, "plan", ...decided({ by: "oostdorp", reference: "R1" }));
    expect(code).toBe(0);
    expect((await ivp("list", "--content", content.folder)).stdout).toMatch(/^ivp-2025-2028 +plan +Vastgesteld +/m);
    const again = await adopt(content, "bijlage", ...decided({ by: "oostdorp", reference: "R1" }));
    expect([again.code, again.stderr]).toEqual([
      2,
      expect.stringContaining("Met één gemeente is er geen lokale bijlage"),
    ]);
  });

  test.each<[what: string, args: string[], told: string, code?: number]>([
    ["an unknown municipality", ["plan", "--by", "suderhave"], "Bedoelde u “suderhaven”?"],
    ["an unknown document", ["pln", "--by", "suderhaven"], "Bedoelde u “plan”?"],
    ["an unknown programme", ["programma:2025", "--by", "suderhaven"], "Er is geen uitvoeringsprogramma “2025”."],
    [
      "no programme where there are more",
      ["programma", "--by", "suderhaven"],
      "programma:2025-2026 of programma:2027-2028",
    ],
    ["an unknown outcome", ["plan", "--by", "suderhaven", "--state", "vastgesteldd"], "Bedoelde u “vastgesteld”?"],
    ["no date", ["plan", "--by", "suderhaven", "--reference", "R1"], "Zeg ook wanneer is besloten."],
    ["no number", ["plan", "--by", "suderhaven", "--date", "2024-12-03"], "Zeg ook onder welk kenmerk is besloten."],
    ["a day that isn't there", ["plan", "--by", "suderhaven", "--date", "2024-02-30"], "“2024-02-30” is geen datum."],
    ["a day in another form", ["plan", "--by", "suderhaven", "--date", "3-12-2024"], "is geen datum."],
    [
      "a day years before",
      ["plan", ...decided({ date: "2005-12-03", reference: "R1" })],
      "past niet bij de looptijd 2025–2028",
    ],
    ["a day to come", ["plan", ...decided({ date: "2028-12-03", reference: "R1" })], "moet nog komen"],
    [
      "twice",
      ["plan", ...decided({ by: "s-zoutendam", reference: "R1" })],
      "heeft al besloten: vastgesteld op 14 november 2024 onder kenmerk Raadsbesluit 2024/112",
    ],
    ["laid before again", ["plan", "--by", "s-zoutendam", "--state", "ter-vaststelling"], "heeft al besloten"],
    ["the annex before the plan", ["bijlage", ...decided({ reference: "R1" })], "IVP521", 1],
    ["the programme before the plan", ["programma:2025-2026", ...decided({ reference: "R1" })], "IVP521", 1],
    [
      "the annex earlier than the plan",
      ["bijlage", ...decided({ by: "s-zoutendam", date: "2024-11-01", reference: "R1" }), "--replace"],
      "In 's-Zoutendam is het plan pas later vastgesteld, op 14 november 2024.",
    ],
  ])("refuses %s, and changes nothing", async (_, args, told, code = 2) => {
    const content = await copyOfPlan();
    const before = await filesIn(content.folder);
    const outcome = await adopt(content, ...args);
    expect([outcome.code, outcome.stderr]).toEqual([code, expect.stringContaining(told)]);
    expect(await filesIn(content.folder)).toEqual(before);
  });

  test("a remark on a decision that is replaced goes with it, and that is told", async () => {
    const content = await copyOfPlan();
    const again = ["--by", "s-zoutendam", "--date", "2024-11-14", "--reference", "R9", "--replace"];
    await adopt(content, "plan", ...again, "--remark", "Na een lange vergadering.");
    const { code, stderr } = await adopt(content, "plan", ...again);
    expect([code, stderr]).toEqual([
      0,
      expect.stringContaining("De opmerking bij het vorige besluit vervalt: “Na een lange vergadering.”"),
    ]);
  });

  test("a kenmerk is a name, in which no abbreviation or word has to be right", async () => {
    const content = await copyOfPlan();
    const { code, stderr } = await adopt(content, "plan", ...decided({ reference: "RB 26 bslt 7" }));
    expect([code, stderr]).toEqual([0, expect.not.stringMatching(/IVP401|IVP609/)]);
  });

  test("a plan that is adopted anew, when its annex was adopted before: written, and told", async () => {
    const content = await copyOfPlan();
    const again = ["--by", "s-zoutendam", "--date", "2025-06-02", "--reference", "R9", "--replace"];
    const { code, stderr } = await adopt(content, "plan", ...again);
    expect([code, stderr]).toEqual([0, expect.stringContaining("IVP527")]);
    expect(stderr).toContain("vastgesteld op 14 november 2024, maar het plan pas later, op 2 juni 2025.");
    expect((await adopt(content, "bijlage", ...again)).stderr).not.toContain("IVP527");
    // What was adopted with a plan that is rejected after all, goes first.
    const rejected = ["--by", "s-zoutendam", "--date", "2025-06-03", "--reference", "R10", "--replace", "--state"];
    expect((await adopt(content, "plan", ...rejected, "verworpen")).stderr).toContain(
      "Leg vast wat er met dit stuk gebeurde (npx ivp adopt --replace --state ingetrokken).",
    );
    expect((await adopt(content, "bijlage", ...rejected, "ingetrokken")).code).toBe(0);
    expect((await adopt(content, "plan", ...rejected, "verworpen")).code).toBe(0);
  });

  test("refuses content with errors, and changes nothing", async () => {
    const content = await copyOfPlan();
    await content.append("vision.yaml", "titel: x\n");
    const before = await filesIn(content.folder);
    const { code, stderr } = await adopt(content, "plan", ...decided({ reference: "R1" }));
    expect([code, stderr]).toEqual([1, expect.stringContaining("Er is niets gewijzigd.")]);
    expect(await filesIn(content.folder)).toEqual(before);
  });

  test("where nothing may be written, nothing is", async ({ skip }) => {
    if (process.getuid?.() === 0) skip("root may write everywhere");
    const content = await copyOfPlan();
    const before = await filesIn(content.folder);
    await chmod(content.folder, 0o500);
    const { code } = await adopt(content, "plan", ...decided({ reference: "R1" }));
    await chmod(content.folder, 0o700);
    expect([code, await filesIn(content.folder)]).toEqual([3, before]);
  });

  test("a folder in the place of the file that it writes is told, and nothing is left behind", async () => {
    const content = await copyOfPlan();
    await content.write("adopted", "een bestand");
    const before = await filesIn(content.folder);
    const { code, stderr } = await adopt(content, "plan", ...decided({ reference: "R1" }));
    expect([code, stderr]).toEqual([3, expect.stringContaining("niet")]);
    expect(await filesIn(content.folder)).toEqual(before);
  });

  test("writes over a decision when that is meant", async () => {
    const content = await copyOfPlan();
    const { code } = await adopt(
      content,
      "plan",
      ...decided({ by: "s-zoutendam", date: "2024-11-14", reference: "R2" }),
      "--remark",
      "Opnieuw besloten.",
      "--replace",
    );
    expect(code).toBe(0);
    expect(await readFile(join(content.folder, "municipalities/s-zoutendam.yaml"), "utf8")).toMatch(
      /plan:\n {4}state: vastgesteld\n {4}body: council\n {4}date: 2024-11-14\n {4}reference: R2\n {4}remark: Opnieuw besloten\.\n {4}fingerprint: [0-9a-f]{32}\n/,
    );
  });
});

describe("what changes after it was adopted", () => {
  const adopted = async () => {
    const content = await copyOfPlan();
    const date = ["--date", "2024-12-03", "--reference", "R1"];
    await adopt(content, "plan", "--by", "suderhaven", ...date);
    await adopt(content, "bijlage", "--by", "suderhaven", ...date);
    return content;
  };
  const found = async ({ folder }: Copy) => {
    const { stdout, code } = await ivp("check", "--content", folder, "--format", "json");
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string; message: string; line: number }[] };
    return [code, diagnostics.filter((one) => one.code === "IVP526").map(({ message }) => message)];
  };

  test.each<[what: string, change: (content: Copy) => Promise<void>]>([
    ["a comment", (content) => content.append("vision.yaml", "# Zo is het goed.\n")],
    [
      "how lines are wrapped",
      (content) => content.replace("vision.yaml", "zich thuis, ook wie", "zich thuis,\n  ook wie"),
    ],
    [
      "the order of keys",
      (content) => content.replace("vision.yaml", "id: vision\ntitle: Visie\n", "title: Visie\nid: vision\n"),
    ],
    ["emphasis", (content) => content.replace("vision.yaml", "thuis", "**thuis**")],
    [
      "colours and icons",
      (content) =>
        content.replace("priorities/burglary.yaml", "icon: house\ncolour: blue", "icon: flame\ncolour: ochre"),
    ],
    [
      "what another council decides",
      (content) =>
        adopt(content, "plan", ...decided({ by: "ijzerwoude", date: "2024-12-04", reference: "R2" })).then(
          () => undefined,
        ),
    ],
    [
      "how far an action is",
      (content) => content.replace("programmes/2025-2026.yaml", "    status: loopt\n", "    status: afgerond\n"),
    ],
    ["what another annex says", (content) => content.append("municipalities/ijzerwoude.yaml", "# Einde.\n")],
  ])("%s isn't told", async (_, change) => {
    const content = await adopted();
    await change(content);
    expect(await found(content)).toEqual([0, []]);
  });

  test("an image with other bytes is", async () => {
    const content = await adopted();
    await content.write("images/dijk.png", png(4, 4, 0));
    expect((await found(content))[1]).toHaveLength(1);
  });

  test("the meaning is told at its decision, in the list and in the documents", async () => {
    const content = await adopted();
    await content.replace("plan.yaml", "motto: Wie samen kijkt, ziet meer", "motto: Ieder voor zich");
    expect(await found(content)).toEqual([
      0,
      ["Het plan in Súderhaven is na de vaststelling op 3 december 2024 gewijzigd."],
    ]);
    const { stdout } = await ivp("list", "--content", content.folder);
    expect(stdout).toContain("Vastgesteld door 2 van de 3 raden (waarvan 1 over een eerdere tekst)");
    await content.replace("municipalities/suderhaven.yaml", "contact: Team Openbare orde", "contact: Team Handhaving");
    expect((await ivp("list", "--content", content.folder)).stdout).toMatch(
      /suderhaven +bijlage +Vastgesteld, daarna gewijzigd/,
    );
  });
});
