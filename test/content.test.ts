import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { examineFolder } from "../src/check/examine.js";
import { temporaryFolder } from "./setup/content.js";
import { ivp, root } from "./setup/ivp.js";

// `content/` belongs to the people of the basisteam: whatever they decide or write, these tests hold. Others stand on `test/plan`.
describe("the content in this repository", () => {
  test("has no errors", async () => {
    const { diagnostics } = await examineFolder(join(root, "content"));
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    expect(errors.map(({ code, file, line, message }) => `${file}:${line} ${code} ${message}`)).toEqual([]);
  });

  test("gives its documents", async () => {
    const out = join(await temporaryFolder(), "out");
    const { code, stderr } = await ivp("build", "--out", out, "--format", "html");
    expect(code, stderr).toBe(0);
    expect(await readdir(out)).toEqual(expect.arrayContaining(["bijlagen", "index.html", "manifest.json"]));
  });
});
