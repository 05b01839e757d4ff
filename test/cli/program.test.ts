import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { copyOfPlan, planFolder, temporaryFolder } from "../setup/content.js";
import { ivp, ivpProcess, ivpWith, root } from "../setup/ivp.js";

describe("help and version", () => {
  test("help is Dutch, on stdout, and names every command", async () => {
    const { code, stdout, stderr } = await ivpProcess("--help");
    expect(code).toBe(0);
    expect(stderr).toBe("");
    expect(stdout).toContain("bin/ivp.js <opdracht> [opties]");
    for (const command of ["build", "check", "list"]) expect(stdout).toContain(`  ${command} `);
    expect(stdout).not.toMatch(/\b(Usage|Options|Commands|display help|default)\b/);
  });

  test("each command has Dutch help of its own", async () => {
    for (const command of ["build", "check", "list"]) {
      const { code, stdout } = await ivp(command, "--help");
      expect(code).toBe(0);
      expect(stdout).toContain("--content <map>");
      expect(stdout).not.toMatch(/\b(Usage|Options|display help|default)\b/);
    }
  });

  test("--version prints the version of the package", async () => {
    const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as { version: string };
    expect((await ivpProcess("--version")).stdout.trim()).toBe(version);
  });
});

describe("wrong use gives exit code 2 and a way out", () => {
  test.each([
    [["buidl"], "Bedoelde u build?"],
    [["build", "--fromat", "html"], "Bedoelde u --format?"],
    [["build", "--format", "pfd"], "Bedoelde u “pdf”?"],
    [["build", "--only", "annx"], "Bedoelde u “annex”?"],
    [["build", "--only"], "moet nog een waarde komen"],
    [["check", "--content", "nergens"], "“nergens” is er niet"],
    [["list", "iets"], "te veel woorden"],
    [["help", "nep"], "geen opdracht “nep”"],
    [["help", "bild"], "Bedoelde u build?"],
    [["serve", "--port", "0x1F"], "“0x1F” kan niet achter --port"],
    [["serve", "--port", "65536"], "“65536” kan niet achter --port"],
    [["check", "--max-warnings", "veel"], "“veel” kan niet achter --max-warnings"],
    [[], "ivp build"],
  ])("ivp %j", async (args, message) => {
    const { code, stderr, stdout } = await ivp(...args);
    expect(code).toBe(2);
    expect(stdout + stderr).toContain(message);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});

describe("ivp check and ivp list", () => {
  test("check without errors tells the warnings and the open points, with exit code 0", async () => {
    const { code, stdout } = await ivpProcess("check", "--content", planFolder);
    expect(stdout).not.toMatch(/\bfout\b/);
    expect(stdout).toContain("1 waarschuwing.");
    expect(stdout).toMatch(/^Open punten +gemeenteraad/m);
    expect(code).toBe(0);
  });

  test("list shows every document with its status", async () => {
    const { code, stdout } = await ivpProcess("list", "--content", planFolder);
    expect(code).toBe(0);
    const rows = stdout
      .trim()
      .split("\n")
      .map((line) => line.split(/ {2,}/));
    expect(rows.slice(1).map(([name, , status]) => `${name}: ${status}`)).toEqual([
      "ivp-2025-2028: Vastgesteld door 1 van de 3 raden",
      "ijzerwoude: Concept",
      "suderhaven: Ter vaststelling",
      "s-zoutendam: Vastgesteld",
      "uvp-2025-2026: Concept",
      "uvp-2027-2028: Concept",
    ]);
  });
});

/** What lies in a folder besides the cache, which may be there or not. */
const visible = async (folder: string): Promise<string[]> =>
  (await readdir(folder)).filter((name) => name !== ".ivp-cache");

describe("ivp build", () => {
  test("makes only what is asked for, and leaves the rest in place", async () => {
    const out = join(await temporaryFolder(), "out");
    await ivp("build", "--content", planFolder, "--out", out, "--format", "html", "--only", "annex");
    expect(await readdir(join(out, "bijlagen"))).toHaveLength(3);
    expect((await readdir(out)).sort()).toEqual(["bijlagen", "index.html", "manifest.json"]);
    const { code } = await ivp(
      "build",
      "--content",
      planFolder,
      "--out",
      out,
      "--format",
      "html",
      "--only",
      "uvp-2025-2026",
    );
    expect(code).toBe(0);
    expect((await readdir(out)).sort()).toEqual(["bijlagen", "index.html", "manifest.json", "uvp-2025-2026.html"]);
    const index = await readFile(join(out, "index.html"), "utf8");
    expect(index).toContain('href="bijlagen/s-zoutendam.html"');
    expect(index).toContain('href="uvp-2025-2026.html"');
  });

  test("without a browser it stops with exit code 3, says what to do and leaves out/ as it was", async () => {
    const folder = await temporaryFolder();
    const out = join(folder, "out");
    const { code, stderr } = await ivpWith(
      { IVP_BROWSER: join(folder, "no-browser") },
      "build",
      "--content",
      planFolder,
      "--out",
      out,
    );
    expect(code).toBe(3);
    expect(stderr).toContain("--browser PAD");
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(await visible(folder)).toEqual([]);
  });

  test("a browser that dies changes nothing in out/", async () => {
    const out = join(await temporaryFolder(), "out");
    await ivp("build", "--content", planFolder, "--out", out, "--format", "html");
    const before = await readFile(join(out, "manifest.json"), "utf8");
    const { code, stderr } = await ivp("build", "--content", planFolder, "--out", out, "--browser", "/bin/false");
    expect(code).toBe(3);
    expect(stderr).toContain("start niet");
    expect(await readFile(join(out, "manifest.json"), "utf8")).toBe(before);
    expect(await visible(join(out, ".."))).toEqual(["out"]);
  });

  test("content with errors gives exit code 1, the place, and an untouched out/", async () => {
    const content = await copyOfPlan();
    const folder = await temporaryFolder();
    const out = join(folder, "out");
    await ivp("build", "--content", content.folder, "--out", out, "--format", "html", "--only", "plan");
    const before = await readFile(join(out, "ivp-2025-2028.html"), "utf8");
    await content.append("vision.yaml", "colour: red\n");
    const { code, stderr } = await ivpProcess("build", "--content", content.folder, "--out", out);
    expect(code).toBe(1);
    expect(stderr).toMatch(/vision\.yaml:\d+:1 fout IVP201/);
    expect(stderr).toContain("Er is niets gemaakt");
    expect(await readFile(join(out, "ivp-2025-2028.html"), "utf8")).toBe(before);
    expect(await visible(folder)).toEqual(["out"]);
  });

  test("every command that needs sound content refuses it in the same way", async () => {
    const content = await copyOfPlan();
    const out = join(await temporaryFolder(), "out");
    await ivp("build", "--content", content.folder, "--out", out, "--format", "html");
    await content.append("vision.yaml", "colour: red\n");
    const commands = [
      ["build", "--out", out],
      ["list"],
      ["merge", out, "--out", out],
      ["verify", "--out", out],
      ["publish", "--out", out, "--to", `${out}-web`],
    ];
    for (const command of commands) {
      const { code, stdout, stderr } = await ivp(...command, "--content", content.folder);
      expect([command[0], code, stdout]).toEqual([command[0], 1, ""]);
      expect(stderr).toMatch(/vision\.yaml:\d+:1 fout IVP201 .*`colour`[\s\S]*\n {2}→ .+\n\n1 fout\. [A-Z].+\.\n$/);
    }
  });

  test("an option that more than one command takes means the same in each", async () => {
    const { stdout } = await ivp("--help");
    const names = [...stdout.matchAll(/^ {2}([a-z]+) {2,}/gm)].map(([, name = ""]) => name);
    const lines = new Map<string, Set<string>>();
    for (const name of names.filter((found) => found !== "help")) {
      const help = (await ivp(name, "--help")).stdout.replace(/\n {10,}/g, " ");
      for (const [, option = "", text = ""] of help.matchAll(
        /^ {2}(--(?:content|browser|no-sandbox)\b.*?) {2,}(.+)$/gm,
      ))
        lines.set(option, (lines.get(option) ?? new Set()).add(text));
    }
    expect([...lines.keys()].sort()).toEqual(["--browser <pad>", "--content <map>", "--no-sandbox"]);
    expect([...lines.values()].map(({ size }) => size)).toEqual([1, 1, 1]);
  });

  test("writes no colour codes where there is no terminal", async () => {
    const { stderr, stdout } = await ivpWith({ NO_COLOR: "" }, "check", "--content", "test");
    expect(stdout + stderr).not.toContain("\u001b[");
  });
});
