import { describe, expect, test } from "vitest";
import { type Changes, pagesOf } from "../setup/variant.js";

/** What a progress report says is true, whatever was reported: none, one, some and all. */

const ids = ["rounds", "street-talks", "harbour-watch"];

/** A snapshot in which the first actions have these states; what is more of one stands in an object. */
const snapshot = (date: string, states: readonly (string | object)[], more: object = {}): Changes => ({
  [`progress/${date}.yaml`]: () => ({
    id: date,
    ...more,
    actions: states.map((state, index) => ({
      action: `2025-2026/${ids[index]}`,
      ...(typeof state === "string" ? { state } : state),
    })),
  }),
});

const report = async (changes: Changes, date = "2025-12-31", town = ""): Promise<string> =>
  (await pagesOf(changes))(`voortgang/${date}${town}`);

const actions = (change: (all: Record<string, unknown>[]) => unknown): Changes => ({
  "programmes/2025-2026.yaml": (programme) => {
    programme.actions = change(programme.actions) ?? programme.actions;
  },
});

describe("the summary", () => {
  test.each([
    [[], "gaat het om 3 acties. Alle 3 acties zijn niet gemeld."],
    [["afgerond"], "1 actie is afgerond en 2 zijn niet gemeld."],
    [["afgerond", "afgerond", "afgerond"], "Alle 3 acties zijn afgerond."],
    [["loopt", "loopt", "loopt"], "Alle 3 acties lopen zoals gepland."],
    [["niet-gestart", "niet-gestart", "gestopt"], "2 acties zijn niet gestart en 1 is gestopt."],
    [["loopt", "vertraagd", "gestopt"], "1 actie loopt zoals gepland, 1 is vertraagd en 1 is gestopt."],
  ])("of %j", async (states, told) => {
    expect(await report(snapshot("2025-12-31", states))).toContain(told);
  });

  test("of one action", async () => {
    const one = { ...actions((all) => all.slice(0, 1)), ...snapshot("2025-12-31", ["afgerond"]) };
    expect(await report(one)).toContain("gaat het om 1 actie. De actie is afgerond.");
  });

  test("of no action says so, and nothing of what isn't there", async () => {
    const none = { ...actions(() => []), ...snapshot("2025-06-30", []), ...snapshot("2025-12-31", []) };
    const text = await report(none);
    expect(text).toContain("Op 31 december 2025 zijn er geen acties om over te rapporteren.");
    expect(text).not.toMatch(/Voortgang per thema|Wat er veranderde|Geld|\b0 acties|besluit/);
  });

  test("of sixty actions counts them all", async () => {
    const many: Changes = {
      "programmes/2025-2026.yaml": (programme) => {
        const [first] = programme.actions;
        programme.actions = Array.from({ length: 60 }, (_, index) => ({ ...first, id: `action-${index}` }));
      },
      "progress/2025-12-31.yaml": () => ({
        id: "2025-12-31",
        actions: Array.from({ length: 60 }, (_, index) => ({
          action: `2025-2026/action-${index}`,
          state: index < 20 ? "afgerond" : "loopt",
        })),
      }),
    };
    const text = await report(many);
    expect(text).toContain("gaat het om 60 acties. 20 acties zijn afgerond en 40 lopen zoals gepland.");
    expect(text.match(/A\d+ Avondrondes lopen/g)).toHaveLength(60);
  });

  test.each([
    [["loopt", "loopt", "loopt"], undefined],
    [
      [{ state: "loopt", municipalities: [{ municipality: "westdorp", state: "vertraagd" }] }, "loopt"],
      "Bij 1 van de 3 acties is de voortgang niet in elke gemeente gelijk.",
    ],
    // Saying the same of a municipality makes no difference.
    [[{ state: "loopt", municipalities: [{ municipality: "westdorp", state: "loopt" }] }, "loopt"], undefined],
  ])("tells where municipalities differ: %j", async (states, told) => {
    const text = await report(snapshot("2025-12-31", states));
    if (told) expect(text).toContain(told);
    else expect(text).not.toContain("niet in elke gemeente gelijk");
  });
});

describe("what asks for a decision", () => {
  const asking = (what: string) => ({ state: "loopt", decide: { what, by: "raad" } });
  test.each([
    [["loopt"], "Geen actie vraagt nu om een besluit."],
    [[asking("een bijdrage")], "1 punt vraagt om een besluit."],
    [[asking("een bijdrage"), asking("een tweede bijdrage"), "loopt"], "2 punten vragen om een besluit."],
  ])("is counted: %j", async (states, told) => {
    expect(await report(snapshot("2025-12-31", states))).toContain(told);
  });
});

