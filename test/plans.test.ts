import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { examineFolder } from "../src/check/examine.js";
import { flatten } from "../src/model/index.js";
import { temporaryFolder } from "./setup/content.js";
import { ivp, root } from "./setup/ivp.js";

/** Writes the content of the large team. */
function writeLarge(folder: string): string {
  execFileSync(process.execPath, [join(root, "test/plans/write-large.js"), folder]);
  return folder;
}

let large: string;
beforeAll(async () => {
  let cleanUp = async (): Promise<void> => undefined;
  large = writeLarge(
    join(
      await temporaryFolder((clean) => {
        cleanUp = clean;
      }),
      "large",
    ),
  );
  return cleanUp;
});

describe.each([
  [
    "one municipality with a jaarplan",
    () => join(root, "test/plans/one-municipality"),
    [/^2 Veiligheidsbeeld$/, /^2\.1\.1 Verschillen tussen wijken$/, /^3 Vijf veiligheidsvelden$/, /^I Risicomatrix$/],
    [2, undefined],
  ],
  [
    "three municipalities with groups of priorities and two programmes",
    () => join(root, "test/plans/three-municipalities"),
    [/^2 Bovenlokale prioriteiten$/, /^2\.1 Ondermijning$/, /^3 Strategische thema's$/, /^\d Overige thema's$/],
    [3, 3],
  ],
  [
    "21 municipalities with 12 priorities",
    () => large,
    [/ Wat in elke gemeente speelt$/, / Wat we samen aanpakken$/, /\.6 Veilige evenementen$/],
    [2, 21],
  ],
] as const)("the plan of %s", (_, folder, headings, [documents, annexes]) => {
  test("has only open points left", async () => {
    const { diagnostics } = await examineFolder(folder());
    const faults = diagnostics.filter(({ severity }) => severity !== "note");
    expect(faults.map(({ code, file, line, message }) => `${file}:${line} ${code} ${message}`)).toEqual([]);
  });

  test("has the chapters of its structure", async () => {
    const { model } = await examineFolder(folder());
    const titles = flatten(model?.outline ?? []).map(({ number, title }) => `${number} ${title}`);
    for (const heading of headings)
      expect(
        titles.some((title) => heading.test(title)),
        `${heading} in ${titles.join("; ")}`,
      ).toBe(true);
  });

  test("gives its documents, which say that the team is invented", async () => {
    const out = join(await temporaryFolder(), "out");
    const { code, stderr } = await ivp("build", "--content", folder(), "--out", out, "--format", "html");
    expect(code, stderr).toBe(0);
    const made = readdirSync(out, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".html"));
    const inFolder = made.filter((path) => /[\\/]/.test(path));
    // Beside the index.
    expect(made.length - inFolder.length).toBe(documents + 1);
    if (annexes !== undefined) expect(inFolder).toHaveLength(annexes);
    const plan = made.find((path) => path.startsWith("veiligheidsplan-")) ?? "";
    expect(readFileSync(join(out, plan), "utf8")).toMatch(/bestaat niet: .* zijn verzonnen/);
  });
});
