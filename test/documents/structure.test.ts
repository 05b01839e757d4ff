import { posix } from "node:path";
import { describe, expect, test } from "vitest";
import { contentsOf, type Entry } from "../../src/documents/contents.js";
import { compose, type Document, listDocuments } from "../../src/documents/index.js";
import { walk } from "../../src/documents/walk.js";
import type { Model } from "../../src/model/index.js";
import { type Changes, pagesOf, variant } from "../setup/variant.js";

/** Tables of contents of published plans, in the words of an invented team: what a structure says is what a reader finds. */
const structured = (structure: object, changes: Changes = {}): Changes => ({
  ...changes,
  "plan.yaml": (plan) => {
    changes["plan.yaml"]?.(plan);
    plan.structure = structure;
  },
});

const section = (id: string, title: string, more: object = {}): Changes => ({
  [`sections/${id}.yaml`]: () => ({ id, title, text: `Over ${title.toLowerCase()}.\n`, ...more }),
});

const priority = (id: string, title: string): Changes => ({
  [`priorities/${id}.yaml`]: () => ({
    id,
    title,
    icon: "shield",
    colour: "green",
    goals: ["less-crime"],
    regionalThemes: [],
    themes: [],
    paragraphs: [
      {
        id: `${id}-all`,
        title,
        description: `Dit gaat over ${title.toLowerCase()}.\n`,
        why: ["Het komt vaak voor.\n"],
        now: "We doen al wat.\n",
        ambition: "Over vier jaar is het minder.\n",
        measures: [{ id: `${id}-first`, text: `We doen iets aan ${title.toLowerCase()}.\n` }],
      },
    ],
  }),
});

/** The documents that there are, by their paths. */
const documentsOf = (model: Model): ReadonlyMap<string, Document> =>
  new Map(listDocuments(model).map((info) => [info.path, compose(model, info)]));

const lines = (entries: readonly Entry[]): string[] =>
  entries.flatMap(({ number, title, level, children }) => [
    [...Array<string>(level - 1).fill(" "), ...(number ? [number] : []), title].join(" "),
    ...lines(children),
  ]);

/** Which links lead to a place that isn't there. */
function deadLinks(model: Model): string[] {
  const documents = documentsOf(model);
  const anchors = new Map(
    [...documents].map(([path, { sections }]) => [path, new Set(walk(sections).flatMap(({ anchor }) => anchor ?? []))]),
  );
  return [...documents].flatMap(([path, { links }]) =>
    [...links].flatMap(([key, { anchor, document }]) => {
      const file = document === undefined ? path : posix.join(posix.dirname(path), document);
      return anchor === undefined || anchors.get(file)?.has(anchor) ? [] : [`${path}: ${key} → ${file}#${anchor}`];
    }),
  );
}

/** Anchors that stand more than once in a document. */
const doubles = (model: Model): string[] =>
  [...documentsOf(model)].flatMap(([path, { sections }]) => {
    const all = walk(sections).flatMap(({ anchor, at }) =>
      anchor !== undefined && at.anchor === anchor ? [anchor] : [],
    );
    return all.filter((anchor, index) => all.indexOf(anchor) !== index).map((anchor) => `${path}#${anchor}`);
  });

/** The table of contents of the plan; what is deeper stands further to the right. No link leads nowhere. */
async function contents(changes: Changes, path = "ivp-2025-2028"): Promise<string[]> {
  const model = await variant(changes);
  expect(deadLinks(model)).toEqual([]);
  expect(doubles(model)).toEqual([]);
  return lines(contentsOf(documentsOf(model).get(path)?.sections ?? []));
}

