/** A table with a column for each year: the same as lines that each have one year. */
import type { Table } from "./table.js";

/** A column that is called as a period. */
const PERIOD = /^\d{4}(?:JJ00)?\*{0,2}$|^\d{4}\s.+$/;

/** What figures are called of which a table doesn't say what they count. */
export const UNTOLD = "een onderwerp dat het bestand niet noemt";

/**
 * The tables with a line for each year, one for each topic that a column names; nothing where years don't stand across.
 * Lines keep their numbers.
 */
export function yearsDown(table: Table): Table[] | undefined {
  const { header } = table;
  const years = header.flatMap((title, index) => (PERIOD.test(title) ? [{ title, index }] : []));
  if (years.length === 0 || header.some((title) => /^(?:perio|jaar|jaren)/i.test(title))) return undefined;
  const topic = header.findIndex((title) => /^onderwerp/i.test(title));
  const others = header.flatMap((_, index) =>
    index === topic || years.some((year) => year.index === index) ? [] : [index],
  );
  const topicOf = (cells: readonly string[]): string => (topic < 0 ? UNTOLD : (cells[topic] ?? ""));
  return [...new Set(table.lines.map(({ cells }) => topicOf(cells)))].map((name) => ({
    ...table,
    header: [...others.map((index) => header[index] ?? ""), "Perioden", name],
    lines: table.lines.flatMap(({ number, cells }) =>
      topicOf(cells) === name
        ? years.map(({ title, index }) => ({
            number,
            cells: [...others.map((own) => cells[own] ?? ""), title.replace("JJ00", ""), cells[index] ?? ""],
          }))
        : [],
    ),
  }));
}
