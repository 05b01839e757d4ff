/** What a file of a source says: numbers of places, years and items. */
import type { UsageError } from "../errors.js";
import { type Decimals, isNone, isNumber, type Mark, markOf, numberOf } from "./numbers.js";
import { type Line, unusable } from "./table.js";

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
  /** What stands with the number in its cell. */
  readonly mark?: Mark;
}

/** A way to tell apart that gives the bounds of a margin. */
export const isMargin = (title: string): boolean => /^marges?/i.test(title);

export function boundOf(name: Name | undefined): Observation["bound"] {
  if (name && (/^MO/.test(name.code ?? "") || /ondergrens/i.test(name.label ?? ""))) return "low";
  if (name && (/^MB/.test(name.code ?? "") || /bovengrens/i.test(name.label ?? ""))) return "high";
  return "value";
}

/** As the schema has it: nobody counts more. */
const GREATEST = 1e12;

/** @throws {UsageError} for what is no number, or could be two */
export function numberIn(
  name: string,
  { number }: Line,
  { cell, title, decimals }: { readonly cell: string; readonly title: string; readonly decimals: Decimals | undefined },
): { value: number; mark: Mark } | { sign: string } {
  if (isNone(cell)) return { sign: cell };
  const wrong = (why: string, mend: string): UsageError =>
    unusable(name, `op regel ${number} staat bij “${title}” ${why}: “${cell}”.`, mend);
  if (!isNumber(cell))
    throw wrong(
      "geen getal",
      "Haal noten en tekens bij de getallen weg, of haal het bestand opnieuw op, zonder opmaak.",
    );
  const value = numberOf(cell, decimals);
  if (value === undefined)
    throw wrong(
      "een getal dat meer kan betekenen",
      "Haal het bestand op zonder punten of komma's tussen duizendtallen.",
    );
  if (Math.abs(value) > GREATEST) throw wrong("een getal dat te groot is", "Haal het bestand opnieuw op.");
  return { value, mark: markOf(cell) };
}