describe("tables of contents of published plans", () => {
  test("without a structure: as always", async () => {
    expect(await contents({})).toMatchInlineSnapshot(`
      [
        "Het plan op één pagina",
        "Ons manifest",
        "Voorwoord",
        "Samenvatting",
        "1 Inleiding",
        "  1.1 Algemeen",
        "  1.2 Leeswijzer",
        "2 Strategische uitgangspunten",
        "  2.1 Visie",
        "  2.2 Doelen",
        "  2.3 Uitgangspunten",
        "  2.4 Uitvoering en monitoring",
        "  2.5 Wie beslist",
        "3 De prioriteiten voor 2025–2028",
        "  3.1 Prioriteiten stellen",
        "  3.2 Inbraak",
        "  3.3 Jeugd",
        "    3.3.1 Overlast",
        "    3.3.2 Drugs",
        "  3.4 Aansluiting",
        "4 Geld",
        "Bijlage I Partners",
        "Bijlage II Begrippen",
        "Bijlage III Open punten",
      ]
    `);
  });

  test("an analysis as chapter 2, a chapter for each field with its priorities, and an annex with the risks", async () => {
    const changes = structured(
      {
        chapters: [
          { part: "introduction", sections: ["general", "reading-guide"] },
          "picture",
          { part: "vision", title: "Onze visie", sections: ["goals", "starting-points"] },
          "living",
          "young",
          { id: "doing", title: "Uitvoering en financiën", sections: ["monitoring", "governance", "finances"] },
        ],
        annexes: ["risks", "partners", { part: "glossary", title: "Begrippen" }, "open-points"],
        back: ["colophon"],
      },
      {
        ...section("picture", "Veiligheidsbeeld", {
          sections: [
            { id: "figures", title: "Cijfers", text: "Er is minder ingebroken.\n" },
            {
              id: "trends",
              title: "Trends",
              sections: [
                { id: "online", title: "Online", text: "Meer.\n" },
                { id: "street", title: "Op straat", text: "Minder.\n" },
              ],
            },
          ],
        }),
        ...section("risks", "Risicomatrix"),
        ...section("colophon", "Colofon"),
        "plan.yaml": (plan) => {
          delete plan.priorities;
          plan.groups = [
            {
              id: "living",
              title: "Veilige woonomgeving",
              text: "Dit is het eerste veld.\n",
              priorities: ["burglary"],
            },
            { id: "young", title: "Jeugd en veiligheid", priorities: ["youth"] },
          ];
        },
      },
    );
    expect(await contents(changes)).toMatchInlineSnapshot(`
      [
        "Het plan op één pagina",
        "Ons manifest",
        "Voorwoord",
        "Samenvatting",
        "1 Inleiding",
        "  1.1 Algemeen",
        "  1.2 Leeswijzer",
        "2 Veiligheidsbeeld",
        "  2.1 Cijfers",
        "  2.2 Trends",
        "    2.2.1 Online",
        "    2.2.2 Op straat",
        "3 Onze visie",
        "  3.1 Doelen",
        "  3.2 Uitgangspunten",
        "4 Veilige woonomgeving",
        "  4.1 Inbraak",
        "5 Jeugd en veiligheid",
        "  5.1 Jeugd",
        "    5.1.1 Overlast",
        "    5.1.2 Drugs",
        "6 Uitvoering en financiën",
        "  6.1 Uitvoering en monitoring",
        "  6.2 Wie beslist",
        "  6.3 Geld",
        "Bijlage I Risicomatrix",
        "Bijlage II Partners",
        "Bijlage III Begrippen",
        "Bijlage IV Open punten",
        "Colofon",
      ]
    `);
  });

  test("goals first, and no annexes", async () => {
    expect(
      await contents(
        structured({
          front: ["contents"],
          chapters: ["goals", "introduction", "priorities", "finances"],
          annexes: [],
        }),
      ),
    ).toMatchInlineSnapshot(`
      [
        "1 Doelen",
        "2 Inleiding",
        "  2.1 Algemeen",
        "  2.2 Leeswijzer",
        "3 De prioriteiten voor 2025–2028",
        "  3.1 Prioriteiten stellen",
        "  3.2 Inbraak",
        "  3.3 Jeugd",
        "    3.3.1 Overlast",
        "    3.3.2 Drugs",
        "  3.4 Aansluiting",
        "4 Geld",
      ]
    `);
  });

  test("every priority a chapter of its own", async () => {
    expect(
      await contents(
        structured({
          front: ["foreword", "contents"],
          chapters: ["summary", "introduction", "strategy", "prioritising", "burglary", "youth", "finances"],
          annexes: ["alignment", "partners", "glossary", "open-points"],
        }),
      ),
    ).toMatchInlineSnapshot(`
      [
        "Voorwoord",
        "1 Samenvatting",
        "2 Inleiding",
        "  2.1 Algemeen",
        "  2.2 Leeswijzer",
        "3 Strategische uitgangspunten",
        "  3.1 Visie",
        "  3.2 Doelen",
        "  3.3 Uitgangspunten",
        "  3.4 Uitvoering en monitoring",
        "  3.5 Wie beslist",
        "4 Prioriteiten stellen",
        "5 Inbraak",
        "6 Jeugd",
        "  6.1 Overlast",
        "  6.2 Drugs",
        "7 Geld",
        "Bijlage I Aansluiting",
        "Bijlage II Partners",
        "Bijlage III Begrippen",
        "Bijlage IV Open punten",
      ]
    `);
  });

  /** The first level of a table of contents is what differs most between plans. */
  const chapters = async (structure: object, changes: Changes = {}): Promise<string[]> =>
    (await contents(structured(structure, changes))).filter((line) => !line.startsWith(" "));

  test("the summary first, a look back, and one chapter with what is decided and by whom", async () => {
    const changes = { ...section("back", "Terugblik"), ...section("who", "Rollen") };
    expect(
      await chapters(
        {
          front: ["summary", "contents"],
          chapters: [
            "introduction",
            "back",
            { id: "ambition", title: "Visie en ambitie", sections: ["vision", "goals", "starting-points"] },
            "priorities",
            { id: "control", title: "Sturing en borging", sections: ["who", "governance", "monitoring", "finances"] },
          ],
          annexes: ["glossary"],
          back: ["partners"],
        },
        changes,
      ),
    ).toEqual([
      "Samenvatting",
      "1 Inleiding",
      "2 Terugblik",
      "3 Visie en ambitie",
      "4 De prioriteiten voor 2025–2028",
      "5 Sturing en borging",
      "Bijlage I Begrippen",
      "Partners",
    ]);
  });

  test("two parts: what we want, and what we do", async () => {
    expect(
      await chapters({
        chapters: [
          { part: "introduction", title: "Aanleiding" },
          {
            id: "part-one",
            title: "Deel A: wat we willen",
            sections: ["vision", "goals", "starting-points", "prioritising"],
          },
          { part: "priorities", title: "Deel B: wat we doen", sections: ["priorities"] },
          {
            id: "part-three",
            title: "Deel C: hoe we sturen",
            sections: ["governance", "monitoring", "alignment", "finances"],
          },
        ],
      }),
    ).toEqual([
      "Het plan op één pagina",
      "Ons manifest",
      "Voorwoord",
      "Samenvatting",
      "1 Aanleiding",
      "2 Deel A: wat we willen",
      "3 Deel B: wat we doen",
      "4 Deel C: hoe we sturen",
      "Bijlage I Partners",
      "Bijlage II Begrippen",
      "Bijlage III Open punten",
    ]);
  });

  test("a short plan: a vision, the priorities as chapters, and money", async () => {
    expect(
      await chapters({ front: ["contents"], chapters: ["vision", "burglary", "youth", "finances"], annexes: [] }),
    ).toEqual(["1 Visie", "2 Inbraak", "3 Jeugd", "4 Geld"]);
  });

  test("annexes with sections of their own: partners for each theme, a matrix of risks, a list of sources", async () => {
    const changes = {
      ...section("matrix", "Risicomatrix", { sections: [{ id: "scale", title: "Schaal", text: "Van 1 tot 5.\n" }] }),
      ...section("sources", "Bronnen"),
    };
    const lines = await contents(
      structured(
        { annexes: [{ part: "partners", title: "Partners per thema" }, "matrix", "sources", "glossary"] },
        changes,
      ),
    );
    expect(lines.slice(-5)).toEqual([
      "Bijlage I Partners per thema",
      "Bijlage II Risicomatrix",
      "  II.1 Schaal",
      "Bijlage III Bronnen",
      "Bijlage IV Begrippen",
    ]);
  });

  test("one group is a chapter, the other stands among what follows from it", async () => {
    const changes: Changes = {
      "plan.yaml": (plan) => {
        delete plan.priorities;
        plan.groups = [
          { id: "above", title: "Regionale prioriteiten", priorities: ["burglary"] },
          { id: "local", title: "Lokale prioriteiten", priorities: ["youth"] },
        ];
      },
    };
    const lines = await contents(
      structured(
        {
          chapters: [
            "introduction",
            "strategy",
            "above",
            { part: "priorities", title: "In onze gemeenten" },
            "finances",
          ],
        },
        changes,
      ),
    );
    expect(lines.slice(lines.indexOf("3 Regionale prioriteiten"), lines.indexOf("5 Geld"))).toEqual([
      "3 Regionale prioriteiten",
      "  3.1 Inbraak",
      "4 In onze gemeenten",
      "  4.1 Prioriteiten stellen",
      "  4.2 Lokale prioriteiten",
      "    4.2.1 Jeugd",
      "      4.2.1.1 Overlast",
      "      4.2.1.2 Drugs",
      "  4.3 Aansluiting",
    ]);
  });

  test("a joint plan on top of municipal ones: priorities above and below, and themes that go on", async () => {
    expect(
      await contents({
        ...priority("undermining", "Ondermijning"),
        ...priority("care", "Zorg en veiligheid"),
        "other-themes.yaml": () => ({
          title: "Overige thema's",
          text: "Deze thema's gaan door.\n",
          themes: [{ id: "fire", title: "Brandveiligheid", text: "De brandweer gaat door.\n" }],
        }),
        "plan.yaml": (plan) => {
          plan.priorities = ["burglary"];
          plan.groups = [
            { id: "above", title: "Bovenlokale prioriteiten", priorities: ["undermining", "care"] },
            {
              id: "strategic",
              title: "Strategische thema's",
              text: "Deze thema's raken alles.\n",
              priorities: ["youth"],
            },
          ];
        },
      }),
    ).toMatchInlineSnapshot(`
      [
        "Het plan op één pagina",
        "Ons manifest",
        "Voorwoord",
        "Samenvatting",
        "1 Inleiding",
        "  1.1 Algemeen",
        "  1.2 Leeswijzer",
        "2 Strategische uitgangspunten",
        "  2.1 Visie",
        "  2.2 Doelen",
        "  2.3 Uitgangspunten",
        "  2.4 Uitvoering en monitoring",
        "  2.5 Wie beslist",
        "3 De prioriteiten voor 2025–2028",
        "  3.1 Prioriteiten stellen",
        "  3.2 Inbraak",
        "  3.3 Bovenlokale prioriteiten",
        "    3.3.1 Ondermijning",
        "    3.3.2 Zorg en veiligheid",
        "  3.4 Strategische thema's",
        "    3.4.1 Jeugd",
        "      3.4.1.1 Overlast",
        "      3.4.1.2 Drugs",
        "  3.5 Overige thema's",
        "  3.6 Aansluiting",
        "4 Geld",
        "Bijlage I Partners",
        "Bijlage II Begrippen",
        "Bijlage III Open punten",
      ]
    `);
  });
});

