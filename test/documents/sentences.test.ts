import { describe, expect, test } from "vitest";
import { composeIndex, listDocuments } from "../../src/documents/index.js";
import { html } from "../../src/formats/html.js";
import { pdf } from "../../src/formats/pdf.js";
import { render } from "../../src/render/index.js";
import { type Changes, pagesOf, textOf, variant } from "../setup/variant.js";

/** What the program says of the content is true, whatever the content: none, one, some and all. */
const plan = "ivp-2025-2028";
const uvp = "uvp-2025-2026";
const east = "bijlagen/oostdorp";

/** Only Oostdorp is left. */
const oneTown: Changes = {
  "municipalities/westdorp.yaml": null,
  "programmes/2025-2026.yaml": (programme) => {
    for (const action of programme.actions) action.municipalities = ["oostdorp"];
  },
};

const actions = (change: (all: Record<string, unknown>[]) => unknown): Changes => ({
  "programmes/2025-2026.yaml": (programme) => {
    programme.actions = change(programme.actions) ?? programme.actions;
  },
});

const open = (what = "iets") => ({ open: what, by: "raad" });

describe("municipalities", () => {
  test("more are told together, one by its name", async () => {
    const more = await pagesOf();
    expect(more(plan)).toContain("Vaststelling door De gemeenteraden");
    expect(more(plan)).toContain("Gemeenten Oostdorp en Westdorp");
    expect(more(plan)).toContain("Gemeenteraad (van elke gemeente)");
    expect(more(uvp)).toContain("Vaststelling door De colleges");
    expect(more("index")).toContain("De lokale bijlagen");
    const one = await pagesOf(oneTown);
    expect(one(plan)).toContain("Vaststelling door De gemeenteraad van Oostdorp");
    expect(one(plan)).toMatch(/Gemeente Oostdorp /);
    expect(one(plan)).toContain("Gemeenteraad van Oostdorp");
    expect(one(uvp)).toContain("Vaststelling door Het college van Oostdorp");
    for (const page of [plan, uvp, "index"])
      expect(one(page)).not.toMatch(/elke gemeente(?! kiest)|alle gemeenten|gemeenteraden|Gemeenten/);
  });

  test("names that hold a comma or “en” are told apart", async () => {
    const pages = await pagesOf({
      "municipalities/westdorp.yaml": (town) => {
        town.title = "Nuenen, Gerwen en Nederwetten";
      },
    });
    expect(pages(plan)).toContain("Gemeenten Nuenen, Gerwen en Nederwetten; Oostdorp");
    expect(pages(uvp)).toContain("Gemeenten: alle");
  });
});

describe("bodies", () => {
  const called = (body: object): Changes => ({
    "governance.yaml": (governance) => {
      Object.assign(governance.bodies[2], body);
    },
  });

  test("get no article that nobody gave", async () => {
    const pages = await pagesOf(called({ title: "bestuurlijk overleg" }));
    expect(pages(uvp)).toContain("A3 Bestuurlijk overleg");
    expect(pages(uvp)).not.toMatch(/(de|het) bestuurlijk overleg/i);
  });

  test("get the article and the plural that content gives", async () => {
    const pages = await pagesOf(called({ title: "bestuurlijk overleg", article: "het" }));
    expect(pages(uvp)).toContain("A3 Het bestuurlijk overleg");
    const each = called({ title: "veiligheidskamer", level: "municipality", article: "de" });
    expect((await pagesOf(each))(uvp)).toContain("A3 De veiligheidskamer van elke gemeente");
    const plural = called({ title: "veiligheidskamer", level: "municipality", plural: "veiligheidskamers" });
    expect((await pagesOf(plural))(uvp)).toContain("A3 De veiligheidskamers");
  });

  test("are named after an open point without a verb that may not fit", async () => {
    const pages = await pagesOf();
    expect(pages(plan)).toContain("Open: bedrag per jaar (wie beslist: de gemeenteraden)");
    expect(pages(east)).toContain("Nog open: welke accenten Oostdorp legt. Wie beslist: de gemeenteraad van Oostdorp.");
  });
});

