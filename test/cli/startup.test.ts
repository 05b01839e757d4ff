import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { copyOfPlan, planFolder, temporaryFolder } from "../setup/content.js";
import { ivpWith, root } from "../setup/ivp.js";

/** Which packages each file of the bundle holds and which module it stands for, as `npm run build` tells. */
const files = JSON.parse(readFileSync(join(root, "dist/bundle/files.json"), "utf8")) as Record<
  string,
  { readonly packages: readonly string[]; readonly gives?: string }
>;

/** Tells every module that a process loads on stderr. */
const telling = `data:text/javascript,${encodeURIComponent(`
  import { register } from "node:module";
  import { writeSync } from "node:fs";
  register("data:text/javascript," + encodeURIComponent(
    'import { writeSync } from "node:fs"; export async function load(url, context, next) { writeSync(2, "loads " + url + "\\\\n"); return next(url, context); }'
  ));
`)}`;

/** The addresses of all that a command loads. */
async function urlsLoadedBy(...args: string[]): Promise<string[]> {
  const { code, stderr } = await ivpWith({ NODE_OPTIONS: `--import ${telling}` }, ...args);
  expect(code, stderr).toBe(0);
  const urls = [...stderr.matchAll(/^loads (file:\S+)$/gm)].map(([, url = ""]) => url);
  expect(urls.some((url) => url.endsWith("/dist/bundle/main.js"))).toBe(true);
  return urls;
}

/** The files of the bundle that a command loads. */
const filesLoadedBy = async (...args: string[]): Promise<string[]> =>
  (await urlsLoadedBy(...args)).map((url) => url.split("/").at(-1) ?? "");

/** The packages that a command loads, in the bundle or from their own folders. */
async function loadedBy(...args: string[]): Promise<Set<string>> {
  const urls = await urlsLoadedBy(...args);
  return new Set(
    urls.flatMap((url) => {
      const own = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1];
      return own ? [own] : (files[url.split("/").at(-1) ?? ""]?.packages ?? []);
    }),
  );
}

const heavy = ["puppeteer", "puppeteer-core", "@cantoo/pdf-lib", "handlebars", "fontkit", "lucide-static", "chokidar"];

test("help loads what reads the command line, and little else", async () => {
  const loaded = await loadedBy("--help");
  expect(loaded).toContain("commander");
  for (const name of [...heavy, "yaml", "ajv", "markdown-it", "cspell-trie-lib"]) expect(loaded).not.toContain(name);
});

test("check loads no browser, no PDF, no templates and no fonts", async () => {
  const loaded = await loadedBy("check", "--content", planFolder);
  expect(loaded).toContain("yaml");
  for (const name of heavy) expect(loaded).not.toContain(name);
});

test("only a build of Word files loads what writes or reads them", async () => {
  const holding = (word: string): string[] =>
    Object.keys(files).filter((file) => readFileSync(join(root, "dist/bundle", file), "utf8").includes(word));
  const writing = holding("w:bookmarkStart");
  expect(writing.length).toBeGreaterThan(0);
  const out = join(await temporaryFolder(), "out");
  const build = ["build", "--content", planFolder, "--out", out, "--only", "suderhaven", "--format"];
  for (const args of [["--help"], ["check", "--content", planFolder], [...build, "html"]]) {
    const loaded = await filesLoadedBy(...args);
    for (const file of writing) expect(loaded, args.join(" ")).not.toContain(file);
  }
  expect((await filesLoadedBy(...build, "docx")).filter((file) => writing.includes(file))).not.toEqual([]);
});

test("a build without a change loads nothing that reads, makes or checks documents", async () => {
  const content = await copyOfPlan();
  // What is told each time is read again each time.
  await content.write("check.yaml", "severity:\n  - rule: IVP501\n    severity: off\n");
  const out = join(await temporaryFolder(), "out");
  const build = ["build", "--format", "html", "--content", content.folder, "--out", out];
  const first = await loadedBy(...build);
  expect(first).toContain("handlebars");
  const again = await loadedBy(...build);
  for (const name of [...heavy, "yaml", "ajv", "markdown-it", "cspell-trie-lib"]) expect(again).not.toContain(name);
});

test.skipIf(process.platform === "win32").each([
  ["in a folder that is gone", 'cd "$1" && rmdir "$1"', "De map waarin u staat, is er niet meer."],
  ["with too few files open at once", "ulimit -n 20", "(EMFILE)"],
])("who starts %s is told so", async (_, before, expected) => {
  const folder = await temporaryFolder();
  const script = `${before} && "$2" "$3" list --content "$4"`;
  const { status, stderr } = spawnSync("bash", [
    "-c",
    script,
    "bash",
    folder,
    process.execPath,
    join(root, "bin/ivp.js"),
    planFolder,
  ]);
  expect([status, String(stderr).includes(expected)], String(stderr)).toEqual([3, true]);
  expect(String(stderr)).not.toMatch(/^ +at /m);
});

describe("a package that is loaded when it is needed gives in the bundle what it gives in Node", () => {
  const packages = Object.entries(files).flatMap(([file, { gives = "" }]) =>
    gives.includes("node_modules/") ? [{ file, gives }] : [],
  );

  test.each(packages)("$gives", async ({ file, gives }) => {
    const names = async (path: string) => Object.keys(await import(pathToFileURL(join(root, path)).href));
    // A later Node also gives what `module.exports` is, under a name that is no name in code.
    const wanted = (await names(gives)).filter((name) => name !== "module.exports");
    expect(await names(`dist/bundle/${file}`)).toEqual(expect.arrayContaining(wanted));
  });

  test("there are such packages, CommonJS among them", () => {
    expect(packages.map(({ gives }) => gives)).toContain("node_modules/tar-fs/index.js");
  });

  test("what a file of the bundle loads later is one of these, or external", () => {
    const later = Object.keys(files).flatMap((file) =>
      [...readFileSync(join(root, "dist/bundle", file), "utf8").matchAll(/\bimport\("(\.[^"]+)"\)/g)].map(
        ([, path = ""]) => path,
      ),
    );
    expect(later.length).toBeGreaterThan(10);
    for (const path of later) expect(files[path.slice(2)]?.gives, path).toBeDefined();
  });
});
