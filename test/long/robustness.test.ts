import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { examine } from "../../src/check/examine.js";
import type { RawFile } from "../../src/content/index.js";
import { compose, listDocuments } from "../../src/documents/index.js";
import { root } from "../setup/ivp.js";

/** How many spoiled contents a run tries; more on demand: `IVP_FUZZ_RUNS=20000 npm run test:long -- robustness`. */
const RUNS = Number(process.env.IVP_FUZZ_RUNS ?? 50);

/** The files of a folder, as they stand in the content. */
async function filesIn(folder: string, below = ""): Promise<RawFile[]> {
  const base = join(root, folder);
  const entries = await readdir(base, { withFileTypes: true, recursive: true });
  return Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async ({ parentPath, name }) => ({
        path: `${below}${relative(base, join(parentPath, name)).replaceAll("\\", "/")}`,
        bytes: await readFile(join(parentPath, name)),
      })),
  );
}

const written = (path: string, text: string): RawFile => ({ path, bytes: Buffer.from(text) });

/** The plan of the tests, with what a plan gets in the course of its life. */
const files: RawFile[] = [
  ...(await filesIn("test/plan")),
  ...(await filesIn("test/fixtures/progress", "progress/")),
  written("council.yaml", "date: 2024-11-05\nmeeting: 2024-12-12\nclerk: { open: wie griffier is, by: raad }\n"),
  written(
    "amendments/a1.yaml",
    `id: a1
title: Meer rondes
municipality: suderhaven
state: ingediend
submitters:
  - Lokaal Belang
reason: |
  De rondes helpen.
changes:
  - target: plan:ivp-2025-2028
    field: slogan
    new: Samen verder
`,
  ),
  written(
    "indicators/loud.yaml",
    `id: loud
title: Meldingen van geluid
unit: meldingen
direction: lager
kind: objectief
priorities: [water]
baseline: { year: 2024, value: 12 }
targets:
  - { year: 2026, value: 9.5 }
  - { year: 2028, value: { open: welk cijfer, by: raad } }
values:
  - { municipality: suderhaven, year: 2024, value: 7 }
  - { municipality: suderhaven, year: 2025, value: 8, provisional: ja }
  - { year: 2025, value: 20 }
`,
  ),
];

type Spoil = (lines: string[], at: number, other: string[]) => string[];

const odd = [
  "\u0000",
  "\ufeff",
  "\u202e",
  "\u2028",
  "😀",
  "e\u0301",
  "ﬁ",
  "\t",
  "\r",
  "'",
  '"',
  "[[",
  "]]",
  "{{",
  "}}",
  "<script>",
  "&a",
  "*a",
  "!!binary",
  "---",
  "...",
  ": ",
  "- ",
  "#",
  "|",
  ">",
  "%",
  "@",
  "`",
];
const values = [
  "null",
  "true",
  "-1",
  ".nan",
  "1e400",
  "[]",
  "{}",
  "[[[[[]]]]]",
  "2019-02-30",
  "{ open: x }",
  "{ open: x, by: nobody }",
  "~",
  '""',
  "__proto__",
  "constructor",
];

