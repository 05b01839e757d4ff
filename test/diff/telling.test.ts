import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Copy, copyOfPlan, temporaryFolder } from "../setup/content.js";
import { commit, initialise } from "../setup/git.js";
import { ivp } from "../setup/ivp.js";

/** What a form says, whatever its markup: words that went between [- and -], words that came between {+ and +}. */
interface Said {
  readonly head: readonly string[];
  readonly chapters: readonly { readonly title: string; readonly rows: readonly Row[] }[];
}

interface Row {
  readonly about: string;
  readonly was: string;
  readonly becomes: string;
  readonly why: string;
}

const edits: readonly (readonly [file: string, from: string, to: string])[] = [
  [
    "priorities/burglary.yaml",
    "Een inbraak maakt mensen bang in hun eigen huis.",
    "Een inbraak maakt *veel* mensen bang in hun huis; `zo` #3 @wij.",
  ],
  ["priorities/burglary.yaml", "      - |\n        In donkere straten breken dieven makkelijker in.\n", ""],
  [
    "priorities/burglary.yaml",
    "      - id: evening-rounds\n",
    "      - id: lamps\n        text: |\n          We hangen lampen op.\n      - id: evening-rounds\n",
  ],
  ["priorities/burglary.yaml", "goals: [less-crime, feeling-safe]", "goals: [less-crime, ready]"],
  ["priorities/burglary.yaml", "Over vier jaar zijn er", "Over **vier** jaar zijn er"],
  ["programmes/2025-2026.yaml", "money: { open: kosten per jaar, by: board }", "money: 5000"],
  ["programmes/2025-2026.yaml", "money: 8000", "money: { open: nog eens kijken, by: board }"],
  [
    "programmes/2025-2026.yaml",
    "planning: { open: wanneer het begint, by: board }",
    "planning: { open: wanneer het echt begint, by: board }",
  ],
  ["programmes/2025-2026.yaml", "status: afgerond", "status: loopt"],
  ["programmes/2025-2026.yaml", "quarter: 2025-Q4", "quarter: 2026-Q1"],
  ["programmes/2025-2026.yaml", "- id: beach-team", "- id: strand-team"],
  ["goals.yaml", "title: Doelen", "title: Wat we willen"],
  [
    "goals.yaml",
    "  - id: less-crime\n    title: Minder mensen worden het slachtoffer van een misdrijf\n  - id: feeling-safe\n    title: Meer mensen voelen zich veilig\n",
    "  - id: feeling-safe\n    title: Meer mensen voelen zich veilig\n  - id: less-crime\n    title: Minder mensen worden het slachtoffer van een misdrijf\n",
  ],
  ["manifest.yaml", "  - C. van 't Hof\n", "  - Iemand Nieuw\n"],
  ["glossary.yaml", "term: échohuis\n    meaning: Huis", "term: échohuis (nieuw)\n    meaning: Het huis"],
  [
    "municipalities/suderhaven.yaml",
    "Súderhaven leeft van de haven.",
    "Súderhaven leeft van de haven.\n\n  En van de zee.",
  ],
];

/** What the terminal, a Markdown comment and the was-wordt overview say of the last commit. */
async function forms(content: Copy, ...args: string[]): Promise<{ text: Said; markdown: Said; html: Said }> {
  const out = join(await temporaryFolder(), "out");
  const diff = async (...more: string[]): Promise<string> => {
    const { code, stdout, stderr } = await ivp("diff", "HEAD~1", "HEAD", "--content", content.folder, ...args, ...more);
    expect(code, stderr).toBe(0);
    return stdout;
  };
  const [text, markdown] = [await diff(), await diff("--format", "markdown")];
  await diff("--format", "html", "--out", out);
  const name = args.includes("--for") ? `was-wordt-${args.at(-1)}` : "was-wordt";
  return {
    text: ofText(text),
    markdown: ofMarkdown(markdown),
    html: ofHtml(await readFile(join(out, `${name}.html`), "utf8")),
  };
}

