import { appendFile, cp } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { examine } from "../../src/check/examine.js";
import { continuesEarlier } from "../../src/check/rules/continues-earlier.js";
import { loadContent } from "../../src/content/index.js";
import { temporaryFolder } from "../setup/content.js";
import { ivp, root } from "../setup/ivp.js";
import { base, many, tally } from "../setup/large.js";

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

test("a text that is too long is told once, and no rule reads it", () => {
  const told = tally("vision.yaml", (text) => `${text}  ${"hele lange zin ".repeat(60_000)}`);
  expect(told).toEqual({ IVP204: 1 });
});

test("of one line, with an accent that is a character of its own, a thousand things are each told", () => {
  const told = tally("vision.yaml", (text) => `${text}  Een cafe\u0301: ${many(1200, (i) => `[[term:x${i}]] `)}.\n`);
  expect(told.IVP301).toBe(1200);
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
  expect(stdout).toContain("ivp check --rule IVP201, of alles met npx ivp check --format json.");
  expect(stdout).toContain("900 fouten");
  const all = JSON.parse((await ivp("check", "--content", content, "--format", "json")).stdout);
  expect(JSON.stringify(all).match(/IVP201/g)).toHaveLength(900);
});

test("what tens of thousands of actions continue is looked up, not searched", () => {
  const period = { from: 2025, to: 2026 };
  const actions = Array.from({ length: 30_000 }, (_, index) => ({ id: `a${index}`, fullId: `p/a${index}` }));
  const { model } = examine(base);
  const large = { ...model, programmes: [{ id: "p", period, actions }] } as unknown as NonNullable<typeof model>;
  expect([...continuesEarlier.run({ model: large, loaded: loadContent(base) })]).toEqual([]);
});
