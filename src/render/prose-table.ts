/** A table in prose as HTML: as other tables look, with columns as wide as what they hold. */
import type { Token } from "markdown-it";
import type { TableColumn } from "../prose/cells.js";
import { fitted } from "../prose/widths.js";

/** What a table takes from the page around it. */
export interface TableContext {
  readonly screen: boolean;
  /** The number of the table among those of the document. */
  readonly number: () => number;
  /** Lets words break, in a piece of HTML, that have more letters than there is room for. */
  readonly narrow: (html: string, letters: number) => string;
  /** The HTML of a line. */
  readonly line: (token: Token) => string;
}

/**
 * @param tokens from the opening of a table to its end
 */
export function tableHtml(tokens: readonly Token[], { screen, number, narrow, line }: TableContext): string {
  const columns = (tokens[0]?.meta?.columns ?? []) as readonly TableColumn[];
  const caption = tokens.find((_, index) => tokens[index - 1]?.type === "caption_open");
  const { size, percents, room } = fitted(columns);
  const own = number();
  const id = `tabel-${own}`;
  const rows = rowsOf(tokens);
  const cell = (token: Token, column: number): string => narrow(line(token), room[column] ?? 0);
  // The browser leaves a cell without anything to paint out of the structure of what it prints.
  const none = screen ? "" : '<span class="hidden said">leeg</span>';
  const attributes = (column: number): string => {
    const { align = "left" } = columns[column] ?? {};
    return align === "left" ? "" : ` class="${align}"`;
  };
  const [head = [], ...body] = rows;
  const header = head.map((token, column) => {
    const style = ` style="width: ${percents[column]}%"`;
    const html = cell(token, column);
    return html === "" ? `<td${style}>${none}</td>` : `<th scope="col"${style}${attributes(column)}>${html}</th>`;
  });
  const lines = body.map((cells) => {
    const [first, ...others] = cells.map((token, column) => ({ html: cell(token, column), own: attributes(column) }));
    const name = first?.html ? `<th scope="row"${first.own}>${first.html}</th>` : `<td>${none}</td>`;
    return `<tr>${name}${others.map(({ html, own: looks }) => `<td${looks}>${html || none}</td>`).join("")}</tr>\n`;
  });
  const [open, close] = screen
    ? [`<section tabindex="0" aria-labelledby="${id}" style="--columns: ${columns.length}"`, "</section>"]
    : ["<div", "</div>"];
  return `${open} class="table in-prose ${size}"><table>
<caption id="${id}"><span class="caption-number">Tabel ${own}</span>${caption ? ` ${line(caption)}` : ""}</caption>
<thead><tr>${header.join("")}</tr></thead>
<tbody>${lines.join("")}</tbody>
</table>${close}
`;
}

/** The cells of each row. */
function rowsOf(tokens: readonly Token[]): Token[][] {
  const rows: Token[][] = [];
  for (const token of tokens) {
    if (token.type === "tr_open") rows.push([]);
    if (token.type === "inline" && token.meta?.cell) rows.at(-1)?.push(token);
  }
  return rows;
}
