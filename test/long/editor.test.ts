import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { planFolder } from "../setup/content.js";
import { root } from "../setup/ivp.js";
import { type LanguageServer, startLanguageServer } from "../setup/language-server.js";

let editor: LanguageServer;
beforeAll(async () => {
  editor = await startLanguageServer();
});
afterAll(() => editor.stop());

const read = (path: string): Promise<string> => readFile(join(root, path), "utf8");

test("every key of the schemas is explained in Dutch on hover", async () => {
  for (const name of await readdir(join(root, "schemas"))) {
    if (!name.endsWith(".schema.json") || name === "content.schema.json") continue;
    const schema = JSON.parse(await read(`schemas/${name}`)) as unknown;
    const visit = (node: unknown, path: string): void => {
      if (typeof node !== "object" || node === null) return;
      const properties = (node as { properties?: Record<string, { title?: string; $ref?: string }> }).properties ?? {};
      for (const [key, property] of Object.entries(properties)) {
        expect(property.title ?? property.$ref, `${name} ${path}/${key}`).toBeTruthy();
      }
      for (const [key, child] of Object.entries(node)) visit(child, `${path}/${key}`);
    };
    visit(schema, "");
  }
});

describe("an editor with yaml-language-server", () => {
  test("finds nothing wrong in the content", async () => {
    const entries = await readdir(planFolder, { withFileTypes: true, recursive: true });
    const paths = entries
      .filter(({ name }) => name.endsWith(".yaml"))
      .map(({ parentPath, name }) => relative(root, join(parentPath, name)));
    expect(paths.length).toBeGreaterThan(20);
    for (const path of paths) expect(await editor.open(path, await read(path)), path).toEqual([]);
  });

  test("underlines an unknown key, a missing key and a wrong choice", async () => {
    const text = await read("test/plan/plan.yaml");
    const broken = text
      .replace("slogan:", "slogen:")
      .replace("title:", "# title:")
      .replace("state: ter-vaststelling", "state: klaar");
    const problems = await editor.open("test/plan/plan-broken.yaml", broken);
    const lines = broken.split("\n");
    const told = problems.map(({ message, range }) => `${lines[range.start.line]?.trim()} | ${message}`).join("\n");
    expect(told).toMatch(/slogen: .* slogen/);
    expect(told).toMatch(/state: klaar \|/);
    expect(told).toMatch(/"title"/);
  });

  test("underlines a field that is mistyped within an open point", async () => {
    const broken = (await read("test/plan/municipalities/ijzerwoude.yaml")).replace(
      "contact: { open:",
      "contact: { opne:",
    );
    expect((await editor.open("test/plan/municipalities/ijzerwoude-broken.yaml", broken)).length).toBeGreaterThan(0);
  });

  test("explains a key in Dutch on hover", async () => {
    const text = await read("test/plan/programmes/2025-2026.yaml");
    await editor.open("test/plan/programmes/2025-2026.yaml", text);
    const line = text.split("\n").findIndex((row) => row.startsWith("    effect:"));
    expect(await editor.hover("test/plan/programmes/2025-2026.yaml", line, 6)).toContain("Wat inwoners ervan merken");
  });

  test("completes keys and choices", async () => {
    const path = "test/plan/programmes/new.yaml";
    await editor.open(
      path,
      "# yaml-language-server: $schema=../../../schemas/programme.schema.json\nid: new\nactions:\n  - id: x\n    status: \n    \n",
    );
    expect(await editor.complete(path, 4, 12)).toEqual(
      expect.arrayContaining(["voorstel", "vastgesteld", "loopt", "afgerond", "vervallen"]),
    );
    expect(await editor.complete(path, 5, 4)).toEqual(expect.arrayContaining(["effect", "lead", "planning", "money"]));
  });
});
