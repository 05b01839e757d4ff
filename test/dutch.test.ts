import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import * as dutch from "../src/dutch.js";
import { root } from "./setup/ivp.js";

describe("dates, quarters and money", () => {
  test("a day, also of a moment, in UTC", () => {
    expect(dutch.day("2018-12-03")).toBe("3 december 2018");
    expect(dutch.dayOf(new Date("2024-02-29T23:30:00Z"))).toBe("29 februari 2024");
  });

  test.each([
    ["2019-Q3", "2019-Q3", "3e kwartaal 2019"],
    ["2019-Q1", "2019-Q2", "1e en 2e kwartaal 2019"],
    ["2019-Q2", "2019-Q4", "2e t/m 4e kwartaal 2019"],
    ["2019-Q1", "2019-Q4", "het hele jaar 2019"],
    ["2019-Q1", "2020-Q4", "2019 en 2020"],
    ["2019-Q1", "2021-Q4", "2019 t/m 2021"],
    ["2019-Q2", "2020-Q4", "2e kwartaal 2019 t/m 4e kwartaal 2020"],
  ])("%s to %s is %s", (from, to, text) => {
    expect(dutch.quarters(from, to)).toBe(text);
  });

  test("a period of one year, of two and of more", () => {
    const periods = [2025, 2026, 2028].map((to) => ({ from: 2025, to }));
    expect(periods.map(dutch.period)).toEqual(["2025", "2025–2026", "2025–2028"]);
    expect(periods.map(dutch.during)).toEqual(["in 2025", "in 2025 en 2026", "van 2025 tot en met 2028"]);
  });

  test("euros with points", () => {
    expect([0, 950, 12500, 1234567].map(dutch.euros)).toEqual(["€ 0", "€ 950", "€ 12.500", "€ 1.234.567"]);
  });
});

describe("none, one, some and all", () => {
  test("a number with its word", () => {
    expect([0, 1, 2].map((count) => dutch.counted(count, "actie", "acties"))).toEqual([
      "geen acties",
      "1 actie",
      "2 acties",
    ]);
    expect([0, 1, 12, 13].map(dutch.inWords)).toEqual(["nul", "één", "twaalf", "13"]);
  });

  test.each([
    [0, 0, "geen acties"],
    [0, 1, "geen actie"],
    [1, 1, "de actie"],
    [0, 3, "geen van de 3 acties"],
    [1, 3, "1 van de 3 acties"],
    [2, 2, "beide acties"],
    [3, 3, "alle 3 acties"],
  ])("%i of %i is %s", (count, all, text) => {
    expect(dutch.ofAll(count, all, "actie", "acties")).toBe(text);
  });
});

describe("enumerations", () => {
  test("with commas and en", () => {
    expect(dutch.enumeration([])).toBe("");
    expect(dutch.enumeration(["a"])).toBe("a");
    expect(dutch.enumeration(["a", "b"])).toBe("a en b");
    expect(dutch.enumeration(["a", "b", "c"])).toBe("a, b en c");
  });

  test("with semicolons where an item has a comma or en of its own", () => {
    expect(dutch.enumeration(["Best", "Nuenen, Gerwen en Nederwetten"])).toBe("Best; Nuenen, Gerwen en Nederwetten");
    expect(dutch.enumeration(["Zorg en veiligheid", "Jeugd"])).toBe("Zorg en veiligheid; Jeugd");
    // "en" within a word is none.
    expect(dutch.enumeration(["Kwetsbaren", "Jeugd"])).toBe("Kwetsbaren en Jeugd");
    expect(dutch.listed(["a", "b, c"])).toBe("a; b, c");
    expect(dutch.listed(["a en b", "c"])).toBe("a en b, c");
  });
});

describe("capitals and ends", () => {
  test.each([
    ["gemeenteraad", "Gemeenteraad"],
    ["élan", "Élan"],
    ["één pijler", "Eén pijler"],
    ["ijsbaan", "IJsbaan"],
    ["'s avonds", "'s Avonds"],
    ["'t hof", "'t Hof"],
    ["'s-Hertogenbosch", "'s-Hertogenbosch"],
    ["3e kwartaal", "3e kwartaal"],
    ["", ""],
  ])("%s becomes %s", (text, capital) => {
    expect(dutch.capital(text)).toBe(capital);
  });

  test("a full stop where there is no end yet", () => {
    expect(["Wat nu", "Wat nu?", "Zo.", "“Zo.”", "B. en W"].map(dutch.closed)).toEqual([
      "Wat nu.",
      "Wat nu?",
      "Zo.",
      "“Zo.”",
      "B. en W.",
    ]);
  });
});

describe("het and de", () => {
  test("are known of the bodies that the law names", () => {
    expect(dutch.noun("gemeenteraad")).toEqual({ name: "gemeenteraad", article: "de", plural: "gemeenteraden" });
    expect(dutch.noun("college van burgemeester en wethouders").plural).toBe("colleges van burgemeester en wethouders");
    expect(dutch.withArticle(dutch.noun("college"))).toBe("het college");
  });

  test("are never guessed", () => {
    for (const name of ["bestuurlijk overleg", "raadscommissie", "college-overleg", "constructor", "raad en college"])
      expect(dutch.withArticle(dutch.noun(name))).toBe(name);
  });
});

test("Dutch is written in one place: no other file makes dates, plurals, enumerations or suggestions of its own", async () => {
  const files = (await readdir(join(root, "src"), { recursive: true })).filter(
    (name) => name.endsWith(".ts") && name !== "dutch.ts" && name !== "nouns.ts",
  );
  const own =
    /toLocale|Intl\.Collator|Bedoelde u|(?:length|count|problems|left) === 1 \? ["'`]|join\("[^"]* (?:en|of) "\)|["' ](?:februari|oktober)["' ]|toFixed\(\d\)\.replace/;
  const found = await Promise.all(
    files.map(async (name) =>
      (await readFile(join(root, "src", name), "utf8"))
        .split("\n")
        .filter((line) => own.test(line))
        .map((line) => `${name}: ${line.trim()}`),
    ),
  );
  expect(found.flat()).toEqual([]);
});
