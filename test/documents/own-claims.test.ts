/** What documents claim of what is open and decided, and how they begin what people wrote, whatever that is. */
import { describe, expect, test } from "vitest";
import { type Changes, pagesOf } from "../setup/variant.js";

const uvp = "uvp-2025-2026";
const open = (what = "iets") => ({ open: what, by: "raad" });
const decided = (state: string, date = "2024-11-14") => ({ state, body: "raad", date, reference: "RB-1" });

const town = (given: object): Changes => ({
  "municipalities/oostdorp.yaml": (own) => void Object.assign(own, given),
});

describe("what a council decided", () => {
  const resolution = async (plan: object, annex: object, council: object = {}, more: Changes = {}): Promise<string> =>
    (await pagesOf({ "council.yaml": () => council, ...town({ decisions: { plan, annex } }), ...more }))(
      "raadsstukken/oostdorp/raadsbesluit",
    );

  test.each([
    ["vastgesteld", "vastgesteld", /vast te stellen; 2\. de lokale bijlage van Oostdorp vast te stellen; 3\. kennis/],
    ["gewijzigd-vastgesteld", "vastgesteld", /” gewijzigd vast te stellen; 2\. de lokale bijlage van Oostdorp vast te/],
    [
      "vastgesteld",
      "verworpen",
      /” vast te stellen; 2\. de lokale bijlage van Oostdorp niet vast te stellen; 3\. kennis/,
    ],
    ["vastgesteld", "concept", /” vast te stellen; 2\. kennis te nemen/],
    ["verworpen", "concept", /besluit: 1\. het plan “[^”]*” niet vast te stellen\. Ondertekening/],
    ["verworpen", "verworpen", /niet vast te stellen; 2\. de lokale bijlage van Oostdorp niet vast te stellen\. Onder/],
  ])("is what the paper says: %s, and its annex %s", async (plan, annex, told) => {
    expect(await resolution(decided(plan), decided(annex))).toMatch(told);
  });

  test("on another day isn't decided in the same paper", async () => {
    const text = await resolution(decided("vastgesteld"), decided("vastgesteld", "2024-12-05"));
    expect(text).not.toContain("lokale bijlage van Oostdorp vast te stellen");
  });

  test("is not what the team asked for, where it was rejected", async () => {
    const points = ["alles vast te stellen"];
    expect(await resolution(decided("vastgesteld"), decided("vastgesteld"), { points })).toContain(
      "alles vast te stellen.",
    );
    expect(await resolution(decided("verworpen"), decided("verworpen"), { points })).not.toContain("alles vast");
  });

  test("that was withdrawn is no decision", async () => {
    const text = await resolution(decided("ingetrokken"), decided("concept"));
    expect(text).toContain("Er geldt geen besluit");
    expect(text).not.toMatch(/Aldus besloten|vast te stellen/);
  });

  test("with an amendment names it", async () => {
    const amendment = {
      id: "more",
      title: "Vaker",
      municipality: "oostdorp",
      state: "aangenomen",
      changes: [{ target: "measure:evening-rounds", field: "text", old: "in de avond", new: "elke avond" }],
    };
    const text = await resolution(
      decided("gewijzigd-vastgesteld"),
      decided("concept"),
      {},
      {
        "amendments/more.yaml": () => amendment,
      },
    );
    expect(text).toContain("gewijzigd vast te stellen, met amendement “Vaker”");
  });
});

test("that nothing is open for a council is said of the plan and its annex, as the papers may lack more", async () => {
  const pages = await pagesOf({
    "council.yaml": () => ({}),
    "finances.yaml": () => ({ text: "Niets." }),
    ...town({ decisions: undefined, emphases: undefined, finances: undefined }),
    "municipalities/westdorp.yaml": (own) => void Object.assign(own, { finances: undefined }),
    "plan.yaml": (plan) => void delete plan.decision,
  });
  expect(pages("raadsstukken/oostdorp/raadsbesluit")).toContain("De griffier Open");
  expect(pages("raadsstukken/oostdorp/raadsvoorstel")).toContain(
    "In het plan en de lokale bijlage staat geen open punt voor deze raad.",
  );
});

