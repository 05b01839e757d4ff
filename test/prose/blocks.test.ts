import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from "@cantoo/pdf-lib";
import { describe, expect, inject, test } from "vitest";
import { readStructure } from "../../src/pdf/finish/structure.js";
import { fitted } from "../../src/prose/widths.js";
import { Notes } from "../../src/render/notes.js";
import { proseRenderer } from "../../src/render/prose.js";

/** A text as it comes on a page: its HTML with the footnotes after it. */
function page(text: string, screen = true): string {
  const notes = new Notes(screen);
  const narrow = (html: string): string => html;
  const context = { screen, counters: { table: 0, figure: 0 }, notes, narrow };
  const html = proseRenderer({ links: new Map(), images: new Map() }, () => undefined, context).block(text);
  return [html, ...(notes.take()?.items ?? []).map((note) => note.html)].join("\n");
}

test("numbers stand to the right, with their signs, unless Markdown says otherwise", () => {
  const html = page(
    "Tabel: t\n| a | b | c | d | e |\n|---|---|---|:--|:-:|\n| 1 | −3 | € 1.200 | 5 | x |\n| 2 | 12,5% | – | 6 | y |",
  );
  const row = /<tr><th scope="row">1<\/th>(.*)<\/tr>/.exec(html)?.[1];
  expect(row).toBe('<td class="number">−3</td><td class="number">€\u00a01.200</td><td>5</td><td class="centre">x</td>');
});

test("short words and numbers stay whole beside a long word, and a table that has no room for them is told", () => {
  const long = { align: "left", word: 60, letters: 60 } as const;
  const short = { align: "left", word: 5, letters: 5 } as const;
  const number = { align: "number", word: 7, letters: 7 } as const;
  const { room, fits, percents } = fitted([long, ...Array.from({ length: 7 }, () => [short, number]).flat()]);
  expect(fits).toBe(true);
  expect(room.slice(1).every((letters, index) => letters >= (index % 2 === 0 ? 5 : 7))).toBe(true);
  expect(percents.reduce((sum, percent) => sum + percent, 0)).toBeCloseTo(100);
  expect(fitted(Array.from({ length: 16 }, () => number)).fits).toBe(false);
});

test("a footnote has one number in a text, each place that refers to it a way back, and other texts have other ids", () => {
  const notes = new Notes(true);
  const context = { screen: true, counters: { table: 0, figure: 0 }, notes, narrow: (html: string) => html };
  const { block, inline } = proseRenderer({ links: new Map(), images: new Map() }, () => undefined, context);
  const text = "Een.[^1] Twee.[^x]\n\n> Drie.[^1]\n\n[^x]: X.\n[^1]: Een.";
  const html = [block(text), inline("Vier.[^1]\n\n[^1]: Vier.")].join("\n");
  const view = notes.take();
  expect(view?.label).toBe("Voetnoten 1, 2 en 3");
  expect(view?.items.map(({ html: own }) => own.replace(/<a.*$/s, "").trim())).toEqual([
    "<p>Een.",
    "<p>X.",
    "<p>Vier.",
  ]);
  const all = html + view?.items.map((item) => `<li id="${item.anchor}">${item.html}`).join("");
  const ids = [...all.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const [, target] of all.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
  expect(inline("Vier.[^1]\n\n[^1]: Vier.")).not.toContain("<p>");
});

describe("in the documents of the plan", () => {
  test("tables, pictures, quotes and footnotes are what they are to a screen reader", async () => {
    const html = await readFile(join(inject("out"), "ivp-2025-2028.html"), "utf8");
    expect(html).toMatch(/<section tabindex="0" aria-labelledby="tabel-1"[^>]*><table>\s*<caption id="tabel-1">/);
    expect(html).toMatch(/<figure class="picture"><img src="data:[^"]+" alt="De dijk bij Súderhaven, van dichtbij">/);
    expect(html).toMatch(/<figure class="quotation">\s*<blockquote>[\s\S]*?<\/blockquote>\s*<figcaption>— Een bewoner/);
    expect(html).toMatch(/<a id="nootverwijzing-1-1" href="#noot-1" role="doc-noteref" aria-label="Voetnoot 1">1<\/a>/);
    expect(html).toMatch(
      /href="#nootverwijzing-1-2" role="doc-backlink"><span aria-hidden="true">↑<\/span><span class="hidden">Terug naar de tekst bij voetnoot 1, plaats 2<\/span>/,
    );
  });

  test("a PDF has a note with an id of its own for each footnote, and links that say where they lead", async () => {
    const pdf = await PDFDocument.load(await readFile(join(inject("out"), "ivp-2025-2028.pdf")));
    const { elements } = readStructure(pdf);
    const notes = elements.filter(({ role }) => role === "Note");
    expect(notes.length).toBe(2);
    const ids = elements.flatMap(({ dict }) => dict.lookupMaybe(PDFName.of("ID"), PDFString)?.decodeText() ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { dict, children } of notes) {
      expect(dict.lookup(PDFName.of("ID"))).toBeInstanceOf(PDFString);
      expect(children[0]?.role).toBe("Lbl");
    }
    expect(elements.some(({ role }) => role === "BlockQuote")).toBe(true);
    const said = pdf
      .getPages()
      .flatMap((sheet) =>
        (sheet.node.lookupMaybe(PDFName.of("Annots"), PDFArray)?.asArray() ?? []).map((_, index) =>
          sheet.node.Annots()?.lookup(index, PDFDict).lookup(PDFName.of("Contents"), PDFHexString).decodeText(),
        ),
      );
    expect(said).toContain("Naar “Voetnoot 1”");
    expect(said).toContain("Naar “De tekst bij voetnoot 1”");
  });

  test("a page has the styles of these blocks only where it has the blocks", async () => {
    const [plan, programme] = await Promise.all(
      ["ivp-2025-2028", "uvp-2025-2026"].map((name) => readFile(join(inject("out"), `${name}.html`), "utf8")),
    );
    expect(plan).toContain(".note-reference");
    expect(programme).not.toContain(".note-reference");
  });
});
