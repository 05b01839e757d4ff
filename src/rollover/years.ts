/** The years of what comes next: what they are, and where the old ones are named. */
import { period } from "../dutch.js";
import { UsageError } from "../errors.js";
import { FIRST_YEAR, LAST_YEAR, type Years } from "../model/index.js";

/** Years that the user gave apart from the name. */
export interface Given {
  readonly from?: number;
  readonly to?: number;
}

/**
 * The years that a name such as "2021-2022" or "2021" says, or that were given.
 * @throws {UsageError} when they can't be years, or aren't said
 */
export function yearsOf(name: string, given: Given = {}): Years {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) || name.length > 60)
    throw new UsageError(
      `“${name}” kan geen sleutelnaam zijn.`,
      "Gebruik kleine letters, cijfers en streepjes, zoals 2029-2030.",
    );
  const [, first, last = first] = /^(\d{4})(?:-(\d{4}))?$/.exec(name) ?? [];
  const from = given.from ?? (first ? Number(first) : undefined);
  const to = given.to ?? (last && given.from === undefined ? Number(last) : from);
  if (from === undefined || to === undefined)
    throw new UsageError(
      `“${name}” zegt niet om welke jaren het gaat.`,
      "Geef jaren, zoals 2029-2030, of zeg ze erbij met --from en --to.",
    );
  if (from > to)
    throw new UsageError(`De looptijd ${from}–${to} eindigt voordat zij begint.`, "Zet het eerste jaar voorop.");
  if (from < FIRST_YEAR || to > LAST_YEAR)
    throw new UsageError(
      `De looptijd ${period({ from, to })} kan niet.`,
      `Geef jaren van ${FIRST_YEAR} tot en met ${LAST_YEAR}.`,
    );
  return { from, to };
}

/** A text with other years in the place of a period: "2019–2020", "2019 en 2020", "2019"; the same text when it names none. */
export function withYears(text: string, old: Years, fresh: Years): string {
  const between = String.raw`(\s*[–/-]\s*|\s+(?:en|t/m|tot en met)\s+)`;
  const pattern =
    old.from === old.to
      ? new RegExp(String.raw`\b${old.from}\b`, "g")
      : new RegExp(String.raw`\b${old.from}${between}${old.to}\b`, "g");
  return text.replace(pattern, (_, sign: unknown) => {
    if (fresh.from === fresh.to) return String(fresh.from);
    return `${fresh.from}${typeof sign === "string" ? sign : "–"}${fresh.to}`;
  });
}

/** Whether a text names a year of a period. */
export const namesYear = (text: string, { from, to }: Years): boolean =>
  [...text.matchAll(/\b(?:19|20)\d\d\b/g)].some(([year]) => Number(year) >= from && Number(year) <= to);
