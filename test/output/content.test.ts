/** What holds for every command that writes content, told with some of them. */
import { chmod, mkdir, mkdtemp, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { changeContent } from "../../src/content/index.js";
import { type Copy, copyOfPlan, planFolder } from "../setup/content.js";
import { ivp } from "../setup/ivp.js";

const amendment = (id: string, old: string, fresh: string): string =>
  `id: ${id}
title: Amendement ${id}
municipality: s-zoutendam
date: 2024-11-14
state: aangenomen
changes:
  - target: measure:evening-rounds
    field: text
    old: ${old}
    new: ${fresh}
`;

const read = ({ folder }: Copy, file: string): Promise<string> => readFile(join(folder, file), "utf8");

/** What an `ivp` left that was killed when a file was in its place and the next one wasn't. */
async function killedHalfway({ folder }: Copy): Promise<string> {
  const staging = await mkdtemp(join(dirname(folder), `.${basename(folder)}.ivp-`));
  await mkdir(join(staging, "old"));
  await writeFile(join(staging, "old/vision.yaml"), await readFile(join(folder, "vision.yaml")));
  await writeFile(join(staging, "journal.json"), JSON.stringify([{ path: "vision.yaml", existed: true }]));
  await writeFile(join(folder, "vision.yaml"), "half");
  return staging;
}

describe("two commands at once", () => {
  test("on one file both have their way", async () => {
    const content = await copyOfPlan();
    const was = "Een [[term:boa]] loopt in de avond door donkere straten.";
    await content.write("amendments/one.yaml", amendment("one", was, "Een [[term:boa]] loopt elke avond."));
    await content.write(
      "amendments/two.yaml",
      amendment("two", "De rondes staan vooraf op de website.", "De rondes staan in de krant."),
    );
    const run = (...args: string[]) => ivp(...args, "--content", content.folder);
    const told = await Promise.all([
      run("amend", "one", "--apply"),
      run("amend", "two", "--apply"),
      run("progress", "new", "2025-12-31"),
      run("adopt", "plan", "--by", "ijzerwoude", "--date", "2024-12-12", "--reference", "R-1"),
    ]);
    for (const { code, stderr } of told) expect(code, stderr).toBe(0);
    const text = await read(content, "priorities/burglary.yaml");
    expect(text).toContain("loopt elke avond.");
    expect(text).toContain("staan in de krant.");
    expect(await read(content, "progress/2025-12-31.yaml")).toContain("id: 2025-12-31");
    expect(await read(content, "municipalities/ijzerwoude.yaml")).toContain("R-1");
  });

  test("what someone saves meanwhile isn't written over", async () => {
    const content = await copyOfPlan();
    const change = changeContent(content.folder, async () => {
      await content.append("vision.yaml", "# van mij\n");
      return { result: undefined, files: [{ path: "vision.yaml", bytes: Buffer.from("van ivp") }] };
    });
    await expect(change).rejects.toThrow("vision.yaml is gewijzigd terwijl ivp daarmee bezig was");
    expect(await read(content, "vision.yaml")).toContain("# van mij");
  });
});

describe("content of which a change was cut off", () => {
  test.each([["check"], ["list"], ["diff", planFolder]])("ivp %s puts it back before it reads", async (...args) => {
    const content = await copyOfPlan();
    await killedHalfway(content);
    const { code, stdout, stderr } = await ivp(
      ...args,
      ...(args[0] === "diff" ? [content.folder] : ["--content", content.folder]),
    );
    expect(code, stdout + stderr).toBe(0);
    expect(await read(content, "vision.yaml")).toBe(await readFile(join(planFolder, "vision.yaml"), "utf8"));
    expect(await readdir(dirname(content.folder))).toEqual(["content"]);
  });

  test("is refused where it can't be put back", async () => {
    const content = await copyOfPlan();
    const staging = await killedHalfway(content);
    // In the place of the file stands what a rename can't replace.
    await content.remove("vision.yaml");
    await content.write("vision.yaml/here", "");
    const { code, stderr } = await ivp("check", "--content", content.folder);
    expect(code).toBe(3);
    expect(stderr).toContain("half gewijzigd");
    expect(await readdir(staging)).toContain("journal.json");
  });
});

test("who may read a file stays as it was", async () => {
  const content = await copyOfPlan();
  const file = join(content.folder, "municipalities/ijzerwoude.yaml");
  await chmod(file, 0o660);
  const args = ["adopt", "plan", "--by", "ijzerwoude", "--date", "2024-12-12", "--reference", "R-1"];
  expect((await ivp(...args, "--content", content.folder)).code).toBe(0);
  expect((await stat(file)).mode & 0o777).toBe(0o660);
});

test("what gives bytes without end is refused, and a line or a file that no table has", async () => {
  const content = await copyOfPlan();
  const csv = join(content.folder, "../figures.csv");
  const told = async (file: string): Promise<string> => {
    const { code, stderr } = await ivp("import", "figures", file, "--content", content.folder);
    expect(code).toBe(2);
    return stderr;
  };
  expect(await told("/dev/zero")).toContain("is geen bestand");
  await writeFile(csv, `ID;RegioS\n1;${"x".repeat(200_000)}\n`);
  expect(await told(csv)).toContain("een regel is langer dan 100000 tekens");
  await writeFile(csv, Buffer.alloc(61e6, "1;2\n"));
  expect(await told(csv)).toContain("te groot (61 MB)");
});
