import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { beforeAll, describe, expect, inject, test } from "vitest";
import type { Manifest } from "../../src/build/manifest.js";
import { planFolder, temporaryFolder } from "../setup/content.js";
import { ivpWith, root } from "../setup/ivp.js";
import { openPdf, pageTexts } from "../setup/pdf.js";

const out = inject("out");
const manifest = JSON.parse(readFileSync(join(out, "manifest.json"), "utf8")) as Manifest;
const files = manifest.documents.flatMap((document) => document.files.map((file) => ({ document, ...file })));
const pdfs = files.filter(({ path }) => path.endsWith(".pdf"));
/** What readers must see of each document; one that was adopted has no mark that warns. */
const statuses: Readonly<Record<string, string>> = {
  "ivp-2025-2028": "Vastgesteld door 1 van de 3 raden",
  "s-zoutendam": "Vastgesteld",
  ijzerwoude: "Concept",
  suderhaven: "Ter vaststelling",
  "uvp-2025-2026": "Concept",
  "uvp-2027-2028": "Concept",
};
const statusOf = (path: string): string => statuses[basename(path, extname(path))] ?? "";
const warnings = ["Concept", "Ter vaststelling", "Vastgesteld door 1 van de 3 raden"];
const pages = files.filter(({ path }) => path.endsWith(".html"));

