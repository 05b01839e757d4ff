/** Rules on what a progress tells: each way in which it contradicts itself, and what looks like it and is sound. */
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { examine } from "../../src/check/examine.js";
import { type RawFile, readContentFolder } from "../../src/content/index.js";
import { root } from "../setup/ivp.js";

let base: RawFile[] = [];
beforeAll(async () => {
  base = [...(await readContentFolder(join(root, "test/fixtures/base")))];
});

type Progress = Readonly<Record<string, unknown>>;

/** What a rule says of one or more reports. */
function told(code: string, ...all: readonly Progress[]): string[] {
  const reports = all.map((one) => ({
    path: `progress/${String(one.id)}.yaml`,
    bytes: Buffer.from(stringify(one)),
  }));
  const { diagnostics } = examine([...base, ...reports]);
  const faults = diagnostics.filter(({ severity, file }) => severity === "error" && file.startsWith("progress/"));
  expect(faults.filter((one) => one.code !== code)).toEqual([]);
  return diagnostics.filter((one) => one.code === code).map(({ message }) => message);
}

const rounds = (own: object) => ({ action: "2025-2026/rounds", done: "Gedaan.", ...own });
const report = (own: object, id = "2025-12-31") => ({ id, actions: [rounds(own)] });
const towns = (east: string | undefined, west: string | undefined) =>
  Object.entries({ oostdorp: east, westdorp: west }).flatMap(([municipality, state]) =>
    state === undefined ? [] : [{ municipality, state, done: "Anders." }],
  );

