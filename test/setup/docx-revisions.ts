/** What becomes of a Word file in which everything is accepted, or everything rejected: as Word and LibreOffice do it. */
import { createHash } from "node:crypto";
import { all, child, type Docx, type Element, elementsIn, valOf, wordsIn } from "./docx.js";

export type Answer = "accept" | "reject";

/** The elements that go with an answer, with all that is in them. */
const goes: Readonly<Record<Answer, readonly string[]>> = {
  accept: ["w:del", "w:moveFrom"],
  reject: ["w:ins", "w:moveTo"],
};

/**
 * The paragraphs that are left, in the order in which they are read, without the lines of the contents; a footnote stands after what
 * refers to it. Empty ones don't count.
 */
export function textAfter(docx: Docx, answer: Answer): string[] {
  const notes = new Map(
    all(docx.tree("word/footnotes.xml"), "w:footnote").map((note) => [note.attributes["w:id"], note]),
  );
  const left: string[] = [];
  let open = "";
  const paragraph = (element: Element): void => {
    open += wordsLeft(element, answer);
    // A paragraph of which the end goes is one with the next.
    if (!endGoes(element, answer)) {
      if (!/^TOC/.test(valOf(child(element, "w:pPr", "w:pStyle")) ?? "") && open.trim() !== "") left.push(open);
      open = "";
    }
    left.push(...drawingsLeft(docx, element, answer));
    for (const sign of all(kept(element, answer), "w:footnoteReference")) {
      const note = notes.get(sign.attributes["w:id"]);
      if (note) left.push(...all(note, "w:p").map((one) => `(voetnoot)${wordsLeft(one, answer)}`));
    }
  };
  const walk = (element: Element): void => {
    for (const one of elementsIn(element)) {
      if (one.name === "w:p") paragraph(one);
      else if (one.name !== "w:tr" || !rowGoes(one, answer)) walk(one);
    }
  };
  walk(docx.tree("word/document.xml"));
  return left;
}

/** The same of a file in which nothing is tracked. */
export const textOf = (docx: Docx): string[] => textAfter(docx, "accept");

const endGoes = (paragraph: Element, answer: Answer): boolean => {
  const mark = child(paragraph, "w:pPr", "w:rPr");
  return mark !== undefined && elementsIn(mark).some(({ name }) => goes[answer].includes(name));
};

const rowGoes = (row: Element, answer: Answer): boolean => {
  const properties = child(row, "w:trPr");
  return properties !== undefined && elementsIn(properties).some(({ name }) => goes[answer].includes(name));
};

/** An element without what goes. */
function kept(element: Element, answer: Answer): Element {
  const stays = element.children.filter((one) => typeof one === "string" || !goes[answer].includes(one.name));
  return { ...element, children: stays.map((one) => (typeof one === "string" ? one : kept(one, answer))) };
}

const wordsLeft = (paragraph: Element, answer: Answer): string => wordsIn(kept(paragraph, answer));

/** The images and charts that are left, by what they show. */
function drawingsLeft(docx: Docx, paragraph: Element, answer: Answer): string[] {
  const links = new Map(
    all(docx.tree("word/_rels/document.xml.rels"), "Relationship").map(({ attributes }) => [
      attributes.Id,
      attributes.Target,
    ]),
  );
  return all(kept(paragraph, answer), "w:drawing").map((drawing) => {
    const [name] = [...all(drawing, "a:blip"), ...all(drawing, "c:chart")].map(
      ({ attributes }) => attributes["r:embed"] ?? attributes["r:id"],
    );
    const shown = docx.bytes(`word/${links.get(name)}`) ?? Buffer.alloc(0);
    const hash = createHash("sha256").update(shown).digest("hex");
    return `(beeld ${all(drawing, "wp:docPr")[0]?.attributes.descr} ${hash})`;
  });
}
