/** The old edition of a document, made ready to stand within the new one. */
import type { Document } from "../documents/index.js";
import type { Paragraph, Part, Piece, Run } from "./pieces.js";

/** Numbers of lists, names of footnotes and files of images that the new edition hasn't. */
const LISTS = 1_000_000;

/** @returns its pages, and the images of both */
export function former(
  parts: readonly Part[],
  old: Pick<Document, "images">,
  fresh: Pick<Document, "images">,
): { readonly parts: Part[]; readonly images: ReadonlyMap<string, Uint8Array> } {
  const images = new Map(fresh.images);
  const names = new Map<string, string>();
  for (const [file, bytes] of old.images) {
    const same = fresh.images.get(file);
    // Another image of the same name: both are shown.
    const name = same && Buffer.compare(same, bytes) !== 0 ? `was/${file}` : file;
    names.set(file, name);
    images.set(name, bytes);
  }
  const run = (own: Run): Run => {
    switch (own.type) {
      case "image":
        return { ...own, file: names.get(own.file) ?? own.file };
      case "note":
        return { ...own, anchor: `${own.anchor}_was`, text: own.text.map(paragraph) };
      case "words":
      case "field":
      case "chart":
        return own;
    }
  };
  const paragraph = (own: Paragraph): Paragraph => ({
    ...own,
    runs: own.runs.map(run),
    ...(own.item && { item: { ...own.item, list: own.item.list + LISTS } }),
  });
  const piece = (own: Piece): Piece => {
    if (own.type === "paragraph") return paragraph(own);
    const cells = <T extends { readonly cells: readonly { readonly pieces: readonly Piece[] }[] }>(row: T): T => ({
      ...row,
      cells: row.cells.map((cell) => ({ ...cell, pieces: cell.pieces.map(piece) })),
    });
    return { ...own, header: cells(own.header), rows: own.rows.map(cells) };
  };
  return { parts: parts.map((part) => ({ ...part, pieces: part.pieces.map(piece) })), images };
}
