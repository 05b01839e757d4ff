import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { copyOf, temporaryFolder } from "../setup/content.js";
import { ivp } from "../setup/ivp.js";

test("an overview of changes has the colours of the team", async () => {
  const [was, is] = [await copyOf("test/fixtures/base"), await copyOf("test/fixtures/base")];
  await is.write("style.yaml", 'house: "#5a1e46"\n');
  await is.append("vision.yaml", "  Dit is nieuw.\n");
  const out = join(await temporaryFolder(), "out");
  const { code, stderr } = await ivp("diff", was.folder, is.folder, "--format", "html", "--out", out);
  expect(code, stderr).toBe(0);
  expect(await readFile(join(out, "was-wordt.html"), "utf8")).toContain("#5a1e46");
});