describe("what changed", () => {
  const since = (was: readonly (string | object)[], is: readonly (string | object)[], more: Changes = {}) =>
    report({ ...more, ...snapshot("2025-06-30", was), ...snapshot("2025-12-31", is) });

  test.each([
    [
      ["loopt", "loopt"],
      ["loopt", "loopt"],
      "is de voortgang van geen enkele actie veranderd, en geen planning verschoven.",
    ],
    [["loopt", "loopt"], ["afgerond", "loopt"], "Bij 1 van de 3 acties veranderde de voortgang of de planning."],
    [
      ["niet-gestart", "niet-gestart", "niet-gestart"],
      ["loopt", "gestopt", "afgerond"],
      "Bij alle 3 acties veranderde de voortgang of de planning.",
    ],
    [[], ["gestopt"], "A1 Avondrondes lopen Niet gemeld Gestopt"],
    [
      ["loopt"],
      [{ state: "loopt", planning: { from: "2025-Q2", to: "2026-Q2" } }],
      "A1 Avondrondes lopen Loopt Loopt 2e kwartaal 2025 t/m 2e kwartaal 2026",
    ],
    // Only in one municipality it is otherwise.
    [
      ["loopt"],
      [{ state: "loopt", municipalities: [{ municipality: "westdorp", state: "gestopt" }] }],
      "Westdorp: gestopt",
    ],
  ])("from %j to %j", async (was, is, told) => {
    expect(await since(was, is)).toContain(told);
  });

  test("is nothing in the first report", async () => {
    const text = await report(snapshot("2025-12-31", ["loopt"]));
    expect(text).toContain("Eerder is de voortgang niet gemeld: er is nog niets om mee te vergelijken.");
  });

  test("tells an action that came after the report before, and one that lapsed", async () => {
    const text = await report({
      ...actions((all) => {
        Object.assign(all[1] ?? {}, { status: "vervallen" });
      }),
      ...snapshot("2025-06-30", ["loopt", "loopt"]),
      ...snapshot("2025-12-31", ["loopt"]),
    });
    expect(text).toContain("1 loopt zoals gepland en 1 is niet gemeld".replace("1 loopt", "1 actie loopt"));
    expect(text).toContain("A2 Praten op straat");
  });
});

describe("in the report of one municipality", () => {
  test("only what concerns it is told and counted", async () => {
    const text = await report(
      snapshot("2025-12-31", [
        { state: "loopt", municipalities: [{ municipality: "westdorp", state: "gestopt" }] },
        { state: "loopt", done: "Er waren gesprekken." },
        { state: "afgerond", done: "De haven is open." },
      ]),
      "2025-12-31",
      "-westdorp",
    );
    expect(text).toContain("gaat het in Westdorp om 2 acties. 1 actie loopt zoals gepland en 1 is gestopt.");
    expect(text).not.toMatch(/haven/);
  });
});

describe("an evaluation", () => {
  const burglaries = (change: object): Changes => ({
    "indicators/burglaries.yaml": () => ({
      id: "burglaries",
      title: "Inbraken",
      goals: ["less-crime"],
      direction: "lager",
      team: "eigen",
      ...change,
    }),
  });
  const evaluation = (change: object, town = ""): Promise<string> =>
    report({ ...burglaries(change), ...snapshot("2025-12-31", [], { kind: "tussenevaluatie" }) }, "2025-12-31", town);
  const targets = [
    { year: 2025, value: 10 },
    { year: 2028, value: 5 },
  ];
  const values = (value: number, more: object = {}) => [{ year: 2025, value, ...more }];

  test.each<[string, object, string[]]>([
    ["the last target", { targets: targets.slice(0, 1), values: values(10) }, ["1 doel is gehaald.", "gehaald (2025:"]],
    ["a target on the way", { targets, values: values(10) }, ["1 doel ligt op koers.", "Inbraken: op koers (2025: 10"]],
    ["one that was missed", { targets, values: values(11) }, ["1 doel ligt niet op koers.", "Inbraken: niet op koers"]],
    [
      "a figure that may change",
      { targets, values: values(9, { provisional: "ja" }) },
      ["Dat steunt deels op voorlopige cijfers.", "streefwaarde 10, voorlopig cijfer)"],
    ],
    [
      "a margin around the target",
      { targets, values: values(11, { low: 9, high: 13 }) },
      ["(2025: 11, streefwaarde 10, die ligt binnen de marge van 9 tot 13)"],
    ],
    ["nothing known", {}, ["Van geen van de doelen is te zeggen of het is gehaald.", "er is geen streefwaarde"]],
  ])("says of a goal with %s no more than is known", async (_, change, told) => {
    const text = await evaluation(change);
    for (const one of told) expect(text).toContain(one);
  });

  test("of a municipality says that only it has no target", async () => {
    const text = await evaluation(
      { targets, values: [{ municipality: "oostdorp", year: 2025, value: 3 }] },
      "-oostdorp",
    );
    expect(text).toContain("Inbraken: niet te zeggen, er is geen streefwaarde voor Oostdorp");
    expect(text).toMatch(/Streefwaarde Basisteam \w+ 10 5/);
  });

  test("tells what was done of what was over before; another report doesn't", async () => {
    const both = (kind: string): Promise<string> =>
      report({
        ...snapshot("2025-06-30", [{ state: "afgerond", done: "De rondes zijn gelopen." }]),
        ...snapshot("2025-12-31", [], { kind }),
      });
    expect(await both("eindevaluatie")).toContain("Gedaan: De rondes zijn gelopen.");
    expect(await both("voortgang")).not.toContain("De rondes zijn gelopen.");
  });

  test("draws small lines of each municipality that has figures, and says of how many", async () => {
    const of = (...ids: string[]): Promise<string> =>
      evaluation({
        charts: ["veelvoud", "verschil"],
        values: ids.flatMap((municipality) => [2024, 2025].map((year) => ({ municipality, year, value: 3 }))),
      });
    expect(await of("oostdorp", "westdorp")).toContain("Inbraken per jaar in elke gemeente");
    expect(await of("oostdorp")).toContain("Inbraken per jaar in Oostdorp");
  });

  test("shows no figures of years after its own, also where its text asks for them", async () => {
    const changes = {
      ...burglaries({ values: [2024, 2025, 2026].map((year) => ({ year, value: year - 1234 })) }),
      ...snapshot("2025-06-30", [], { summary: "[[chart:burglaries]]" }),
      ...snapshot("2026-06-30", []),
    };
    const pages = await pagesOf(changes);
    expect(pages("voortgang/2025-06-30")).toContain("791");
    expect(pages("voortgang/2025-06-30")).not.toContain("792");
    expect(pages("voortgang/2026-06-30")).toContain("792");
  });

  test("tells which municipalities a chart of two years leaves out", async () => {
    const value = (municipality: string, year: number) => ({ municipality, year, value: 3 });
    const text = await evaluation({
      charts: ["verschil"],
      values: [value("oostdorp", 2024), value("oostdorp", 2025), value("westdorp", 2025)],
    });
    expect(text).toContain("Niet in de grafiek: Westdorp. Daarvan is er geen cijfer van zowel 2024 als 2025.");
  });
});

