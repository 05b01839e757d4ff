import { PDFDocument, PDFName } from "@cantoo/pdf-lib";
import { expect, test } from "vitest";
import { textByGlyph } from "../../../src/pdf/finish/glyphs.js";

test("what glyphs stand for, in each form in which programs write it: ranges of ligatures and lists too", async () => {
  const { context } = await PDFDocument.create();
  const table = `2 beginbfchar
<01> <0041>
<02> <00660066>
endbfchar
4 beginbfrange
<10> <11> <0042>
<20> <21> <00660069>
<30> <31> [<0058> <0059005A>]
<40> <ffffffff> <0061>
endbfrange`;
  const font = context.obj({ ToUnicode: context.register(context.stream(table)) });
  font.set(PDFName.of("Type"), PDFName.of("Font"));
  const texts = textByGlyph(font);
  expect([1, 2, 16, 17, 32, 33, 48, 49, 64, 65].map((glyph) => texts.get(glyph))).toEqual([
    "A",
    "ff",
    "B",
    "C",
    "fi",
    "fj",
    "X",
    "YZ",
    "a",
    "b",
  ]);
});