/** Ways in which a file goes wrong, each at a line of it. */
const spoils: Readonly<Record<string, fc.Arbitrary<Spoil>>> = {
  deleteLine: fc.constant((lines, at) => lines.filter((_, index) => index !== at)),
  deleteBlock: fc.nat(40).map(
    (size): Spoil =>
      (lines, at) => [...lines.slice(0, at), ...lines.slice(at + size)],
  ),
  duplicateBlock: fc.nat(20).map(
    (size): Spoil =>
      (lines, at) => [...lines.slice(0, at + size), ...lines.slice(at, at + size), ...lines.slice(at + size)],
  ),
  truncate: fc.nat(30).map(
    (column): Spoil =>
      (lines, at) => [...lines.slice(0, at), (lines[at] ?? "").slice(0, column)],
  ),
  retype: fc.constantFrom(...values).map(
    (value): Spoil =>
      (lines, at) =>
        lines.map((line, index) => (index === at ? line.replace(/:.*$/, () => `: ${value}`) : line)),
  ),
  rename: fc.constantFrom("id", "titel", "__proto__", "open", "by", "toString").map(
    (key): Spoil =>
      (lines, at) =>
        lines.map((line, index) => (index === at ? line.replace(/[a-zA-Z]+:/, () => `${key}:`) : line)),
  ),
  swap: fc.nat(200).map(
    (to): Spoil =>
      (lines, at) =>
        lines.map((line, index) => (index === at ? (lines[to] ?? "") : index === to ? (lines[at] ?? "") : line)),
  ),
  splice: fc.nat(200).map(
    (from): Spoil =>
      (lines, at, other) => [...lines.slice(0, at), ...other.slice(from, from + 15), ...lines.slice(at)],
  ),
  indent: fc.integer({ min: -4, max: 4 }).map(
    (by): Spoil =>
      (lines, at) =>
        lines.map((line, index) => (index === at ? (by < 0 ? line.slice(-by) : " ".repeat(by) + line) : line)),
  ),
  insert: fc.tuple(fc.constantFrom(...odd), fc.nat(60)).map(
    ([text, column]): Spoil =>
      (lines, at) =>
        lines.map((line, index) => (index === at ? line.slice(0, column) + text + line.slice(column) : line)),
  ),
  nest: fc.nat(3000).map(
    (depth): Spoil =>
      (lines, at) => [...lines.slice(0, at), `x: ${"[".repeat(depth)}${"]".repeat(depth)}`, ...lines.slice(at)],
  ),
  huge: fc.nat(200_000).map(
    (size): Spoil =>
      (lines, at) =>
        lines.map((line, index) => (index === at ? `${line}${"ab ".repeat(size / 3)}` : line)),
  ),
};

const mutation = fc.record({
  file: fc.nat(files.length - 1),
  other: fc.nat(files.length - 1),
  line: fc.nat(400),
  spoil: fc.oneof(...Object.entries(spoils).map(([name, arbitrary]) => arbitrary.map((apply) => ({ name, apply })))),
});

test("what is spoiled was sound", () => {
  expect(examine(files).diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
});

test(`${RUNS} spoiled contents: diagnostics with a place or a valid model, never a throw`, { timeout: 600_000 }, () => {
  fc.assert(
    fc.property(fc.array(mutation, { minLength: 1, maxLength: 3 }), fc.nat(9), (mutations, turn) => {
      const spoiled = [...files];
      for (const { file, other, line, spoil } of mutations) {
        const target = spoiled[file] as RawFile;
        const lines = Buffer.from(target.bytes).toString("utf8").split("\n");
        const others = Buffer.from((files[other] as RawFile).bytes)
          .toString("utf8")
          .split("\n");
        spoiled[file] = {
          path: target.path,
          bytes: Buffer.from(spoil.apply(lines, line % lines.length, others).join("\n")),
        };
      }
      const { model, diagnostics } = examine(spoiled);
      // What can be linked can be shown. That takes longest, so not every time.
      if (model && turn === 0) for (const info of listDocuments(model)) compose(model, info);
      expect(model !== undefined || diagnostics.some(({ severity }) => severity === "error")).toBe(true);
      for (const { file, line, column, length, message, code } of diagnostics) {
        expect(line).toBeGreaterThan(0);
        expect(column).toBeGreaterThan(0);
        expect(length).toBeGreaterThan(0);
        expect(file).not.toBe("");
        expect(message).not.toMatch(/undefined|\[object|NaN/);
        expect(code).toMatch(/^IVP[1-8]\d\d$/);
      }
    }),
    { numRuns: RUNS, verbose: 1, ...(process.env.IVP_FUZZ_SEED && { seed: Number(process.env.IVP_FUZZ_SEED) }) },
  );
});
