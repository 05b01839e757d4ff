/** Numbers per so many inhabitants, of counts and a file with inhabitants. */
import { firstOf } from "../dutch.js";
import { UsageError } from "../errors.js";
import { existedIn, type Indicator, type Model } from "../model/index.js";
import type { Figures } from "./files.js";
import { type Area, areasOf, type Found, type Passed, pass, shownName } from "./match.js";

/** How many inhabitants an area has in a year. */
export type Population = ReadonlyMap<string, number>;

const keyOf = ({ kind, id }: Area, year: number): string => `${kind}:${id}:${year}`;

/** @throws {UsageError} when the file says more than how many people live where in which year */
export function populationIn(model: Model, indicator: Indicator, { observations }: Figures, team: string): Population {
  const all = observations.filter(({ topic }) => PEOPLE.test(shownName(topic)));
  const own = all.length > 0 ? all : observations;
  const topics = new Set(own.map(({ topic }) => shownName(topic)));
  const items = new Set(own.map(({ items: names }) => names.map(shownName).join(" / ")));
  if (topics.size > 1 || items.size > 1)
    throw new UsageError(
      `Het bestand met inwoners heeft meer dan één soort cijfers: ${firstOf([...(topics.size > 1 ? topics : items)], 6)}. Er is niets gewijzigd.`,
      "Kies in de bron alleen het aantal inwoners (totaal), per gemeente en per jaar.",
    );
  // As the unit has it, or the words of the topic.
  const thousands = own.find(({ topic }) =>
    /\bx ?1|duizend|1[ .]000|mln|miljoen/i.test(topic.unit ?? shownName(topic)),
  );
  if (thousands)
    throw new UsageError(
      `${thousands.file}: het aantal inwoners staat in “${thousands.topic.unit ?? shownName(thousands.topic)}”. Er is niets gewijzigd.`,
      "Kies in de bron de hele aantallen.",
    );
  const areaOf = areasOf(model, indicator, team);
  const people = new Map<string, number>();
  for (const { region, period, value, file, line } of own) {
    const area = areaOf(region);
    const [, year] = /^(\d{4})(?:JJ00)?$/.exec(period) ?? [];
    if (!area || year === undefined || value === undefined) continue;
    const key = keyOf(area, Number(year));
    if (!Number.isInteger(value) || value <= 0 || (people.has(key) && people.get(key) !== value))
      throw new UsageError(
        `${file}: regel ${line} heeft voor ${area.title} in ${year} ${people.has(key) ? "een ander aantal inwoners dan eerder" : `geen aantal inwoners: ${value}`}. Er is niets gewijzigd.`,
      );
    people.set(key, value);
  }
  return people;
}

const PEOPLE = /bevolking|inwoners/i;

/** Counts as numbers per so many inhabitants; with that of all municipalities, in the years in which each has both. */
export function asRates(
  model: Model,
  indicator: Indicator,
  found: readonly Found[],
  people: Population,
  { team, passed }: { readonly team: string; readonly passed: Passed },
): Found[] {
  const per = indicator.per ?? 1;
  const rate = (count: number, all: number): number => Number(((count / all) * per).toFixed(2));
  const rates = found.flatMap((one): Found[] => {
    const all = people.get(keyOf(one.area, one.year));
    if (all === undefined) {
      pass(passed, "cijfers zonder aantal inwoners", `${one.area.title} ${one.year}`, one.line);
      return [];
    }
    const { low, high } = one;
    return [
      {
        ...one,
        value: rate(one.value, all),
        ...(low !== undefined && { low: rate(low, all) }),
        ...(high !== undefined && { high: rate(high, all) }),
      },
    ];
  });
  const years = new Set(found.filter(({ area }) => area.kind === "municipality").map(({ year }) => year));
  const together = [...years].flatMap((year): Found[] => {
    if (found.some((one) => one.area.kind === "team" && one.year === year) || indicator.summed) return [];
    const towns = model.municipalities.filter((town) => existedIn(town, year));
    const own = towns.map(({ id }) => ({
      figure: found.find((one) => one.area.kind === "municipality" && one.area.id === id && one.year === year),
      all: people.get(`municipality:${id}:${year}`),
    }));
    let [count, inhabitants, provisional] = [0, 0, false];
    for (const { figure, all } of own) {
      if (!figure || all === undefined) return [];
      count += figure.value;
      inhabitants += all;
      provisional ||= figure.provisional;
    }
    return [
      { area: { kind: "team", id: "", title: team }, year, value: rate(count, inhabitants), provisional, line: 0 },
    ];
  });
  return [...rates, ...together];
}
