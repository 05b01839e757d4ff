import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { planFolder } from "../setup/content.js";
import { all, child, type Docx, type Element, openDocx, paragraphsOf, valOf, wordsIn } from "../setup/docx.js";
import { structureFaults } from "../setup/docx-faults.js";
import { planOfEveryKind } from "../setup/every-kind.js";
import { wordFilesOf } from "../setup/returned.js";

const columns = ["Gemeente", ..."abcdefghij"].map((name) => `${name} jaarlijks`);
const WIDE = `  Tabel: Cijfers per gemeente
  | ${columns.join(" | ")} |
  |${"---|".repeat(columns.length)}
  | ${columns.map((_, index) => 1000 * index).join(" | ")} |

  Slot.
`;
const STYLE = `logo: { file: images/dijk.png, alt: Logo }
cover: { photo: images/dijk.png, alt: De dijk }
`;

let docx: Docx;
beforeAll(async () => {
  const files = [
    ...(await planOfEveryKind()).map(({ path, bytes }) =>
      path === "vision.yaml" ? { path, bytes: Buffer.from(`${Buffer.from(bytes)}\n${WIDE}`) } : { path, bytes },
    ),
    { path: "style.yaml", bytes: Buffer.from(STYLE) },
    { path: "images/dijk.png", bytes: await readFile(join(planFolder, "images/dijk.png")) },
  ];
  const byPath = [...new Map(files.map((file) => [file.path, file])).values()];
  docx = openDocx(wordFilesOf(byPath, "ivp-2025-2028").get("ivp-2025-2028") ?? new Uint8Array());
}, 60_000);

const spaceAbove = (at: Element): string | undefined => child(at, "w:pPr", "w:spacing")?.attributes["w:before"];

describe("the contents", () => {
  test("stands there when the file is opened, without dots that lead to nothing, and Word fills in the numbers of pages", () => {
    expect(docx.xml.get("word/settings.xml")).toContain("<w:updateFields/>");
    const lines = paragraphsOf(docx).filter(({ style }) => style.startsWith("TOC"));
    expect(lines.length).toBeGreaterThan(10);
    for (const { text, at } of lines) {
      expect(text).toMatch(/^\S.*\t$/);
      const [stop] = all(at, "w:pPr").flatMap((own) => all(own, "w:tab"));
      expect(stop?.attributes).toEqual({ "w:val": "right", "w:pos": rightOf("TOC1") });
    }
  });

  test("is known to Word, which offers to fill in those numbers again", () => {
    const [contents] = all(docx.tree("word/document.xml"), "w:sdt");
    expect(valOf(all(contents as Element, "w:docPartGallery")[0])).toBe("Table of Contents");
    const inside = all(contents as Element, "w:p").map((at) => valOf(child(at, "w:pPr", "w:pStyle")));
    expect(inside.every((style) => style?.startsWith("TOC"))).toBe(true);
    expect(
      all(contents as Element, "w:instrText")
        .map((one) => one.children.join(""))
        .join(),
    ).toMatch(/TOC .*PAGEREF/);
  });
});

/** Where the last tab of a style stops. */
const rightOf = (id: string): string | undefined =>
  all(docx.tree("word/styles.xml"), "w:style")
    .filter(({ attributes }) => attributes["w:styleId"] === id)
    .flatMap((style) => all(style, "w:tab"))
    .at(-1)?.attributes["w:pos"];

test("on a page that lies, what stands at the right of a header or footer stands at the end of its line", () => {
  expect(structureFaults(docx)).toEqual([]);
  const lying = docx.paths
    .filter((path) => /^word\/(?:header|footer)\d+\.xml$/.test(path))
    .flatMap((path) => all(docx.tree(path), "w:tabs"))
    .map((stops) => all(stops, "w:tab").map(({ attributes }) => [attributes["w:val"], attributes["w:pos"]]));
  expect(lying.length).toBeGreaterThan(0);
  for (const [first, second] of lying) {
    expect(first).toEqual(["clear", rightOf("Header")]);
    expect(second?.[0]).toBe("right");
    expect(Number(second?.[1])).toBeGreaterThan(Number(rightOf("Header")));
  }
});

test("text keeps away from the table, the list and the facts above it, and a heading keeps its own space", () => {
  const body = child(docx.tree("word/document.xml"), "w:body");
  const blocks = (body?.children ?? []).filter((one): one is Element => typeof one !== "string");
  const styleOf = (one: Element | undefined): string => valOf(child(one, "w:pPr", "w:pStyle")) ?? "Normal";
  const pairs = blocks.slice(1).map((at, index) => ({ at, before: blocks[index] as Element }));
  const after = (is: (before: Element) => boolean, style: string) =>
    pairs.filter(({ at, before }) => at.name === "w:p" && is(before) && styleOf(at) === style).map(({ at }) => at);
  const isTable = ({ name }: Element): boolean => name === "w:tbl";
  const isItem = (one: Element): boolean => styleOf(one) === "ListBullet";
  const isFact = (one: Element): boolean => styleOf(one) === "Fact";
  for (const [is, wanted] of [
    [isTable, "200"],
    [isItem, "80"],
    [isFact, "80"],
  ] as const) {
    const found = after(is, "Normal");
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(found.map(spaceAbove))).toEqual(new Set([wanted]));
  }
  for (const heading of ["Heading2", "MinorHeading2"])
    for (const at of after(isTable, heading)) expect(spaceAbove(at)).toBeUndefined();
  // A list goes on as one.
  for (const at of after(isItem, "ListBullet")) expect(spaceAbove(at)).toBeUndefined();
});

test("a photo leaves room on the cover for what stands under it", () => {
  const [, photo] = all(docx.tree("word/document.xml"), "wp:extent").map(({ attributes }) => Number(attributes.cy));
  const millimetres = (photo ?? 0) / 36_000;
  expect(millimetres).toBeGreaterThanOrEqual(35);
  expect(millimetres).toBeLessThan(80);
});

test("words in tables have no colour from the defaults of all, over that of links and of what changed", () => {
  const styles = docx.tree("word/styles.xml");
  expect(all(child(styles, "w:docDefaults") as Element, "w:color")).toEqual([]);
});

test("numbers stand one under the other at the right, and what they add up to in bold", () => {
  const rows = all(docx.tree("word/document.xml"), "w:tr").map((row) => all(row, "w:tc"));
  const totals = rows.filter(([first]) => first && wordsIn(first) === "Samen");
  expect(totals.length).toBeGreaterThan(0);
  for (const cells of totals) {
    for (const run of cells.flatMap((cell) => all(cell, "w:r"))) expect(child(run, "w:rPr", "w:b")).toBeDefined();
    const last = cells.at(-1) as Element;
    for (const paragraph of all(last, "w:p")) expect(valOf(child(paragraph, "w:pPr", "w:jc"))).toBe("right");
  }
});