describe("pillars, themes and priorities", () => {
  test("the figure counts them", async () => {
    expect((await pagesOf())(plan)).toContain("Figuur 1 Eén pijler en drie thema's: IVP Proefland 2025–2028");
    const one: Changes = {
      "plan.yaml": (own) => {
        own.pillars.push({ id: "care", title: "Zorg", motto: "Met De Brug" });
        own.priorities = ["burglary"];
      },
      "priorities/youth.yaml": null,
      "goals.yaml": (goals) => {
        goals.goals.pop();
      },
      ...actions((all) => all.filter(({ id }) => id !== "street-talks")),
    };
    const page = (await pagesOf(one))(plan);
    expect(page).toContain("Twee pijlers en twee thema's");
    expect(page).toContain("Zorg: Met De Brug");
    expect(page).toContain("De prioriteit voor 2025–2028");
    expect(page).toContain("De prioriteit vertelt waar het over gaat");
    expect(page).toContain("Prioriteit en ambitie");
  });

  test("a title keeps its capitals, and the reading guide keeps titles apart", async () => {
    const page = (
      await pagesOf({
        "priorities/burglary.yaml": (priority) => {
          priority.title = "High Impact Crimes, thuis en op straat";
        },
      })
    )(plan);
    expect(page).toContain(
      "Hoofdstuk 3: De prioriteiten voor 2025–2028. Daarin: Prioriteiten stellen; High Impact Crimes, thuis en op straat; Jeugd; Aansluiting.",
    );
    expect(page).not.toContain("high Impact");
  });

  test("the reading guide names only the parts that every paragraph has", async () => {
    const every = "wat we willen bereiken en wat we gaan doen.";
    const some = await pagesOf();
    expect(some(plan)).toContain(`Elke prioriteit vertelt waar het over gaat, ${"waarom wij dit belangrijk vinden"}`);
    expect(some(plan)).toContain(every);
    const none = await pagesOf({
      "priorities/youth.yaml": (priority) => {
        priority.sharedMeasures[0].paragraphs = ["drugs"];
      },
    });
    expect(none(plan)).toContain("hoe het er nu voor staat en wat we willen bereiken.");
    expect(none(plan)).not.toContain(every);
  });

  test("a paragraph without measures has no heading for them", async () => {
    const count = (text: string): number => text.split("Wat gaan we doen?").length - 1;
    expect(count((await pagesOf())(plan))).toBe(3);
    const without = await pagesOf({
      "priorities/youth.yaml": (priority) => {
        priority.sharedMeasures[0].paragraphs = ["drugs"];
      },
    });
    expect(count(without(plan))).toBe(2);
  });

  test("regional themes: none, one, more; a plan of any name needs no article", async () => {
    const pages = await pagesOf({
      "alignment.yaml": (alignment) => {
        alignment.regionalPlan = "Veiligheidsstrategie Noord";
        alignment.regionalThemes.push({ id: "work", title: "Werk, geld en schulden" });
      },
      "priorities/burglary.yaml": (priority) => {
        priority.regionalThemes = ["living", "work"];
      },
    });
    expect(pages(plan)).toContain("Per prioriteit het thema in het regionale plan: Veiligheidsstrategie Noord");
    expect(pages(plan)).toContain("Regionale thema's Veilig wonen · Werk, geld en schulden");
    expect(pages(plan)).toContain("Veilig wonen; Werk, geld en schulden");
    expect(pages(plan)).toContain("Regionaal thema Geen thema in het regionale plan");
    expect((await pagesOf())(plan)).toContain("Regionaal thema Veilig wonen");
  });

  test("a plan and a programme of one year, and of three", async () => {
    const years = (to: number): Changes => ({
      "plan.yaml": (own) => {
        own.period = { from: 2025, to };
      },
      "programmes/2025-2026.yaml": (programme) => {
        programme.period = { from: 2025, to };
        programme.actions[0].planning = { from: "2025-Q1", to: "2025-Q4" };
      },
    });
    const one = await pagesOf(years(2025));
    expect(one(plan)).toContain("Integraal veiligheidsplan 2025 ");
    expect(one(uvp)).toContain("Wat we in 2025 doen");
    expect(one(uvp)).toContain("Planning per kwartaal, 2025 ");
    expect(one(uvp)).toContain("Planning: het hele jaar 2025");
    expect((await pagesOf(years(2027)))(uvp)).toContain("Wat we van 2025 tot en met 2027 doen");
  });
});

