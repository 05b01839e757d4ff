import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { steps } from "../fixtures/history.js";
import { type Copy, copyOfPlan, temporaryFolder } from "../setup/content.js";
import { commit, initialise } from "../setup/git.js";
import { ivp, ivpWith } from "../setup/ivp.js";
import { openPdf, pageTexts } from "../setup/pdf.js";

let content: Copy;
let cleanUp: () => Promise<void>;
const reason = "Wens van de raad van Súderhaven (<b>@iedereen</b> #12, zie https://example.org)";
beforeAll(async () => {
  content = await copyOfPlan((clean) => {
    cleanUp = clean;
  });
  await initialise(content.folder);
  const chosen = [
    "words within a sentence",
    "a sentence that goes",
    "a measure that comes",
    "an amount that is decided",
  ];
  for (const { name, edit } of steps) {
    if (!chosen.some((start) => name.startsWith(start))) continue;
    await edit(content);
    await commit(content.folder, `${name}\n\nReden: ${reason}`);
  }
  return () => cleanUp();
});

/** The text of a page without what makes it look as it does. */
const bodyOf = async (path: string): Promise<string> =>
  (await readFile(path, "utf8")).replace(/<(style|script)>[\s\S]*?<\/\1>/g, "");

const diff = (...args: string[]) => ivp("diff", "HEAD~4", "HEAD", "--content", content.folder, ...args);

describe("the forms of a comparison", () => {
  test("on a terminal the words that went and came stand in colour, elsewhere between signs", async () => {
    expect((await diff()).stdout).toContain("[-Een inbraak-]{+Wie inbreekt+} maakt");
    const { stdout } = await ivpWith(
      { NO_COLOR: "", FORCE_COLOR: "1" },
      ...["diff", "HEAD~4", "HEAD", "--content", content.folder],
    );
    expect(stdout).toContain("\u001b[31m\u001b[9mEen inbraak");
    expect(stdout).toContain("\u001b[32m\u001b[4mWie inbreekt");
  });

  test("Markdown begins with a summary without links, and nothing in it is markup of the content", async () => {
    const { stdout } = await diff("--format", "markdown");
    const [summary = "", ...tables] = stdout.split("\n### ");
    expect(summary).toContain("## Was-wordt: 5 wijzigingen");
    expect(summary).not.toMatch(/https?:|\]\(/);
    expect(tables[0]).toContain("| ~~Een inbraak~~ maakt mensen bang in hun eigen huis. | **Wie inbreekt** maakt");
    expect(stdout).not.toMatch(/<b>|(?<!\\)#12|@iedereen|https:\/\//);
  });

  test("Markdown stays within what a comment may hold, and says what is left out", async () => {
    const large = await copyOfPlan();
    const term = (_: unknown, index: number) =>
      `  - id: term-${index}\n    term: woord ${index}\n    meaning: Wat woord ${index} betekent\n`;
    await large.append("glossary.yaml", Array.from({ length: 800 }, term).join(""));
    const { stdout } = await ivp("diff", content.folder, large.folder, "--format", "markdown");
    expect(stdout.length).toBeLessThan(65_536);
    expect(stdout).toMatch(/Nog \d+ wijzigingen staan hier niet bij/);
  });

  test("JSON says the same to programs", async () => {
    const { stdout } = await diff("--format", "json");
    const data = JSON.parse(stdout) as {
      before: { name: string; revision: string };
      changes: { type: string; reason: string; documents: { id: string }[] }[];
    };
    expect(data.before.revision).toMatch(/^[0-9a-f]{40}$/);
    expect(data.changes.map(({ type }) => type)).toEqual(["reworded", "added", "removed", "settled", "numbering"]);
    // What a municipality pays stands in the plan's tables of money too.
    expect(data.changes[3]?.documents.map(({ id }) => id)).toEqual(["ivp-2025-2028", "suderhaven"]);
  });

  test("the overview as a web page and as a PDF say what is gone and what is new in words too", async () => {
    const out = join(await temporaryFolder(), "out");
    expect((await diff("--format", "html", "--out", out)).code).toBe(0);
    const html = await bodyOf(join(out, "was-wordt.html"));
    expect(html).toContain('<del><span class="hidden said">vervalt: </span>Een inbraak</del> maakt');
    expect(html).toContain('<ins><span class="hidden said">nieuw: </span>Wie inbreekt</ins> maakt');
    expect(html).toContain("&lt;b&gt;@iedereen&lt;/b&gt;");
    expect((await diff("--format", "pdf", "--out", out, "--for", "suderhaven")).code).toBe(0);
    expect((await readdir(out)).sort()).toEqual(["was-wordt-suderhaven.pdf", "was-wordt.html"]);
    const text = (await pageTexts(await openPdf(join(out, "was-wordt-suderhaven.pdf")))).join(" ");
    expect(text).toContain("€ 8.500");
    // The council of Súderhaven adopts the whole plan.
    expect(text).toContain("Wie inbreekt");
    expect(text).toContain("Wens van de raad van Súderhaven");
  });
});

describe("ivp build --compare", () => {
  test("marks the changes in the documents and lists them in front, beside the documents themselves", async () => {
    const out = join(await temporaryFolder(), "out");
    const only = ["--content", content.folder, "--out", out, "--format", "html", "--only", "plan", "ijzerwoude"];
    await ivp("build", ...only);
    const before = await readFile(join(out, "ivp-2025-2028.html"), "utf8");
    const { code } = await ivp("build", ...only, "--compare", "HEAD~4");
    expect(code).toBe(0);
    expect(await readFile(join(out, "ivp-2025-2028.html"), "utf8")).toBe(before);
    const marked = await bodyOf(join(out, "vergelijking/ivp-2025-2028.html"));
    expect(marked.match(/<h2[^>]*>[^<]*/)?.[0]).toContain("Wat er verandert");
    expect(marked).toContain("Een inbraak</del><ins>");
    expect(marked).toContain("Een kleine groep heeft hulp nodig.</del>");
    expect(marked).toMatch(/nieuw: <\/span>We bezoeken winkels/);
    // Measures that only have another number are as they were.
    expect(marked).not.toMatch(/nieuw: <\/span>(Bewoners krijgen|Jongerenwerkers)/);
    const untouched = await bodyOf(join(out, "vergelijking/bijlagen/ijzerwoude.html"));
    expect(untouched).toContain("verandert niets");
    expect(untouched.match(/<(ins|del)>/g)).toBeNull();
  });

  test("a revision that isn't there, or has errors, makes nothing", async () => {
    const out = join(await temporaryFolder(), "out");
    const { code, stderr } = await ivp("build", "--content", content.folder, "--out", out, "--compare", "HAED");
    expect(code).toBe(2);
    expect(stderr).toContain("Bedoelde u “HEAD”?");
    await expect(readdir(out)).rejects.toThrow();
  });
});