describe("money", () => {
  const spent = (money: unknown, told: object): Changes => ({
    ...actions((all) =>
      all.map((one, index) => (index === 0 ? { ...one, money, municipalities: "all" } : { ...one, money: 0 })),
    ),
    ...snapshot("2025-12-31", [
      { state: "loopt", ...told },
      { state: "loopt", spent: 0 },
      { state: "loopt", spent: 0 },
    ]),
  });
  const own = (amount: number) => [{ municipality: "oostdorp", spent: amount }];

  test.each<[string, unknown, object, string, string]>([
    [
      "money that isn't divided",
      {
        parts: [
          { year: 2025, amount: 500, municipality: "oostdorp" },
          { year: 2025, amount: 900 },
        ],
      },
      { spent: 600, municipalities: own(600) },
      "Oostdorp ten minste € 500 € 600 – ",
      "Van 1 actie is niet verdeeld welk bedrag van Oostdorp is. Er is € 600 uitgegeven.",
    ],
    [
      "money that is",
      {
        parts: [
          { year: 2025, amount: 500, municipality: "oostdorp" },
          { year: 2025, amount: 900, municipality: "westdorp" },
        ],
      },
      { spent: 600, municipalities: own(600) },
      "Oostdorp € 500 € 600 € 100 meer",
      "Tot en met 2025 is € 500 begroot. Er is € 600 uitgegeven.",
    ],
    [
      "an amount that nobody named",
      undefined,
      { spent: 600, municipalities: own(600) },
      "Van 1 actie is geen bedrag genoemd. Er is € 600 uitgegeven.",
      "Van 1 actie is niet verdeeld welk bedrag van Oostdorp is. Er is € 600 uitgegeven.",
    ],
    [
      "nothing for all",
      0,
      { spent: 0 },
      "Tot en met 2025 is € 0 begroot. Er is € 0 uitgegeven. Aan geen enkele actie is meer uitgegeven dan begroot.",
      "Tot en met 2025 is € 0 begroot. Er is € 0 uitgegeven. Aan geen enkele actie is meer uitgegeven dan begroot.",
    ],
  ])("of all and of one, with %s", async (_, money, told, ofAll, ofOne) => {
    const pages = await pagesOf(spent(money, told));
    expect(pages("voortgang/2025-12-31")).toContain(ofAll);
    expect(pages("voortgang/2025-12-31-oostdorp")).toContain(ofOne);
  });

  test("of an action of which nothing is said makes what was spent a least", async () => {
    const pages = await pagesOf({
      ...actions((all) =>
        all.map((one, index) => (index === 0 ? { ...one, money: 500 } : { ...one, money: undefined })),
      ),
      ...snapshot("2025-12-31", [{ state: "loopt", spent: 400 }]),
    });
    expect(pages("voortgang/2025-12-31")).toContain(
      "Er is ten minste € 400 uitgegeven. Van 2 acties is geen bedrag genoemd en niet gemeld wat er is uitgegeven: die staan niet in de tabel.",
    );
  });
});
