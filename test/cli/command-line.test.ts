import { execFile } from "node:child_process";
import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { createProgram } from "../../src/cli/program.js";
import { terminalOf } from "../../src/cli/terminal.js";
import { copyOfPlan, planFolder, temporaryFolder } from "../setup/content.js";
import { ivp, ivpWith, root } from "../setup/ivp.js";

const { commands } = createProgram(
  { terminal: terminalOf(process), program: "ivp", version: "0", finish: () => undefined },
  "0",
);

describe("help", () => {
  test.each(commands.map((command) => [command.name(), command] as const))("ivp %s --help", async (name, command) => {
    const { code, stdout, stderr } = await ivp(name, "--help");
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).not.toMatch(/\b(Usage|Options|Arguments|display|default|the)\b/);
    const flat = stdout.replace(/\s+/g, " ");
    for (const { description } of [...command.options, ...command.registeredArguments]) {
      expect(description).not.toBe("");
      expect(flat).toContain(description);
    }
    for (const { flags } of command.options) expect(flat).toContain(flags);
    expect(command.description()).not.toBe("");
    expect(flat).toContain(command.description());
  });
});

describe("a fault of ivp itself", () => {
  // What no user can do: the standard output throws, as a fault in a command would.
  const fault = `--import=data:text/javascript,${encodeURIComponent('process.stdout.write=()=>{throw new TypeError("kapot")}')}`;

  test("is one Dutch line and a way out", async () => {
    const { code, stderr } = await ivpWith({ NODE_OPTIONS: fault, IVP_DEBUG: "" }, "list", "--content", planFolder);
    expect(code).toBe(3);
    expect(stderr).toMatch(/^fout Er ging iets mis in ivp zelf: kapot\n {2}→ Meld dit bij de makers van ivp\..+\n$/);
  });

  test("comes with its stack trace for who asks for it with IVP_DEBUG", async () => {
    const { code, stderr } = await ivpWith({ NODE_OPTIONS: fault, IVP_DEBUG: "1" }, "list", "--content", planFolder);
    expect(code).toBe(3);
    expect(stderr).toMatch(/ivp zelf: kapot\n\s*TypeError: kapot\n\s+at .+/);
  });
});

describe("progress", () => {
  const args = (out: string): string[] => ["build", "--format", "html", "--content", planFolder, "--out", out];

  test("is a line for each step where there is no terminal", async () => {
    const { stderr } = await ivp(...args(join(await temporaryFolder(), "out")));
    expect(stderr).toMatch(/^1\/\d+ \S.*$/m);
    expect(stderr).toMatch(/^(\d+)\/\1 \S.*$/m);
    for (const mark of ["\r", "\u001b", "━"]) expect(stderr).not.toContain(mark);
  });

  test.skipIf(process.platform !== "linux")("is a bar on a terminal, gone at the end", async () => {
    const command = [process.execPath, `${root}/bin/ivp.js`, ...args(join(await temporaryFolder(), "out"))];
    const shown = await new Promise<string>((resolve, reject) =>
      execFile(
        "script",
        ["-qec", command.map((word) => `'${word}'`).join(" "), "/dev/null"],
        { cwd: root, env: { ...process.env, TERM: "xterm", NO_COLOR: "1" } },
        (error, stdout) => (error ? reject(error) : resolve(stdout)),
      ),
    );
    const draws = shown.split("\r\u001b[2K");
    expect(draws.some((draw) => /^━{24} 1\/\d+ \S/.test(draw))).toBe(true);
    expect(draws.some((draw) => /^━{24} (\d+)\/\1 \S/.test(draw))).toBe(true);
    expect(draws.at(-1)).toMatch(/^klaar /m);
    expect(draws.at(-1)).not.toContain("━");
  });
});

test.skipIf(process.platform !== "linux")("serve --open gives the address to the opener of the system", async () => {
  const folder = await temporaryFolder();
  const opened = join(folder, "opened");
  await mkdir(join(folder, "bin"));
  const opener = join(folder, "bin/xdg-open");
  await writeFile(opener, `#!/bin/sh\necho "$1" > '${opened}.part' && mv '${opened}.part' '${opened}'\n`);
  await chmod(opener, 0o755);
  let told = "";
  const child = execFile(
    process.execPath,
    [`${root}/bin/ivp.js`, "serve", "--open", "--port", "0", "--content", planFolder, "--out", join(folder, "out")],
    // The package `open` brings an xdg-open of its own, which asks this variable.
    { cwd: root, env: { ...process.env, PATH: `${join(folder, "bin")}:${process.env.PATH}`, BROWSER: opener } },
  );
  child.stdout?.on("data", (data: string) => (told += data));
  const ended = new Promise((resolve) => child.on("close", resolve));
  try {
    await expect.poll(() => readFile(opened, "utf8").catch(() => ""), { timeout: 30_000 }).toMatch(/^http/);
    const [address] = /http:\/\/127\.0\.0\.1:\d+\//.exec(told) ?? [];
    expect((await readFile(opened, "utf8")).trim()).toBe(address);
  } finally {
    child.kill("SIGINT");
  }
  expect(await ended).toBe(0);
});

describe("what list, merge and verify can't do", () => {
  const commandsOn = (place: string, made = `${place}-new`): string[][] => [
    ["list"],
    ["merge", place, "--out", made],
    ["verify", "--out", place],
  ];

  test("without content they say where they looked", async () => {
    const folder = await temporaryFolder();
    for (const command of commandsOn(inject("out"), join(folder, "made"))) {
      const { code, stdout, stderr } = await ivp(...command, "--content", join(folder, "nergens"));
      expect([command[0], code, stdout]).toEqual([command[0], 2, ""]);
      expect(stderr).toMatch(/^fout .*nergens.+\n {2}→ .+\n$/);
    }
  });

  test.each([
    ["nothing was made", undefined],
    ["a manifest is of something else", '{"name": "app", "icons": []}'],
    ["a manifest is no JSON", "{"],
  ])("where %s, merge and verify say so and make nothing", async (_, manifest) => {
    const folder = await temporaryFolder();
    const content = await copyOfPlan();
    const out = join(folder, "out");
    await mkdir(out);
    if (manifest !== undefined) await writeFile(join(out, "manifest.json"), manifest);
    for (const command of commandsOn(out).slice(1)) {
      const { code, stdout, stderr } = await ivp(...command, "--content", content.folder);
      expect([command[0], code, stdout]).toEqual([command[0], 2, ""]);
      expect(stderr).toMatch(/^fout .+\n {2}→ .+\n$/);
      expect(stderr).not.toContain("ivp zelf");
      await expect(readFile(join(`${out}-new`, "manifest.json"))).rejects.toThrow("ENOENT");
    }
  });
});
