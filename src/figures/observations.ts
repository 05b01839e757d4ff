/** A file in any of the shapes that CBS gives, as numbers of places, years and items. */
import { UsageError } from "../errors.js";
import { type FigureFile, type Line, type Table, tableIn, unusable } from "./table.js";
import { UNTOLD, yearsDown } from "./years-across.js";

/** Something that a table tells apart: by its code, its words or both. */
export interface Name {
  readonly code?: string;
  readonly label?: string;
}

/** One number of a file, or that there is none. */
export interface Observation {
  readonly file: string;
  readonly line: number;
  readonly region: Name;
  /** As the file has it: "2019JJ00", "2019*". */
  readonly period: string;
  readonly provisional: boolean;
  /** What is counted: a column or a measure. */
  readonly topic: Name & { readonly unit?: string };
  /** The other things by which the table tells its numbers apart. */
  readonly items: readonly Name[];
  /** Whether it is the number itself or a bound of its margin. */
  readonly bound: "value" | "low" | "high";
  /** Nothing where the source gives none; then `sign` is what stands there. */
  readonly value?: number;
  readonly sign?: string;
}

export interface Figures {
  readonly observations: readonly Observation[];
  /** Codes of tables that the names of files or their data tell. */
  readonly tables: readonly string[];
  /** Whether the shape says which numbers are provisional. */
  readonly tellsProvisional: boolean;
  /** Whether it says what is counted, and so in which unit. */
  readonly tellsTopic: boolean;
}

const PERIOD = /^\d{4}(?:(?:JJ|KW|MM|HJ|X\d|G\d)\d{0,2})?\*{0,2}$|^\d{4}\s.+$/;
const REGION = /^(?:GM|NL|LD|PV|CR|RE|PE|BT|PO|GG|VR|BU|WK|GA|AM|JZ)\d+$/i;

/** @throws {UsageError} for files that have none of the shapes */
export function figuresIn(files: readonly FigureFile[]): Figures {
  const observations = files.find(({ name }) => /(?:^|[\\/])observations\.csv$/i.test(name));
  const named = files.flatMap(
    ({ name }) => /\d{5}[A-Za-z]{3}\b|\d{5}[A-Z]{2,3}(?=_)/.exec(name)?.[0].toUpperCase() ?? [],
  );
  if (observations) {
    const { found, table } = longShape(observations, files);
    const tables = [...new Set([...named, ...(table ? [table] : [])])];
    return { observations: found, tables, tellsProvisional: true, tellsTopic: true };
  }
  const [file, ...others] = files;
  if (!file) throw new UsageError("In deze map staat geen CSV. Er is niets gewijzigd.");
  if (others.length > 0)
    throw new UsageError(
      "In deze map staan meer CSV's, en geen Observations.csv. Er is niets gewijzigd.",
      "Geef één bestand, of de map van een OData-download.",
    );
  const table = tableIn(file);
  const down = yearsDown(table);
  return {
    observations: (down ?? [table]).flatMap(wideShape),
    tables: named,
    tellsProvisional: !isTyped(table),
    tellsTopic: !down?.some(({ header }) => header.includes(UNTOLD)),
  };
}

const column = (table: Table, index: number): string[] => table.lines.map(({ cells }) => cells[index] ?? "");

/** The columns whose cells, as far as they are filled, all have a form. */
const columnsLike = (table: Table, form: RegExp): number[] =>
  table.header.flatMap((_, index) => {
    const cells = column(table, index).filter(Boolean);
    return cells.length > 0 && cells.every((cell) => form.test(cell)) ? [index] : [];
  });

const isTyped = (table: Table): boolean => columnsLike(table, /^\d{4}[A-Z]{2}\d{2}$/).length > 0;

const isTopic = (title: string, cells: readonly string[]): boolean =>
  /_\d+$/.test(title) ||
  (cells.some((cell) => /\d/.test(cell)) && cells.every((cell) => isNone(cell) || /^-?[\d.,]+$/.test(cell)));

/** What stands where the source has no number: not published, secret, or it can't be. */
const isNone = (cell: string): boolean => /^(?:|\.{1,3}|-|x|\*)$/i.test(cell);

