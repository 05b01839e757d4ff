import { chmod, mkdir, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isWhole, readAll } from "../../src/init/index.js";
import { temporaryFolder } from "../setup/content.js";
import { ivp, ivpIn, ivpWith, type Outcome } from "../setup/ivp.js";
import { packingOnce } from "../setup/packing-once.js";
import { onTerminal } from "../setup/pseudo-terminal.js";

const { PATH } = process.env;
let cleanUp = async (): Promise<void> => undefined;
beforeAll(async () => {
  process.env.PATH = await packingOnce((clean) => (cleanUp = clean));
});
afterAll(async () => {
  process.env.PATH = PATH;
  await cleanUp();
});

const options = [
  ...["--municipalities", "'s-Hertogenbosch,Súdwest-Fryslân,Bergen (NH.)"],
  ...["--team", "team Noord: & Zuid", "--from", "2027", "--to", "2030", "--programme", "jaarplan", "--years", "1"],
];

/** One message with a way out, and no trace of the program's inside. */
function refused({ code, stdout, stderr }: Outcome, exitCode: number): string {
  expect([code, stdout], stderr).toEqual([exitCode, ""]);
  expect(stderr).toMatch(/^fout .+\n {2}→ .+\n$/);
  expect(stderr).not.toMatch(/ivp zelf|\n\s+at /);
  return stderr;
}

test("a new folder holds a repository that checks and builds at once", async () => {
  const folder = join(await temporaryFolder(), "diep/mijn plan");
  const { code, stdout, stderr } = await ivp("init", folder, ...options);
  expect([code, stdout], stderr).toEqual([0, ""]);
  expect(stderr).toContain("Gemeenten: 's-Hertogenbosch, Súdwest-Fryslân, Bergen (NH.).");
  expect(await readdir(folder)).toEqual(
    expect.arrayContaining([
      ".github",
      ".gitignore",
      ".gitlab-ci.yml",
      ".vscode",
      "README.md",
      "content",
      "package.json",
    ]),
  );
  const told = await ivpIn(folder, "check");
  expect([told.code, told.stderr]).toEqual([0, ""]);
  expect(told.stdout).toMatch(/goed De inhoud klopt\. Verder \d+ opmerkingen/);
  const built = await ivpIn(folder, "build", "--format", "html");
  expect(built.code, built.stderr).toBe(0);
  expect(await readdir(join(folder, "out/bijlagen"))).toHaveLength(3);

  // What names this machine would be wrong on another.
  for (const file of ["package.json", "README.md", "content/plan.yaml"])
    expect(await readFile(join(folder, file), "utf8")).not.toMatch(/\/tmp|\/home|[A-Z]:\\/);
  const { dependencies } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  expect(await readdir(folder)).toContain(dependencies.ivp.replace("file:", ""));
});

test("this folder is the one that is meant when none is named, and what is no part of a plan may be there", async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, ".git"));
  await writeFile(join(folder, "LICENSE"), "eigen");
  const { code, stderr } = await ivpIn(folder, "init", ...options);
  expect(code, stderr).toBe(0);
  expect(stderr).not.toContain("cd ");
  expect(await readFile(join(folder, "LICENSE"), "utf8")).toBe("eigen");
  // And then it is in its own way.
  expect(refused(await ivpIn(folder, "init", ...options), 2)).toMatch(/: .*content, ivp-.*\.tgz, package\.json/);
});

describe("nothing is overwritten, and nothing is half-written:", () => {
  test.each<[string, (folder: string) => Promise<unknown>, RegExp]>([
    ["a README", (folder) => writeFile(join(folder, "README.md"), "eigen"), /waar ivp zou schrijven: README\.md\./],
    ["a package", (folder) => writeFile(join(folder, "package.json"), "{}"), /: package\.json\./],
    [
      "other content",
      async (folder) => {
        await mkdir(join(folder, "content/sections"), { recursive: true });
        await writeFile(join(folder, "content/sections/eigen.yaml"), "id: eigen");
      },
      /: content\./,
    ],
    ["a file where a folder comes", (folder) => writeFile(join(folder, "content"), "eigen"), /: content\./],
    ["a link to nothing", (folder) => symlink("nergens", join(folder, ".gitignore")), /: \.gitignore\./],
  ])("%s", async (_, spoil, message) => {
    const folder = await temporaryFolder();
    await spoil(folder);
    const before = await readdir(folder, { recursive: true });
    expect(refused(await ivp("init", folder, ...options), 2)).toMatch(message);
    expect(await readdir(folder, { recursive: true })).toEqual(before);
  });

  test("a file as folder", async () => {
    const file = join(await temporaryFolder(), "plan.txt");
    await writeFile(file, "eigen");
    expect(refused(await ivp("init", file, ...options), 2)).toContain("is een bestand, geen map");
    expect(refused(await ivp("init", join(file, "onder"), ...options), 2)).toContain("is een bestand, geen map");
    expect(await readFile(file, "utf8")).toBe("eigen");
  });

  test.skipIf(process.getuid?.() === 0)("a folder in which nobody may write", async () => {
    const folder = await temporaryFolder();
    await chmod(folder, 0o555);
    refused(await ivp("init", join(folder, "plan"), ...options), 3);
    await chmod(folder, 0o755);
    expect(await readdir(folder)).toEqual([]);
  });

  test.skipIf(process.platform !== "linux")("a place where nothing can be made", async () => {
    refused(await ivp("init", "/proc/plan", ...options), 3);
  });
});

