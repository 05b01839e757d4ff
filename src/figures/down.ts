/** A table with a column for each year, place or item: the same as lines that each have one of each. */
import { isPeriodTitle, isRegionTitle, isTopicTitle, PERIOD, REGION } from "./heads.js";
import { isNone, isNumber } from "./numbers.js";
import { type Column, type Grid, isCount, type Table, titled } from "./table.js";

/** What figures are called of which a table doesn't say what they count. */
export const UNTOLD = "een onderwerp dat het bestand niet noemt";

/** What a line of titles says of the columns below it. */
type Kind = "period" | "region" | "unit" | "topic" | "item";

/** A line of titles above the columns with figures. */
interface Across {
  readonly kind: Kind;
  /** What the things in it are called together, where the table tells. */
  readonly title: string;
  readonly cells: readonly string[];
}

const UNIT =
  /^(?:aantal(?: .*)?|%|.*\bper 1[ .]?000\b.*|x 1.*|procent|index|euro|\(?(?:cijfer|score|rapportcijfer)\)?)$/i;
/** An item of a classification, with its code before it. */
const ITEM = /^\d+(?:\.\d+)+\s/;

/**
 * A table as it stands in a file, as tables with a period and a region on each line: one for each topic where they stand in columns.
 * Lines keep their numbers.
 * @param isPlace whether a name or code is that of a place that is asked for
 * @throws {UsageError} when two columns have one title
 */
export function linesDown(grid: Grid, isPlace: (name: string) => boolean): Table[] {
  const heads = grid.heads.length === 1 ? splitTitles(grid) : grid.heads;
  const title = lowest(heads);
  const values = valueColumns(grid, heads, title, isPlace);
  if (values.length === 0) return [titled({ name: grid.name, header: title, lines: grid.lines })];
  const across = acrossOf(heads, values, isPlace);
  const before = beforeOf(grid, title, values, across);
  const topic = before.find((one) => isTopicTitle(one.title));
  const unit = before.find((one) => one !== topic && isUnits(grid, one.index));
  return tablesOf(grid, values, {
    across,
    topic,
    unit,
    down: before.filter((one) => one !== topic && one !== unit),
  });
}

/** What each line of titles says of the columns with figures. */
function acrossOf(
  heads: readonly (readonly string[])[],
  values: readonly number[],
  isPlace: (name: string) => boolean,
): Across[] {
  const first = values[0] ?? 0;
  return heads.flatMap((cells, row): Across[] => {
    const isLast = row === heads.length - 1;
    const filled = isLast ? cells : onward(cells, first);
    const own = values.map((index) => filled[index] ?? "");
    if (own.every((cell) => cell === "")) return [];
    const title = first > 0 ? (cells[first - 1] ?? "") : "";
    const kind = kindOf(own, title, { isLast, isPlace });
    // In the lowest line stand the titles of the columns before the figures.
    return [{ kind, title: isLast && kind === "item" ? "" : title, cells: filled }];
  });
}

/** The columns that tell figures apart. The last of them may bear the name of what stands above the figures. */
function beforeOf(
  grid: Grid,
  title: readonly string[],
  values: readonly number[],
  across: readonly Across[],
): Column[] {
  const has = (kind: Kind): boolean => across.some((one) => one.kind === kind);
  return title.flatMap((own, index): Column[] => {
    if (values.includes(index) || numbersLines(grid, own, index)) return [];
    const isOther =
      index === (values[0] ?? 0) - 1 &&
      ((isPeriodTitle(own) && has("period")) || (isRegionTitle(own) && has("region")));
    return [{ title: isOther ? "" : own, index }];
  });
}

interface Layout {
  readonly across: readonly Across[];
  readonly down: readonly Column[];
  readonly topic: Column | undefined;
  readonly unit: Column | undefined;
}

function tablesOf(grid: Grid, values: readonly number[], { across, down, topic, unit }: Layout): Table[] {
  const of = (kind: Kind): Across[] => across.filter((one) => one.kind === kind);
  const [items, [region], [period]] = [of("item"), of("region"), of("period")];
  const header = [
    ...down.map((one) => one.title || "Kenmerk"),
    ...items.map((one, index) => one.title || `Onderdeel ${index + 1}`),
    ...(region ? ["Regio's"] : []),
    ...(period ? ["Perioden"] : []),
  ];
  const tables = new Map<string, { number: number; cells: string[] }[]>();
  for (const { number, cells } of grid.lines)
    for (const index of values) {
      const above = (one: Across): string => one.cells[index] ?? "";
      const name = topicOf(
        [topic ? (cells[topic.index] ?? "") : "", ...of("topic").map(above)],
        unit ? cells[unit.index] : of("unit").map(above).at(-1),
      );
      const own = tables.get(name) ?? [];
      tables.set(name, own);
      own.push({
        number,
        cells: [
          ...down.map((one) => cells[one.index] ?? ""),
          ...items.map(above),
          ...(region ? [above(region)] : []),
          ...(period ? [above(period).replace(/JJ00/i, "")] : []),
          cells[index] ?? "",
        ],
      });
    }
  return [...tables].map(([name, lines]) =>
    titled({ name: grid.name, header: [...header, name], lines, measure: header.length }),
  );
}

/** What figures are of, by the titles above or before them, and in which unit. */
function topicOf(titles: readonly string[], unit: string | undefined): string {
  const told = [...new Set(titles)].filter(Boolean);
  return told.length === 0 ? UNTOLD : `${told.join("/")}${unit ? ` (${unit})` : ""}`;
}