describe("a state that contradicts", () => {
  test.each<[string, object, RegExp | undefined]>([
    [
      "a municipality at work on what is over",
      { state: "afgerond", municipalities: towns("loopt", undefined) },
      /heet “afgerond”, maar staat in Oostdorp op “loopt”/,
    ],
    [
      "a municipality at work on what hasn't begun",
      { state: "niet-gestart", municipalities: towns(undefined, "vertraagd") },
      /in Westdorp op “vertraagd”/,
    ],
    [
      "a municipality that stopped what is finished",
      { state: "afgerond", municipalities: towns("gestopt", undefined) },
      undefined,
    ],
    [
      "a municipality that isn't there yet",
      { state: "loopt", municipalities: towns("niet-gestart", undefined) },
      undefined,
    ],
    [
      "all municipalities otherwise: late",
      { state: "loopt", municipalities: towns("vertraagd", "vertraagd") },
      /geen enkele gemeente/,
    ],
    [
      "all municipalities otherwise: not begun",
      { state: "loopt", municipalities: towns("niet-gestart", "niet-gestart") },
      /geen enkele gemeente/,
    ],
    [
      "all municipalities otherwise: over",
      { state: "loopt", municipalities: towns("afgerond", "gestopt") },
      /geen enkele gemeente/,
    ],
    ["late in none", { state: "vertraagd", municipalities: towns("loopt", "loopt") }, /geen enkele gemeente/],
    [
      "late in one, not begun in the other",
      { state: "loopt", municipalities: towns("vertraagd", "niet-gestart") },
      /geen enkele gemeente/,
    ],
    [
      "half way: over in one, not begun in the other",
      { state: "loopt", municipalities: towns("afgerond", "niet-gestart") },
      undefined,
    ],
    ["the same in all", { state: "loopt", municipalities: towns("loopt", "loopt") }, undefined],
    ["no state for all", { municipalities: towns("afgerond", "niet-gestart") }, undefined],
  ])("its municipalities: %s", (_, own, expected) => {
    const found = told("IVP815", report(own));
    expect(found).toEqual(expected ? [expect.stringMatching(expected)] : []);
  });

  test.each<[string, object, RegExp | undefined]>([
    ["spent on what hasn't begun", { state: "niet-gestart", spent: 1 }, /niet gestart, maar er is al aan uitgegeven/],
    ["nothing spent on what hasn't begun", { state: "niet-gestart", spent: 0 }, undefined],
    ["spent per year", { state: "niet-gestart", spent: [{ year: 2025, amount: 5 }] }, /er is al aan uitgegeven/],
    [
      "spent in a municipality where it hasn't begun",
      { state: "loopt", municipalities: [{ municipality: "oostdorp", state: "niet-gestart", done: "Nee.", spent: 5 }] },
      /is in Oostdorp niet gestart/,
    ],
    [
      "spent in a municipality that goes with the others",
      { state: "niet-gestart", municipalities: [{ municipality: "oostdorp", done: "Nee.", spent: 5 }] },
      /is in Oostdorp niet gestart/,
    ],
    ["spent on what runs", { state: "loopt", spent: 5 }, undefined],
  ])("its money: %s", (_, own, expected) => {
    const found = told("IVP815", report(own));
    expect(found).toEqual(expected ? [expect.stringMatching(expected)] : []);
  });

  test.each<[string, object, string, RegExp | undefined]>([
    [
      "over, while it runs",
      { state: "loopt", planning: { from: "2025-Q1", to: "2025-Q3" } },
      "2025-12-31",
      /planning eindigde in het 3e kwartaal 2025/,
    ],
    [
      "over, while it hasn't begun",
      { state: "niet-gestart", planning: { from: "2025-Q1", to: "2025-Q3" } },
      "2025-12-31",
      /op “niet gestart”, maar haar planning eindigde/,
    ],
    ["over, and late", { state: "vertraagd", planning: { from: "2025-Q1", to: "2025-Q3" } }, "2025-12-31", undefined],
    [
      "over, and finished",
      { state: "afgerond", planning: { from: "2025-Q1", to: "2025-Q3" } },
      "2025-12-31",
      undefined,
    ],
    ["in its last quarter", { state: "loopt", planning: { from: "2025-Q1", to: "2025-Q4" } }, "2025-12-31", undefined],
    [
      "a new one that has yet to begin",
      { state: "loopt", planning: { from: "2026-Q2", to: "2026-Q3" } },
      "2025-12-31",
      /begint volgens haar nieuwe planning pas in het 2e kwartaal 2026/,
    ],
    ["begun before its planning", { state: "loopt" }, "2025-02-01", undefined],
    ["as it was", { state: "loopt" }, "2025-12-31", undefined],
  ])("its planning: %s", (_, own, id, expected) => {
    const found = told("IVP815", report(own, id));
    expect(found).toEqual(expected ? [expect.stringMatching(expected)] : []);
  });

  test("a planning that an earlier report moved counts", () => {
    const first = report({ state: "loopt", planning: { from: "2025-Q1", to: "2025-Q3" } }, "2025-06-30");
    expect(told("IVP815", first, report({ state: "loopt" }))).toEqual([
      expect.stringMatching(/eindigde in het 3e kwartaal/),
    ]);
    expect(told("IVP815", first, report({ state: "loopt", planning: { from: "2025-Q1", to: "2026-Q1" } }))).toEqual([]);
  });
});

describe("evaluations", () => {
  const evaluation = (id: string, kind: string) => ({ id, kind, actions: [] });
  test.each<[string, Progress[], RegExp[]]>([
    ["the last in the last year", [evaluation("2028-06-30", "eindevaluatie")], []],
    ["the last too early", [evaluation("2027-12-31", "eindevaluatie")], [/31 december 2027 is te vroeg/]],
    [
      "two that are the last",
      [evaluation("2028-03-31", "eindevaluatie"), evaluation("2028-06-30", "eindevaluatie")],
      [/Op 31 maart 2028 was er al/],
    ],
    [
      "one halfway after the last",
      [evaluation("2028-03-31", "eindevaluatie"), evaluation("2028-06-30", "tussenevaluatie")],
      [/Op 31 maart 2028 was er al/],
    ],
    [
      "one halfway before the last",
      [evaluation("2027-03-31", "tussenevaluatie"), evaluation("2028-06-30", "eindevaluatie")],
      [],
    ],
    ["two halfway", [evaluation("2026-12-31", "tussenevaluatie"), evaluation("2027-12-31", "tussenevaluatie")], []],
  ])("%s", (_, all, expected) => {
    expect(told("IVP816", ...all)).toEqual(expected.map((one) => expect.stringMatching(one)));
  });
});

