import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { loadContent } from "../../../src/content/index.js";
import { planFolder } from "../../setup/content.js";
import { ivp } from "../../setup/ivp.js";
import { openPdf } from "../../setup/pdf.js";
import { flat, type Tag, tagsOf } from "../../setup/tags.js";

const out = inject("out");
const pdfs = readdirSync(out, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".pdf"))
  .sort();

/** Without white space, and without hyphens: words get them at the end of a line. */
const squeeze = (text: string): string => text.replace(/[\s\u00ad-]+/g, "");
const entities: Readonly<Record<string, string>> = {
  "&#x27;": "'",
  "&quot;": '"',
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
};
const textOf = (html: string): string =>
  squeeze(html.replace(/<[^>]*>/g, "").replace(/&(?:#x27|quot|amp|lt|gt);/g, (entity) => entities[entity] ?? entity));
const all = (html: string, pattern: RegExp): string[][] => [...html.matchAll(pattern)].map((found) => found.slice(1));

describe.each(pdfs)("what assistive technology finds in %s", (path) => {
  let tags: Tag[];
  /** The web page of the same document: made from the same tree, with other means. */
  let html: string;
  beforeAll(async () => {
    tags = flat(await tagsOf(await openPdf(join(out, path))));
    html = (await readFile(join(out, path.replace(".pdf", ".html")), "utf8"))
      .replace(/<style>[\s\S]*?<\/style>/, "")
      .replace(/<details><summary>Deze afbeelding[\s\S]*?<\/details>/g, "")
      .replace(/<aside[\s\S]*?<\/aside>/, "")
      .replace(/<footer[\s\S]*?<\/footer>/, "")
      .replace(/<span class="tip"[\s\S]*?<\/span>/g, "");
  });
  const having = (...roles: string[]): Tag[] => tags.filter(({ role }) => roles.includes(role));

  test("the headings of the document, in order, with their levels", () => {
    const found = having("H1", "H2", "H3", "H4", "H5", "H6").map(({ role, text }) => `${role} ${squeeze(text)}`);
    const expected = all(
      html,
      /<(?:h([1-6])|p [^>]*role="heading" aria-level="(\d)")[^>]*>([\s\S]*?)<\/(?:h\d|p)>/g,
    ).map(([h, level, text]) => `H${h ?? level} ${textOf(text ?? "")}`);
    expect(found.filter((heading) => heading !== "H2 Inhoud")).toEqual(expected);
  });

  test("every table with its caption, its headers once, and rows of one width", () => {
    const tables = having("Table");
    const captions = all(html, /<caption[^>]*>([\s\S]*?)<\/caption>/g).map(([text]) => textOf(text ?? ""));
    expect(having("Caption").map(({ text }) => squeeze(text))).toEqual(expect.arrayContaining(captions));
    const headers = all(html, /<th scope="(?:col|row)"[^>]*>([\s\S]*?)<\/th>/g).map(([text]) => textOf(text ?? ""));
    // A row that breaks over pages is one element on each of them.
    expect(
      squeeze(
        having("TH")
          .map(({ text }) => text)
          .join(""),
      ),
    ).toBe(headers.join(""));
    expect(tables.length).toBeGreaterThanOrEqual(captions.length);
    for (const table of tables) {
      const widths = flat([table])
        .filter(({ role }) => role === "TR")
        .map(({ children }) => children.length);
      expect(new Set(widths).size, squeeze(table.text).slice(0, 40)).toBe(1);
    }
  });

  test("the text alternative of every picture, and no picture without one", () => {
    const expected = all(html, /(?:role="img" aria-label|<img [^>]*\balt)="([^"]*)"/g).map(([text]) =>
      textOf(text ?? ""),
    );
    expect(having("Figure").map(({ alt }) => squeeze(alt ?? ""))).toEqual(expected);
  });

  test("the text of every paragraph, and no running headers or page numbers", () => {
    const read = squeeze(
      tags
        .filter(({ role }) => role === "text")
        .map(({ text }) => text)
        .join(""),
    );
    // The way back from a footnote is there on a screen only.
    const printed = html.replace(/<a [^>]*role="doc-backlink"[\s\S]*?<\/a>/g, "");
    for (const [paragraph] of all(printed, /<p>([\s\S]*?)<\/p>/g)) {
      const text = textOf(paragraph ?? "");
      expect(read.includes(text), text.slice(0, 80)).toBe(true);
    }
    expect(read).not.toMatch(/(?:CONCEPT|TERVASTSTELLING)2/);
    expect(having("LI").every(({ children }) => children.every(({ role }) => ["Lbl", "LBody"].includes(role)))).toBe(
      true,
    );
  });

  test("a text on every link that says where it leads, and page labels that are the printed numbers", async () => {
    const pdf = await openPdf(join(out, path));
    let links = 0;
    for (let number = 1; number <= pdf.numPages; number++) {
      const annotations = (await (await pdf.getPage(number)).getAnnotations()) as {
        subtype: string;
        contentsObj?: { str: string };
      }[];
      for (const { subtype, contentsObj } of annotations) {
        expect(subtype).toBe("Link");
        expect(contentsObj?.str).toMatch(/^(Naar “.+”|https?:.+|mailto:.+)$/);
        links++;
      }
    }
    expect(links).toBeGreaterThan(0);
    const labels = await pdf.getPageLabels();
    expect(labels ?? []).toEqual(Array.from({ length: labels ? pdf.numPages : 0 }, (_, index) => String(index + 1)));
  });
});

describe("a PDF carries its own data", () => {
  const extract = async (path: string) =>
    JSON.parse((await ivp("extract", join(out, path))).stdout) as {
      document: { id: string };
      content: Record<string, unknown>;
      numbers: Record<string, string>;
    };
  /** What a file says, in the words of the program where people have words of their own. */
  const yaml = async (file: string): Promise<unknown> =>
    loadContent([{ path: file, bytes: await readFile(join(planFolder, file)) }]).files.get(file)?.value;

  test("the plan: everything but annexes and programmes", async () => {
    const { content, numbers } = await extract("ivp-2025-2028.pdf");
    expect(content.plan).toEqual(await yaml("plan.yaml"));
    expect(content.glossary).toEqual(await yaml("glossary.yaml"));
    expect(content.priorities).toContainEqual(await yaml("priorities/youth.yaml"));
    expect(numbers["priority:burglary"]).toBe("3.2");
    expect(Object.keys(content)).not.toContain("municipalities");
  });

  test("an annex: its municipality", async () => {
    const { content } = await extract("bijlagen/suderhaven.pdf");
    expect(content.municipalities).toEqual([await yaml("municipalities/suderhaven.yaml")]);
  });

  test("a programme: its actions", async () => {
    const { content } = await extract("uvp-2025-2026.pdf");
    expect(content.programmes).toEqual([await yaml("programmes/2025-2026.yaml")]);
  });

  test("another file has none, and says so", async () => {
    const { code, stderr } = await ivp("extract", "package.json");
    expect(code).toBe(2);
    expect(stderr).toContain("geen gegevens van ivp");
  });
});
