import { describe, expect, test } from "vitest";
import { UsageError } from "../../src/errors.js";
import { isWhole, readAll } from "../../src/init/answers.js";
import type { Key } from "../../src/init/questions.js";
import { slug } from "../../src/init/slug.js";

describe("an id of a name", () => {
  test.each([
    ["'s-Hertogenbosch", "s-hertogenbosch"],
    ["’s-Gravenhage", "s-gravenhage"],
    ["Súdwest-Fryslân", "sudwest-fryslan"],
    ["Bergen (NH.)", "bergen-nh"],
    ["Bergen (L.)", "bergen-l"],
    ["IJsselstein", "ijsselstein"],
    ["Nuenen, Gerwen en Nederwetten", "nuenen-gerwen-en-nederwetten"],
    ["Tytsjerksteradiel", "tytsjerksteradiel"],
    ["Ærø & Łódź", "aero-lodz"],
    ["東京", ""],
  ])("%s → %s", (name, id) => {
    expect(slug(name)).toBe(id);
  });
});

const given: Readonly<Partial<Record<Key, string>>> = {
  municipalities: "Asten,Deurne",
  team: "basisteam Peelland",
  from: "2027",
  to: "2030",
  programme: "jaarplan",
  years: "1",
};

test("answers are read as they are meant: spaces around them don't count, marks are one letter", () => {
  const read = readAll({
    ...given,
    municipalities: " Bergen (NH.) ,Su\u0301dwest-Frysla\u0302n",
    team: "  team   Noord ",
  });
  expect(read).toEqual({
    municipalities: ["Bergen (NH.)", "Súdwest-Fryslân"],
    team: "team Noord",
    from: 2027,
    to: 2030,
    programme: { name: "jaarplan", article: "het" },
    years: 1,
  });
});

test("with semicolons a name may have a comma; the programme is a word within sentences", () => {
  const read = readAll({
    ...given,
    municipalities: "Nuenen, Gerwen en Nederwetten; Son en Breugel;",
    programme: "Jaarplan",
  });
  expect(read.municipalities).toEqual(["Nuenen, Gerwen en Nederwetten", "Son en Breugel"]);
  expect(read.programme).toEqual({ name: "jaarplan", article: "het" });
  const called = (programme: string) => readAll({ ...given, programme }).programme;
  expect(called("de Veiligheidsaanpak")).toEqual({ name: "Veiligheidsaanpak", article: "de" });
  expect(called("De Veiligheidsaanpak")).toEqual({ name: "veiligheidsaanpak", article: "de" });
  expect(called("Het Jaarplan")).toEqual({ name: "jaarplan", article: "het" });
  expect(called("het UVP")).toEqual({ name: "UVP", article: "het" });
});

