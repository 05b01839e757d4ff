/** What differs in the tables, pictures and footnotes of two texts, each told as what it is. */

import { align } from "../prose/compared.js";
import { isStructured, type Picture, type Table, type Unit, unitsOf, withLabelsOf } from "../prose/units.js";
import { movedItems } from "./moved-items.js";
import { cellText, rowLine, tableLines } from "./spoken.js";
import type { ChangeType } from "./types.js";

/** Two texts of which one became the other, with what of the text they are: `tabel “Inbraken”, rij “Best”`. */
export interface BlockChange {
  readonly part: string;
  /** Only where it isn't that words became others. */
  readonly type?: ChangeType;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** A text in two: what reads as sentences, and what doesn't. */
export interface Taken {
  readonly flow: string;
  /** Of each paragraph whether it is a quote. */
  readonly quotes: readonly boolean[];
  readonly units: readonly Unit[];
}

/**
 * Takes two texts apart for comparison; nothing when neither has more than paragraphs and lists.
 */
export function takenApart(before: string, after: string): readonly [Taken, Taken] | undefined {
  if (!isStructured(before) && !isStructured(after)) return undefined;
  return [taken(withLabelsOf(before, after)), taken(after)];
}

const isNote = (unit: Unit): boolean => unit.kind === "words" && /\]:/.test(unit.sign);

function taken(text: string): Taken {
  const units = unitsOf(text);
  const words = units.flatMap((unit) => (unit.kind === "words" && !isNote(unit) ? [unit] : []));
  return {
    // Items of a list keep their sign, so that paragraphs stay apart from them.
    flow: words
      .map(
        ({ sign, text: own }) =>
          `${sign
            .replace(/^[\s>]+/, "")
            .replace(/[\s>]+$/, " ")
            .trimStart()}${own}`,
      )
      .join("\n\n"),
    quotes: words.map(({ sign }) => sign.includes(">")),
    units,
  };
}

/**
 * What changed beside the sentences.
 * @param plain a text without its markup
 */
export function blockChanges(before: Taken, after: Taken, plain: (text: string) => string): BlockChange[] {
  const cell = (text = ""): string => plain(cellText(text));
  const of = <K extends Unit["kind"]>({ units }: Taken, kind: K) =>
    units.filter((unit): unit is Extract<Unit, { kind: K }> => unit.kind === kind);
  const notes = (taken: Taken) =>
    new Map(
      of(taken, "words")
        .filter(isNote)
        .map(({ sign, text }) => [sign.replace(/^[\s>]+/, ""), text]),
    );
  return [
    ...pairs(of(before, "table"), of(after, "table"), ({ caption }) => caption).flatMap((pair) =>
      tableChanges(pair, cell),
    ),
    ...pairs(of(before, "picture"), of(after, "picture"), ({ image }) => image).flatMap(([old, fresh]) => [
      ...changed("afbeelding", imageOf(old)?.file, imageOf(fresh)?.file),
      ...changed("wat op een afbeelding staat", imageOf(old)?.alternative, imageOf(fresh)?.alternative),
      ...changed("bijschrift van een afbeelding", old?.caption, fresh?.caption),
      ...changed("bron van een afbeelding", old?.source, fresh?.source),
    ]),
    ...pairs([...notes(before)], [...notes(after)], ([sign]) => sign).flatMap(([old, fresh]) =>
      changed("voetnoot", old?.[1], fresh?.[1]),
    ),
  ];
}

/** Things of two lists side by side: those with the same name, and of the others those in the same order. */
function pairs<T>(
  before: readonly T[],
  after: readonly T[],
  name: (thing: T) => string,
): [T | undefined, T | undefined][] {
  const rest = before.filter((old) => !after.some((fresh) => name(fresh) === name(old)));
  const found = after.map((fresh): [T | undefined, T | undefined] => [
    before.find((old) => name(old) === name(fresh)) ?? rest.shift(),
    fresh,
  ]);
  return [...found, ...rest.map((old): [T, undefined] => [old, undefined])];
}