describe("the headings within a priority", () => {
  const structure = {
    priority: [
      { part: "ambition", title: "Wat willen we?" },
      "description",
      { id: "partners", title: "Wat doen de partners?" },
      { part: "measures", title: "Onze inzet" },
      "why",
      "now",
    ],
  };

  test("their order and words are the plan's, and so are headings of its own", async () => {
    const pages = await pagesOf(
      structured(structure, {
        "priorities/burglary.yaml": (own) => {
          own.paragraphs[0].parts = [{ heading: "partners", text: "De politie komt langs.\n" }];
        },
      }),
    );
    expect(pages("ivp-2025-2028")).toContain(
      "Wat willen we? Over vier jaar is er minder ingebroken. Een inbraak maakt mensen bang. " +
        "Wat doen de partners? De politie komt langs. Onze inzet M1 Een BOA loopt in de avond door donkere straten. " +
        "Waarom is het een prioriteit? Inbraken komen vaak voor. Waar staan we nu? Het aantal daalt.",
    );
    // Where nobody wrote anything, there is no heading.
    expect(pages("ivp-2025-2028").split("Wat doen de partners?")).toHaveLength(2);
    expect(pages("ivp-2025-2028")).toContain("Elke prioriteit vertelt wat we willen bereiken, waar het over gaat,");
  });

  test("a priority without paragraphs tells the same by itself", async () => {
    const flat = (own: { paragraphs?: Record<string, unknown>[] }) => {
      const [paragraph = {}] = own.paragraphs ?? [];
      const { id: _, title: __, ...story } = paragraph;
      delete own.paragraphs;
      return Object.assign(own, story);
    };
    const plan = "ivp-2025-2028";
    const nested = await pagesOf();
    const alone = await pagesOf({ "priorities/burglary.yaml": flat });
    expect(alone(plan)).toBe(nested(plan));
    expect(alone("uvp-2025-2026")).toBe(nested("uvp-2025-2026"));
    expect(alone("bijlagen/oostdorp")).toBe(nested("bijlagen/oostdorp"));
    const model = await variant({ "priorities/burglary.yaml": flat });
    expect([...deadLinks(model), ...doubles(model)]).toEqual([]);
  });
});

