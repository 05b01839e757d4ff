/** The contents of a document as paragraphs. */
import type { Entry } from "../documents/contents.js";
import { type Piece, paragraph } from "./pieces.js";
import { contentsStyle, LEVELS } from "./style-names.js";

/** The contents: Word makes them again when it is asked to, from the headings, with the pages as they are then. */
export function contentsPieces(entries: readonly Entry[]): Piece[] {
  const flat = (all: readonly Entry[]): Entry[] => all.flatMap((entry) => [entry, ...flat(entry.children)]);
  const lines = flat(entries);
  const depth = Math.min(Math.max(3, ...lines.map(({ level }) => level)), LEVELS);
  return lines.map(({ anchor, number, title, level }, index): Piece => {
    const text = [number, title].filter(Boolean).join(" ");
    return {
      ...paragraph(contentsStyle(level), [
        { type: "words", text, link: { anchor } },
        { type: "words", text: "\t", link: { anchor } },
        { type: "field", instruction: "PAGEREF", anchor, text: "" },
      ]),
      derived: true,
      ...(index === 0 && { opens: `TOC \\o "1-${depth}" \\h \\z` }),
      ...(index === lines.length - 1 && { closes: true as const }),
    };
  });
}