async function committed(change: (content: Copy) => Promise<void>): Promise<Copy> {
  const content = await copyOfPlan();
  await initialise(content.folder);
  await change(content);
  await commit(content.folder, "Anders\n\nReden: wens van de raad (zie *bijlage*)");
  return content;
}

test("the terminal, Markdown and the was-wordt overview tell the same of each kind of change", async () => {
  const content = await committed(async ({ replace, write }) => {
    for (const [file, from, to] of edits) await replace(file, from, to);
    await write("images/nieuw.txt", "anders");
  });
  const { text, markdown, html } = await forms(content);
  expect(html.chapters.flatMap(({ rows }) => rows).length).toBeGreaterThan(edits.length);
  expect(text.chapters).toEqual(html.chapters);
  expect(markdown.chapters).toEqual(html.chapters);
  expect(text.head).toEqual(markdown.head);
  for (const line of text.head) expect(html.head.join("\n")).toContain(line);
  expect(JSON.stringify(text)).toContain("wens van de raad (zie *bijlage*)");
});

test.each([
  ["nothing changed", async ({ append }: Copy) => append("vision.yaml", "# niets\n"), []],
  ["not all could be compared", async ({ append }: Copy) => append("vision.yaml", "title: [\n"), []],
  [
    "nothing changed for a municipality",
    async ({ replace }: Copy) => replace("municipalities/ijzerwoude.yaml", "het verst van de zee", "ver van de zee"),
    ["--for", "suderhaven"],
  ],
] as const)("they say the same when %s", async (_, change, args) => {
  const { text, markdown, html } = await forms(await committed(change), ...args);
  expect(text).toEqual(markdown);
  expect(text.chapters).toEqual(html.chapters);
  for (const line of text.head) expect(html.head.join("\n")).toContain(line);
  expect(text.head.join()).toContain("geen wijzigingen");
});

/** Of words in one line, those of one side. */
function sideOf(line: string, side: "was" | "becomes"): string {
  const other = side === "was" ? /\{\+.*?\+\}/g : /\[-.*?-\]/g;
  return line
    .replace(other, "")
    .replace(/^; |; (?=; |$)/g, "")
    .replace(/ +/g, " ")
    .trim();
}

function ofText(stdout: string): Said {
  const [head = "", ...blocks] = stdout.trim().split("\n\n");
  const chapters: { title: string; rows: Row[] }[] = [];
  for (const block of blocks) {
    if (block.startsWith("  ")) chapters.at(-1)?.rows.push(rowOfText(block.split("\n")));
    else chapters.push({ title: block.replace(/: \d+ wijziging.*$/, ""), rows: [] });
  }
  return { head: headOf(head.split("\n"), chapters), chapters };
}

function rowOfText([about = "", ...lines]: readonly string[]): Row {
  const own = lines.map((line) => line.slice(4));
  const after = (label: string): string[] =>
    own.filter((line) => line.startsWith(label)).map((line) => line.slice(label.length));
  const end = own.findIndex((line) => line.startsWith("Waarom: "));
  const texts = own.slice(0, end);
  const start = texts.findIndex((line) => line.startsWith("Wordt: "));
  const apart = (some: readonly string[]): string => some.map((line) => line.slice(7)).join("|");
  const whole = texts.every((line) => /^\[-.*-\]$|^\{\+.*\+\}$/.test(line) && !/\](?=\{)/.test(line));
  const sides = (side: "was" | "becomes"): string =>
    texts
      .map((line) => sideOf(line, side))
      .filter(Boolean)
      .join("|");
  return {
    about: [about.trim().replace(" · ", "|"), ...after("In: ")].join("|"),
    was: start >= 0 ? apart(texts.slice(0, start)) : sides("was") || (whole ? "–" : ""),
    becomes: start >= 0 ? apart(texts.slice(start)) : sides("becomes") || (whole ? "Vervalt" : ""),
    why: after("Waarom: ").join(),
  };
}

