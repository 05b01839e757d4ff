import { execFile } from "node:child_process";
import { cp, mkdir, readdir, readFile, symlink } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { temporaryFolder } from "../setup/content.js";
import { ivpWith, root } from "../setup/ivp.js";
import { emptyMachine } from "../setup/machine.js";
import { openPdf } from "../setup/pdf.js";

const run = promisify(execFile);

test("a machine that has nothing makes a PDF, and keeps the browser for the next time and nothing else", async () => {
  const { env, home, cache, temporary } = await emptyMachine();
  const out = join(await temporaryFolder(), "out");
  const build = ["build", "--content", join(root, "test/plan"), "--out", out, "--only", "plan"];
  const { code, stderr } = await ivpWith(env, ...build);
  expect(code, stderr).toBe(0);
  const [pdf = ""] = (await readdir(out)).filter((name) => name.endsWith(".pdf"));
  expect((await openPdf(join(out, pdf))).numPages).toBeGreaterThan(1);
  expect(await readdir(cache)).toEqual(["ivp"]);
  expect([...(await readdir(home)), ...(await readdir(temporary))]).toEqual([]);
});

/** The folders, in `node_modules`, of the packages that are installed with `ivp`. */
async function productionPackages(): Promise<string[]> {
  const { stdout } = await run("npm", ["ls", "--omit=dev", "--all", "--parseable"], { cwd: root });
  return stdout
    .split("\n")
    .filter((path) => path.includes("node_modules"))
    .map((path) => relative(join(root, "node_modules"), path));
}

/** Installs what `npm pack` makes as npm would, in a folder with a space and an accent in its name and only content beside it. */
async function installedElsewhere(): Promise<string> {
  const folder = join(await temporaryFolder(), "Mijn gemeente é");
  const modules = join(folder, "node_modules");
  await mkdir(join(modules, "ivp"), { recursive: true });
  const { stdout } = await run("npm", ["pack", "--ignore-scripts", "--json", "--pack-destination", folder], {
    cwd: root,
    maxBuffer: 1e8,
  });
  const [{ filename }] = JSON.parse(stdout) as [{ filename: string }];
  await run("tar", ["-xzf", join(folder, filename), "-C", join(modules, "ivp"), "--strip-components=1"]);
  for (const name of await productionPackages()) {
    await mkdir(dirname(join(modules, name)), { recursive: true });
    await symlink(join(root, "node_modules", name), join(modules, name));
  }
  await cp(join(root, "test/plan"), join(folder, "content"), { recursive: true });
  return folder;
}

test("what npm installs elsewhere makes all documents, in an odd place and without git", async () => {
  const folder = await installedElsewhere();
  const { env } = await emptyMachine();
  const start = [join(folder, "node_modules/ivp/bin/ivp.js"), "build"];
  const { stderr } = await run(process.execPath, start, { cwd: folder, env: { ...env, PATH: "/nowhere" } });
  expect(stderr).not.toContain("fout");
  const made = await readdir(join(folder, "out"), { recursive: true });
  for (const extension of [".html", ".pdf"])
    expect(made.filter((path) => path.endsWith(extension)).length).toBeGreaterThan(2);
});

test("what is installed with ivp is the browser and little else", async () => {
  const names = await productionPackages();
  expect(names).toContain("@sparticuz/chromium");
  // All of these are in the bundle, or made into something smaller by `npm run build`.
  const { devDependencies } = JSON.parse(await readFile(join(root, "package.json"), "utf8")) as {
    devDependencies: Record<string, string>;
  };
  const reasons: Record<string, string> = { "tar-fs": "the package of the browser has it too" };
  expect(names.filter((name) => name in devDependencies && !(name in reasons))).toEqual([]);
});
