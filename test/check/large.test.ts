import { appendFile, cp } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { examine } from "../../src/check/examine.js";
import { readContentFolder } from "../../src/content/index.js";
import { temporaryFolder } from "../setup/content.js";
import { ivp, root } from "../setup/ivp.js";

const base = await readContentFolder(join(root, "test/fixtures/base"));
const many = (count: number, item: (index: number) => string): string =>
  Array.from({ length: count }, (_, i) => item(i)).join("");

/** The codes of what is told, each with how many times, when a file reads otherwise. */
function tally(file: string, change: (text: string) => string): Record<string, number> {
  const files = base.map((raw) =>
    raw.path === file
      ? { path: file, bytes: new TextEncoder().encode(change(new TextDecoder().decode(raw.bytes))) }
      : raw,
  );
  const counts: Record<string, number> = {};
  for (const { code } of examine(files).diagnostics) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

// What takes time that grows with the square of the size doesn't end within the time that a test gets.
test.each([
  ["brackets", `title: ${"[".repeat(900_000)}`],
  ["braces", `title: ${"{a: ".repeat(220_000)}`],
  ["dashes", "- ".repeat(450_000)],
  ["question marks", "? ".repeat(400_000)],
  ["steps", many(1300, (index) => `${" ".repeat(index)}a:\n`)],
  ["some steps", many(102, (index) => `${" ".repeat(index)}a:\n`)],
  ["steps of dashes", many(20, (index) => `${"  ".repeat(6 * index)}${"- ".repeat(6)}\n`)],
])("a file nested with %s is told as too deep", (_, text) => {
  expect(tally("vision.yaml", () => text).IVP106).toBe(1);
});

test("as many unknown keys, double keys and anchors as a file can hold are each told", () => {
  expect(tally("vision.yaml", (text) => text + many(20_000, (index) => `k${index}: 1\n`)).IVP201).toBe(20_000);
  expect(tally("vision.yaml", (text) => text + many(20_000, () => "a: 1\n")).IVP102).toBe(19_999);
  expect(tally("vision.yaml", (text) => `${text}parts:\n${many(20_000, (i) => `  - &a${i} x\n`)}`).IVP105).toBe(20_000);
});

test("a text that is too long is told once, and no rule reads it", () => {
  const told = tally("vision.yaml", (text) => `${text}  ${"hele lange zin ".repeat(60_000)}`);
  expect(told).toEqual({ IVP204: 1 });
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

test("of one line, with an accent that is a character of its own, a thousand things are each told", () => {
  const told = tally("vision.yaml", (text) => `${text}  Een cafe\u0301: ${many(1200, (i) => `[[term:x${i}]] `)}.\n`);
  expect(told.IVP301).toBe(1200);
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

test("of very many problems a terminal shows the worst, and says how many others there are and how to see them", async () => {
  const content = join(await temporaryFolder(), "content");
  await cp(join(root, "test/fixtures/base"), content, { recursive: true });
  await appendFile(
    join(content, "vision.yaml"),
    many(900, (index) => `k${index}: 1\n`),
  );
  const { stdout } = await ivp("check", "--content", content);
  expect(stdout.match(/ fout IVP201 /g)).toHaveLength(500);
  expect(stdout).toContain("Hier staan nog 400 meldingen niet bij: 400 van IVP201.");
  expect(stdout).toContain("ivp check --rule IVP201, of alles met ivp check --format json.");
  expect(stdout).toContain("900 fouten");
  const all = JSON.parse((await ivp("check", "--content", content, "--format", "json")).stdout);
  expect(JSON.stringify(all).match(/IVP201/g)).toHaveLength(900);
});
