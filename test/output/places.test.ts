/** Where a command is told to write, and can't: told in words, with code 2 or 3, and nothing is left. */
import { mkdir, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { putFile } from "../../src/output/one-file.js";
import { type CleanUp, copyOf, temporaryFolder } from "../setup/content.js";
import { ivp, type Outcome } from "../setup/ivp.js";
import { docx, h, p } from "../setup/word.js";

const team = ["--municipalities", "Asten,Deurne", "--team", "team Peel", "--from", "2027", "--to", "2030"];

/** Each makes something in a place, out of content that lies beside it. */
const makers: Readonly<Record<string, (place: string, here: string) => readonly string[]>> = {
  init: (place) => ["init", place, ...team, "--programme", "jaarplan", "--years", "1"],
  "import plan": (place, here) => ["import", "plan", join(here, "old.docx"), "--out", place, ...team],
  "rollover plan": (place, here) => ["rollover", "plan", "2029-2032", place, "--content", join(here, "content")],
  pack: (place, here) => ["pack", "oostdorp", "--format", "docx", "--content", join(here, "content"), "--out", place],
  build: (place, here) => ["build", "--format", "html", "--content", join(here, "content"), "--out", place],
  calendar: (place, here) => ["calendar", "--content", join(here, "content"), "--out", join(place, "plan.ics")],
};

async function scene(finished: CleanUp = onTestFinished): Promise<string> {
  const { folder } = await copyOf("test/fixtures/base", finished);
  const here = dirname(folder);
  await writeFile(join(here, "file"), "van mij");
  await symlink("nergens/toe", join(here, "link"));
  await symlink("kring", join(here, "kring"));
  await writeFile(join(here, "old.docx"), docx({ body: h(1, "Visie") + p("Wij doen het samen.") }));
  return here;
}

const entries = async (folder: string): Promise<string[]> => (await readdir(folder, { recursive: true })).sort();

function told({ code, stderr }: Outcome): string {
  expect([2, 3], stderr).toContain(code);
  expect(stderr).not.toMatch(/ivp zelf|\n\s+at |EEXIST/);
  return stderr;
}

describe("a place that can't be a folder", () => {
  let here = "";
  beforeAll(async () => {
    const cleaning: (() => Promise<void>)[] = [];
    here = await scene((clean) => cleaning.push(clean));
    return async () => {
      for (const clean of cleaning) await clean();
    };
  });

  test.each(Object.keys(makers))("is refused by %s, and nothing is left", async (name) => {
    const before = await entries(here);
    const run = (place: string): Promise<Outcome> => ivp(...(makers[name]?.(join(here, place), here) ?? []));
    expect(told(await run("file/x"))).toMatch(/is een bestand/);
    expect(told(await run("link"))).toMatch(/koppeling naar iets wat er niet is/);
    expect(told(await run("kring"))).toMatch(/koppeling die naar zichzelf leidt/);
    expect(told(await run("n".repeat(300)))).toMatch(/de naam is te lang \(ENAMETOOLONG\)/);
    expect(await entries(here)).toEqual(before);
    expect(await readFile(join(here, "file"), "utf8")).toBe("van mij");
  });
});

test("a link to an empty folder is a folder", async () => {
  const here = await scene();
  await mkdir(join(here, "echt"));
  await symlink("echt", join(here, "map"));
  const { code, stderr } = await ivp(...(makers["import plan"]?.(join(here, "map"), here) ?? []));
  expect(code, stderr).toBe(0);
  expect(await readdir(join(here, "echt"))).toContain("plan.yaml");
});

describe("one file", () => {
  const bytes = Buffer.from("van ivp");

  test("is written through a link, and beside the content only", async () => {
    const here = await temporaryFolder();
    const content = join(here, "content");
    await mkdir(content);
    await writeFile(join(here, "echt.ics"), "van mij");
    await symlink("echt.ics", join(here, "link.ics"));
    await putFile(join(here, "link.ics"), bytes, { content, replace: true });
    expect(await readFile(join(here, "echt.ics"), "utf8")).toBe("van ivp");
    await writeFile(join(content, "vision.yaml"), "");
    await symlink("content/vision.yaml", join(here, "binnen.ics"));
    for (const path of ["content/plan.ics", "binnen.ics", "content"])
      await expect(putFile(join(here, path), bytes, { content, replace: true })).rejects.toThrow(
        "ligt in de map met de inhoud",
      );
    expect(await readdir(content)).toEqual(["vision.yaml"]);
    expect(await readFile(join(content, "vision.yaml"), "utf8")).toBe("");
  });

  test("is no folder and nothing that can't be replaced", async () => {
    const here = await temporaryFolder();
    const content = join(here, "content");
    await mkdir(join(here, "map"));
    await expect(putFile(join(here, "map"), bytes, { content, replace: true })).rejects.toThrow("is een map");
    await expect(putFile("/dev/null", bytes, { content, replace: true })).rejects.toThrow("is geen gewoon bestand");
    await writeFile(join(here, "er-al"), "van mij");
    await expect(putFile(join(here, "er-al"), bytes, { content, replace: false })).rejects.toThrow(
      "niet heeft gemaakt",
    );
    expect(await readdir(here)).toEqual(["er-al", "map"]);
  });
});
