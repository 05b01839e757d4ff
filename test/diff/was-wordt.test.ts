import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../setup/content.js";
import { ivp, root } from "../setup/ivp.js";
import { textOf } from "../setup/variant.js";

type Edit = readonly [file: string, from: string, to: string];

/** What the was-wordt overview says of edits in the small content. */
async function overview(...edits: readonly Edit[]): Promise<string> {
  const folder = await temporaryFolder();
  const [before, after, out] = ["before", "after", "out"].map((name) => join(folder, name)) as [string, string, string];
  for (const copy of [before, after]) await cp(join(root, "test/fixtures/base"), copy, { recursive: true });
  for (const [file, from, to] of edits) {
    const text = await readFile(join(after, file), "utf8");
    expect(text.split(from), from).toHaveLength(2);
    await writeFile(join(after, file), text.replace(from, to));
  }
  const { code, stderr } = await ivp("diff", before, after, "--format", "html", "--out", out);
  expect(code, stderr).toBe(0);
  return textOf(await readFile(join(out, "was-wordt.html"), "utf8"));
}

test("no changes, in all or in what could be compared", async () => {
  const none = await overview(["vision.yaml", "title: Visie", "# Zo blijft het.\ntitle: Visie"]);
  expect(none).toContain("Geen wijzigingen");
  expect(none).toContain("Er zijn geen wijzigingen. Opmerkingen en regeleinden in de bestanden tellen niet mee.");
  expect(none).not.toMatch(/Doorgehaald|Hoeveel er verandert|iets verandert/);
  const part = await overview(["vision.yaml", "title: Visie", "title: Visie\nkleur: rood"]);
  expect(part).toContain("Niet alles is vergeleken");
  expect(part).not.toContain("Er zijn geen wijzigingen.");
});

test("one change and more, in one document and in more", async () => {
  const one = await overview(["goals.yaml", "title: Doelen", "title: Wat we willen"]);
  expect(one).toContain("1 wijziging (1 gewijzigd)");
  expect(one).toContain("In welk document iets verandert");
  const more = await overview(
    ["goals.yaml", "title: Doelen", "title: Wat we willen"],
    ["programmes/2025-2026.yaml", "quarter: 2025-Q1", "quarter: 2025-Q2"],
  );
  expect(more).toContain("2 wijzigingen (2 gewijzigd)");
  expect(more).toContain("In welke documenten iets verandert");
});

test("kinds of changes go by everyday words", async () => {
  const status = await overview(["municipalities/oostdorp.yaml", "status: voorstel", "status: vastgesteld"]);
  expect(status).toContain("Status: gewijzigde status");
  const name = await overview(["programmes/2025-2026.yaml", "- id: harbour-watch", "- id: harbour-guard"]);
  expect(name).toContain("andere sleutelnaam");
});

test("one number that shifts, and more", async () => {
  const first = "      - id: evening-rounds\n";
  const added = (id: string): string =>
    `      - id: ${id}\n        text: |\n          De gemeenten zetten samen een meldpunt op.\n`;
  const more = await overview(["priorities/burglary.yaml", first, added("desk") + first]);
  expect(more).toContain("Maatregelen");
  const last = "      - id: lessons\n";
  const one = await overview(["priorities/youth.yaml", last, added("desk") + last]);
  expect(one).toMatch(/Maatregel(:| ).{0,40}ander nummer/);
});