describe("what can't be asked and isn't said", () => {
  test("all of it is named in one message, with an example that works", async () => {
    const folder = await temporaryFolder();
    const message = refused(await ivp("init", join(folder, "plan")), 2);
    for (const option of ["municipalities", "team", "from", "to", "programme", "years"])
      expect(message).toMatch(new RegExp(`--${option}\\b.*hier is geen terminal`));
    expect(await readdir(folder)).toEqual([]);
    const [, example = ""] = /Bijvoorbeeld: npx ivp (.+)\n/.exec(message) ?? [];
    const words = [...example.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? "");
    expect(words.slice(0, 2)).toEqual(["init", "mijn-plan"]);
    const given = Object.fromEntries(
      words.slice(2).flatMap((word, at, all) => (at % 2 ? [] : [[word.slice(2), all[at + 1]]])),
    );
    expect(isWhole(readAll(given))).toBe(true);
  });

  test("only what is missing is named", async () => {
    const message = refused(await ivp("init", "/nergens", ...options.slice(0, -2)), 2);
    expect(message).toContain("Zeg ook --years:");
  });

  test.each([
    [["--team", ""], /Achter “--team” staat niets/],
    [["--gemeente", "Asten"], /Er is geen optie “--gemeente”/],
    [["--years", "3"], /“3” kan niet/],
    [["--from", "2031"], /eindigt \(2030\) voordat het begint \(2031\)/],
    [["--municipalities", "Asten,asten"], /dezelfde gemeente/],
    [["--team", "1. Noord"], /Met deze namen kan het plan niet: /],
    [["tweede-map"], /te veel woorden/],
  ])("%s", async (wrong, message) => {
    const folder = await temporaryFolder();
    expect(refused(await ivp("init", join(folder, "plan"), ...options, ...wrong), 2)).toMatch(message);
    expect(await readdir(folder)).toEqual([]);
  });
});

describe.skipIf(process.platform !== "linux")("on a terminal", () => {
  test("it asks what isn't said, again when an answer can't be, and suggests", async () => {
    const folder = join(await temporaryFolder(), "plan");
    const { code, shown } = await onTerminal(
      ["init", folder, "--from", "2027"],
      [
        ["Welke gemeenten", "Asten,asten\r"],
        ["dezelfde gemeente", "\u0015Asten\r"],
        ["Hoe heet het team", "\r"],
        ["Wat is het laatste jaar", "\r"],
        ["Hoe heet het programma", "jaarplan\r"],
        ["Voor hoeveel jaar", "1\r"],
      ],
    );
    expect(code, shown).toBe(0);
    expect(shown).toMatch(/klaar \d+ bestanden in .*, voor gemeente Asten, 2027–2030\./);
    expect(shown).not.toMatch(/eerste jaar/);
    expect(await readdir(join(folder, "content/municipalities"))).toEqual(["asten.yaml"]);
  });

  test("it asks as well on a Node 20 from before `util.styleText`", async () => {
    const folder = join(await temporaryFolder(), "plan");
    const older =
      'import util from "node:util"; import { syncBuiltinESMExports } from "node:module"; delete util.styleText; syncBuiltinESMExports();';
    const { code, shown } = await onTerminal(
      ["init", folder, "--from", "2027", "--to", "2030", "--programme", "jaarplan", "--years", "1"],
      [
        ["Welke gemeenten", "Asten\r"],
        ["Hoe heet het team", "\r"],
      ],
      { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(older)}` },
    );
    expect(code, shown).toBe(0);
    expect(await readdir(join(folder, "content/municipalities"))).toEqual(["asten.yaml"]);
  });

  test("Ctrl+C ends it, and nothing was written", async () => {
    const folder = await temporaryFolder();
    const { code, shown } = await onTerminal(
      ["init", join(folder, "plan")],
      [
        ["Welke gemeenten", "Asten\r"],
        ["Hoe heet het team", "\u0003"],
      ],
    );
    expect([code, shown.trimEnd().split("\n").at(-1)]).toEqual([130, "\u001b[?25hGestopt. Er is niets geschreven."]);
    expect(await readdir(folder)).toEqual([]);
  });

  test("a folder that can't be is told before anything is asked", async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, "package.json"), "{}");
    const { code, shown } = await onTerminal(["init", folder], []);
    expect(code).toBe(2);
    expect(shown).not.toContain("Welke gemeenten");
  });
});

test.skipIf(process.platform === "win32")(
  "who is killed while npm packs the program leaves no folder behind",
  async () => {
    const bin = await temporaryFolder();
    // An npm at which this is the moment.
    await writeFile(join(bin, "npm"), "#!/bin/sh\nkill -9 $PPID\n", { mode: 0o755 });
    const folder = join(await temporaryFolder(), "plan");
    const { code } = await ivpWith(
      { PATH: `${bin}:${process.env.PATH}`, TMPDIR: await temporaryFolder() },
      ...["init", folder, ...options],
    );
    expect(code).not.toBe(0);
    await expect(readdir(folder)).rejects.toThrow("ENOENT");
  },
);