/** The title of each column that stands lowest. */
const lowest = (heads: readonly (readonly string[])[]): string[] =>
  (heads[0] ?? []).map((_, index) => heads.map((cells) => cells[index] ?? "").findLast((cell) => cell !== "") ?? "");

/** In a line above another, a title goes for the columns after it too, until the next. */
function onward(cells: readonly string[], first: number): string[] {
  let last = "";
  return cells.map((cell, index) => {
    if (index >= first) last = cell || last;
    return index >= first ? last : cell;
  });
}

/** Titles with a year in them ("Misdrijven 2019") as two lines of titles. */
function splitTitles({ heads, lines }: Grid): readonly (readonly string[])[] {
  const [header = []] = heads;
  if (header.some((title) => isPeriodTitle(title) || PERIOD.test(title))) {
    const years = header.filter((title) => PERIOD.test(title));
    if (years.length === 0 || years.some((title) => !/^\d{4}\*{0,2}\s/.test(title)) || header.some(isPeriodTitle))
      return heads;
  }
  const parts = header.map((title, index) => {
    const [, words = "", year = ""] = /^(.+?)[\s_-]+((?:19|20)\d\d\*{0,2})$/.exec(title) ?? [];
    const [, before = "", after = ""] = /^((?:19|20)\d\d\*{0,2})[\s_-]+(.+)$/.exec(title) ?? [];
    const part = year ? { words, year } : { words: after, year: before };
    const counts = lines.some(({ cells }) => isNumber(cells[index] ?? ""));
    return part.year &&
      counts &&
      !/kwartaal|half|maand|week|jan|feb|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec/i.test(part.words)
      ? part
      : undefined;
  });
  if (parts.every((part) => !part)) return heads;
  return [
    header.map((_, index) => parts[index]?.words ?? ""),
    header.map((title, index) => parts[index]?.year ?? title),
  ];
}

/** Whether a column numbers the lines. */
const numbersLines = ({ lines }: Grid, title: string, index: number): boolean =>
  isCount(
    title,
    lines.map(({ cells }) => cells[index] ?? ""),
  );

const column = ({ lines }: Grid, index: number): string[] =>
  lines.flatMap(({ cells }) => (cells[index] ? [cells[index] as string] : []));

const isUnits = (grid: Grid, index: number): boolean => {
  const cells = column(grid, index);
  return cells.length > 0 && cells.every((cell) => UNIT.test(cell));
};

/** The columns with figures of a table that has more of them than topics; none where each line has its period and region. */
function valueColumns(
  grid: Grid,
  heads: readonly (readonly string[])[],
  title: readonly string[],
  isPlace: (name: string) => boolean,
): number[] {
  const isPeriods = (index: number): boolean =>
    isPeriodTitle(title[index] ?? "") &&
    column(grid, index).filter((cell) => !PERIOD.test(cell)).length * 2 < column(grid, index).length;
  const counting = title.flatMap((own, index) => {
    const cells = column(grid, index);
    const numbers = cells.filter((cell) => isNumber(cell) || isNone(cell)).length;
    const isValue = cells.length === 0 ? PERIOD.test(own) : numbers * 2 >= cells.length;
    return isValue && !isPeriods(index) && !isRegionColumn(own) && !numbersLines(grid, own, index) ? [index] : [];
  });
  if (heads.length > 1) return counting;
  const years = title.flatMap((own, index) => (PERIOD.test(own) ? [index] : []));
  const behind = counting.filter((index) => index > (years[0] ?? 0) && !years.includes(index));
  if (years.length > 0 && !title.some((own) => isPeriodTitle(own))) return [...years, ...behind].sort((a, b) => a - b);
  const hasRegions = title.some((own, index) => isRegionColumn(own) || isCodes(grid, index));
  if (!hasRegions || years.length > 0) {
    if (years.length > 0 && counting.every((index) => years.includes(index))) return years;
    if (!hasRegions && title.some((own) => isPlace(own))) return counting;
  }
  const items = counting.filter((index) => ITEM.test(title[index] ?? ""));
  return items.length > 1 && items.length === counting.length ? items : [];
}

/** "Gemeente", "Regio code": not the municipality of a column. */
const isRegionColumn = (title: string): boolean =>
  isRegionTitle(title) && (!title.includes(" ") || /\b(?:code|nr|nummer|naam)$|^wijken en/i.test(title));

const isCodes = (grid: Grid, index: number): boolean => {
  const cells = column(grid, index);
  return cells.length > 0 && cells.filter((cell) => REGION.test(cell)).length * 2 > cells.length;
};

function kindOf(
  own: readonly string[],
  name: string,
  { isLast, isPlace }: { readonly isLast: boolean; readonly isPlace: (name: string) => boolean },
): Kind {
  const full = own.filter((cell) => cell !== "");
  // What stands behind the years, as how much they differ, is told as no year.
  if (isLast && PERIOD.test(own[0] ?? "")) return "period";
  const all = (test: (cell: string) => boolean): boolean => full.every(test);
  if (all((cell) => PERIOD.test(cell))) return "period";
  if (all((cell) => REGION.test(cell)) || full.some(isPlace) || (!isLast && isRegionTitle(name))) return "region";
  if (all((cell) => UNIT.test(cell))) return "unit";
  if (all((cell) => ITEM.test(cell))) return "item";
  // A line that says what its things are together is a way to tell figures apart, unless those are the topics.
  return isLast || name === "" || isTopicTitle(name) ? "topic" : "item";
}