describe("what is open in a part of a value", () => {
  const programme = (given: object): Changes => ({
    "programmes/2025-2026.yaml": (own) => {
      own.decision = { state: "vastgesteld", body: "college", date: "2025-01-01", reference: "C1" };
      own.actions = [
        { ...own.actions[0], planning: { from: "2025-Q1", to: "2026-Q4" }, capacity: "Niets", money: 0, ...given },
      ];
    },
  });

  test.each([
    ["nothing", {}, "Dit programma heeft geen open punten."],
    ["an amount of one year", { money: { parts: [{ year: 2025, amount: open() }] } }, "Geld A1 De gemeenteraden"],
    ["a cover", { money: { parts: [{ year: 2025, amount: 1, cover: open() }] } }, "Geld A1 De gemeenteraden"],
    ["a total", { money: { parts: [{ year: 2025, amount: 1 }], total: open() } }, "Geld A1 De gemeenteraden"],
    ["hours", { capacity: [{ who: "police", amount: open(), unit: "uur" }] }, "Capaciteit A1 De gemeenteraden"],
    ["who leads", { lead: open() }, "Trekker A1 De gemeenteraden"],
    ["nothing of whoever leads", { lead: "oostdorp" }, "Dit programma heeft geen open punten."],
  ])("of an action: %s", async (_, given, told) => {
    const text = (await pagesOf(programme(given)))(uvp);
    expect(text).toContain(told);
    expect(text.includes("Wat nog niet besloten is")).toBe(!told.includes("geen open"));
  });
});

describe("an annex in which nothing is open of the municipality itself", () => {
  const settled = town({ decisions: undefined, emphases: undefined, finances: undefined });
  const annex = async (action: object, more: Changes = {}): Promise<string> =>
    (
      await pagesOf({
        ...settled,
        "programmes/2025-2026.yaml": (own) => {
          own.actions = [{ ...own.actions[0], ...action }];
        },
        ...more,
      })
    )("bijlagen/oostdorp");

  test("says that nothing is, where nothing is", async () => {
    expect(await annex({})).toContain("In deze bijlage staan geen open punten.");
  });

  test.each([
    ["the planning", { planning: open() }, "Bij de actie is de planning nog open."],
    [
      "what it pays",
      { money: { parts: [{ year: 2025, municipality: "oostdorp", amount: open() }] } },
      "Bij de actie is een bedrag van Oostdorp of de dekking ervan nog open.",
    ],
  ])("says that %s is", async (_, action, told) => {
    expect(await annex(action)).toContain(`Over Oostdorp zelf staat in deze bijlage geen open punt. ${told}`);
  });

  test("says that a figure is", async () => {
    const indicator = {
      id: "burglaries",
      title: "Inbraken",
      priorities: ["burglary"],
      unit: "inbraken",
      direction: "lager",
      values: [
        { municipality: "oostdorp", year: 2024, value: 3 },
        { municipality: "oostdorp", year: 2025, value: open() },
      ],
    };
    expect(await annex({}, { "indicators/burglaries.yaml": () => indicator })).toContain(
      "Bij de indicator is een cijfer of streefwaarde nog open.",
    );
  });
});

