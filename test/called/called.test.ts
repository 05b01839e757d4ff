import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { calledAs } from "../../src/called/index.js";
import { root } from "../setup/ivp.js";

const folder = mkdtempSync(join(tmpdir(), "ivp-called-"));
afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  ["npx, or an npm script", "/plan/node_modules/.bin/ivp", "/plan/node_modules/ivp", "/plan", "npx ivp"],
  ["the same, in a folder within", "/plan/node_modules/.bin/ivp", "/plan/node_modules/ivp", "/plan/content", "npx ivp"],
  ["a dependency that is a link", "/plan/node_modules/.bin/ivp", "/src/ivp", "/plan", "npx ivp"],
  ["npx on Windows", "/plan/node_modules/ivp/bin/ivp.js", "/plan/node_modules/ivp", "/plan", "npx ivp"],
  ["within another program", "/plan/make.js", "/plan/node_modules/ivp", "/plan", "npx ivp"],
  ["installed for the machine", "/usr/bin/ivp", "/usr/lib/node_modules/ivp", "/plan", "ivp"],
  ["the same on Windows", "/npm/node_modules/ivp/bin/ivp.js", "/npm/node_modules/ivp", "/plan", "ivp"],
  ["linked for the machine", "/usr/bin/ivp", "/src/ivp", "/plan", "ivp"],
  ["the file itself", "/src/ivp/bin/ivp.js", "/src/ivp", "/src/ivp", "node bin/ivp.js"],
  [
    "the file itself, from elsewhere",
    "/my src/ivp/bin/ivp.js",
    "/my src/ivp",
    "/plan",
    'node "../my src/ivp/bin/ivp.js"',
  ],
])("a command is told as the user types it: %s", (_, script, program, cwd, expected) => {
  expect(calledAs({ script, program, cwd })).toBe(expected);
});

test("who ran a package through npx is told the name of that package", () => {
  const fetched = join(folder, "_npx/0a1b");
  mkdirSync(fetched, { recursive: true });
  const call = { script: `${fetched}/node_modules/.bin/ivp`, program: `${fetched}/node_modules/ivp`, cwd: "/plan" };
  expect(calledAs(call)).toBe("npx ivp");
  writeFileSync(join(fetched, "package.json"), JSON.stringify({ _npx: { packages: ["./ivp-0.1.0.tgz"] } }));
  expect(calledAs(call)).toBe("npx ./ivp-0.1.0.tgz");
});

test("help and messages of a real program say how it was called", () => {
  mkdirSync(join(folder, "node_modules/.bin"), { recursive: true });
  symlinkSync(join(root, "bin/ivp.js"), join(folder, "node_modules/.bin/ivp"));
  const said = (script: string): string => {
    try {
      return execFileSync(process.execPath, [script, "verify"], { cwd: folder, encoding: "utf8", stdio: "pipe" });
    } catch (error) {
      return (error as { stderr: string }).stderr;
    }
  };
  expect(said("node_modules/.bin/ivp")).toContain("Maak ze eerst: npx ivp build.");
  expect(said(join(root, "bin/ivp.js"))).toMatch(/Maak ze eerst: node \S+bin\/ivp\.js build\./);
});

/** Where a command is only the name of what the program does, or stands in files of a team that has it as a dependency. */
const names = [
  /^src\/init\/(content|repository)\.ts: /,
  /ivp (adopt (die|de|ze|niet)|publish het|check")|ivp check`",$|opdracht van ivp progress|uit ivp list"|delen van ivp build --shard/,
];

test("no text of the program tells a command in another way", () => {
  const commands = readdirSync(join(root, "src/cli/commands")).map((file) => file.replace(/(-.*)?\.ts$/, ""));
  const told = new RegExp(`["\`].*\\bivp (${[...commands, "--"].join("|")})`);
  const lines = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .flatMap((file) =>
      readFileSync(join(root, "src", file), "utf8")
        .split("\n")
        .filter((line) => told.test(line) && !/^\s*(\*|\/[/*])/.test(line))
        .map((line) => `src/${file.replaceAll("\\", "/")}: ${line.trim()}`),
    )
    .filter((line) => names.every((name) => !name.test(line)));
  expect(lines).toEqual([]);
});
