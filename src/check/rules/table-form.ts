import { counted } from "../../dutch.js";
import { cellsOf, type TableColumn } from "../../prose/cells.js";
import { linesOf, parseProse } from "../../prose/index.js";
import { fitted } from "../../prose/widths.js";
import { type TextFault, textRule } from "../rule.js";

export const tableForm = textRule(
  {
    code: "IVP623",
    severity: "error",
    title: "Een tabel heeft een bijschrift, koppen boven haar kolommen en in elke regel evenveel cellen.",
    why: "Zonder koppen weet wie een voorleesprogramma gebruikt niet waar een cel bij hoort (WCAG 2.2, 1.3.1). Een cel te veel valt weg.",
    mend: "Zet op de regel boven de tabel “Tabel: ” met het bijschrift, en bovenaan de koppen, met een regel streepjes eronder.",
  },
  (text, form) => (form === "prose" && text.includes("|") ? faultsIn(text) : []),
);

function faultsIn(text: string): TextFault[] {
  const lines = linesOf(text);
  const tokens = parseProse(text);
  return tokens.flatMap(({ type, map, meta }, index): TextFault[] => {
    if (type !== "table_open" || !map) return [];
    const [first] = map;
    const told = (line: number, message: string, hint: string): TextFault => {
      const { text: written = "", at = 0 } = lines[line] ?? {};
      return { snippet: written.trim(), at: at + Math.max(0, written.search(/\S/)), message, hint };
    };
    const columns = (meta?.columns ?? []) as readonly TableColumn[];
    const end = tokens.findIndex((token, at) => at > index && token.type === "table_close");
    // The source is no row, though it stands in the lines of the table.
    const last = tokens[end + 1]?.type === "table_source_open" ? map[1] - 1 : map[1];
    const rows = lines.slice(first + 2, last);
    return [
      ...(tokens[index + 1]?.type === "caption_open"
        ? []
        : [told(first, "Deze tabel heeft geen bijschrift.", "Zet op de regel erboven: Tabel: wat erin staat.")]),
      ...headerFaults(lines[first]?.text ?? "").map(([message, hint]) => told(first, message, hint)),
      ...(rows.length === 0
        ? [told(first, "Deze tabel heeft alleen een regel met koppen.", "Zet onder de streepjes een regel met cellen.")]
        : []),
      ...rows.flatMap(({ text: row }, number) => {
        const cells = cellsOf(row).length;
        return cells === columns.length
          ? []
          : [
              told(
                first + 2 + number,
                `Deze regel heeft ${counted(cells, "cel", "cellen")}, en de tabel ${counted(columns.length, "kolom", "kolommen")}.`,
                "Zet in elke regel evenveel cellen; een lege cel mag. Een streep in een cel is \\|, en na de tabel hoort een lege regel.",
              ),
            ];
      }),
      ...rows.flatMap(({ text: row, at }) =>
        cellsOf(row).flatMap(({ written, at: start }): TextFault[] => {
          const [snippet] = /^[-*+][ \u00a0]+(?=\p{L})/u.exec(written) ?? [];
          if (snippet === undefined) return [];
          const message = "In een cel past geen lijst: dit teken staat straks zo in de cel.";
          const hint = "Maak er één zin van, of geef elk punt een regel van de tabel.";
          return [{ snippet: snippet.trim(), at: at + start, message, hint }];
        }),
      ),
      ...(fitted(columns).fits
        ? []
        : [
            told(
              first,
              `Deze tabel is met ${columns.length} kolommen te breed voor een bladzijde.`,
              "Verdeel haar in tweeën, of maak van de kolommen regels.",
            ),
          ]),
    ];
  });
}

/** The first header may be empty, as it stands above the names of the rows. */
function headerFaults(line: string): [message: string, hint: string][] {
  const [, ...others] = cellsOf(line).map(({ written }) => written);
  const empty = others.filter((written) => written === "").length;
  if (empty === 0) return [];
  return empty === others.length
    ? [["Boven de kolommen van deze tabel staan geen koppen.", "Zet in de eerste regel wat er in elke kolom staat."]]
    : [["Een kolom van deze tabel heeft geen kop.", "Zet in de eerste regel wat er in elke kolom staat."]];
}
