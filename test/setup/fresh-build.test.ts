import { mkdir, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "./content.js";
import { refuseStale } from "./fresh-build.js";

test("tests refuse a program that is older than its source, or that isn't built", async () => {
  const folder = await temporaryFolder();
  const source = join(folder, "src");
  const bundle = join(folder, "bundle");
  await mkdir(join(source, "deep"), { recursive: true });
  await writeFile(join(source, "deep/a.ts"), "");
  expect(() => refuseStale(source, bundle)).toThrow("is not there. First: npm run build");
  await mkdir(bundle);
  await writeFile(join(bundle, "main.js"), "");
  await utimes(join(source, "deep/a.ts"), 1000, 1000);
  await utimes(join(bundle, "main.js"), 2000, 2000);
  expect(() => refuseStale(source, bundle)).not.toThrow();
  await utimes(join(source, "deep/a.ts"), 3000, 3000);
  expect(() => refuseStale(source, bundle)).toThrow("is older than the source. First: npm run build");
});
