import { describe, expect, test } from "vitest";
import { documentNames } from "../../src/diff/wording.js";
import { kindNamed, listDocuments } from "../../src/documents/index.js";
import { agree, paperNoun } from "../../src/dutch.js";
import { termsOf } from "../../src/model/index.js";
import { type Changes, pagesOf, variant } from "../setup/variant.js";

const named = (terms: object): Changes => ({
  "plan.yaml": (plan) => {
    plan.terms = terms;
  },
});

const ofContent =
  /Uitvoeringsprogramma(?= basisteam|$| \w)|Begin van het programma|Integraal Veiligheidsplan|Dit plan gaat|stelt het (?:plan|programma) vast|Het plan past|UVP Uitvoeringsprogramma/g;

/** Every document has another name, with another article where that can be. */
const others = {
  plan: { name: "veiligheidsvisie", short: "VV" },
  annex: { name: "gemeentelijke paragraaf" },
  programme: { name: "jaarplan" },
};

describe("what a team calls its documents", () => {
  test("stands in every sentence that the program writes, and in the names of the files", async () => {
    const model = await variant(named(others));
    const paths = listDocuments(model).map(({ path }) => path);
    expect(paths).toEqual([
      "ivp-2025-2028",
      "gemeentelijke-paragrafen/oostdorp",
      "gemeentelijke-paragrafen/westdorp",
      "jaarplan-2025-2026",
    ]);
    const page = await pagesOf(named(others));
    for (const path of [...paths, "index"]) {
      // The content itself may say so: its titles and texts are its own.
      const own = page(path).replace(ofContent, "");
      expect(
        own.match(
          /.{0,40}(?:uitvoeringsprogramma|lokale bijlage|(?:dit|het) programma|(?:dit|het) plan\b|deze bijlage|UVP(?! Proefland)).{0,20}/gi,
        ) ?? [],
      ).toEqual([]);
    }
  });

  test("decides on the articles and the words that go with them", async () => {
    const page = await pagesOf(named(others));
    expect(page("jaarplan-2025-2026")).toContain("Over dit jaarplan");
    expect(page("jaarplan-2025-2026")).toMatch(/Dit jaarplan heeft \d+ acties?\./);
    expect(page("jaarplan-2025-2026")).toMatch(/^.*Jaarplan 2025–2026/s);
    expect(page("ivp-2025-2028")).toContain("overgenomen uit de hoofdstukken van deze veiligheidsvisie");
    expect(page("ivp-2025-2028")).toContain("De veiligheidsvisie op één pagina");
    expect(page("gemeentelijke-paragrafen/oostdorp")).toContain("De veiligheidsvisie in Oostdorp");
    expect(page("gemeentelijke-paragrafen/oostdorp")).toMatch(/uit het jaarplan\./);
    expect(page("index")).toContain("De gemeentelijke paragrafen");
    expect(page("index")).toContain("Het jaarplan");
  });

  test("is the usual where nothing is said, and whatever is wrong with what is said", () => {
    const usual = termsOf(undefined);
    expect([usual.plan.name, usual.annex.name, usual.programme.name, usual.programme.short]).toEqual([
      "integraal veiligheidsplan",
      "lokale bijlage",
      "uitvoeringsprogramma",
      "UVP",
    ]);
    for (const broken of [null, "jaarplan", { programme: null }, { programme: "jaarplan" }, { programme: { name: 3 } }])
      expect(termsOf(broken as never)).toEqual(usual);
  });

  test("goes as it does, also with the sign by which a comparison follows it", () => {
    const { programme } = termsOf({ programme: { name: "jaarplan\u{F0000}" } });
    expect([programme.article, programme.plural, programme.stem, programme.unknown]).toEqual([
      "het",
      "jaarplannen\u{F0000}",
      "jaarplan",
      [],
    ]);
  });

  test("is brief in running text, unless that would be another document", () => {
    const brief = (terms: Parameters<typeof termsOf>[0]) => agree("dit", termsOf(terms).programme.brief);
    expect(brief(undefined)).toBe("dit programma");
    expect(brief({ programme: { name: "actieprogramma" } })).toBe("dit programma");
    expect(brief({ programme: { name: "jaarplan" } })).toBe("dit jaarplan");
    expect(brief({ programme: { name: "actienota" }, plan: { name: "kadernota" } })).toBe("deze actienota");
    expect(agree("de", termsOf({ plan: { name: "kadernota" } }).plan.brief)).toBe("de nota");
  });

  test("begins the names of files with the short form, once", async () => {
    const fileNames = async (programme: object) => listDocuments(await variant(named({ programme }))).at(-1)?.path;
    expect(await fileNames({ name: "jaarplan", short: "JP" })).toBe("jp-2025-2026");
    expect(await fileNames({ name: "Jaarplan Súd, 's zomers" })).toBe("jaarplan-sud-s-zomers-2025-2026");
    expect(await fileNames({ name: "2025", article: "de", plural: "x" })).toBe("2025-2026");
  });

  test("names the reports on progress, their folder and references to them", async () => {
    const report = async (
      name: object,
    ): Promise<readonly [string | undefined, string | undefined, string | undefined]> => {
      const model = await variant({
        ...named({ progress: name }),
        "progress/2025-12-31.yaml": () => ({ id: "2025-12-31" }),
      });
      const made = listDocuments(model).find(({ kind }) => kind === "progress");
      return [made?.path, made?.title, model.targets.get("progress:2025-12-31")?.label];
    };
    expect(await report({ name: "jaarverslag" })).toEqual([
      "jaarverslag/2025-12-31",
      "Jaarverslag 31 december 2025",
      "jaarverslag van 31 december 2025",
    ]);
    expect(await report({ name: "monitor veiligheid", short: "MV" })).toEqual([
      "mv/2025-12-31",
      "Monitor veiligheid 31 december 2025",
      "monitor veiligheid van 31 december 2025",
    ]);
  });

  test("is what --only understands, in any case, and nothing else is", () => {
    const terms = termsOf(others);
    expect(
      ["jaarplan", "Jaarplannen", "veiligheidsvisie", "gemeentelijke paragraaf"].map((name) => kindNamed(name, terms)),
    ).toEqual(["programme", "programme", "plan", "annex"]);
    expect(kindNamed("uitvoeringsprogramma", terms)).toBe("uitvoeringsprogramma");
  });

  test("is what a comparison calls them", async () => {
    const model = await variant(named(others));
    const touched = listDocuments(model).map((document) => ({
      document,
      side: "after" as const,
      anchors: [],
      headings: [],
      pages: [],
    }));
    expect(documentNames(touched, 2, model.terms)).toEqual([
      "Veiligheidsvisie",
      expect.stringContaining("Uitvoeringsprogramma"),
      "beide gemeentelijke paragrafen",
    ]);
  });
});

