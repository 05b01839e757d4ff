import { join } from "node:path";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { expect, test } from "vitest";
import { readContentFolder } from "../../src/content/index.js";
import { all, type Docx, type Element, elementsIn, openDocx } from "../setup/docx.js";
import { planOfEveryKind } from "../setup/every-kind.js";
import { root } from "../setup/ivp.js";
import { converted, hasOffice } from "../setup/office.js";
import { wordFilesOf } from "../setup/returned.js";

/** What is the same wherever a line or a word is broken, and whatever is set in capitals. */
const squeezed = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s\u00ad\u2010-]+/g, "");

/** What a paragraph shows, with the numbers of its footnotes. */
const shown = (element: Element): string =>
  element.children
    .map((inner): string => {
      if (typeof inner === "string") return element.name === "w:t" ? inner : "";
      if (inner.name === "w:footnoteReference") return inner.attributes["w:id"] ?? "";
      return inner.name === "w:pPr" ? "" : shown(inner);
    })
    .join("");

const paragraphsIn = (docx: Docx): string[] =>
  all(docx.tree("word/document.xml"), "w:p").map((paragraph) => squeezed(shown(paragraph)));

const notesIn = (docx: Docx): string[] =>
  all(docx.tree("word/footnotes.xml"), "w:footnote")
    .filter(({ attributes }) => Number(attributes["w:id"]) > 0)
    .map((note) => squeezed(`${note.attributes["w:id"]}${elementsIn(note).map(shown).join("")}`));

/** The margins above and below the text of a page, in points: a line stands in neither with its foot. */
const [ABOVE, BELOW] = [(25 / 25.4) * 72, (22 / 25.4) * 72];

/** What stands on each page between its header and its footer. */
async function bodiesOf(bytes: Uint8Array): Promise<string[]> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const bodies: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    const within = items.flatMap((item) => {
      const foot = "transform" in item ? item.transform[5] : 0;
      return "str" in item && foot > BELOW && foot < height - ABOVE ? [item.str] : [];
    });
    bodies.push(squeezed(within.join("")));
  }
  await pdf.destroy();
  return bodies;
}

/** The first paragraph that doesn't stand after the ones before it, if any. */
function outOfOrder(paragraphs: readonly string[], text: string): string | undefined {
  let from = 0;
  return paragraphs.find((paragraph) => {
    const at = text.indexOf(paragraph, from);
    if (at < 0) return true;
    from = at + paragraph.length;
    return false;
  });
}

test.skipIf(!hasOffice)(
  "LibreOffice opens every Word file of a whole set, and its pages have all of the text in order",
  async () => {
    const sets = [await readContentFolder(join(root, "content")), await planOfEveryKind()];
    const files = sets.flatMap((set) => [...wordFilesOf(set)]);
    expect(files.length).toBeGreaterThan(20);
    const pdfs = await converted(
      files.map(([, bytes]) => bytes),
      "pdf",
    );
    for (const [index, [id, bytes]] of files.entries()) {
      const docx = openDocx(bytes);
      const bodies = await bodiesOf(pdfs[index] ?? new Uint8Array());
      expect(
        bodies.flatMap((body, page) => (body === "" ? [`page ${page + 1}`] : [])),
        `${id} has empty pages`,
      ).toEqual([]);
      const notes = notesIn(docx);
      const text = notes.reduce((rest, note) => rest.replace(note, ""), bodies.join(""));
      expect(text.length, `${id} lacks a footnote`).toBe(
        bodies.join("").length - notes.reduce((sum, { length }) => sum + length, 0),
      );
      expect(outOfOrder(paragraphsIn(docx), text), id).toBeUndefined();
    }
  },
  300_000,
);
