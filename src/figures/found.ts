/** The figures of an indicator in a file: each of one place and year, and possible. */
import { agree, firstOf, one } from "../dutch.js";
import type { UsageError } from "../errors.js";
import { existedIn, type Indicator, type Model } from "../model/index.js";
import type { Figures } from "./files.js";
import { type Area, areasOf, type Found, ofItem, type Passed, pass, shownName } from "./match.js";
import type { Observation } from "./observations.js";
import { refuse } from "./refusal.js";
import { partialYears, yearOf } from "./years.js";

/** All figures of an indicator in a file. @throws {UsageError} for what could mean more, or can't be */
export function figuresOf(
  model: Model,
  indicator: Indicator,
  figures: Figures,
  { now, team, passed }: { readonly now: Date; readonly team: string; readonly passed: Passed },
): Found[] {
  const own = ofItem(indicator, figures, passed);
  const areaOf = areasOf(model, indicator, team);
  const partial = partialYears(own);
  const found = new Map<
    string,
    { -readonly [K in keyof Found]?: Found[K] } & { area: Area; year: number; line: number }
  >();
  const absent = new Map<string, Observation>();
  const twice = (area: Area, year: number, file: string, lines: readonly [number, number]): UsageError =>
    refuse(
      indicator,
      `${file} heeft twee cijfers voor ${area.title} in ${year} (regel ${Math.min(...lines)} en ${Math.max(...lines)}).`,
      "Haal de tabel opnieuw op, met elk gebied en elk jaar één keer.",
    );
  for (const one of own) {
    const area = areaOf(one.region);
    const year = yearOf(one.period, now);
    const reason = area ? reasonOf(model, one, { area, year, partial }) : "gebieden die de inhoud niet kent";
    if (!area || reason !== undefined || typeof year === "string") {
      if (area && one.value === undefined) absent.set(`${area.kind}:${area.id}:${year} ${one.bound}`, one);
      pass(passed, reason ?? "", area ? `${area.title} ${one.period}` : shownName(one.region), one.line);
      continue;
    }
    const key = `${area.kind}:${area.id}:${year}`;
    const known = found.get(key) ?? { area, year, line: one.line };
    if (known[one.bound] !== undefined && known[one.bound] !== one.value)
      throw twice(area, year, one.file, [known.line, one.line]);
    found.set(key, { ...known, [one.bound]: one.value, provisional: one.provisional || known.provisional === true });
  }
  return [...found].flatMap(([key, one]) => {
    const none = absent.get(`${key} value`);
    if (none) throw twice(one.area, one.year, none.file, [one.line, none.line]);
    return one.value === undefined ? [] : [{ provisional: false, ...one, value: one.value }];
  });
}

/** Why a number is passed over; nothing where it counts. */
function reasonOf(
  model: Model,
  { value, sign }: Observation,
  {
    area,
    year,
    partial,
  }: { readonly area: Area; readonly year: number | string; readonly partial: ReadonlySet<string> },
): string | undefined {
  if (typeof year === "string") return year;
  if (partial.has(String(year))) return "jaren waarvan het bestand maar een deel heeft";
  const { period } = model.content.plan;
  const first = period.from - BEFORE;
  if (year < first || year > period.to)
    return `jaren die niet bij ${agree("de", model.terms.plan.brief)} horen (voor ${first} of na ${period.to})`;
  const town = area.kind === "municipality" && model.municipalities.find(({ id }) => id === area.id);
  if (town && !existedIn(town, year)) return "gemeenten die dat jaar niet of niet heel bestonden";
  return value === undefined ? `cijfers die de bron niet geeft (${sign || "leeg"})` : undefined;
}

/** How many years before the plan its figures may go back. */
const BEFORE = 10;

/** @throws {UsageError} when a number can't be of this indicator */
export function requirePossible(indicator: Indicator, found: readonly Found[]): void {
  const { lowest, highest } = indicator;
  const wrong = found.filter(
    ({ value, low = value, high = value }) =>
      [value, low, high].some((number) => number < lowest || (highest !== undefined && number > highest)) ||
      low > value ||
      high < value,
  );
  if (wrong.length > 0)
    throw refuse(
      indicator,
      `${one(wrong.length, "dit cijfer kan", "deze cijfers kunnen")} niet (laagste ${lowest}${highest === undefined ? "" : `, hoogste ${highest}`}): ${firstOf(
        wrong.map(
          ({ area, year, value, line }) => `${area.title} ${year} ${value}${line > 0 ? `, regel ${line}` : ""}`,
        ),
        5,
      )}.`,
      "Is het de goede tabel en de goede eenheid? Kijk ook naar lowest en highest.",
    );
}