test("an article and a plural follow from the end of a word, as far as they are sure", () => {
  const known = (name: string) => {
    const { article, plural } = paperNoun(name);
    return [article, plural];
  };
  expect(known("jaarplan")).toEqual(["het", "jaarplannen"]);
  expect(known("actieprogramma")).toEqual(["het", "actieprogramma's"]);
  expect(known("Uitvoeringsagenda veiligheid")).toEqual(["de", "Uitvoeringsagenda's veiligheid"]);
  expect(known("gemeentelijke paragraaf")).toEqual(["de", "gemeentelijke paragrafen"]);
  expect(known("integraal veiligheidsplan")).toEqual(["het", undefined]);
  expect(known("routekaart")).toEqual([undefined, undefined]);
  const [plan, note] = [
    { name: "jaarplan", article: "het", plural: "jaarplannen" },
    { name: "nota", article: "de", plural: "nota's" },
  ] as const;
  expect((["de", "dit", "dat", "elk", "ons"] as const).map((word) => agree(word, plan))).toEqual([
    "het jaarplan",
    "dit jaarplan",
    "dat jaarplan",
    "elk jaarplan",
    "ons jaarplan",
  ]);
  expect((["de", "dit", "dat", "elk", "ons"] as const).map((word) => agree(word, note))).toEqual([
    "de nota",
    "deze nota",
    "die nota",
    "elke nota",
    "onze nota",
  ]);
  expect([agree("dit", plan, 2), agree("ons", note, 3)]).toEqual(["deze jaarplannen", "onze nota's"]);
});