function ofMarkdown(stdout: string): Said {
  const plain = (text: string): string =>
    text
      .replace(/(?<!\\)~~(.*?)(?<!\\)~~/g, "[-$1-]")
      .replace(/(?<!\\)\*\*(.*?)(?<!\\)\*\*/g, "{+$1+}")
      .replace(/(?<!\\)_/g, "")
      .replace(/&#64;/g, "@")
      .replace(/&#47;/g, "/")
      .replace(/&#46;/g, ".")
      .replace(/&lt;/g, "<")
      .replace(/&amp;/g, "&")
      .replace(/\\(.)/g, "$1");
  const [head = "", ...tables] = stdout.split("\n### ");
  const chapters = tables.map((table) => {
    const [title = "", ...lines] = table.split("\n");
    const rows = lines
      .filter((line) => line.startsWith("| **"))
      .map((line): Row => {
        const [about = "", was = "", becomes = "", why = ""] = line
          .replace(/^\| | \|$/g, "")
          .split(" | ")
          .map((cell) => cell.split("<br>").map(plain).join("|"));
        const [subject = "", what = "", ...documents] = about.split("|");
        return {
          about: [
            subject.replace(/^\{\+|\+\}$/g, ""),
            what,
            ...(documents.length > 0 ? [documents.join("; ")] : []),
          ].join("|"),
          was,
          becomes,
          why,
        };
      });
    return { title: plain(title), rows };
  });
  return { head: headOf(head.split("\n").map(plain), chapters), chapters };
}

function ofHtml(page: string): Said {
  const plain = (html: string): string =>
    html
      .replaceAll("\u00a0", " ")
      .replace(/<(del|ins)><span class="hidden said">.*?<\/span>/g, (_, tag) => (tag === "del" ? "[-" : "{+"))
      .replace(/<\/del>/g, "-]")
      .replace(/<\/ins>/g, "+}")
      .replace(/<\/p>\s*<p>/g, "|")
      .replace(/<[^>]*>/g, "")
      .replace(/&lt;/g, "<")
      .replace(/&gt;/g, ">")
      .replace(/&quot;/g, '"')
      .replace(/&#x27;|&#39;/g, "'")
      .replace(/&amp;/g, "&")
      .trim();
  const main = page.replace(/<(style|script)[\s\S]*?<\/\1>|<nav[\s\S]*?<\/nav>/g, "");
  const [head = "", ...sections] = main.split(/(?=<h2 id="changes-)/);
  const chapters = sections.map((section) => ({
    title: plain(/<h2[^>]*>([\s\S]*?)<\/h2>/.exec(section)?.[1] ?? ""),
    rows: [...section.matchAll(/<tr[^>]*>\s*<th scope="row"[^>]*>([\s\S]*?)<\/th>([\s\S]*?)<\/tr>/g)].map(
      ([, first = "", rest = ""]): Row => {
        const [was = "", becomes = "", why = ""] = [...rest.matchAll(/<td[^>]*>([\s\S]*?)<\/td>/g)].map(
          ([, cell = ""]) => plain(cell),
        );
        const [subject, what, ...documents] = plain(first).split("|");
        return {
          about: [subject, what, ...(documents.length > 0 ? [documents.join("; ")] : [])].join("|"),
          was,
          becomes,
          why,
        };
      },
    ),
  }));
  return { head: head.split(/<\/(?:p|h\d|td|tr|dd|dt|caption)>/).map(plain), chapters };
}

/** What stands above the chapters: what is compared, how much of it and what else there is to know. */
function headOf(lines: readonly string[], chapters: Said["chapters"]): string[] {
  return lines
    .map((line) =>
      line
        .trim()
        .replace(/^(## Was-wordt.*?: |Was:? +|Wordt:? +|> |- )/, "")
        .replace(/^Niet alles is vergeleken: /, ""),
    )
    .filter(
      (line) =>
        line !== "" && !line.startsWith("Voor ") && !chapters.some(({ title }) => line.startsWith(`${title}: `)),
    )
    .map((line) =>
      line
        .replace(/: \d+$|:$/, "")
        .replace(/^(\d+ wijziging.*|geen wijzigingen|Geen wijzigingen)\.?$/i, (all) =>
          all.toLowerCase().replace(/\.$/, ""),
        ),
    )
    .sort();
}