describe("a text that begins with more than words", () => {
  const kinds: readonly (readonly [string, string, string])[] = [
    ["a list", "- Een.\n- Twee.\n", "Een. Twee."],
    ["numbers", "1. Een.\n2. Twee.\n", "Een. Twee."],
    ["a table", "Tabel: Rondes\n\n| Ronde | Dag |\n| --- | --- |\n| Een | Nu |\n", "Rondes Ronde Dag Een Nu"],
    ["a quote", "> Goed zo.\n> — De wijkagent\n", "Goed zo. — De wijkagent"],
    ["words", "Een zin.\n\n- Een.\n", "Een zin. Een."],
  ];
  const flat = (text: string): string => text.replace(/Tabel \d+ /g, "");

  test.each(kinds)("stands as it is under its label in a report: %s", async (_, written, told) => {
    const pages = await pagesOf({
      "progress/2025-12-31.yaml": () => ({
        id: "2025-12-31",
        actions: [
          {
            action: "2025-2026/rounds",
            state: "loopt",
            done: written,
            municipalities: [{ municipality: "westdorp", state: "gestopt", next: written }],
          },
        ],
      }),
    });
    const text = flat(pages("voortgang/2025-12-31"));
    expect(text).toContain(`Gedaan: ${told}`);
    expect(text).toContain(`Westdorp: ${told}`);
    expect(text).not.toMatch(/: (?:- |Tabel: |> |1\. Een\. 2\.)/);
  });

  test.each(kinds)("stands as it is behind its name in the summary: %s", async (_, written, told) => {
    const pages = await pagesOf({
      "priorities/burglary.yaml": (priority) => {
        const [first] = priority.paragraphs;
        priority.paragraphs = [
          { ...first, ambition: written },
          { ...first, id: "other", title: "Anders", measures: [], ambition: written },
        ];
      },
    });
    expect(flat(pages("ivp-2025-2028"))).toContain(`Anders. ${told}`);
  });

  test.each([
    ["Een zin\nover drie\nregels. Nog een.\nEn meer.", "Een zin over drie regels. Nog een."],
    ["Een zin.[^a]\nNog een.\n\n[^a]: De noot.", "Een zin."],
    ["- Eerst dit.\n- Dan dat.", "Eerst dit."],
    ["Tabel: Wat wij doen\n\n| Wat | Wie |\n| --- | --- |\n| Rondes | BOA |", "Wat wij doen"],
    ["> Goed zo.\n> — De wijkagent", "Goed zo."],
  ])("is told in an annex by what it begins with: %j", async (text, told) => {
    const pages = await pagesOf({
      "priorities/burglary.yaml": (priority) => {
        priority.paragraphs[0].measures[0].text = text;
      },
    });
    expect(pages("bijlagen/oostdorp")).toContain(`M1 ${told} A1 `);
  });
});

test("a municipality's evaluation says that its verdict is of that municipality", async () => {
  const pages = await pagesOf({
    "indicators/burglaries.yaml": () => ({
      id: "burglaries",
      title: "Inbraken",
      goals: ["less-crime"],
      unit: "inbraken",
      direction: "lager",
      targets: [
        { year: 2026, value: 10 },
        { municipality: "oostdorp", year: 2026, value: 2 },
      ],
      values: [
        { year: 2026, value: 9 },
        { municipality: "oostdorp", year: 2026, value: 3 },
      ],
    }),
    "progress/2026-12-31.yaml": () => ({ id: "2026-12-31", kind: "eindevaluatie", actions: [] }),
  });
  expect(pages("voortgang/2026-12-31")).toContain("Het plan heeft 2 doelen. 1 doel is gehaald.");
  expect(pages("voortgang/2026-12-31-oostdorp")).toContain("In Oostdorp geldt: 1 doel is niet gehaald.");
});

test.each([
  [8, "Het plan op één pagina"],
  [9, "Het plan in beeld"],
])("what shows %i priorities at once doesn't say that it is one page where it can't be", async (count, told) => {
  const more = Array.from({ length: count - 2 }, (_, index) => `more-${index}`);
  const pages = await pagesOf({
    ...Object.fromEntries(
      more.map((id) => [`priorities/${id}.yaml`, () => ({ id, title: `Thema ${id}`, ambition: "Het wordt beter." })]),
    ),
    "plan.yaml": (plan) => void plan.priorities.push(...more),
  });
  expect(pages("ivp-2025-2028")).toContain(told);
});