describe("what follows from the structure", () => {
  const changes = structured(
    {
      front: ["contents", "foreword", "summary"],
      chapters: [
        { part: "introduction", title: "Waarom dit plan" },
        "picture",
        {
          id: "will",
          title: "Wat wij willen",
          text: "Dit willen wij.\n",
          sections: ["goals", "vision", "starting-points"],
        },
        { id: "chosen", title: "Onze keuzes", sections: ["prioritising", "priorities", "alignment"] },
        { id: "doing", title: "Uitvoering", sections: ["monitoring", "governance", "finances", "local-themes"] },
      ],
      annexes: ["partners", "glossary"],
    },
    {
      ...section("picture", "Veiligheidsbeeld", {
        summary: "Er is minder ingebroken.\n",
        sections: [{ id: "figures", title: "Cijfers", text: "Zie [[chapter:doing]] en [[section:finances]].\n" }],
      }),
      "vision.yaml": (vision) => {
        vision.text =
          "Lees [[section:figures]], [[chapter:picture]], [[chapter:finances]] en [[section:starting-points]].\n";
      },
      "plan.yaml": (plan) => {
        delete plan.priorities;
        plan.groups = [
          { id: "above", title: "Bovenlokale prioriteiten", priorities: ["burglary"] },
          { id: "strategic", title: "Strategische thema's", priorities: ["youth"] },
        ];
      },
    },
  );

  test("references say what they lead to, whichever of the two words they use", async () => {
    const plan = (await pagesOf(changes))("ivp-2025-2028");
    expect(plan).toContain("Lees paragraaf 2.1, hoofdstuk 2, paragraaf 5.3 en paragraaf 3.3.");
    expect(plan).toContain("Zie hoofdstuk 5 en paragraaf 5.3.");
    expect((await pagesOf(changes))("bijlagen/oostdorp")).toContain("zie paragraaf 5.3 van het plan.");
  });

  test("the reading guide and the summary follow its order and its titles", async () => {
    const plan = (await pagesOf(changes))("ivp-2025-2028");
    expect(plan).toContain(
      "Hoofdstuk 1: Waarom dit plan. Daarin: Algemeen; Leeswijzer. Hoofdstuk 2: Veiligheidsbeeld.",
    );
    expect(plan).toContain("Bijlage II: Begrippen.");
    expect(plan).toMatch(
      /Samenvatting Veiligheidsbeeld Er is minder ingebroken\. Doelen .* Visie .* Uitgangspunten .* Prioriteiten en ambities Bovenlokale prioriteiten Inbraak .* Strategische thema's Jeugd .* Lokale thema's .* Uitvoering en monitoring /,
    );
    // It wasn't taken over from the chapters alone.
    expect(plan).not.toContain("Deze samenvatting is overgenomen");
  });

  test("what the plan leaves out, no document points at", async () => {
    const pages = await pagesOf(changes);
    expect(pages("bijlagen/oostdorp")).not.toContain("Wat het plan zelf openlaat, staat in");
    expect(pages("ivp-2025-2028")).not.toMatch(/Ons manifest|Open punten van het plan|Het plan op één pagina/);
    const model = await variant(changes);
    expect([...deadLinks(model), ...doubles(model)]).toEqual([]);
  });

  test("the programme puts its actions under the groups of the plan", async () => {
    expect(await contents(changes, "uvp-2025-2026")).toEqual(
      expect.arrayContaining([
        "  3.1 Bovenlokale prioriteiten",
        "    3.1.1 Inbraak",
        "  3.2 Strategische thema's",
        "    3.2.1 Jeugd",
      ]),
    );
  });
});
