import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { root } from "./setup/ivp.js";
import { type LanguageServer, startLanguageServer } from "./setup/language-server.js";

let editor: LanguageServer;
beforeAll(async () => {
  editor = await startLanguageServer();
});
afterAll(() => editor.stop());

const read = (path: string): Promise<string> => readFile(join(root, path), "utf8");

describe("an editor with yaml-language-server", () => {
  test("finds nothing wrong in the content", async () => {
    const entries = await readdir(join(root, "content"), { withFileTypes: true, recursive: true });
    const paths = entries
      .filter(({ name }) => name.endsWith(".yaml"))
      .map(({ parentPath, name }) => relative(root, join(parentPath, name)));
    expect(paths.length).toBeGreaterThan(30);
    for (const path of paths) expect(await editor.open(path, await read(path)), path).toEqual([]);
  });

  test("underlines an unknown key, a missing key and a wrong choice", async () => {
    const text = await read("content/plan.yaml");
    const broken = text.replace("slogan:", "slogen:").replace("state: concept", "state: klaar");
    const problems = await editor.open("content/plan-broken.yaml", broken);
    const lines = broken.split("\n");
    const told = problems.map(({ message, range }) => `${lines[range.start.line]?.trim()} | ${message}`).join("\n");
    expect(told).toMatch(/slogen: .* slogen/);
    expect(told).toMatch(/state: klaar \|/);
    expect(told).toMatch(/slogan/);
  });

  test("underlines a field that is mistyped within an open point", async () => {
    const broken = (await read("content/municipalities/best.yaml")).replace("contact:\n  open:", "contact:\n  opne:");
    expect((await editor.open("content/municipalities/best-broken.yaml", broken)).length).toBeGreaterThan(0);
  });

  test("explains a key in Dutch on hover", async () => {
    const text = await read("content/programmes/2019-2020.yaml");
    await editor.open("content/programmes/2019-2020.yaml", text);
    const line = text.split("\n").findIndex((row) => row.startsWith("    effect:"));
    expect(await editor.hover("content/programmes/2019-2020.yaml", line, 6)).toContain("Wat inwoners ervan merken");
  });

  test("completes keys and choices", async () => {
    const path = "content/programmes/new.yaml";
    await editor.open(
      path,
      "# yaml-language-server: $schema=../../schemas/programme.schema.json\nid: new\nactions:\n  - id: x\n    status: \n    \n",
    );
    expect(await editor.complete(path, 4, 12)).toEqual(
      expect.arrayContaining(["voorstel", "vastgesteld", "loopt", "afgerond", "vervallen"]),
    );
    expect(await editor.complete(path, 5, 4)).toEqual(expect.arrayContaining(["effect", "lead", "planning", "money"]));
  });
});
