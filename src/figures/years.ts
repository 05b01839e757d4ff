/** Which periods of a file are whole years. */
import type { Observation } from "./observations.js";

const MONTH = /mm|maand|\b(?:jan|feb|maart|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec)|^\d{4}-?m?\d\d$/i;
const QUARTER = /kw|q\d|kwartaal|^\d{4}-?k\d/i;
const HALF = /hj|half/i;

/** Of how many parts of a year a period is one; nothing for a year, and for what is none. */
function partsOf(period: string): number | undefined {
  if (/^\d{4}(?:JJ00)?$/i.test(period)) return undefined;
  return HALF.test(period) ? 2 : QUARTER.test(period) ? 4 : MONTH.test(period) ? 12 : undefined;
}

/** The years of a file that count: whole ones, that are over. */
export function yearOf(period: string, now: Date): number | string {
  const [, year] = /^(\d{4})(?:JJ00)?$/i.exec(period) ?? [];
  if (partsOf(period) !== undefined) return "kwartalen, maanden en andere delen van een jaar";
  if (year === undefined) return "perioden die geen jaar zijn";
  if (Number(year) >= now.getUTCFullYear()) return "jaren die nog niet voorbij zijn";
  return Number(year);
}

/** Years of which a part is in the file and the whole isn't: a source may give what there is. */
export function partialYears(observations: readonly Observation[]): Set<string> {
  const known = new Map<string, { all: number; readonly parts: Set<string> }>();
  for (const { period } of observations) {
    const all = partsOf(period);
    if (all === undefined) continue;
    const [year = ""] = /\b(?:19|20)\d\d/.exec(period) ?? [];
    const own = known.get(year) ?? { all: 0, parts: new Set() };
    known.set(year, own);
    own.all = Math.max(own.all, all);
    own.parts.add(period);
  }
  return new Set([...known].filter(([, { all, parts }]) => parts.size < all).map(([year]) => year));
}
