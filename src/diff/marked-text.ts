/** Two texts in the prose dialect as one, with marks around what went and what came. */

import { align, alignWords, numbers } from "../prose/compared.js";
import { added, removed } from "../prose/marks.js";
import { type Picture, type Table, textOf, type Unit, unitsOf, type Words, withLabelsOf } from "../prose/units.js";

type Mark = (text: string) => string;

/** The new text with the words marked that differ from the old one. Its paragraphs, lists and tables stay what they are. */
export const markedText = (before: string, after: string): string =>
  whole(
    align(unitsOf(withLabelsOf(before, after).trim()), unitsOf(after.trim()), (a, b) => said(a) === said(b)).flatMap(
      ({ same, before: gone, after: come }) => {
        const rest = [...gone];
        const marked = come.map((unit) => {
          const index = rest.findIndex((former) => isAlike(former, unit));
          const [former] = index < 0 ? [] : rest.splice(index, 1);
          return former ? mergedUnit(former, unit) : marks(added, unit);
        });
        return [...same, ...marked, ...rest.map((unit) => apart(marks(removed, unit)))];
      },
    ),
  );

/** A text that is new, or gone, as a whole. */
export const markedWholly = (text: string, change: "added" | "removed"): string =>
  whole(unitsOf(text.trim()).map((unit) => marks(change === "added" ? added : removed, unit)));

const whole = (units: readonly Unit[]): string => textOf(units).trim();

/** What a unit says, wherever it stands; numbers that shifted don't count. */
const said = ({ gap: _, ...unit }: Unit): string => JSON.stringify(unit).replace(numbers, "#");

/** Whether one unit can have become another. */
function isAlike(before: Unit, after: Unit): boolean {
  if (before.kind === "words" && after.kind === "words") return noteIn(before) === noteIn(after);
  if (before.kind === "table" && after.kind === "table") return before.header.length === after.header.length;
  return before.kind === "picture" && after.kind === "picture" && before.image === after.image;
}

/** The label of a footnote. */
const noteIn = ({ sign }: Words): string | undefined => /\[\^([^\]\s]+)\]:/.exec(sign)?.[1];

function mergedUnit(before: Unit, after: Unit): Unit {
  if (before.kind === "table" && after.kind === "table") return mergedTable(before, after);
  if (before.kind === "picture" && after.kind === "picture") {
    const { caption, source } = before;
    return { ...after, caption: mergedWords(caption, after.caption), source: mergedWords(source, after.source) };
  }
  return before.kind === "words" && after.kind === "words"
    ? { ...after, text: mergedWords(before.text, after.text) }
    : after;
}

/** Rows go by their first cell; a row that is gone stands after the one that it came after. */
function mergedTable(before: Table, after: Table): Table {
  const name = ([first = ""]: readonly string[]): string => first;
  const merge = (old: readonly string[], fresh: readonly string[]): string[] =>
    fresh.map((cell, column) => mergedWords(old[column] ?? "", cell));
  const rows = align(before.rows, after.rows, (a, b) => name(a) === name(b)).flatMap(
    ({ same, before: gone, after: come }) => {
      if (same.length > 0)
        return same.map((row) => merge(before.rows.find((old) => name(old) === name(row)) ?? row, row));
      // As many rows with other names are the same rows.
      if (gone.length === come.length) return come.map((row, index) => merge(gone[index] ?? [], row));
      return [...gone.map((row) => inCells(removed, row)), ...come.map((row) => inCells(added, row))];
    },
  );
  return {
    ...after,
    caption: mergedWords(before.caption, after.caption),
    source: mergedWords(before.source, after.source),
    header: merge(before.header, after.header),
    rows,
  };
}

/** A unit that came or went, with marks on its words. */
function marks(mark: Mark, unit: Unit): Unit {
  const own = (text: string): string => wholly(mark, text);
  if (unit.kind === "words") return { ...unit, text: own(unit.text) };
  const { caption, source } = unit;
  const around: Pick<Picture | Table, "caption" | "source"> = { caption: own(caption), source: own(source) };
  return unit.kind === "picture"
    ? { ...unit, ...around }
    : { ...unit, ...around, header: inCells(mark, unit.header), rows: unit.rows.map((row) => inCells(mark, row)) };
}

const inCells = (mark: Mark, cells: readonly string[]): string[] => cells.map((cell) => wholly(mark, cell));

/** What is gone stands by itself: an item under other items, anything else with a line between. */
const apart = (unit: Unit): Unit => ({
  ...unit,
  gap: unit.kind === "words" && /[-*+]\s|\d[.)]\s/.test(unit.sign) ? "\n" : "\n\n",
});

function mergedWords(before: string, after: string): string {
  if (before.replace(numbers, "#") === after.replace(numbers, "#")) return after;
  // Within the address of a link there is no room for a mark.
  const words = /\]\(/.test(before + after) ? undefined : alignWords(before, after);
  if (!words) return [wholly(removed, before), wholly(added, after)].filter(Boolean).join(" ");
  return words
    .map(({ text, change }) => {
      if (change === "removed") return around(removed, text.replace(/(?<!\\)\*+/g, ""));
      return change === "added" ? wholly(added, text) : text;
    })
    .join("");
}

/** Puts a mark around a text, but not around the signs of emphasis: each would end within the other. */
const wholly = (mark: Mark, text: string): string =>
  text
    // A star with a backslash before it is one that readers see.
    .split(/((?<!\\)\*+)/)
    .map((piece) => (/^\*+$/.test(piece) ? piece : around(mark, piece)))
    .join("");

/** Space around marked words stands outside the mark. */
function around(mark: Mark, text: string): string {
  const [, lead = "", core = "", tail = ""] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  return core ? `${lead}${mark(core)}${tail}` : text;
}