describe("a new planning within the plan", () => {
  test.each<[string, object, RegExp | undefined]>([
    [
      "past its end",
      { planning: { from: "2028-Q4", to: "2029-Q1" } },
      /loopt tot en met het 1e kwartaal 2029: na het einde van het plan in 2028/,
    ],
    [
      "before its start",
      { planning: { from: "2024-Q4", to: "2025-Q4" } },
      /begint in het 4e kwartaal 2024: voor het begin/,
    ],
    ["from the first quarter to the last", { planning: { from: "2025-Q1", to: "2028-Q4" } }, undefined],
    [
      "past its end in one municipality",
      {
        municipalities: [
          {
            municipality: "oostdorp",
            state: "vertraagd",
            done: "Later.",
            planning: { from: "2026-Q1", to: "2029-Q2" },
          },
        ],
      },
      /nieuwe planning van “Avondrondes lopen” in Oostdorp/,
    ],
  ])("%s", (_, own, expected) => {
    const found = told("IVP814", report({ state: "vertraagd", ...own }));
    expect(found).toEqual(expected ? [expect.stringMatching(expected)] : []);
  });
});

describe("what was spent, beside a budget that isn't told apart", () => {
  const part = (amount: number, own: object = {}) => ({ year: 2025, amount, ...own });
  const east = { municipality: "oostdorp" };
  const cover = (name: unknown) => ({ cover: name });
  const open = { open: "waaruit het komt", by: "board" };
  const spent = (amount: number, own: object = {}) => [{ year: 2025, amount, ...own }];

  /** What both rules say of a budget of the rounds and what was spent on them. */
  function of(parts: readonly object[], own: object): string[] {
    const programme = base.find(({ path }) => path === "programmes/2025-2026.yaml");
    const text = Buffer.from(programme?.bytes ?? "").toString();
    const files = base.map((file) =>
      file === programme
        ? { path: file.path, bytes: Buffer.from(text.replace(/money: .*/, `money: ${JSON.stringify({ parts })}`)) }
        : file,
    );
    const bytes = Buffer.from(stringify(report({ state: "loopt", ...own })));
    const { diagnostics } = examine([...files, { path: "progress/2025-12-31.yaml", bytes }]);
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    return diagnostics.flatMap(({ code, message }) =>
      ["IVP804", "IVP813"].includes(code) ? [`${code} ${message}`] : [],
    );
  }
  const inEast = (amount: number, own: object = {}) => ({
    spent: 900,
    municipalities: [{ municipality: "oostdorp", spent: spent(amount, own) }],
  });

  test.each<[string, object[], object, RegExp | undefined]>([
    ["more than all of it", [part(500)], { spent: 501 }, /IVP804 .*€ 501 uitgegeven; begroot is € 500/],
    ["all of it", [part(500)], { spent: 500 }, undefined],
    [
      "more than its own part",
      [part(500, east), part(500, { municipality: "westdorp" })],
      inEast(501),
      /IVP804 .*in Oostdorp € 501/,
    ],
    ["more than its own part, beside what isn't divided", [part(500, east), part(500)], inEast(501), undefined],
    ["more than its own part, beside nothing", [part(900, east), part(0)], inEast(900), undefined],
    [
      "more than a cover gives",
      [part(500, cover("Rijk")), part(500, cover("Begroting"))],
      { spent: spent(501, cover("Rijk")) },
      /IVP813 .*€ 501 uitgegeven uit Rijk; begroot is daaruit € 500/,
    ],
    [
      "more than a cover gives, beside an amount without one",
      [part(500, cover("Rijk")), part(500)],
      { spent: spent(501, cover("Rijk")) },
      undefined,
    ],
    [
      "from a cover that nobody named",
      [part(500, cover("Rijk"))],
      { spent: spent(5, cover("Fonds")) },
      /IVP813 .*kent geen dekking “Fonds”/,
    ],
    [
      "from a cover, beside one that is open",
      [part(500, cover("Rijk")), part(500, cover(open))],
      { spent: spent(5, cover("Fonds")) },
      undefined,
    ],
  ])("says of %s what is sure", (_, parts, own, wanted) => {
    const found = of(parts, own).join("\n");
    if (wanted) expect(found).toMatch(wanted);
    else expect(found).toBe("");
  });
});
