/** A table with a period and a region on each line, and a column for each topic. */
import { isPeriodTitle, isRegionTitle, PERIOD, REGION } from "./heads.js";
import { type Decimals, decimalsOf, isNone, isNumber } from "./numbers.js";
import { boundOf, isMargin, type Name, numberIn, type Observation } from "./observations.js";
import { type Column, isCount, type Table, unusable } from "./table.js";

const column = (table: Table, index: number): string[] => table.lines.map(({ cells }) => cells[index] ?? "");

/** The columns whose cells, as far as they are filled, have a form: all but a few, as a last line may have a sum. */
const columnsLike = (table: Table, form: RegExp): number[] =>
  table.header.flatMap((_, index) => {
    const cells = column(table, index).filter(Boolean);
    return cells.length > 0 && cells.filter((cell) => form.test(cell)).length * 2 > cells.length ? [index] : [];
  });

const isTyped = (table: Table): boolean => columnsLike(table, /^\d{4}[A-Z]{2}\d{2}$/).length > 0;

/** Numbers, apart from a cell that isn't: that is told where it stands. */
const isTopic = (title: string, cells: readonly string[]): boolean =>
  /_\d+$/.test(title) ||
  (!/^(?:soort|id$)|code$/i.test(title) &&
    cells.some((cell) => /\d/.test(cell)) &&
    cells.filter((cell) => isNumber(cell) || isNone(cell)).length * 2 > cells.length);

/** What each column of a table is. */
interface Columns {
  readonly table: Table;
  /** Whether it has codes rather than words. */
  readonly typed: boolean;
  readonly period: number;
  readonly region: number;
  /** What regions are called, where the table has that beside their codes. */
  readonly regionName: number | undefined;
  readonly isCode: boolean;
  readonly topics: readonly Column[];
  readonly items: readonly Column[];
  /** Those that say of each figure whether it may still change. */
  readonly states: readonly Column[];
}

/** Whether cells say what may still change, by a word or, below that word, by yes and no. */
const isState = (title: string, cells: readonly string[]): boolean => {
  const full = cells.filter(Boolean);
  const form = /^voorlopig/i.test(title) ? /^(?:ja|nee|j|n|x|1|0)$/i : STATE;
  return full.length > 0 && full.every((cell) => form.test(cell) || STATE.test(cell));
};

const STATE = /^(?:nader )?(?:voorlopige?|definiti(?:ef|eve))(?: cijfers?)?$/i;

const isProvisional = (cell: string): boolean => /voorlopig|^(?:ja|j|x|1)$/i.test(cell);

/** @throws {UsageError} when there is no column with periods, regions or figures */
export function columnsOf(table: Table): Columns {
  const typed = isTyped(table);
  const title = (index: number): string => table.header[index] ?? "";
  const isMeasure = (index: number): boolean => index === table.measure || /_\d+$/.test(title(index));
  const periods = columnsLike(table, PERIOD).filter((index) => !isMeasure(index));
  const period =
    periods.find((index) => isPeriodTitle(title(index))) ??
    [table.header.findIndex((own) => isPeriodTitle(own)), ...periods].find((index) => index >= 0);
  const coded = [
    ...columnsLike(table, REGION),
    ...columnsLike(table, /^\d{1,4}$/).filter((index) =>
      /^(?:gemeente|regio|gm)[\s_-]*(?:code|nr|nummer)$/i.test(title(index)),
    ),
  ][0];
  const named = table.header.flatMap((own, index) => (isRegionTitle(own) && index !== coded ? [index] : []));
  const region = coded ?? named[0];
  if (period === undefined || region === undefined)
    throw unusable(
      table.name,
      `hier staat geen kolom met ${period === undefined ? "perioden" : "regio's"}.`,
      "Kies in StatLine een CSV met op elke regel één regio en één periode, of haal de tabel op via OData.",
    );
  const regionName = coded === undefined ? undefined : named.find((index) => follows(table, index, coded));
  const rest = table.header.flatMap((own, index) =>
    [period, region, regionName].includes(index) ||
    isIndex(table, index) ||
    (isPeriodTitle(own) && follows(table, index, period))
      ? []
      : [{ title: own, index }],
  );
  const states = rest.filter(({ title: own, index }) => isState(own, column(table, index)));
  const topics = rest.filter(({ title: own, index }) =>
    states.some((state) => state.index === index)
      ? false
      : table.measure !== undefined
        ? index === table.measure
        : typed
          ? /_\d+$/.test(own)
          : isTopic(own, column(table, index)),
  );
  if (topics.length === 0) throw unusable(table.name, "hier staat geen kolom met cijfers.", wrongCell(table, rest));
  const items = rest.filter(({ index }) => ![...topics, ...states].some((other) => other.index === index));
  return { table, typed, period, region, regionName, isCode: coded !== undefined, topics, items, states };
}

