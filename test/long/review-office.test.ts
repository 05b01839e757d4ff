import { execFile, spawnSync } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { readContentFolder } from "../../src/content/index.js";
import { reviewOf } from "../../src/review/index.js";
import { planFolder, temporaryFolder } from "../setup/content.js";
import { type Doing, runsIn, withDoings, withXml, wordFilesOf } from "../setup/returned.js";

const office = spawnSync("soffice", ["--version"]).status === 0;

/** A document as LibreOffice saves it again. */
async function savedAgain(bytes: Uint8Array): Promise<Uint8Array> {
  const folder = await temporaryFolder();
  await mkdir(join(folder, "out"));
  await writeFile(join(folder, "terug.docx"), bytes);
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  await promisify(execFile)("soffice", [
    profile,
    "--headless",
    "--convert-to",
    "docx",
    "--outdir",
    join(folder, "out"),
    join(folder, "terug.docx"),
  ]);
  return readFile(join(folder, "out/terug.docx"));
}

test.skipIf(!office)(
  "what LibreOffice saved again comes back whole: nothing when nothing was changed, else just those sentences",
  async () => {
    const files = await readContentFolder(planFolder);
    const bytes = wordFilesOf(files).get("ivp-2025-2028") ?? new Uint8Array();
    const untouched = reviewOf(await savedAgain(bytes), files).review;
    expect(untouched.changes).toEqual([]);

    const xml = strFromU8(unzipSync(bytes)["word/document.xml"] ?? new Uint8Array());
    const sentences = new Map(
      runsIn(xml).flatMap((run) => {
        const at = run.text.search(/\p{Ll}{5,}/u);
        return run.text.length > 30 && at > 0
          ? [[run.text, { run, from: at, to: at + 5, text: "anders" }] as const]
          : [];
      }),
    );
    const doings: Doing[] = [...sentences.values()]
      .slice(0, 50)
      .map((doing, index) => (index % 2 ? { ...doing, author: "Els" } : doing));
    const reviewed = reviewOf(await savedAgain(withXml(bytes, (all) => withDoings(all, doings))), files);
    const { changes } = reviewed.review;
    expect(changes.map(({ was }) => was)).toHaveLength(doings.length);
    const { files: changed, written, left, faults } = reviewed.apply({});
    expect(faults).toEqual([]);
    expect(written.length + left.length).toBe(doings.length);
    expect(written.length).toBeGreaterThan(doings.length / 2);
    // Just the lines of the content differ in which something was written.
    const lines = (path: string, from: readonly { path: string; bytes: Uint8Array }[]): string[] =>
      Buffer.from(from.find((file) => file.path === path)?.bytes ?? [])
        .toString()
        .split("\n");
    const differing = changed.reduce((sum, { path }) => {
      const [before, after] = [lines(path, files), lines(path, changed)];
      expect(after.length).toBe(before.length);
      return sum + after.filter((line, index) => line !== before[index]).length;
    }, 0);
    const places = changes
      .filter(({ number }) => written.includes(number))
      .map(({ place }) => `${place?.file}:${place?.line}`);
    expect(differing).toBe(new Set(places).size);
  },
  200_000,
);
