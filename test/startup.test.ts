import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "./setup/content.js";
import { ivpWith, root } from "./setup/ivp.js";

/** Which packages each file of the bundle holds, as `npm run build` tells. */
const packages = JSON.parse(readFileSync(join(root, "dist/bundle/packages.json"), "utf8")) as Record<string, string[]>;

/** Tells every module that a process loads on stderr. */
const telling = `data:text/javascript,${encodeURIComponent(`
  import { register } from "node:module";
  import { writeSync } from "node:fs";
  register("data:text/javascript," + encodeURIComponent(
    'import { writeSync } from "node:fs"; export async function load(url, context, next) { writeSync(2, "loads " + url + "\\\\n"); return next(url, context); }'
  ));
`)}`;

/** The packages that a command loads, in the bundle or from their own folders. */
async function loadedBy(...args: string[]): Promise<Set<string>> {
  const { code, stderr } = await ivpWith({ NODE_OPTIONS: `--import ${telling}` }, ...args);
  expect(code, stderr).toBe(0);
  const urls = [...stderr.matchAll(/^loads (file:\S+)$/gm)].map(([, url = ""]) => url);
  expect(urls.some((url) => url.endsWith("/dist/bundle/main.js"))).toBe(true);
  return new Set(
    urls.flatMap((url) => {
      const own = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1];
      return own ? [own] : (packages[url.split("/").at(-1) ?? ""] ?? []);
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
  const loaded = await loadedBy("check");
  expect(loaded).toContain("yaml");
  for (const name of heavy) expect(loaded).not.toContain(name);
});

test("a build without a change loads nothing that reads, makes or checks documents", async () => {
  const out = join(await temporaryFolder(), "out");
  const build = ["build", "--format", "html", "--out", out];
  const first = await loadedBy(...build);
  expect(first).toContain("handlebars");
  const again = await loadedBy(...build);
  for (const name of [...heavy, "yaml", "ajv", "markdown-it", "cspell-trie-lib"]) expect(again).not.toContain(name);
});
