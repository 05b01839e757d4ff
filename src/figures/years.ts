/** Which periods of a file are whole years. */
import type { Observation } from "./observations.js";

/** The years of a file that count: whole ones, that are over. */
export function yearOf(period: string, now: Date): number | string {
  const [, year = "", rest = ""] = /^(\d{4})(.*)$/.exec(period.trim()) ?? [];
  if (year === "") return "perioden die geen jaar zijn";
  if (rest !== "" && !/^JJ00$/.test(rest)) return "kwartalen, maanden en andere delen van een jaar";
  if (Number(year) >= now.getUTCFullYear()) return "jaren die nog niet voorbij zijn";
  return Number(year);
}

/** Years of which a part is in the file and the whole isn't: a source may give what there is. */
export function partialYears(observations: readonly Observation[]): Set<string> {
  const parts = new Map<string, number>();
  for (const { period } of observations) {
    const [, year = "", rest = ""] = /^(\d{4})(.*)$/.exec(period) ?? [];
    if (/^MM/.test(rest) || /maand|januari|december/i.test(rest)) parts.set(year, Math.max(parts.get(year) ?? 0, 12));
    else if (/^KW/.test(rest) || /kwartaal/i.test(rest)) parts.set(year, Math.max(parts.get(year) ?? 0, 4));
  }
  const counts = new Map<string, Set<string>>();
  for (const { period } of observations) {
    const year = period.slice(0, 4);
    if (period.length > 4 && !/JJ00$/.test(period)) counts.set(year, (counts.get(year) ?? new Set()).add(period));
  }
  return new Set([...parts].filter(([year, all]) => (counts.get(year)?.size ?? 0) < all).map(([year]) => year));
}