describe("what can't be", () => {
  test.each<[string, Partial<Record<Key, string>>, RegExp]>([
    ["a municipality twice", { municipalities: "Asten,Deurne,Asten" }, /Asten staat er twee keer/],
    ["in another case", { municipalities: "Asten, ASTEN" }, /“Asten” en “ASTEN” zijn dezelfde gemeente/],
    ["with other spaces", { municipalities: "Son en Breugel,Son  en  Breugel" }, /Son en Breugel staat er twee keer/],
    ["with other marks", { municipalities: "Súdwest-Fryslân,Sudwest-Fryslan" }, /zijn dezelfde gemeente/],
    ["in another form of Unicode", { municipalities: "Fryslân,Frysla\u0302n" }, /staat er twee keer/],
    [
      "names that may be a part of one, or a list",
      { municipalities: "Nuenen, Gerwen en Nederwetten" },
      /Is “Gerwen en Nederwetten” één gemeente, .* Dat is met komma's niet te zien\./,
    ],
    ["two as in a sentence, or one", { municipalities: "Asten en Deurne" }, /Is “Asten en Deurne” één gemeente/],
    ["a small letter", { municipalities: "asten" }, /“asten” begint met een kleine letter/],
    ["a small letter after an article", { municipalities: "'s-hertogenbosch" }, /begint met een kleine letter/],
    ["only capitals", { municipalities: "Asten,DEN HAAG" }, /“DEN HAAG” heeft alleen hoofdletters/],
    ["what it is, before its name", { municipalities: "Gemeente Asten" }, /In “Gemeente Asten” staat “gemeente”/],
    ["what it is, as statistics have it", { municipalities: "'s-Gravenhage (gemeente)" }, /staat “gemeente”/],
    ["what it is and no name", { municipalities: "Gemeente,Asten" }, /staat “gemeente”/],
    ["a list as in a sentence", { municipalities: "Asten, Deurne en Someren" }, /Is “Deurne en Someren” één gemeente/],
    ["an empty name", { municipalities: "Asten,,Deurne" }, /een komma te veel/],
    ["no name at all", { municipalities: "  " }, /Er staat geen gemeente/],
    ["only commas", { municipalities: "," }, /een komma te veel/],
    ["a name without letters", { municipalities: "Asten,123" }, /“123” is geen naam/],
    ["a name of signs", { team: "---" }, /“---” is geen naam/],
    ["an empty team", { team: " " }, /Het team heeft geen naam/],
    ["a name that no font has", { team: "team 🙂" }, /een teken dat niet kan: “🙂”/],
    ["a name in another script", { municipalities: "東京" }, /een teken dat niet kan: “東”/],
    ["a name with Markdown", { team: "*team*" }, /een teken dat niet kan: “\*”/],
    ["a name with a line end in it", { team: "team\u0007x" }, /een teken dat niet kan/],
    ["a very long name", { team: "x".repeat(500) }, /te lang: 500 tekens/],
    ["an empty programme", { programme: "" }, /Het programma heeft geen naam/],
    ["a programme of which the article isn't known", { programme: "doeboek" }, /“het doeboek” of “de doeboek”\?/],
    ["a programme with the other article and capitals", { programme: "De Jaarplan" }, /niet “de jaarplan” maar/],
    ["a programme in capitals", { programme: "HET JAARPLAN" }, /“JAARPLAN” heeft alleen hoofdletters/],
    ["a programme with the other article", { programme: "de jaarplan" }, /niet “de jaarplan” maar “het jaarplan”/],
    ["years the other way around", { from: "2030", to: "2027" }, /eindigt \(2027\) voordat het begint \(2030\)/],
    ["five years", { to: "2031" }, /is 5 jaar; een plan duurt ten hoogste vier jaar \(Politiewet 2012, artikel 38b\)/],
    ["a year that is none", { from: "volgend jaar" }, /“volgend jaar” is geen jaar/],
    ["a year that can't be", { from: "20270" }, /geen jaar/],
    ["a year with a fraction", { to: "2030.5" }, /geen jaar/],
    ["no years", { years: "0" }, /een programma duurt 1 of 2 jaar/],
    ["three years", { years: "3" }, /een programma duurt 1 of 2 jaar/],
    ["years in a word", { years: "x" }, /“x” kan niet/],
    ["a programme longer than the plan", { from: "2027", to: "2027", years: "2" }, /past niet in een plan van 1 jaar/],
  ])("%s", (_, other, message) => {
    const reading = (): unknown => readAll({ ...given, ...other });
    expect(reading).toThrow(UsageError);
    expect(reading).toThrow(message);
  });
});

test.each([
  ["asten", "“Asten”"],
  ["ijsselstein", "“IJsselstein”"],
  ["bergen op zoom", "“Bergen op Zoom”"],
  ["etten-leur", "“Etten-Leur”"],
  ["'S-HERTOGENBOSCH", "“'s-Hertogenbosch”"],
  ["súdwest-fryslân", "“Súdwest-Fryslân”"],
  ["de gemeente Asten", "“Asten”"],
  ["Son en Breugel", '"Son en Breugel;"'],
  ["Asten en Deurne", '"Asten; Deurne"'],
])("a name that nobody writes so comes with the one that is meant: %s → %s", (municipalities, meant) => {
  const reading = (): unknown => readAll({ ...given, municipalities });
  expect(reading).toThrow(UsageError);
  try {
    reading();
  } catch (error) {
    expect((error as UsageError).hint).toContain(meant);
  }
});

test("the plan and the annexes have a name of their own only where one is given, and where there is one to name", () => {
  expect(readAll({ ...given, plan: "Veiligheidsnota", annex: "gemeentelijke paragraaf" })).toMatchObject({
    plan: { name: "veiligheidsnota", article: "de" },
    annex: { name: "gemeentelijke paragraaf", article: "de" },
  });
  expect(isWhole(readAll(given))).toBe(true);
  expect(() => readAll({ ...given, municipalities: "Asten", annex: "paragraaf" })).toThrow("Met één gemeente");
  expect(() => readAll({ ...given, plan: "koers" })).toThrow("Is het “het koers” of “de koers”?");
});
