import { describe, expect, test } from "vitest";
import { compose, listDocuments } from "../../src/documents/index.js";
import { byName } from "../../src/dutch.js";
import { recordsOf } from "../../src/publication/index.js";
import { type Changes, pagesOf, variant } from "../setup/variant.js";

/** A plan of Oostdorp alone, which says all that a municipality can say. */
const alone: Changes = {
  "municipalities/westdorp.yaml": null,
  "municipalities/oostdorp.yaml": (town) =>
    Object.assign(town, {
      introduction: "Oostdorp ligt aan de rivier.",
      contact: "Team Veilig Oostdorp",
      emphases: [{ priority: "burglary", text: "De binnenstad is donker." }],
      localThemes: [{ theme: "harbour", status: "vastgesteld", text: "In de haven liggen lege schepen." }],
      finances: [{ development: "extra-officer", amount: 12345, decision: "De raad gaf hier geld voor." }],
      decisions: {
        plan: { state: "vastgesteld", body: "raad", date: "2024-11-14", reference: "R-1" },
        programme: { state: "ter-vaststelling", body: "college" },
      },
    }),
  "local-themes.yaml": (themes) => {
    themes.annexText = "Deze thema's koos de raad zelf.";
  },
  "plan.yaml": (plan) => {
    delete plan.decision;
  },
  "programmes/2025-2026.yaml": (programme) => {
    delete programme.decision;
    for (const action of programme.actions) action.municipalities = ["oostdorp"];
  },
};

describe("a plan of one municipality", () => {
  test("has no annex: the plan tells all that the municipality says", async () => {
    expect(listDocuments(await variant(alone)).map(({ path }) => path)).toEqual(["ivp-2025-2028", "uvp-2025-2026"]);
    const page = (await pagesOf(alone))("ivp-2025-2028");
    for (const text of [
      "De gemeente Oostdorp",
      "Oostdorp ligt aan de rivier.",
      "Aanspreekpunt Team Veilig Oostdorp",
      "De binnenstad is donker.",
      "Deze thema's koos de raad zelf.",
      "In de haven liggen lege schepen.",
      "€ 12.345",
      "De raad gaf hier geld voor.",
    ])
      expect(page).toContain(text);
    for (const path of ["ivp-2025-2028", "uvp-2025-2026", "index"])
      expect((await pagesOf(alone))(path)).not.toMatch(
        /alle gemeenten|gemeenteraden|colleges|elke gemeente(?! kiest)|Gemeenten|De lokale bijlage|Wie doet mee/,
      );
  });

  test("takes the decisions of the municipality for those on the plan and the programme", async () => {
    const pages = await pagesOf(alone);
    expect(pages("ivp-2025-2028")).toContain(
      "Status Vastgesteld Vaststelling door De gemeenteraad van Oostdorp Datum besluit 14 november 2024 Kenmerk besluit R-1",
    );
    expect(pages("uvp-2025-2026")).toContain("Status Ter vaststelling Vaststelling door Het college van Oostdorp");
  });

  test("keeps all of its content in the data of its documents, and is published by the municipality", async () => {
    const model = await variant(alone);
    const [plan] = listDocuments(model);
    if (!plan) throw new Error("no plan");
    expect(compose(model, plan).data).toMatchObject({ content: { municipalities: model.source.municipalities } });
    const [record] = recordsOf({ model, documents: [{ ...plan, files: [] }], created: undefined, url: undefined });
    expect(record?.publisher).toMatchObject({ label: "gemeente Oostdorp" });
  });

  test.each([
    ["of the municipality", "oostdorp", undefined],
    ["of the municipality, to be added up", "oostdorp", "som"],
    ["of the plan", undefined, undefined],
  ])("has figures %s once, in a chart, and judges by them", async (_, municipality, team) => {
    const own = municipality === undefined ? {} : { municipality };
    const page = (
      await pagesOf({
        ...alone,
        "indicators/burglaries.yaml": () => ({
          id: "burglaries",
          title: "Inbraken",
          goals: ["less-crime"],
          unit: "inbraken",
          direction: "lager",
          ...(team && { team }),
          targets: [{ year: 2026, value: 10 }],
          values: [
            { ...own, year: 2025, value: 12 },
            { ...own, year: 2026, value: 9 },
          ],
        }),
        "progress/2026-12-31.yaml": () => ({
          id: "2026-12-31",
          kind: "eindevaluatie",
          actions: [
            {
              action: "2025-2026/rounds",
              state: "loopt",
              municipalities: [{ municipality: "oostdorp", state: "vertraagd" }],
            },
          ],
        }),
      })
    )("voortgang/2026-12-31");
    expect(page).toContain("Inbraken per jaar");
    expect(page).toContain("Inbraken: gehaald (2026: 9, streefwaarde 10)");
    expect(page).toMatch(/Gebied 2025 2026 Oostdorp 12 9 Streefwaarde – 10/);
    expect(page).toContain("is de voortgang in Oostdorp anders.");
    expect(page).not.toMatch(/elke gemeente|alle gemeenten/i);
  });

  test("lists the open points of the municipality as those of the plan", async () => {
    const page = (
      await pagesOf({
        ...alone,
        "municipalities/oostdorp.yaml": (town) => {
          town.contact = { open: "wie inwoners kunnen bellen", by: "college" };
        },
      })
    )("ivp-2025-2028");
    expect(page).toMatch(/Open punten van het plan .*wie inwoners kunnen bellen Het college van Oostdorp/);
  });
});

test("names stand where Dutch readers look for them, whatever their signs", () => {
  const names = [
    "Zwolle",
    "'s-Hertogenbosch",
    "IJsselstein",
    "Échteld",
    "’s-Gravenhage",
    "Eindhoven",
    "Hengelo",
    "Súdwest",
    "Ilpendam",
  ];
  expect([...names].sort(byName)).toEqual([
    "Échteld",
    "Eindhoven",
    "’s-Gravenhage",
    "Hengelo",
    "'s-Hertogenbosch",
    "IJsselstein",
    "Ilpendam",
    "Súdwest",
    "Zwolle",
  ]);
});

test("documents list municipalities in that order", async () => {
  const named = (title: string) => (town: { title: string }) => {
    town.title = title;
  };
  const changes: Changes = {
    "municipalities/oostdorp.yaml": named("'s-Gravenhage"),
    "municipalities/westdorp.yaml": named("Échteld"),
  };
  const model = await variant(changes);
  expect(model.municipalities.map(({ title }) => title)).toEqual(["Échteld", "'s-Gravenhage"]);
  expect((await pagesOf(changes))("ivp-2025-2028")).toContain("Gemeenten Échteld en 's-Gravenhage");
  expect(listDocuments(model).flatMap(({ kind, title }) => (kind === "annex" ? [title] : []))).toEqual([
    "Lokale bijlage Échteld",
    "Lokale bijlage 's-Gravenhage",
  ]);
});
