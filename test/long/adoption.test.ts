import { cp } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { adopt } from "../setup/adopted.js";
import { temporaryFolder } from "../setup/content.js";
import { ivpProcess, root } from "../setup/ivp.js";

// What `test/content.test.ts` asks of `content/` holds after its users did their work: no errors, and documents.
test("the content in this repository when all of it is adopted, settled and reworded, and a municipality joins", async () => {
  const folder = await temporaryFolder();
  const [content, out] = [join(folder, "content"), join(folder, "out")];
  await cp(join(root, "content"), content, { recursive: true });
  await adopt(content);
  const check = await ivpProcess("check", "--content", content);
  expect(check.stdout).toContain("Er zijn geen open punten.");
  expect(check.code, check.stdout).toBe(0);
  const list = await ivpProcess("list", "--content", content);
  const [head = "", ...documents] = list.stdout.trim().split("\n");
  expect(head).toContain("status");
  expect(documents.filter((line) => !line.includes(" Vastgesteld "))).toEqual([]);
  const { code, stderr } = await ivpProcess("build", "--content", content, "--out", out, "--format", "html");
  expect(code, stderr).toBe(0);
});