/** Whether a column says no more than another: what a code is called. */
function follows(table: Table, index: number, other: number): boolean {
  const known = new Map<string, string>();
  return table.lines.every(({ cells }) => {
    const [key = "", value = ""] = [cells[other], cells[index]];
    if (!known.has(key)) known.set(key, value);
    return known.get(key) === value;
  });
}

/** Whether a column numbers the lines: "ID" always does in a file of CBS. */
const isIndex = (table: Table, index: number): boolean => {
  const title = table.header[index] ?? "";
  return title === "ID" || isCount(title, column(table, index));
};

/** The sign before decimals in a file; nothing where no number tells. */
export function decimalsIn(tables: readonly Columns[]): Decimals | undefined {
  for (const { table, topics } of tables)
    for (const { index } of topics)
      for (const { cells } of table.lines) {
        const sign = decimalsOf(cells[index] ?? "");
        if (sign) return sign;
      }
  return undefined;
}

/** A file with a column for each topic, with codes or with words. */
export function wideShape(
  { table, typed, period, region, regionName, isCode, topics, items, states }: Columns,
  decimals: Decimals | undefined,
): Observation[] {
  return table.lines.flatMap((line) => {
    const cell = (index: number): string => line.cells[index] ?? "";
    const found = items.map(({ title, index }) => ({ title, name: nameOf(cell(index), typed) }));
    const when = periodIn(cell(period));
    const provisional = when.provisional || states.some(({ index }) => isProvisional(cell(index)));
    const name = regionName === undefined ? undefined : cell(regionName);
    return topics.map(({ title, index }): Observation => {
      const unit = /\(([^()]*)\)\s*$/.exec(title)?.[1];
      const number = numberIn(table.name, line, { cell: cell(index), title, decimals });
      return {
        file: table.name,
        line: line.number,
        region: regionIn(cell(region), isCode, name),
        ...when,
        provisional: provisional || ("mark" in number && number.mark.provisional),
        topic: { ...(typed ? { code: title } : { label: title }), ...(unit && { unit }) },
        items: found.filter((one) => !isMargin(one.title)).map((one) => one.name),
        bound: boundOf(found.find((one) => isMargin(one.title))?.name),
        ...number,
      };
    });
  });
}

/** A period without what says that its figures are provisional: stars, or the word. */
function periodIn(cell: string): { period: string; provisional: boolean } {
  const [, period = cell, sign = ""] = /^(.*?)\s*(\*+|\(?(?:nader )?voorlopige?(?: cijfers?)?\)?)$/i.exec(cell) ?? [];
  if (sign) return { period, provisional: true };
  // "2019* 1e kwartaal"
  return { period: cell.replace(/^(\d{4})\*+/, "$1"), provisional: /^\d{4}\*/.test(cell) };
}

/** A region by its code, its words, or both in one cell. */
function regionIn(cell: string, isCode: boolean, label: string | undefined): Name {
  if (isCode || REGION.test(cell))
    return { code: /^\d+$/.test(cell) ? `GM${cell.padStart(4, "0")}` : cell, ...(label && { label }) };
  const [, before, after = ""] = /^(GM\d{4})[\s:–-]+(.+)$/i.exec(cell) ?? [];
  const [, words = "", behind] = /^(.+?)[\s:–-]+\(?(GM\d{4})\)?$/i.exec(cell) ?? [];
  if (before) return { code: before, label: after };
  return behind ? { code: behind, label: words } : { label: cell };
}

const wrongCell = (table: Table, rest: readonly Column[]): string | undefined => {
  const last = rest.at(-1);
  const line =
    last && table.lines.find(({ cells }) => !isNone(cells[last.index] ?? "") && !isNumber(cells[last.index] ?? ""));
  return (
    line &&
    `Op regel ${line.number} staat bij “${last.title}” geen getal: “${line.cells[last.index]}”. Haal noten en tekens bij de getallen weg.`
  );
};

const nameOf = (cell: string, isCode: boolean): Name => (isCode ? { code: cell } : { label: cell });
