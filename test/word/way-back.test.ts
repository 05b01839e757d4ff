import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { planFolder } from "../setup/content.js";
import { all, child, type Docx, elementsIn, openDocx, wordsIn } from "../setup/docx.js";
import { wordFilesOf } from "../setup/word-files.js";

let files: ReadonlyMap<string, Docx>;
const cleaning: (() => Promise<void>)[] = [];

beforeAll(async () => {
  files = new Map(
    [...(await wordFilesOf(planFolder, [], (clean) => void cleaning.push(clean)))].map(([path, bytes]) => [
      path,
      openDocx(bytes),
    ]),
  );
}, 60_000);
afterAll(async () => {
  for (const clean of cleaning) await clean();
});

/** What a file carries of each of its paragraphs. */
const carriedIn = (docx: Docx) =>
  all(docx.tree("customXml/item1.xml"), "paragraph").map(({ attributes, children }) => ({
    n: attributes.n ?? "",
    kind: attributes.kind,
    shown: child({ name: "", attributes, children }, "shown")?.children.join("") ?? "",
    lines: elementsIn({ name: "", attributes, children })
      .filter(({ name }) => name === "line")
      .map(({ attributes: own, children: source }) => ({
        file: own.file ?? "",
        path: JSON.parse(own.path ?? "[]") as (string | number)[],
        line: Number(own.line),
        from: Number(own.from),
        to: Number(own.to),
        start: Number(own.start),
        end: Number(own.end),
        source: source.join(""),
      })),
  }));

describe("the way back", () => {
  test("each paragraph stands between a hidden bookmark, and shows what the file says that it showed", () => {
    for (const [path, docx] of files) {
      const shown = new Map(carriedIn(docx).map(({ n, shown: text }) => [`_ivp_${n}`, text]));
      const found = new Map(
        ["word/document.xml", "word/footnotes.xml"].flatMap((part) =>
          all(docx.tree(part), "w:p").flatMap((paragraph) =>
            all(paragraph, "w:bookmarkStart").flatMap(({ attributes }) => {
              const name = attributes["w:name"] ?? "";
              // Before the words of a footnote stand its number and a space.
              const words = wordsIn(paragraph);
              return name.startsWith("_ivp_")
                ? [[name, part.includes("notes") ? words.replace(/^ /, "") : words] as const]
                : [];
            }),
          ),
        ),
      );
      expect(Object.fromEntries(found), path).toEqual(Object.fromEntries(shown));
    }
  });

  test("the lines that it names stand in the content, character by character", async () => {
    const values = new Map<string, unknown>();
    const textAt = async (file: string, path: readonly (string | number)[]): Promise<string> => {
      if (!values.has(file)) values.set(file, parse(await readFile(join(planFolder, file), "utf8")));
      return String(
        path.reduce<unknown>((at, key) => (at as Record<string | number, unknown>)?.[key], values.get(file)),
      );
    };
    const lettersOf = (text: string): string => (text.match(/[\p{L}\p{N}]+/gu) ?? []).join(" ");
    const carried = [...files.values()]
      .flatMap(carriedIn)
      .flatMap(({ shown, lines }) => lines.map((line) => ({ ...line, shown })));
    expect(carried.length).toBeGreaterThan(100);
    // A body goes by another name once content is read.
    for (const line of carried.filter(({ source }) => !source.includes("[[body:"))) {
      const text = await textAt(line.file, line.path);
      expect(text.slice(line.from, line.to), line.shown).toBe(line.source);
      expect(text.split("\n").slice(line.line).join("\n"), line.shown).toContain(line.source);
      // What the paragraph shows there are the words of that line, without its markup.
      if (!line.source.includes("[["))
        expect(lettersOf(line.source)).toContain(lettersOf(line.shown.slice(line.start, line.end)));
    }
  });

  test("nearly all that people wrote is found: texts, items, cells, quotes, captions and footnotes", () => {
    const carried = [...files].find(([path]) => path.startsWith("ivp-"))?.[1];
    const paragraphs = carried ? carriedIn(carried) : [];
    const found = new Set(paragraphs.flatMap(({ lines }) => lines.map(({ file, source }) => `${file} ${source}`)));
    for (const file of ["vision.yaml", "foreword.yaml", "introduction/general.yaml", "introduction/scope.yaml"]) {
      const { text } = parse(readFileSync(join(planFolder, file), "utf8")) as { text: string };
      for (const line of text.split("\n").filter((one) => one.trim() && !/^(?:!\[|\||>$)|\[\[body:/.test(one)))
        expect(found, line).toContain(`${file} ${line}`);
    }
    for (const { kind, lines } of paragraphs) expect(kind).toBe(lines.length > 0 ? "content" : "generated");
  });

  test("the file says which document it is, in two places", () => {
    for (const [, docx] of files) {
      const { attributes } = docx.tree("customXml/item1.xml");
      const properties = new Map(
        all(docx.tree("docProps/custom.xml"), "property").map((one) => [
          one.attributes.name,
          child(one, "vt:lpwstr")?.children.join(""),
        ]),
      );
      expect(attributes.document).toBeTruthy();
      for (const name of ["document", "kind", "content", "program"])
        expect(properties.get(`ivp-${name}`)).toBe(attributes[name]);
    }
  });
});
