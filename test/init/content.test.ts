import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { examine } from "../../src/check/examine.js";
import { type Answers, readAll } from "../../src/init/answers.js";
import { contentOf } from "../../src/init/content.js";
import { fixedNames } from "../setup/own-names.js";

const answers = (given: Partial<Record<keyof Answers, string>>): Answers =>
  readAll({
    municipalities: "Asten",
    team: "gemeente Asten",
    from: "2027",
    to: "2030",
    programme: "jaarplan",
    years: "1",
    ...given,
  }) as Answers;

/** What `ivp check` says of content that begins with these answers, and the content itself. */
function checked(given: Partial<Record<keyof Answers, string>>) {
  const files = contentOf(answers(given));
  const { model, diagnostics } = examine(
    Object.entries(files).map(([path, text]) => ({ path, bytes: Buffer.from(text) })),
  );
  const told = diagnostics.map(
    ({ severity, code, file, line, message }) => `${severity} ${code} ${file}:${line} ${message}`,
  );
  return { files, model, faults: told.filter((line) => !line.startsWith("note ")) };
}

/** Municipalities and teams as they are really called, with every sign that names have, and stranger ones. */
const odd =
  "'s-Hertogenbosch;Súdwest-Fryslân;Bergen (NH.);Bergen (L.);IJsselstein;Nuenen, Gerwen en Nederwetten;De Fryske Marren;" +
  'Échteld: Oost;Ja;No;12 Gemeenten;"Aanhaling";Nul 0;& Co;True;Null;Ouder-Amstel;Alphen aan den Rijn';

describe("new content has no errors and no warnings, only open points", () => {
  test.each<[string, Partial<Record<keyof Answers, string>>]>([
    ["one municipality", {}],
    ["two", { municipalities: "Asten,Deurne", team: "basisteam Peelland" }],
    [
      "three, with a two-yearly programme",
      { municipalities: "A,B,C", team: "team ABC", programme: "uitvoeringsprogramma", years: "2" },
    ],
    ["odd names", { municipalities: odd, team: "team: 's Noord & (Zuid)" }],
    ["a plan of one year", { to: "2027", programme: "actieprogramma" }],
    ["a programme of which ivp doesn't know the article", { programme: "het doeboek" }],
    ["every document with a name of its own", { plan: "de koers", programme: "actieagenda", years: "2" }],
    [
      "the same of more municipalities",
      { municipalities: "A,B", team: "team AB", plan: "veiligheidsnota", annex: "gemeentelijke paragraaf" },
    ],
    ["a programme with a name of its own", { programme: "veiligheidsagenda", years: "2" }],
  ])("%s", (_, given) => {
    const { faults, model } = checked(given);
    expect(faults).toEqual([]);
    expect(model?.openPoints.length).toBeGreaterThan(5);
  });
});

/** Names of municipalities as they are, with all that names have: marks, points, brackets, apostrophes, commas, articles. */
const real =
  "'s-Gravenhage;'s-Hertogenbosch;Bergen (NH.);Bergen (L.);Súdwest-Fryslân;Noardeast-Fryslân;De Fryske Marren;Het Hogeland;" +
  "Nuenen, Gerwen en Nederwetten;Hof van Twente;Reusel-De Mierden;Krimpen aan den IJssel;Oude IJsselstreek;Peel en Maas;" +
  "Wijk bij Duurstede;Kaag en Braassem;Súdwest-Fryslân;Eijsden-Margraten;Best;Laren;Geertruidenberg";

test.each([...new Set(real.split(";"))])("%s begins a plan of its own", (name) => {
  const { faults, model, files } = checked({ municipalities: `${name};`, team: `gemeente ${name}` });
  expect(faults).toEqual([]);
  expect(model?.content.municipalities.map(({ title }) => title)).toEqual([name]);
  expect(files["plan.yaml"]).toContain(`gemeente ${name}`);
});

test("names with every sign that names have make one plan together, each with an id of its own, in either form of Unicode", () => {
  const more =
    "Hengelo (O.);Tytsjerksteradiel;Ouder-Amstel;Goeree-Overflakkee;IJsselstein;Capelle aan den IJssel;Dantumadiel;Waadhoeke;" +
    "Land van Cuijk;Dijk en Waard;Voorne aan Zee;Westerkwartier;Eemsdelta;Sint-Michielsgestel;Hendrik-Ido-Ambacht;De Ronde Venen;" +
    "Den Haag;West Maas en Waal;Son en Breugel;Bergen op Zoom;Beek (L.);Middelburg (Z.);Rijswijk (ZH.);Epe;Ee;Ede";
  const names = [...new Set(`${real};${more}`.split(";"))];
  const { faults, model } = checked({
    municipalities: names.join(";").normalize("NFD"),
    team: "team 's-Gravenhage Noord",
  });
  expect(faults).toEqual([]);
  expect(model?.content.municipalities.map(({ title }) => title).sort()).toEqual([...names].sort());
  expect(new Set(model?.content.municipalities.map(({ id }) => id)).size).toBe(names.length);
});

test("names stand in the content as they were given", () => {
  const { files, model } = checked({ municipalities: odd, team: "team: 's Noord & (Zuid)" });
  expect(model?.content.municipalities.map(({ title }) => title).sort()).toEqual(odd.split(";").sort());
  expect((parse(files["plan.yaml"] ?? "") as { team: string }).team).toBe("team: 's Noord & (Zuid)");
  expect(Object.keys(files)).toContain("municipalities/bergen-nh.yaml");
});

test("no code of a municipality is made up", () => {
  expect(Object.values(contentOf(answers({ municipalities: "Asten,Deurne" }))).join("\n")).not.toMatch(/gm\d{4}/i);
});

test("the programme is called what the team calls it, for the years that it takes", () => {
  const titles = (given: Partial<Record<keyof Answers, string>>): string[] =>
    checked(given).model?.content.programmes.map(({ title }) => title) ?? [];
  expect(titles({})).toEqual(["Jaarplan gemeente Asten 2027"]);
  expect(titles({ programme: "uitvoeringsprogramma", years: "2" })).toEqual([
    "Uitvoeringsprogramma gemeente Asten 2027–2028",
  ]);
});

test("every document is called what the team calls it, in titles, comments and texts", () => {
  const { files, model } = checked({
    municipalities: "A,B",
    team: "team AB",
    plan: "veiligheidsnota",
    annex: "gemeentelijke paragraaf",
    programme: "actieagenda",
  });
  expect(model?.content.plan).toMatchObject({
    id: "veiligheidsnota-2027-2030",
    title: "Veiligheidsnota team AB 2027–2030",
    decision: { date: { open: "datum waarop de laatste raad de nota vaststelt" } },
  });
  expect(model?.terms.annex.brief.plural).toBe("gemeentelijke paragrafen");
  expect(fixedNames(Object.values(files).join("\n"))).toEqual([]);
});

test("comments lead to the commands that write what comes later", () => {
  const text = Object.values(checked({ municipalities: "A,B", team: "team AB" }).files).join("\n");
  for (const command of ["adopt plan", "adopt", "progress new 2027-12-31", "import figures"])
    expect(text).toContain(`npx ivp ${command}`);
});