describe("measures and actions", () => {
  test("all, some and none of the measures have an action", async () => {
    const all = (await pagesOf())(uvp);
    expect(all).toContain("Dit programma heeft 3 acties. Er zijn acties voor alle 3 maatregelen van het plan.");
    expect(all).toContain("Elke maatregel van het plan heeft in dit programma een actie.");
    const some = (await pagesOf(actions((own) => own.filter(({ id }) => id !== "street-talks"))))(uvp);
    expect(some).toContain("Er zijn acties voor 1 van de 3 maatregelen van het plan.");
    expect(some).toContain("Deze maatregelen hebben in dit programma geen actie: maatregel M2, maatregel M3.");
    const one = (await pagesOf(actions((own) => own.filter(({ id }) => id !== "rounds"))))(uvp);
    expect(one).toContain("Deze maatregel heeft in dit programma geen actie: maatregel M1.");
    const none = (await pagesOf(actions((own) => own.filter(({ id }) => id === "harbour-watch"))))(uvp);
    expect(none).toContain("Dit programma heeft 1 actie. Er zijn acties voor geen van de 3 maatregelen van het plan.");
    expect(none).toContain("Dit programma heeft geen actie voor een maatregel van het plan.");
    expect(none).not.toContain("zoals M");
  });

  test("an action that lapsed covers nothing, and is told", async () => {
    const pages = await pagesOf(
      actions((own) => {
        Object.assign(own[0] ?? {}, { status: "vervallen" });
      }),
    );
    expect(pages(uvp)).toContain(
      "Dit programma heeft 3 acties. Daarvan is er 1 vervallen. Er zijn acties voor 2 van de 3",
    );
    expect(pages(uvp)).toContain("Deze maatregel heeft in dit programma geen actie: maatregel M1.");
    expect(pages(east)).toContain("Avondrondes lopen (trekker en vervallen)");
    expect(pages(east)).toContain("Oostdorp doet mee aan beide acties uit");
    expect(pages(east)).toContain("Hier staat ook 1 actie die is vervallen.");
  });

  test("a programme without actions says so, and has no planning, table or figure", async () => {
    const pages = await pagesOf(actions(() => []));
    expect(pages(uvp)).toContain("Dit programma heeft geen acties.");
    expect(pages(uvp)).toContain("Mijlpaal Wanneer Wat 1e kwartaal 2025");
    expect(pages(uvp)).not.toMatch(/Wie doet mee|Acties per thema|geen planning/);
    expect(pages(east)).toContain("Oostdorp doet mee aan geen acties uit het uitvoeringsprogramma.");
    const nothing = await pagesOf({
      "programmes/2025-2026.yaml": (programme) => {
        programme.actions = [];
        programme.milestones = [];
        Object.assign(programme.decision, { state: "vastgesteld", date: "2025-01-01", reference: "B1" });
      },
    });
    expect(nothing(uvp)).not.toMatch(/Planning|Mijlpa|Figuur|Tabel/);
    expect(nothing(uvp)).toContain("Dit programma heeft geen open punten.");
  });

  test("an action that belongs to more themes counts once, or it is told that it counts more often", async () => {
    const pages = await pagesOf(
      actions((own) => {
        Object.assign(own[0] ?? {}, { measures: ["evening-rounds", "lessons"], localThemes: ["harbour"] });
      }),
    );
    expect(pages(uvp)).toContain("1 actie hoort bij meer dan één thema en telt hierboven alleen bij het eerste mee.");
    expect(pages(east)).toContain(
      "Samen zijn dit 3 acties: 1 actie hoort bij meer dan één thema en telt daar telkens mee.",
    );
    const apart = await pagesOf();
    expect(apart(uvp) + apart(east)).not.toContain("meer dan één thema");
  });

  test("an action without a measure or a local theme isn't called local", async () => {
    const pages = await pagesOf(
      actions((own) => {
        for (const action of own) delete action.localThemes;
      }),
    );
    expect(pages(uvp)).toContain("Deze actie noemt geen maatregel en geen lokaal thema.");
    expect(pages(uvp)).not.toContain("hoort bij een lokaal thema");
    expect(pages(east)).toContain("Geen maatregel en geen lokaal thema A3 Toezicht in de haven");
  });

  test("the planning: all, some and none; one action", async () => {
    const planned = (value: unknown, filter = (_: Record<string, unknown>) => true): Changes =>
      actions((own) => own.filter(filter).map((action) => ({ ...action, planning: value })));
    const quarter = { from: "2025-Q2", to: "2025-Q3" };
    expect((await pagesOf(planned(quarter)))(uvp)).toContain("Voor alle 3 acties staat hier een planning.");
    expect((await pagesOf(planned(quarter)))(uvp)).not.toContain("Nog niet gepland");
    const some = (await pagesOf())(uvp);
    expect(some).toContain("Voor 2 van de 3 acties staat hier een planning.");
    expect(some).toContain("Voor 1 van de 3 acties is de planning nog open: A2.");
    const none = (await pagesOf(planned(open())))(uvp);
    expect(none).toContain("Voor geen van de 3 acties staat hier een planning.");
    expect(none).toContain("Voor alle 3 acties is de planning nog open: A1, A2, A3.");
    const one = (await pagesOf(planned(open(), ({ id }) => id === "rounds")))(uvp);
    expect(one).toContain("Voor de actie is de planning nog open: A1.");
    for (const page of [some, none, one]) expect(page).not.toContain("vaststaan of uit het plan volgen");
  });

  test("the table of who takes part explains the signs that are in it, and no others", async () => {
    const some = (await pagesOf())(uvp);
    expect(some).toContain("Aan 2 van de 3 acties doen alle gemeenten mee. Een stip betekent");
    expect(some).toContain("Een streepje betekent");
    expect(some).toContain("Een T betekent");
    const all = (
      await pagesOf(actions((own) => own.map((action) => ({ ...action, municipalities: "all", lead: "police" }))))
    )(uvp);
    expect(all).toContain("Aan alle 3 acties doen alle gemeenten mee. Een stip betekent dat de gemeente meedoet.");
    expect(all).not.toMatch(/streepje|Een T betekent/);
    const none = (await pagesOf(actions((own) => own.map((action) => ({ ...action, municipalities: ["oostdorp"] })))))(
      uvp,
    );
    expect(none).toContain("Aan geen van de 3 acties doen alle gemeenten mee.");
    expect((await pagesOf(oneTown))(uvp)).not.toMatch(/Wie doet mee|doet Oostdorp mee|Gemeente:/);
  });

  test("partners and municipalities of an action: none, one, more", async () => {
    const pages = await pagesOf(
      actions((own) => {
        Object.assign(own[0] ?? {}, { partners: [] });
        Object.assign(own[1] ?? {}, { partners: ["police", "social-work"], municipalities: "all" });
      }),
    );
    expect(pages(uvp)).toContain("Partners: Politie, Maatschappelijk werk");
    expect(pages(uvp)).toContain("Partner: Politie Gemeente: Oostdorp");
    expect(pages(uvp)).not.toMatch(/Partners?: +(Gemeente|$)/);
  });

  test("with more programmes, an action says of which it is", async () => {
    const second: Changes = {
      "programmes/2027-2028.yaml": () => ({
        id: "2027-2028",
        title: "Uitvoeringsprogramma Proefland 2027–2028",
        shortTitle: "UVP Proefland 2027–2028",
        period: { from: 2027, to: 2028 },
        decision: { state: "concept", body: "college", date: open(), reference: open() },
        introduction: "Dit volgt.\n",
        milestones: [],
        actions: [],
      }),
    };
    const more = await pagesOf(second);
    expect(more(east)).toContain("Oostdorp doet mee aan alle 3 acties uit UVP Proefland 2025–2026.");
    expect(more(east)).toContain("UVP Proefland 2025–2026: Inbraak");
    expect(more(east)).toContain("Oostdorp doet niet mee aan UVP Proefland 2027–2028.");
    expect(more(east)).toContain("uit de uitvoeringsprogramma's.");
    expect(more(east)).toContain("actie A3 van UVP Proefland 2025–2026");
    expect(more("index")).toContain("De uitvoeringsprogramma's");
    const one = await pagesOf();
    expect(one(east)).toContain("A1 Avondrondes lopen");
    expect(one(east)).toContain("uit het uitvoeringsprogramma.");
    expect(one("index")).toContain("Het uitvoeringsprogramma");
  });
});

