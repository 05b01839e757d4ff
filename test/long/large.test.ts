import { expect, test } from "vitest";
import { examine } from "../../src/check/examine.js";
import { base, many, tally } from "../setup/large.js";

// What takes time that grows with the square of the size doesn't end within the time that a test gets.

test("as many unknown keys, double keys and anchors as a file can hold are each told", () => {
  expect(tally("vision.yaml", (text) => text + many(20_000, (index) => `k${index}: 1\n`)).IVP201).toBe(20_000);
  expect(tally("vision.yaml", (text) => text + many(20_000, () => "a: 1\n")).IVP102).toBe(19_999);
  expect(tally("vision.yaml", (text) => `${text}parts:\n${many(20_000, (i) => `  - &a${i} x\n`)}`).IVP105).toBe(20_000);
});

test("names that are alike are told once each, and a chain of thousands of terms ends nothing", () => {
  const term = (id: string, name: string, meaning: string) =>
    `  - id: ${id}\n    term: ${name}\n    meaning: ${meaning}\n`;
  const alike = tally(
    "glossary.yaml",
    (text) => text + many(1000, (i) => term(`t${i}`, "Dezelfde begrippen", "Uitleg")),
  );
  expect(alike.IVP404).toBe(999);
  const chain = tally(
    "glossary.yaml",
    (text) => text + many(3000, (i) => term(`t${i}`, `Woord${i}`, `Zie [[term:t${(i + 1) % 3000}]]`)),
  );
  expect(chain.IVP306).toBe(3000);
});

test("thousands of names, mistyped words and references to nothing are each told, with what was meant", () => {
  const word = (index: number): string =>
    [5, 7, 11, 13].map((by) => "badekolumnopersitu".slice((index * by) % 17).slice(0, 2)).join("");
  const partner = (index: number): string =>
    `  - id: p${index}\n    title: Stichting ${word(index)} ${word(index * 3)}${index}\n    shortTitle: S${index}\n    text: Helpt [[partner:q${index}]] bij ${word(index)}x.\n`;
  const told = tally("partners.yaml", (text) => text + many(2000, partner));
  expect(told.IVP301).toBe(2000);
  const right = tally("partners.yaml", (text) => text + many(2000, partner).replaceAll("partner:q", "partner:p"));
  expect(right.IVP301).toBeUndefined();
  expect(right.IVP609).toBeGreaterThan(2000);
});

test("thousands of actions in five programmes are read, linked and checked", () => {
  const programme = new TextDecoder().decode(base.find(({ path }) => path.startsWith("programmes/"))?.bytes);
  const [head = "", ...actions] = programme.split(/^(?= {2}- id: (?:rounds|street-talks|harbour-watch)$)/m);
  const [action = ""] = actions;
  const files = Array.from({ length: 5 }, (_, number) => ({
    path: `programmes/p${number}.yaml`,
    bytes: new TextEncoder().encode(
      head.replace(/^id: .*$/m, `id: p${number}`).replace("- id: start", `- id: start-${number}`) +
        many(400, (i) =>
          action
            .replace("- id: rounds", `- id: a${number}-${i}`)
            .replace("title: Avondrondes lopen", `title: Rondes ${number}, straat ${i}`),
        ),
    ),
  }));
  const others = base.filter(({ path }) => !path.startsWith("programmes/"));
  const { model, diagnostics } = examine([...others, ...files]);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(model?.programmes.map(({ actions: own }) => own.length)).toEqual([400, 400, 400, 400, 400]);
});
