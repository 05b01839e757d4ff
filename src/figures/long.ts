/** A folder of OData: one line for each number, and lists of what its codes mean. */
import { decimalsOf } from "./numbers.js";
import { boundOf, isMargin, type Name, numberIn, type Observation } from "./observations.js";
import { type FigureFile, tableIn, unusable } from "./table.js";

/** A folder with one line for each number, and lists of what its codes mean. */
export function longShape(
  file: FigureFile,
  files: readonly FigureFile[],
): { found: Observation[]; table: string | undefined } {
  const table = tableIn(file);
  const at = (title: string): number => table.header.findIndex((own) => own.toLowerCase() === title.toLowerCase());
  const [measure, value, attribute] = [at("Measure"), at("Value"), at("ValueAttribute")];
  if (measure < 0 || value < 0)
    throw unusable(file.name, "de kolommen Measure en Value ontbreken.", "Haal de hele map opnieuw op bij de bron.");
  const own = new Set([measure, value, attribute, at("Id"), at("StringValue")]);
  const dimensions = table.header.flatMap((title, index) => (own.has(index) ? [] : [{ title, index }]));
  const region = dimensions.find(({ title }) => /^(?:regio|gemeente|gebied|wijken)/i.test(title));
  const period = dimensions.find(({ title }) => /^perio/i.test(title));
  if (!region || !period) throw unusable(file.name, "de kolommen met regio's en perioden ontbreken.");
  const lists = new Map(dimensions.map(({ title }) => [title, codeList(files, `${title}Codes.csv`)]));
  const measures = codeList(files, "MeasureCodes.csv");
  const items = dimensions.filter((one) => one !== region && one !== period);
  const named = (title: string, code: string): Name => {
    const label = lists.get(title)?.get(code)?.title;
    return { code, ...(label && { label }) };
  };
  const decimals = table.lines.map(({ cells }) => decimalsOf(cells[value] ?? "")).find((sign) => sign !== undefined);
  const found = table.lines.map((line): Observation => {
    const cell = (index: number): string => line.cells[index] ?? "";
    const code = cell(measure);
    const { title, unit } = measures?.get(code) ?? {};
    const status = lists.get(period.title)?.get(cell(period.index))?.status ?? "";
    const margin = items.find(({ title: own }) => isMargin(own));
    const absent = attribute >= 0 && cell(value) === "";
    return {
      file: table.name,
      line: line.number,
      region: named(region.title, cell(region.index)),
      period: cell(period.index),
      provisional: /voorlopig/i.test(status),
      topic: { code, ...(title && { label: title }), ...(unit && { unit }) },
      items: items.filter((one) => one !== margin).map(({ title: own, index }) => named(own, cell(index))),
      bound: boundOf(margin && named(margin.title, cell(margin.index))),
      ...(absent
        ? { sign: cell(attribute) || "leeg" }
        : numberIn(table.name, line, { cell: cell(value), title: "Value", decimals })),
    };
  });
  const properties = files.find(({ name }) => /(?:^|[\\/])properties\.csv$/i.test(name));
  const identifier = properties && /\b\d{5}[A-Za-z]{3}\b/.exec(new TextDecoder().decode(properties.bytes))?.[0];
  return { found, table: identifier?.toUpperCase() };
}

interface Code {
  readonly title?: string;
  readonly unit?: string;
  readonly status?: string;
}

/** What codes mean, as a file of the folder tells; nothing where it isn't there. */
function codeList(files: readonly FigureFile[], name: string): ReadonlyMap<string, Code> | undefined {
  const file = files.find((one) => one.name.toLowerCase().replace(/^.*[\\/]/, "") === name.toLowerCase());
  if (!file) return undefined;
  const { header, lines } = tableIn(file);
  const at = (title: string): number => header.findIndex((own) => own.toLowerCase() === title);
  const [code, title, unit, status] = ["identifier", "title", "unit", "status"].map(at);
  return new Map(
    lines.map(({ cells }) => [
      cells[code ?? -1] ?? "",
      {
        ...(cells[title ?? -1] && { title: cells[title ?? -1] as string }),
        ...(cells[unit ?? -1] && { unit: cells[unit ?? -1] as string }),
        ...(cells[status ?? -1] && { status: cells[status ?? -1] as string }),
      },
    ]),
  );
}