describe("the set", () => {
  test("is the plan, an annex for each municipality and the programmes, each as HTML and PDF", () => {
    const towns = ["ijzerwoude", "s-zoutendam", "suderhaven"];
    const expected = ["ivp-2025-2028", ...towns.map((town) => `bijlagen/${town}`), "uvp-2025-2026", "uvp-2027-2028"];
    expect(files.map(({ path }) => path).sort()).toEqual(
      expected.flatMap((path) => [`${path}.html`, `${path}.pdf`]).sort(),
    );
  });

  test("the manifest tells the truth about every file", async () => {
    for (const { path, sha256, bytes, pages: count } of [...files, manifest.index]) {
      const data = await readFile(join(out, path));
      expect(data.length, path).toBe(bytes);
      expect(createHash("sha256").update(data).digest("hex"), path).toBe(sha256);
      if (path.endsWith(".pdf")) expect((await openPdf(join(out, path))).numPages, path).toBe(count);
    }
  });

  test("the index page leads to every document and shows its status", async () => {
    const html = await readFile(join(out, "index.html"), "utf8");
    expect([...html.matchAll(/href="([^"#]+\.(?:html|pdf))"/g)].map(([, path]) => path)).toEqual(
      expect.arrayContaining(files.map(({ path }) => path)),
    );
    const shown = [...html.matchAll(/class="tag(?: settled)?">([^<]+)</g)].map(([, status]) => status);
    expect(shown.sort()).toEqual(Object.values(statuses).sort());
  });
});

describe.each(pdfs)("$path", ({ path, document }) => {
  test("is tagged, A4, with title, language and outline", async () => {
    const pdf = await openPdf(join(out, path));
    const { info } = (await pdf.getMetadata()) as { info: { Title?: string; Language?: string } };
    expect(info.Title).toBe(document.title);
    expect(info.Language).toBe("nl");
    expect((await pdf.getMarkInfo())?.Marked).toBe(true);
    expect((await pdf.getOutline())?.length).toBeGreaterThan(0);
    for (let number = 1; number <= pdf.numPages; number++) {
      const [, , width, height] = (await pdf.getPage(number)).view;
      expect(Math.abs((width ?? 0) - 595.28)).toBeLessThan(1);
      expect(Math.abs((height ?? 0) - 841.89)).toBeLessThan(1);
    }
  });

  test("shows on every page that it isn't adopted yet, and on every page after the first its number", async () => {
    const status = statusOf(path);
    const texts = await pageTexts(await openPdf(join(out, path)));
    for (const [index, text] of texts.entries()) {
      const marks = warnings.filter((mark) => text.includes(mark.toUpperCase()));
      expect(marks, `page ${index + 1}`).toEqual(warnings.filter((mark) => mark === status));
      if (index > 0) expect(text.split(" "), `page ${index + 1}`).toContain(String(index + 1));
    }
  });

  test("leaves no reference unresolved", async () => {
    const text = (await pageTexts(await openPdf(join(out, path)))).join(" ");
    expect(text).not.toMatch(/\[\[|\]\]|undefined|\[object/);
  });
});

describe.each(pdfs.filter(({ path }) => !path.startsWith("bijlagen/")))("contents of $path", ({ path }) => {
  let texts: string[];
  beforeAll(async () => {
    texts = await pageTexts(await openPdf(join(out, path)));
  });

  test("every line names the page on which its heading stands", async () => {
    const pdf = await openPdf(join(out, path));
    const html = await readFile(join(out, path.replace(".pdf", ".html")), "utf8");
    const squeeze = (text: string): string => text.replace(/\s+/g, "");
    const lines = [
      ...html.matchAll(
        /<li class="entry-\d"><a href="#([^"]+)">(?:<span class="entry-number">([^<]+)<\/span> )?<span class="entry-title">([^<]+)</g,
      ),
    ];
    const start = texts.findIndex((text) => text.trimStart().startsWith("Inhoud"));
    let contents = squeeze(texts.slice(start, start + 2).join(" "));
    for (const [, anchor = "", number = "", title = ""] of lines) {
      const [target] = (await pdf.getDestination(anchor)) ?? [];
      const page = (await pdf.getPageIndex(target)) + 1;
      const heading = squeeze(`${number}${title}`).replaceAll("&#x27;", "'");
      expect(squeeze(texts[page - 1] ?? ""), `${heading} on page ${page}`).toContain(heading);
      // The lines stand in order, each with its page at the end.
      const line = `${heading}${page}`;
      expect(contents.includes(line), `the contents say ${line}, of: ${contents.slice(0, 60)}`).toBe(true);
      contents = contents.slice(contents.indexOf(line) + line.length);
    }
    expect(lines.length).toBeGreaterThan(path.startsWith("ivp") ? 20 : 5);
  });

  test("the running header names the chapter", () => {
    const wanted = path.startsWith("ivp") ? "3 De prioriteiten voor 2025–2028" : "3 Acties per thema";
    const before = texts.filter((text) => text.trimStart().startsWith(wanted) || text.includes(` ${wanted} `));
    expect(before.length).toBeGreaterThan(1);
  });
});

describe.each(pages)("$path", ({ path, document }) => {
  test("is one file that needs nothing from elsewhere and runs nothing but the script for Escape", async () => {
    const whole = await readFile(join(out, path), "utf8");
    const script = await readFile(join(root, "templates/scripts/escape.js"), "utf8");
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(whole)?.[1] ?? "";
    expect(policy.replaceAll("&#x27;", "'").replaceAll("&#x3D;", "=")).toContain(
      `script-src 'sha256-${createHash("sha256").update(script).digest("base64")}'`,
    );
    const html = whole.replace(`<script>${script}</script>`, "");
    expect(/<title>([^<]*)<\/title>/.exec(html)?.[1]?.replaceAll("&#x27;", "'")).toBe(document.title);
    expect(html.slice(0, 40)).toMatch(/^<!DOCTYPE html>\n<html lang="nl"/);
    expect(html.match(/<(script|iframe|object|link|img [^>]*src="(?!data:))[^>]{0,80}/g)).toBeNull();
    expect(html.match(/url\((?!data:)/g)).toBeNull();
  });

  test("has one h1, no skipped heading levels, unique ids and links that lead somewhere", async () => {
    const html = await readFile(join(out, path), "utf8");
    const levels = [...html.matchAll(/<h([1-6])[ >]|aria-level="(\d)"/g)].map(([, h, aria]) => Number(h ?? aria));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of html.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
    for (const [, other, target] of html.matchAll(/href="([^"#:]+\.html)#([^"]+)"/g)) {
      const there = await readFile(join(out, path, "..", other ?? ""), "utf8");
      expect(there.includes(` id="${target}"`), `${other}#${target}`).toBe(true);
    }
  });

  test("says that it isn't adopted yet, until it is", async () => {
    const html = await readFile(join(out, path), "utf8");
    const told = [...html.matchAll(/<strong>([^<]+)<\/strong>/g)].map(([, text]) => text ?? "");
    expect(told.filter((text) => warnings.includes(text))).toEqual(warnings.filter((mark) => mark === statusOf(path)));
  });
});

test("the same content gives the same bytes, wherever and whenever it is built", async () => {
  const again = join(await temporaryFolder(), "elsewhere");
  const { code } = await ivpWith({ TZ: "Asia/Tokyo", LANG: "C" }, "build", "--content", planFolder, "--out", again);
  expect(code).toBe(0);
  expect(await readFile(join(again, "manifest.json"), "utf8")).toBe(await readFile(join(out, "manifest.json"), "utf8"));
});

test("SOURCE_DATE_EPOCH sets the date of the edition", async () => {
  const dated = join(await temporaryFolder(), "out");
  await ivpWith(
    { SOURCE_DATE_EPOCH: "1544659200" },
    "build",
    "--content",
    planFolder,
    "--out",
    dated,
    "--only",
    "suderhaven",
  );
  expect(await readFile(join(dated, "bijlagen/suderhaven.html"), "utf8")).toContain("Versie van 13 december 2018");
  const { info } = (await (await openPdf(join(dated, "bijlagen/suderhaven.pdf"))).getMetadata()) as {
    info: { CreationDate?: string };
  };
  expect(info.CreationDate).toContain("20181213");
});