/** A file with a column for each topic, with codes or with words. */
function wideShape(table: Table): Observation[] {
  const typed = isTyped(table);
  const periods = columnsLike(table, PERIOD).filter((index) => !/_\d+$/.test(table.header[index] ?? ""));
  const period = periods.find((index) => /^(?:perio|jaar|jaren)/i.test(table.header[index] ?? "")) ?? periods[0];
  const coded = columnsLike(table, REGION)[0];
  const region = coded ?? table.header.findIndex((title) => /^(?:regio|gemeente|gebied|wijken)/i.test(title));
  if (period === undefined || region < 0)
    throw unusable(
      table.name,
      `hier staat geen kolom met ${period === undefined ? "perioden" : "regio's"}.`,
      "Kies in StatLine een CSV met op elke regel één regio en één periode, of haal de tabel op via OData.",
    );
  const rest = table.header.flatMap((title, index) =>
    index === period || index === region || title === "ID" ? [] : [{ title, index }],
  );
  const topics = rest.filter(({ title, index }) =>
    typed ? /_\d+$/.test(title) : isTopic(title, column(table, index)),
  );
  if (topics.length === 0) throw unusable(table.name, "hier staat geen kolom met cijfers.", wrongCell(table, rest));
  const items = rest.filter(({ index }) => !topics.some((topic) => topic.index === index));
  return table.lines.flatMap((line) => {
    const cell = (index: number): string => line.cells[index] ?? "";
    const found = items.map(({ title, index }) => ({ title, name: nameOf(cell(index), typed) }));
    const stars = /\*+$/.test(cell(period));
    return topics.map(({ title, index }): Observation => {
      const unit = /\(([^()]*)\)\s*$/.exec(title)?.[1];
      return {
        file: table.name,
        line: line.number,
        region: nameOf(cell(region), coded !== undefined),
        period: cell(period).replace(/\*+$/, ""),
        provisional: stars,
        topic: { ...(typed ? { code: title } : { label: title }), ...(unit && { unit }) },
        items: found.filter((one) => !isMargin(one.title)).map(({ name }) => name),
        bound: boundOf(found.find((one) => isMargin(one.title))?.name),
        ...numberIn(table, line, cell(index), title),
      };
    });
  });
}

const wrongCell = (table: Table, rest: readonly { title: string; index: number }[]): string | undefined => {
  const last = rest.at(-1);
  const line =
    last &&
    table.lines.find(({ cells }) => !isNone(cells[last.index] ?? "") && !/^-?[\d.,]+$/.test(cells[last.index] ?? ""));
  return line && `Op regel ${line.number} staat bij “${last.title}” geen getal: “${line.cells[last.index]}”.`;
};

const nameOf = (cell: string, isCode: boolean): Name => (isCode ? { code: cell } : { label: cell });

const isMargin = (title: string): boolean => /^marges?/i.test(title);

function boundOf(name: Name | undefined): Observation["bound"] {
  if (name && (/^MO/.test(name.code ?? "") || /ondergrens/i.test(name.label ?? ""))) return "low";
  if (name && (/^MB/.test(name.code ?? "") || /bovengrens/i.test(name.label ?? ""))) return "high";
  return "value";
}

/** As the schema has it: nobody counts more. */
const GREATEST = 1e12;

/** @throws {UsageError} for what is no number, or could be two */
function numberIn({ name, commas }: Pick<Table, "name" | "commas">, { number }: Line, cell: string, title: string) {
  if (isNone(cell)) return { sign: cell };
  const wrong = (why: string, mend: string): UsageError =>
    unusable(name, `op regel ${number} staat bij “${title}” ${why}: “${cell}”.`, mend);
  if (!/^-?[\d.,]+$/.test(cell)) throw wrong("geen getal", "Haal het bestand opnieuw op, zonder opmaak.");
  const plain = /^-?\d+(?:\.\d+)?$/.test(cell) ? cell : /^-?\d+,\d+$/.test(cell) ? cell.replace(",", ".") : undefined;
  const thousands = /^-?[1-9]\d{0,2}(?:[.,]\d{3})+$/.test(cell) && !(commas ? /^-?\d+,\d+$/ : /^$/).test(cell);
  if (plain === undefined || thousands)
    throw wrong(
      "een getal dat meer kan betekenen",
      "Haal het bestand op zonder punten of komma's tussen duizendtallen.",
    );
  if (Math.abs(Number(plain)) > GREATEST) throw wrong("een getal dat te groot is", "Haal het bestand opnieuw op.");
  return { value: Number(plain) };
}

/** A folder with one line for each number, and lists of what its codes mean. */
function longShape(
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
      ...(absent ? { sign: cell(attribute) || "leeg" } : numberIn(table, line, cell(value), "Value")),
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