describe("the annex", () => {
  const town = (change: (town: Record<string, unknown>) => unknown): Changes => ({
    "municipalities/oostdorp.yaml": (own) => {
      change(own);
    },
  });

  test("takes part in all, some and none of the actions", async () => {
    const pages = await pagesOf();
    expect(pages(east)).toContain("Oostdorp doet mee aan alle 3 acties uit het uitvoeringsprogramma.");
    expect(pages(east)).toContain("Bij een actie die Oostdorp trekt, staat trekker.");
    expect(pages("bijlagen/westdorp")).toContain("Westdorp doet mee aan 2 van de 3 acties");
    expect(pages("bijlagen/westdorp")).not.toContain("trekker");
    expect(pages(east)).toContain("Per prioriteit staan hier de maatregelen van het plan waar die acties bij horen.");
    const one = await pagesOf(
      actions((own) => own.slice(0, 1).map((action) => ({ ...action, measures: [(action.measures as string[])[0]] }))),
    );
    expect(one(east)).toContain("Per prioriteit staat hier de maatregel van het plan waar die actie bij hoort.");
    const none = await pagesOf(actions((own) => own.map((action) => ({ ...action, municipalities: ["oostdorp"] }))));
    expect(none("bijlagen/westdorp")).toContain("Westdorp doet mee aan geen van de 3 acties");
    expect(none("bijlagen/westdorp")).not.toContain("Per prioriteit");
    expect(none("bijlagen/westdorp")).toContain("Inbraak Geen acties, paragraaf 3.2 van het plan");
  });

  test("says how many local themes are proposals, who decides, and what content says of them", async () => {
    const themes = (statuses: readonly string[]): Changes => ({
      "local-themes.yaml": (file) => {
        file.themes.push({ id: "park", title: "Park", text: "In het park is het donker.\n" });
        file.annexText = "De driehoek stelde deze thema's voor.\n";
      },
      ...town((own) => {
        own.localThemes = statuses.map((status, index) => ({ theme: ["harbour", "park"][index], status }));
      }),
    });
    const none = (await pagesOf(themes([])))(east);
    expect(none).toContain("Deze bijlage noemt geen lokale thema's voor Oostdorp.");
    expect(none).not.toContain("stelde deze thema's voor");
    const one = (await pagesOf(themes(["voorstel"])))(east);
    expect(one).toContain("Dit is een voorstel. Over deze bijlage beslist: de gemeenteraad van Oostdorp.");
    expect(one).toContain("De driehoek stelde deze thema's voor.");
    expect(one).toContain("Lokaal thema van Oostdorp");
    const some = (await pagesOf(themes(["voorstel", "vastgesteld"])))(east);
    expect(some).toContain("Van de 2 thema's is er 1 een voorstel.");
    const all = (await pagesOf(themes(["voorstel", "voorstel"])))(east);
    expect(all).toContain("Dit zijn voorstellen.");
    const adopted = (await pagesOf(themes(["vastgesteld"])))(east);
    expect(adopted).not.toMatch(/een voorstel|voorstellen/);
    expect(none + one + some + all).not.toMatch(/volgen uit wat het plan|Council|kiest welke/);
  });

  test("money: none, one and all developments", async () => {
    expect((await pagesOf())(east)).toContain(
      "Het plan beschrijft 1 ontwikkeling met een vraag om geld: zie hoofdstuk 4 van het plan. Tabel",
    );
    const none = (await pagesOf(town((own) => Object.assign(own, { finances: [] }))))(east);
    expect(none).toContain("Deze bijlage noemt daarbij geen bijdrage van Oostdorp.");
    expect(none).not.toContain("Bijdragen van");
    const some = (
      await pagesOf({
        "finances.yaml": (finances) => {
          finances.developments.push({ ...finances.developments[0], id: "lights", title: "Lampen, palen en camera's" });
        },
      })
    )(east);
    expect(some).toContain("Deze bijlage noemt geen bijdrage aan: Lampen, palen en camera's.");
    const nothing = (
      await pagesOf({
        "finances.yaml": (finances) => {
          finances.developments = [];
        },
        "municipalities/oostdorp.yaml": (own) => {
          own.finances = [];
        },
        "municipalities/westdorp.yaml": (own) => {
          own.finances = [];
        },
      })
    )(east);
    expect(nothing).toContain("Het plan beschrijft geen ontwikkelingen die geld vragen.");
  });

  test("open points: none, one, and each as often as it is", async () => {
    const decided = { state: "vastgesteld", body: "raad", date: "2025-01-02", reference: "R1" };
    const settled = (left: object): Changes =>
      town((own) =>
        Object.assign(own, {
          decisions: { plan: decided, annex: decided, programme: decided },
          emphases: [{ priority: "burglary", text: "Hier wordt veel ingebroken.\n" }],
          finances: [{ development: "extra-officer", amount: 0, decision: "Geen bijdrage" }],
          ...left,
        }),
      );
    const none = (await pagesOf(settled({})))(east);
    expect(none).toContain(
      "Over Oostdorp zelf staat in deze bijlage geen open punt. Bij 1 van de 3 acties is de planning nog open.",
    );
    expect(none).not.toContain("alles in deze bijlage");
    const one = (await pagesOf(settled({ contact: open("wie inwoners bellen") })))(east);
    expect(one).toContain("In deze bijlage staat 1 open punt.");
    expect(one).toContain("De gemeenteraad van Oostdorp Wie inwoners bellen");
    const more = (await pagesOf())(east);
    expect(more).toContain("In deze bijlage staan 9 open punten.");
    expect(more).toContain("Datum van het besluit (2 keer)");
  });
});

