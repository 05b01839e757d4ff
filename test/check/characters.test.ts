import { createRequire } from "node:module";
import * as fontkit from "fontkit";
import { expect, test } from "vitest";
import { fontRanges } from "../../src/check/characters.js";

const require = createRequire(import.meta.url);
const faces = [
  ...["400-normal", "400-italic", "600-normal", "600-italic"].map((face) => ["source-serif-4", face] as const),
  ...["400-normal", "400-italic", "600-normal", "700-normal"].map((face) => ["source-sans-3", face] as const),
];

/** A character that no font draws: it ends every list in a font file. */
const END = 0xffff;

function charactersOf(family: string, face: string): Set<number> {
  return new Set(
    ["latin", "latin-ext"].flatMap((subset) => {
      const path = require.resolve(`@fontsource/${family}/files/${family}-${subset}-${face}.woff2`);
      return (fontkit.openSync(path) as fontkit.Font).characterSet;
    }),
  );
}

test("the characters that a check lets through are those that every font has", () => {
  const sets = faces.map(([family, face]) => charactersOf(family, face));
  const shared = [...(sets[0] ?? [])].filter((point) => point !== END && sets.every((set) => set.has(point)));
  const listed = fontRanges.split(" ").flatMap((range) => {
    const [from = 0, to = from] = range.split("-").map((edge) => Number.parseInt(edge, 16));
    return Array.from({ length: to - from + 1 }, (_, index) => from + index);
  });
  expect(listed).toEqual(shared.sort((a, b) => a - b));
});
