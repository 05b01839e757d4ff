import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, posix } from "node:path";
import { describe, expect, test } from "vitest";
import { examineFolder } from "../../src/check/examine.js";
import { compose, listDocuments } from "../../src/documents/index.js";
import { printOf } from "../../src/formats/rendered.js";
import { flatten } from "../../src/model/index.js";
import { temporaryFolder } from "../setup/content.js";
import { openDocx, paragraphsOf } from "../setup/docx.js";
import { structureFaults } from "../setup/docx-faults.js";
import { ivp } from "../setup/ivp.js";
import { filesOf, publishedPlans } from "../setup/published-plans.js";
import { textOf } from "../setup/variant.js";

async function written(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = join(await temporaryFolder(), "content");
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}

/** The web pages and Word files of content, by their path. */
async function built(content: string): Promise<ReadonlyMap<string, Buffer>> {
  const out = join(await temporaryFolder(), "out");
  const { code, stderr } = await ivp("build", "--content", content, "--out", out, "--format", "html,docx");
  expect(code, stderr).toBe(0);
  const paths = (await readdir(out, { recursive: true })).filter((path) => /\.(html|docx)$/.test(path));
  return new Map(await Promise.all(paths.map(async (path) => [path, await readFile(join(out, path))] as const)));
}

/** The lines of a table of contents, deeper ones further to the right. */
const lines = <T>(
  entries: readonly T[],
  say: (entry: T) => string,
  inner: (entry: T) => readonly T[],
  depth = 0,
): string[] =>
  entries.flatMap((entry) => [`${"  ".repeat(depth)}${say(entry)}`, ...lines(inner(entry), say, inner, depth + 1)]);

/** Headings with how deep they stand, as the same lines. */
const asLines = (headings: readonly { readonly depth: number; readonly text: string }[]): string[] =>
  headings.map(({ depth, text }) => `${"  ".repeat(depth)}${text}`);

/** The headings of a web page that stand in its contents: small ones, and those of the page itself, don't. */
const headingsOn = (html: string): string[] =>
  asLines(
    [...html.matchAll(/<section class="level-(\d)([^"]*)">\n<h\1 [^>]*>(.*?)<\/h\1>/g)].flatMap(
      ([, level = "", styles = "", heading = ""]) =>
        styles.split(" ").includes("minor") ? [] : [{ depth: Number(level) - 2, text: textOf(heading) }],
    ),
  );

/** Where the links of web pages lead that isn't there. */
const deadLinks = (pages: ReadonlyMap<string, string>): string[] =>
  [...pages].flatMap(([path, html]) =>
    [...html.matchAll(/ href="([^"#:]*)#([^"]*)"/g)].flatMap(([, page = "", anchor = ""]) => {
      const target = page === "" ? path : posix.join(posix.dirname(path), page);
      return pages.get(target)?.includes(` id="${anchor}"`) ? [] : [`${path}: ${page}#${anchor}`];
    }),
  );

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Numbers and titles as the reading guide has them: "1 Visie" is "Hoofdstuk 1: Visie". */
const inGuide = (line: string): string =>
  line.replace(/^(\d+) /, "Hoofdstuk $1 ").replace(/^((?:Hoofdstuk|Bijlage) \S+) /, "$1: ");

/** One text after the other. */
const inOrder = (texts: readonly string[]): RegExp => new RegExp(texts.map(escaped).join(".*"));

describe.each(Object.entries(publishedPlans))("%s", (_, published) => {
  const files = filesOf(published);
  const contents = published.contents.trim().split("\n");
  const chapters = contents.filter((line) => /^(?:\d+|Bijlage [IVX]+) /.test(line));
  const titleOf = (line: string): string => line.replace(/^ *(?:(?:Bijlage )?[\dIVX.]+ )?/, "");

  test("has its table of contents, and everything follows", async () => {
    const content = await written(files);
    const { model, diagnostics } = await examineFolder(content);
    const faults = diagnostics.filter(({ severity }) => severity !== "note");
    expect(faults.map(({ code, file, line, message }) => `${code} ${file}:${line} ${message}`)).toEqual([]);
    const info = model && listDocuments(model).find(({ kind }) => kind === "plan");
    if (!info) throw new Error("no plan");

    const made = await built(content);
    const pages = new Map(
      [...made].filter(([path]) => path.endsWith(".html")).map(([path, bytes]) => [path, bytes.toString()]),
    );
    const page = pages.get(`${info.path}.html`) ?? "";
    expect(headingsOn(page)).toEqual(contents);
    expect(deadLinks(pages)).toEqual([]);

    const { bookmarks } = printOf({ document: compose(model, info), date: undefined, author: "" });
    const asTree = lines(
      bookmarks,
      ({ title }) => title,
      ({ children }) => children,
    );
    expect(asTree).toEqual(contents);

    const shown = textOf(page);
    if (contents.some((line) => titleOf(line) === "Leeswijzer"))
      expect(shown).toMatch(inOrder([`Dit staat in de hoofdstukken`, ...chapters.map(inGuide)]));
    // Groups and priorities are called there as their headings are.
    const chosen = new Set(
      flatten(model.outline).flatMap(({ kind, title }) => (/group|priority/.test(kind) ? [title] : [])),
    );
    const priorities = contents.map(titleOf).filter((title) => chosen.has(title));
    if (published.plan.structure.front.includes("summary"))
      expect(shown).toMatch(inOrder(["Prioriteiten en ambities", ...priorities]));

    const docx = openDocx(made.get(`${info.path}.docx`) ?? Buffer.alloc(0));
    expect(structureFaults(docx)).toEqual([]);
    const styled = (form: RegExp): string[] =>
      asLines(
        paragraphsOf(docx).flatMap(({ style, text }) => {
          const [, level] = form.exec(style) ?? [];
          return level === undefined ? [] : [{ depth: Number(level) - 1, text: text.trim() }];
        }),
      );
    expect(styled(/^Heading(\d)$/).filter((line) => line !== "Inhoud")).toEqual(contents);
    if (published.plan.structure.front.includes("contents")) expect(styled(/^TOC(\d)$/)).toEqual(contents);
  });

  test("tells another order in the words of its headings", async () => {
    const { structure } = published.plan;
    const other = filesOf({
      ...published,
      plan: { ...published.plan, structure: { ...structure, chapters: [...structure.chapters].reverse() } },
    });
    const { stdout, stderr } = await ivp("diff", await written(files), await written(other));
    expect(stderr).not.toMatch(/fout/);
    expect(stdout).toContain("Opbouw – Hoofdstukken");
    const [, was = "", is = ""] = /Was:([\s\S]*?)Wordt:([\s\S]*?)(?:\n\n|$)/.exec(stdout) ?? [];
    const first = chapters.filter((line) => /^\d/.test(line)).map(titleOf);
    for (const title of first)
      expect([was, is]).toEqual([expect.stringContaining(title), expect.stringContaining(title)]);
    expect(was.indexOf(first[0] ?? "")).toBeLessThan(was.indexOf(first.at(-1) ?? ""));
    expect(is.indexOf(first.at(-1) ?? "")).toBeLessThan(is.indexOf(first[0] ?? ""));
    // No name of a part as plan.yaml has it reaches a reader.
    expect(stdout).not.toMatch(/\b(?:glossary|governance|other-themes|priorities|open-points|vision|part|sections)\b/);
  });
});