describe("open points of the plan and the programme", () => {
  const decided = { state: "vastgesteld", date: "2025-01-02", reference: "R1" };
  const settled: Changes = {
    "plan.yaml": (own) => {
      Object.assign(own.decision, decided);
    },
    "finances.yaml": (finances) => {
      finances.developments[0].amount = 1000;
    },
  };

  test("none, one and more in the plan; elsewhere none, some and all", async () => {
    expect((await pagesOf())(plan)).toContain(
      "Over deze punten uit het plan is nog niets besloten. Ook in beide lokale bijlagen en het uitvoeringsprogramma staan open punten.",
    );
    const none = await pagesOf(settled);
    expect(none(plan)).toMatch(/In het plan zelf staan geen open punten\. In .+ staan wel open punten\./);
    expect(none(plan)).not.toContain("Onderwerp Wat is open");
    expect(none(east)).not.toContain("Wat het plan zelf openlaat");
    const one = await pagesOf({ ...settled, "finances.yaml": () => undefined });
    expect(one(plan)).toContain("Over dit punt uit het plan is nog niets besloten.");
    expect(one(east)).toContain("Wat het plan zelf openlaat, staat in bijlage III van het plan.");
  });

  test("a decision isn't listed as an action", async () => {
    const page = (await pagesOf())(uvp);
    expect(page).toContain("Wat is open Waarbij Wie beslist");
    expect(page).toContain("Datum besluit Het besluit over dit programma: datum van het besluit De colleges");
    expect(page).not.toContain("Bij welke acties");
  });
});

