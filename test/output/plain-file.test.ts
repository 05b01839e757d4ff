import { execFileSync } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { plainFile } from "../../src/output/plain-file.js";
import { temporaryFolder } from "../setup/content.js";

test("a file is read; what is none, or would never end, isn't there", async () => {
  const here = await temporaryFolder();
  await writeFile(join(here, "file"), "inhoud");
  await mkdir(join(here, "map"));
  expect((await plainFile(join(here, "file")))?.toString()).toBe("inhoud");
  for (const name of ["map", "weg", "file/x"]) expect(await plainFile(join(here, name))).toBeUndefined();
  if (process.platform === "win32") return;
  execFileSync("mkfifo", [join(here, "pijp")]);
  for (const path of [join(here, "pijp"), "/dev/zero"]) expect(await plainFile(path)).toBeUndefined();
});
