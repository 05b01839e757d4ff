import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { copyOfPlan, planFolder, temporaryFolder } from "../setup/content.js";
import { type Docx, openDocx, schemaFaults } from "../setup/docx.js";
import { accessFaults } from "../setup/docx-access.js";
import { structureFaults } from "../setup/docx-faults.js";
import { ivp, ivpWith } from "../setup/ivp.js";
import { share } from "../setup/sweep.js";
import { wordFilesOf } from "../setup/word-files.js";

let bytes: ReadonlyMap<string, Uint8Array>;
let files: ReadonlyMap<string, Docx>;
const cleaning: (() => Promise<void>)[] = [];
const later = (clean: () => Promise<void>): void => void cleaning.push(clean);

beforeAll(async () => {
  bytes = await wordFilesOf(planFolder, [], later);
  files = new Map([...bytes].map(([path, own]) => [path, openDocx(own)]));
}, 60_000);
afterAll(async () => {
  for (const clean of cleaning) await clean();
});

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

  const machines = [
    ["Pacific/Kiritimati", "tr_TR.UTF-8"],
    ["America/St_Johns", "ar_EG.UTF-8"],
  ];
  test.each(share(machines, 2))("has the same bytes the next time, on a computer in %s with %s", async (TZ, LANG) => {
    const out = join(await temporaryFolder(later), "out");
    const options = ["--content", planFolder, "--out", out, "--format", "docx", "--only", "plan"];
    const { code, stderr } = await ivpWith({ TZ, LANG, LC_ALL: LANG }, "build", ...options);
    expect(code, stderr).toBe(0);
    const made = await readFile(join(out, "ivp-2025-2028.docx"));
    expect(Buffer.compare(made, bytes.get("ivp-2025-2028.docx") ?? Buffer.alloc(0))).toBe(0);
  });
});

test("the overview of what changed as a Word file, made again over the one before", async () => {
  const { folder, replace } = await copyOfPlan();
  await replace("vision.yaml", "ook wie er net woont", "ook wie hier nog maar net woont");
  const out = join(folder, "../out");
  for (let times = 0; times < 2; times++) {
    const { code, stderr } = await ivp(
      "diff",
      planFolder,
      folder,
      "--content",
      folder,
      "--out",
      out,
      "--format",
      "docx",
    );
    expect(code, stderr).toBe(0);
  }
  const [name = ""] = (await readdir(out)).filter((path) => path.endsWith(".docx"));
  const docx = openDocx(await readFile(join(out, name)));
  expect(structureFaults(docx)).toEqual([]);
  expect(accessFaults(docx)).toEqual([]);
});

test("without a word on formats a build makes no Word files", async () => {
  const out = join((await copyOfPlan()).folder, "../out");
  await ivp("build", "--content", planFolder, "--out", out, "--only", "uvp-2025-2026");
  const made = (await readdir(out)).map((path) => path.replace(/.*\./, ".")).sort();
  expect(new Set(made)).toEqual(new Set([".html", ".json", ".pdf"]));
});