describe("other lists", () => {
  test("terms of an annex: none, one, more", async () => {
    const text = (own: string): Changes => ({
      "municipalities/westdorp.yaml": (town) => {
        town.introduction = `${own}\n`;
      },
      ...actions((all) => all.map((action) => ({ ...action, municipalities: ["oostdorp"] }))),
    });
    const annex = "bijlagen/westdorp";
    expect((await pagesOf(text("Wij zijn er.")))(annex)).not.toContain("in dit document");
    const one = (await pagesOf(text("De [[term:boa]] is er.")))(annex);
    expect(one).toContain("Begrip in dit document Hier staat de uitleg van het begrip waarnaar dit document verwijst.");
    const more = (await pagesOf(text("De [[term:boa]] en de [[term:driehoek]].")))(annex);
    expect(more).toContain("Begrippen in dit document Hier staat de uitleg van de begrippen waarnaar");
  });

  test("milestones: none, one, more", async () => {
    const milestones = (count: number): Changes => ({
      "programmes/2025-2026.yaml": (programme) => {
        programme.milestones = ["a", "b"]
          .slice(0, count)
          .map((id) => ({ id, title: `Moment ${id}`, quarter: "2025-Q1" }));
      },
    });
    expect((await pagesOf(milestones(0)))(uvp)).not.toContain("Mijlpa");
    expect((await pagesOf(milestones(1)))(uvp)).toContain("Mijlpaal Wanneer Wat");
    expect((await pagesOf(milestones(2)))(uvp)).toContain("Mijlpalen Wanneer Wat");
  });

  test("no page has a table with only a heading, a label alone or an article before a title", async () => {
    const bare = await pagesOf({
      ...oneTown,
      "programmes/2025-2026.yaml": (programme) => {
        programme.actions = [];
        programme.milestones = [];
      },
      "municipalities/oostdorp.yaml": (own) => {
        Object.assign(own, { localThemes: [], finances: [] });
      },
      "finances.yaml": (finances) => {
        finances.developments = [];
      },
    });
    for (const path of [plan, uvp, "index"]) {
      const text = bare(path);
      expect(text).not.toMatch(/: ?(\.|$)|\b0 (acties|maatregelen|open)|\b1 (acties|maatregelen)/);
      expect(text).not.toMatch(/\b(het|de) (IVP|UVP|Regioplan) /i);
    }
  });

  test("the index says in which forms the documents are there: all in both, all in one, some in one", async () => {
    const model = await variant();
    const say = (files: (index: number) => readonly string[], count = 9): string => {
      const made = listDocuments(model)
        .slice(0, count)
        .map((info, index) => ({
          ...info,
          files: files(index).map((path) => ({ path, format: path.endsWith(".pdf") ? pdf : html })),
        }));
      return textOf(render(composeIndex(model, made), { medium: "screen", edition: "vandaag" }));
    };
    expect(say(() => ["a.html", "a.pdf"])).toContain("Alle documenten op deze pagina zijn er als webpagina en PDF.");
    expect(say(() => ["a.html"])).toContain("Alle documenten op deze pagina zijn er als webpagina.");
    expect(say((index) => (index === 0 ? ["a.html"] : ["a.html", "a.pdf"]))).toContain(
      "in welke bestandsformaten het er is",
    );
    expect(say((index) => (index === 0 ? ["a.html"] : ["a.pdf"]))).toContain("in welke bestandsformaten het er is");
    expect(say(() => ["a.pdf"], 1)).toContain("Het document is er als PDF. Bij het document staat de status.");
    expect(say(() => [], 0)).not.toContain("Over deze documenten");
  });
});

