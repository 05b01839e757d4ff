/** What others did with a document that no paragraph tells: it has another shape than any that goes out. */
import { isThere, type Paragraph, paragraphsIn, rejectAll, type WordBlock, type WordDocument } from "../docx/index.js";
import { one } from "../dutch.js";
import type { Export } from "./carrier.js";

const CARRIER = /^_ivp_\d/;

/** @returns sentences in Dutch */
export function shapesIn(word: WordDocument, { pictures }: Export): string[] {
  const all = paragraphsIn([...word.blocks, ...word.notes.flatMap(({ blocks }) => blocks)]);
  const now = all.flatMap(({ pieces }) =>
    pieces.filter(({ picture, tracked }) => picture && isThere(tracked, rejectAll)),
  );
  return [
    ...(merges(word.blocks)
      ? ["In een tabel zijn cellen samengevoegd. Dat kan de inhoud niet hebben: daar blijven zij apart."]
      : []),
    ...(all.some((paragraph) => paragraph.at.box && isSent(paragraph))
      ? ["Tekst van het document staat nu in een tekstvak. In de inhoud blijft zij staan waar zij stond."]
      : []),
    ...(pictures !== undefined && pictures !== now.length
      ? [
          `Het document ging uit met ${pictures} ${one(pictures, "afbeelding of grafiek", "afbeeldingen en grafieken")}, en nu ${one(now.length, "is dat er", "zijn dat er")} ${now.length}. Wat erbij kwam of wegging, wijzigt u zelf in de inhoud.`,
        ]
      : []),
  ];
}

const isSent = ({ bookmarks }: Paragraph): boolean => bookmarks.some(({ name }) => CARRIER.test(name));

/** Whether cells of a table that went out are one now. */
const merges = (blocks: readonly WordBlock[]): boolean =>
  blocks.some(
    (block) =>
      block.type === "table" &&
      block.rows.some(({ cells }) => cells.some((cell) => cell.span > 1 || cell.continues || merges(cell.blocks))) &&
      paragraphsIn([block]).some(isSent),
  );
