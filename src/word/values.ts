/** Values, facts and the cells of tables as paragraphs. */
import type { Cell, Value } from "../documents/index.js";
import { marked } from "./marked.js";
import { type Look, type Piece, paragraph, type Run, words } from "./pieces.js";
import type { Around, Prose } from "./prose.js";
import { cellStyle, type TableSize } from "./style-names.js";

/** Text in which nothing has a meaning, but marks of what changed. */
export const literal = (text: string, look: Look = {}): Run[] => marked([words(text, look)]);

/** What there is to know at a glance: a term and what it is. */
export const factPieces = (items: readonly { readonly term: string; readonly value: Value }[], prose: Prose): Piece[] =>
  items.flatMap(({ term, value }) => {
    const [first, ...others] = valuePieces(value, prose, { style: "FactMore" });
    const lead = [...literal(term, { bold: true }), words(":\t", { bold: true })];
    return first?.type === "paragraph" && !first.item
      ? [paragraph("Fact", [...lead, ...first.runs]), ...others]
      : [paragraph("Fact", lead), ...(first ? [first] : []), ...others];
  });

const isMark = (cell: Cell): cell is Extract<Cell, { readonly mark: boolean }> =>
  typeof cell === "object" && "mark" in cell;

/** A mark is a sign, as the text around the table explains it. */
export function cellPieces(cell: Cell, prose: Prose, size: TableSize): Piece[] {
  if (!isMark(cell)) return valuePieces(cell, prose, { style: cellStyle(size) });
  const text = !cell.mark ? "–" : (cell.letter?.text ?? "●");
  return [{ ...paragraph(cellStyle(size), [words(text)]), align: "centre" }];
}

function valuePieces(value: Exclude<Cell, { readonly mark: boolean }>, prose: Prose, around: Around): Piece[] {
  if (typeof value === "string") return prose.block(value, around);
  if (!("open" in value))
    return value.flatMap((line) =>
      typeof line === "string"
        ? prose.block(line, around)
        : // The word says what the sign does.
          prose.block(line.text, { ...around, look: { bold: true } }),
    );
  const look: Look = { mark: "open" };
  const strong: Look = { ...look, bold: true };
  if (value.brief) return [paragraph(around.style, [words("Open", strong)])];
  const inline = (text: string): Run[] =>
    prose.block(text, { ...around, look }).flatMap((piece) => (piece.type === "paragraph" ? piece.runs : []));
  return [
    paragraph(around.style, [
      words("Open:", strong),
      words(" ", look),
      ...inline(value.open),
      words(" (wie beslist: ", look),
      ...inline(value.by),
      words(")", look),
    ]),
  ];
}

/** A cell always says something: an empty one is heard as a fault. */
export const filled = (pieces: readonly Piece[], size: TableSize): readonly Piece[] =>
  pieces.some((piece) => piece.type === "table" || piece.runs.length > 0)
    ? pieces
    : [paragraph(cellStyle(size), [words("–")])];
