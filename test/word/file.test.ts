import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { planFolder } from "../setup/content.js";
import { type Docx, openDocx, schemaFaults } from "../setup/docx.js";
import { accessFaults } from "../setup/docx-access.js";
import { structureFaults } from "../setup/docx-faults.js";
import { ivp } from "../setup/ivp.js";

let folder: string;
const files = new Map<string, Docx>();
const bytes = new Map<string, Uint8Array>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ivp-word-"));
  const { code, stderr } = await ivp(
    "build",
    "--content",
    planFolder,
    "--out",
    join(folder, "out"),
    "--format",
    "docx",
  );
  expect(stderr, String(code)).not.toMatch(/Error/);
  for (const path of await readdir(join(folder, "out"), { recursive: true })) {
    if (!path.endsWith(".docx")) continue;
    const read = await readFile(join(folder, "out", path));
    bytes.set(path, read);
    files.set(path, openDocx(read));
  }
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("a Word file of every document", () => {
  test("follows the schemas of the standard, part by part", async () => {
    expect(files.size).toBeGreaterThan(3);
    expect(await schemaFaults(Object.fromEntries(files))).toEqual([]);
  }, 120_000);

  test("leads nowhere that isn't there, and names nothing twice", () => {
    for (const [path, docx] of files) expect(structureFaults(docx), path).toEqual([]);
  });

  test("can be read by everyone", () => {
    for (const [path, docx] of files) expect(accessFaults(docx), path).toEqual([]);
  });

  test("has the same bytes the next time", async () => {
    const again = join(folder, "again");
    await ivp("build", "--content", planFolder, "--out", again, "--format", "docx", "--force");
    for (const [path, own] of bytes)
      expect(Buffer.compare(await readFile(join(again, path)), Buffer.from(own)), path).toBe(0);
  }, 60_000);
});
