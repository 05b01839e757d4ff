import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Document, Section } from "../../src/documents/index.js";
import { blockTypes } from "../../src/documents/walk.js";
import { contentsAnchors, render } from "../../src/render/index.js";
import { root } from "../setup/ivp.js";

// A document of nothing that `ivp` knows: `render` shows trees.
const section = (anchor: string, title: string, blocks: Section["blocks"], more: Partial<Section> = {}): Section => ({
  type: "section",
  anchor,
  title,
  blocks,
  ...more,
});
const long = "Arbeidsongeschiktheidsverzekeringsmaatschappij";
const document: Document = {
  id: "folder",
  path: "folder",
  kind: "plan",
  title: 'Zout & "zee" <1>',
  shortTitle: "Zout",
  language: "nl",
  status: { state: "concept", label: "Concept", caution: "Dit document is nog niet vastgesteld." },
  cover: { style: "page", kicker: "", title: "Zout", subtitle: "Onder", facts: [] },
  sections: [
    section("contents", "Inhoud", [{ type: "contents" }]),
    section("one", "Eén <b>", [{ type: "prose", text: `Een **vette** zin & een <script> met een ${long}.` }], {
      number: "1",
    }),
    section("two", "Twee", [
      section("two-inner", "Binnenin", [
        {
          type: "table",
          caption: "Wie",
          columns: [{ title: "Naam" }, { title: "Doet mee" }],
          rows: [{ cells: ["De Boer", { mark: true }] }, { cells: ["Zeeman", { open: "of hij wil", by: "de raad" }] }],
        },
      ]),
    ]),
  ],
  links: new Map(),
  images: new Map(),
} as unknown as Document;
const page = render(document, { medium: "screen", edition: "Versie van vandaag" });
const print = render(document, { medium: "print", edition: "Versie van vandaag" });
const body = (html: string): string => html.replace(/<(style|script)>[\s\S]*?<\/\1>/g, "");

describe("a tree becomes a page", () => {
  test("of which nothing that content says is markup", () => {
    for (const html of [page, print].map(body)) {
      expect(html).toContain("Eén &lt;b&gt;");
      expect(html).toMatch(/<title>Zout &amp; &quot;zee&quot; &lt;1&gt;<\/title>/);
      expect(html).toContain("<strong>vette</strong> zin &amp; een &lt;script&gt;");
    }
  });

  test("with levels of headings that follow the tree, and its numbers", () => {
    expect([...body(page).matchAll(/<h([1-6])[^>]*id="([^"]*)"/g)].map(([, level, id]) => `${level} ${id}`)).toEqual([
      "2 one",
      "2 two",
      "3 two-inner",
    ]);
    expect(contentsAnchors(document)).toEqual(["one", "two", "two-inner"]);
  });

  test("with tables that have headers, and a word for each mark and open point", () => {
    const table = /<table[\s\S]*?<\/table>/.exec(body(page))?.[0] ?? "";
    expect(table.match(/<th scope="(?:col|row)"/g)).toHaveLength(4);
    expect(table).toContain("<caption");
    expect(table).toContain('aria-label="doet mee"');
    expect(table).toMatch(/of hij wil[\s\S]*de raad/);
  });

  test("on paper with places where a long word breaks and digits for page numbers, on screen with neither", () => {
    const wordIn = (html: string): string => /Ar\u00ad?beids[\p{L}\u00ad]+/u.exec(body(html))?.[0] ?? "";
    expect(wordIn(page)).toBe(long);
    expect(wordIn(print).replaceAll("\u00ad", "")).toBe(long);
    expect(wordIn(print).split("\u00ad").length).toBeGreaterThan(5);
    expect(body(print)).toContain("0123456789");
    expect(body(page)).not.toContain("0123456789");
  });

  test("that says that it isn't adopted, until it is", () => {
    const warned = (html: string): string | undefined => /@bottom-left\{content:"([A-Z]+)"/.exec(html)?.[1];
    expect(warned(print)).toBe("CONCEPT");
    const adopted = { ...document, status: { state: "vastgesteld", label: "Vastgesteld" } } as Document;
    expect(warned(render(adopted, { medium: "print", edition: "" }))).toBeUndefined();
  });

  test("on paper with short chapters that share a page and its header, but never with what isn't numbered alike", () => {
    const chapter = (number: string | undefined, text: string, label?: string): Section =>
      section(`c-${number ?? text.length}`, "Kop", [{ type: "prose", text }], {
        ...(number !== undefined && { number }),
        ...(label !== undefined && { label }),
      });
    const short = "Eén zin.";
    const sections = [
      chapter(undefined, short),
      chapter("1", short),
      chapter("2", short),
      chapter("3", "Een lange zin. ".repeat(200)),
      chapter("4", short),
      chapter("5", "![Een dijk](images/dijk.png)"),
      chapter("I", short, "Bijlage"),
      chapter("II", short, "Bijlage"),
      chapter(undefined, `${short} `),
    ];
    const pagesOf = (medium: "print" | "screen", cover: "page" | "band" = "page"): string[] => {
      const own = { ...document, sections, cover: { ...document.cover, style: cover } };
      const html = body(render(own, { medium, edition: "" }));
      return [...html.matchAll(/<div class="chapter([^"]*)"(?: style="page: (\w+)")?/g)].map(
        ([, more = "", name = ""]) => name + more,
      );
    };
    expect(pagesOf("print")).toEqual(["c1", "c2", "c2 runs-on", "c4", "c4 runs-on", "c6", "c7", "c7 runs-on", "c9"]);
    expect(pagesOf("screen").join()).not.toContain("runs-on");
    expect(pagesOf("print", "band").join("")).toBe("");
  });

  test("that is the same each time", () => {
    expect(render(document, { medium: "screen", edition: "Versie van vandaag" }) === page).toBe(true);
  });
});

test("every kind of block has a template", () => {
  expect(blockTypes.filter((type) => !existsSync(join(root, `templates/blocks/${type}.hbs`)))).toEqual([]);
});