describe("more teams, and municipalities that end", () => {
  const east: Changes = {
    "municipalities/oostdorp.yaml": (own) => {
      Object.assign(own, { team: "basisteam Oost", until: "2027-01-01", successor: "westdorp" });
    },
    "municipalities/westdorp.yaml": (own) => {
      Object.assign(own, { team: "basisteam West" });
    },
  };

  test("the annex says until when, what comes after it, and of which team it is; one that stays says nothing", async () => {
    const pages = await pagesOf(east);
    expect(pages("bijlagen/oostdorp")).toContain("Bestaat Tot 1 januari 2027; daarna gemeente Westdorp");
    expect(pages("bijlagen/oostdorp")).toContain("Basisteam Basisteam Oost");
    expect(pages("bijlagen/westdorp")).not.toContain("Bestaat");
    expect((await pagesOf())("bijlagen/oostdorp")).not.toMatch(/Bestaat Tot|Basisteam Basisteam/);
    const named = await pagesOf({
      "municipalities/oostdorp.yaml": (own) => {
        Object.assign(own, { until: "2027-01-01", successor: "Land van Noord" });
      },
    });
    expect(named("bijlagen/oostdorp")).toContain("daarna gemeente Land van Noord");
    expect(named(plan)).toContain("Oostdorp (tot 1 januari 2027) en Westdorp");
  });
});