/** The file of a picture and what its author says is on it. */
function imageOf(picture: Picture | undefined) {
  const [, alternative, file] = /^!\[(.*)\]\((.*)\)$/.exec(picture?.image ?? "") ?? [];
  return picture && { alternative, file: file?.replace(/[_*`]/g, "\\$&") };
}

function changed(part: string, before = "", after = ""): BlockChange[] {
  if (before === after) return [];
  return [{ part, before: before ? [before] : [], after: after ? [after] : [] }];
}

function tableChanges([before, after]: readonly [Table | undefined, Table | undefined], cell: Read): BlockChange[] {
  if (!before || !after) {
    const [gone, come] = [before ? tableLines(before) : [], after ? tableLines(after) : []];
    return [{ part: "tabel", before: gone, after: come }];
  }
  const part = `tabel “${cell(after.caption || before.caption)}”`;
  const columns = align(before.header, after.header);
  const sameColumns = columns.every(
    ({ same, before: gone, after: come }) => same.length > 0 || gone.length === come.length,
  );
  return [
    ...changed(`${part}, bijschrift`, before.caption, after.caption),
    ...changed(`${part}, bron`, before.source, after.source),
    ...(sameColumns
      ? before.header.flatMap((old, index) =>
          changed(`${part}, kop van kolom ${index + 1}`, cellText(old), cellText(after.header[index])),
        )
      : columns.flatMap(({ same, before: gone, after: come }) =>
          same.length > 0
            ? []
            : [
                {
                  part: `${part}, kolommen`,
                  before: gone.map((own) => cell(own)),
                  after: come.map((own) => cell(own)),
                },
              ],
        )),
    ...rowChanges(before, after, { part, sameColumns, cell }),
    ...(before.rule.replace(/-+|\s/g, "-") === after.rule.replace(/-+|\s/g, "-") || !sameColumns
      ? []
      : [{ part, type: "layout" as const, before: [alignment(before.rule)], after: [alignment(after.rule)] }]),
  ];
}

const alignment = (rule: string): string =>
  `Kolommen: ${rule
    .split("|")
    .map((one) => one.trim())
    .filter(Boolean)
    .map((one) =>
      /^:-+:$/.test(one) ? "midden" : one.endsWith(":") ? "rechts" : one.startsWith(":") ? "links" : "vanzelf",
    )
    .join(", ")}`;

type Row = readonly string[];

/** How a cell reads without its markup. */
type Read = (text?: string) => string;

interface InTable {
  /** How the table is called. */
  readonly part: string;
  /** Whether both have the same columns, in the same order. */
  readonly sameColumns: boolean;
  readonly cell: Read;
}

/** Rows go by their first cell. */
function rowChanges(before: Table, after: Table, { part, sameColumns, cell }: InTable): BlockChange[] {
  const [was, is] = [named(before.rows), named(after.rows)];
  const gone = [...was.keys()].filter((name) => !is.has(name));
  const come = [...is.keys()].filter((name) => !was.has(name));
  // As many rows with other names are the same rows.
  const renamed =
    gone.length === come.length
      ? new Map(come.map((name, index) => [name, gone[index] ?? name]))
      : new Map<string, string>();
  const columnOf = (index: number): number => (sameColumns ? index : before.header.indexOf(after.header[index] ?? ""));
  const cells = [...is].flatMap(([name, row]): BlockChange[] => {
    const old = was.get(renamed.get(name) ?? name);
    if (!old) return [{ part: `${part}, rij`, before: [], after: [rowLine(after.header, row)] }];
    return row.flatMap((own, index) => {
      const column = columnOf(index);
      if (column < 0) return [];
      const where = [`rij “${cell(old[0])}”`, ...(index > 0 ? [`kolom “${cell(after.header[index])}”`] : ["naam"])];
      const [a, b] = [cellText(old[column]), cellText(own)];
      return a === b ? [] : [{ part: `${part}, ${where.join(", ")}`, before: [a || "leeg"], after: [b || "leeg"] }];
    });
  });
  const kept = [...is.keys()].filter((name) => was.has(name));
  const order = movedItems(
    [...was.keys()].filter((name) => is.has(name)),
    kept,
  );
  const place = (names: readonly string[], name: string): string => {
    const previous = names[names.indexOf(name) - 1];
    return previous === undefined ? "vooraan" : `na “${cell(previous)}”`;
  };
  return [
    ...cells,
    ...(renamed.size > 0
      ? []
      : gone.map((name) => ({
          part: `${part}, rij`,
          before: [rowLine(before.header, was.get(name) ?? [])],
          after: [],
        }))),
    ...order.map((name) => ({
      part: `${part}, rij “${cell(name)}”`,
      type: "moved" as const,
      before: [place([...was.keys()], name)],
      after: [place([...is.keys()], name)],
    })),
  ];
}

/** Rows by their first cell; the second with the same name has a name of its own. */
function named(rows: readonly Row[]): Map<string, Row> {
  const found = new Map<string, Row>();
  for (const row of rows) {
    let [name = ""] = row;
    while (found.has(name)) name += " ";
    found.set(name, row);
  }
  return found;
}
