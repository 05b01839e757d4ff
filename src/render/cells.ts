/** The cells of tables and the values of facts as HTML. */
import type { Cell, Column, Signed, Value } from "../documents/index.js";
import { signIcons } from "./charts/index.js";
import type { ProseRenderer } from "./prose.js";
import type { Resources } from "./resources.js";

/** The width of a page's text and of the space beside that in a cell, and how much a letter takes, in millimetres. */
const [PAGE, PADDING, LETTER] = [158, 4, 1.75];

/** How many letters of a word the columns of a table have room for on paper. */
export function lettersIn(columns: readonly Column[]): number[] {
  const given = columns.reduce((sum, { width = 0 }) => sum + width, 0);
  const share = (100 - given) / columns.filter(({ width }) => width === undefined).length;
  return columns.map(({ width = share }) => Math.floor(((width / 100) * PAGE - PADDING) / LETTER));
}

export const isMark = (cell: Cell): boolean => typeof cell === "object" && "mark" in cell;

export function cellHtml(
  cell: Cell | Value,
  { prose, icon }: { readonly prose: ProseRenderer; readonly icon: Resources["icon"] },
): string {
  if (typeof cell === "string") return prose.inline(cell);
  if ("mark" in cell)
    return !cell.mark
      ? '<span class="no-mark">–</span>'
      : cell.letter
        ? `<span class="mark letter" role="img" aria-label="${cell.letter.said}">${cell.letter.text}</span>`
        : '<span class="mark" role="img" aria-label="doet mee"></span>';
  if ("open" in cell) {
    if (cell.brief) return '<span class="open"><strong>Open</strong></span>';
    return `<span class="open"><strong>Open:</strong> ${prose.inline(cell.open)} <span class="by">(wie beslist: ${prose.inline(cell.by)})</span></span>`;
  }
  const line = (one: string | Signed): string =>
    typeof one === "string"
      ? prose.block(one)
      : `<p class="sign sign-${one.sign}"><svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${icon(signIcons[one.sign])}</svg>${prose.inline(one.text)}</p>`;
  return cell.map(line).join("");
}
