import { PDFDict, type PDFDocument, PDFHexString, PDFName, PDFNumber, PDFRawStream, PDFString } from "@cantoo/pdf-lib";
import { ConformanceError } from "../../errors.js";
import { attributesOf, type Element, readStructure } from "./structure.js";

/**
 * What another browser or another template can break and nothing here can mend. The whole standard is for the validator
 * that runs in CI; these rules are the ones that a user of `ivp` can run into.
 * @throws {ConformanceError} on the first rule that is broken
 */
export function requireConformance(document: PDFDocument): void {
  const { elements } = readStructure(document);
  requireFonts(document);
  requireHeadings(elements);
  requireAlternatives(elements);
  requireTables(elements);
  requireOnlyLinks(document);
}

const name = (text: string): PDFName => PDFName.of(text);

/** Every font must be inside the file, and be one that others can read (ISO 19005-3, 6.2.11.4.1). */
function requireFonts({ context }: PDFDocument): void {
  for (const [, font] of context.enumerateIndirectObjects()) {
    if (!(font instanceof PDFDict) || font.lookup(name("Type")) !== name("Font")) continue;
    const type = font.lookup(name("Subtype"));
    const own = font.lookup(name("BaseFont"));
    const called = own instanceof PDFName ? own.decodeText() : "zonder naam";
    if (type === name("Type3"))
      throw new ConformanceError("ISO 19005-3, 6.2.11.2", `het lettertype ${called} is geen echt lettertype (Type 3)`);
    // A composite font keeps its file with its descendant.
    if (type === name("Type0")) continue;
    const descriptor = font.lookupMaybe(name("FontDescriptor"), PDFDict);
    if (!["FontFile", "FontFile2", "FontFile3"].some((key) => descriptor?.lookup(name(key)) instanceof PDFRawStream))
      throw new ConformanceError("ISO 19005-3, 6.2.11.4.1", `het lettertype ${called} zit niet in de PDF`);
  }
}

/** Headings start at the first level and skip none (ISO 14289-1, 7.4.2). */
function requireHeadings(elements: readonly Element[]): void {
  let before = 0;
  for (const element of elements) {
    const level = Number(/^H([1-6])$/.exec(element.role)?.[1] ?? 0);
    if (level === 0) continue;
    if (level > before + 1)
      throw new ConformanceError(
        "ISO 14289-1, 7.4.2",
        `na een kop van niveau ${before} volgt er een van niveau ${level}`,
      );
    before = level;
  }
  if (before === 0) throw new ConformanceError("ISO 14289-1, 7.4.2", "er is geen enkele kop");
}

/** A picture has a text that says what it shows (ISO 14289-1, 7.3). */
function requireAlternatives(elements: readonly Element[]): void {
  for (const { dict } of elements.filter((element) => element.role === "Figure")) {
    const text = dict.lookup(name("Alt"));
    if (!((text instanceof PDFString || text instanceof PDFHexString) && text.decodeText().trim()))
      throw new ConformanceError("ISO 14289-1, 7.3", "een afbeelding heeft geen alternatieve tekst");
  }
}

/** All rows of a table are equally wide (ISO 14289-1, 7.2). */
function requireTables(elements: readonly Element[]): void {
  for (const table of elements.filter((element) => element.role === "Table")) {
    const widths = rowsOf(table).map(({ children }) =>
      children.filter((cell) => ["TH", "TD"].includes(cell.role)).reduce((sum, cell) => sum + columnsOf(cell), 0),
    );
    if (new Set(widths).size > 1)
      throw new ConformanceError("ISO 14289-1, 7.2", "de rijen van een tabel zijn niet even breed");
  }
}

const rowsOf = ({ children }: Element): Element[] =>
  children.flatMap((child) => (child.role === "TR" ? [child] : child.role === "Table" ? [] : rowsOf(child)));

function columnsOf(cell: Element): number {
  const span = attributesOf(cell).flatMap((attributes) => attributes.lookup(name("ColSpan")) ?? [])[0];
  return span instanceof PDFNumber ? span.asNumber() : 1;
}

/** No forms, films, notes or other things that do something (ISO 19005-3, 6.3.1). */
function requireOnlyLinks(document: PDFDocument): void {
  for (const page of document.getPages()) {
    const annotations = page.node.Annots();
    for (let index = 0; index < (annotations?.size() ?? 0); index++) {
      const type = annotations?.lookupMaybe(index, PDFDict)?.lookup(name("Subtype"));
      if (type !== name("Link"))
        throw new ConformanceError(
          "ISO 19005-3, 6.3.1",
          `de PDF bevat iets anders dan tekst en links (${String(type)})`,
        );
    }
  }
}
