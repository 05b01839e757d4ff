import { byName } from "../dutch.js";
import { onlyOne, type WholeContent } from "./defaults.js";
import { type Aim, type Figure, type Indicator, isOpen, type Model, type Municipality } from "./types.js";

type Source = WholeContent["indicators"][number];
type Written = Source["values"][number];

/** Indicators with what they measure, and their figures by whose they are. */
export function linkIndicators(
  { indicators, goals }: WholeContent,
  { priorities, measures, municipalities }: Pick<Model, "priorities" | "measures" | "municipalities">,
): Indicator[] {
  // What the only municipality has, is what all have.
  const only = onlyOne(municipalities);
  const apart = only ? [] : municipalities;
  const whole = <T extends { readonly year: number }>(all: ReadonlyMap<string | undefined, T[]>): T[] => {
    const own = all.get(undefined) ?? [];
    const more = (only && all.get(only.id)) ?? [];
    return [...own, ...more.filter(({ year }) => own.every((one) => one.year !== year))].sort(byYear);
  };
  return indicators
    .map((source): Indicator => {
      const { values, comparisons, targets, team, ...rest } = source;
      const figures = byTown(values);
      const aims = byTown(targets === undefined || isOpen(targets) ? [] : targets);
      const towns = apart.flatMap((municipality) => {
        const [own, ownAims] = [figures.get(municipality.id), aims.get(municipality.id)];
        if (!own && !ownAims) return [];
        return [{ municipality, figures: (own ?? []).map(figureOf), targets: (ownAims ?? []).map(aimOf) }];
      });
      const summed = team === "som" && !only;
      return {
        ...rest,
        decimals: source.decimals ?? digitsIn(source),
        goals: among(goals.goals, source.goals),
        priorities: among(priorities, source.priorities),
        measures: among(measures, source.measures),
        targets: targets === undefined || isOpen(targets) ? targets : whole(aims).map(aimOf),
        team: summed ? sums(towns, municipalities) : whole(figures).map(figureOf),
        summed,
        municipalities: towns,
        comparisons: comparisons.map(({ values: own = [], ...area }) => ({
          ...area,
          figures: [...own].sort(byYear).map(figureOf),
        })),
      };
    })
    .sort((a, b) => byName(a.title, b.title));
}

/** The indicators that measure a thing. */
export const indicatorsOf = (
  { indicators }: Pick<Model, "indicators">,
  kind: "goals" | "priorities" | "measures",
  id: string,
): Indicator[] => indicators.filter((indicator) => indicator[kind].some((thing) => thing.id === id));

/** Whether a municipality was there during a whole year: one that ends on the first of January wasn't in that year. */
export const existedIn = ({ until }: Pick<Municipality, "until">, year: number): boolean =>
  until === undefined || until > `${year}-12-31`;

/** A figure that has a number. */
export type NumberedFigure = Figure & { readonly value: number };

/** The figures that have a number: what is open has none. */
export const numbered = (figures: readonly Figure[]): NumberedFigure[] =>
  figures.filter((one): one is NumberedFigure => !isOpen(one.value));

/** Whether there is a number of anyone. */
export const hasNumbers = ({ team, municipalities, comparisons }: Indicator): boolean =>
  [...municipalities, ...comparisons, { figures: team }].some(({ figures }) => numbered(figures).length > 0);

/** As many digits as its numbers have behind the comma at most: those of one indicator are shown alike. */
function digitsIn({ values, comparisons, targets, baseline }: Source): number {
  const all = [
    ...values,
    ...comparisons.flatMap(({ values: own = [] }) => own),
    ...(targets === undefined || isOpen(targets) ? [] : targets),
    ...(baseline === undefined || isOpen(baseline) ? [] : [baseline]),
  ];
  let most = 0;
  for (const { value } of all) if (!isOpen(value)) most = Math.max(most, digitsOf(value));
  return most;
}

function digitsOf(value: number): number {
  const hundredths = Math.round(value * 100);
  return hundredths % 100 === 0 ? 0 : hundredths % 10 === 0 ? 1 : 2;
}

const among = <T extends { readonly id: string }>(things: readonly T[], ids: readonly string[]): T[] =>
  things.filter(({ id }) => ids.includes(id));

const byYear = (a: { readonly year: number }, b: { readonly year: number }): number => a.year - b.year;

/** What each municipality has, in the order of the years; what is nobody's own is under `undefined`. */
function byTown<T extends { readonly municipality?: string; readonly year: number }>(
  all: readonly T[],
): Map<string | undefined, T[]> {
  const towns = new Map<string | undefined, T[]>();
  for (const one of [...all].sort(byYear)) {
    const own = towns.get(one.municipality);
    if (own) own.push(one);
    else towns.set(one.municipality, [one]);
  }
  return towns;
}

const figureOf = ({ year, value, low, high, provisional }: Omit<Written, "municipality">): Figure => ({
  year,
  value,
  ...(low !== undefined && { low }),
  ...(high !== undefined && { high }),
  provisional: provisional === "ja",
});

const aimOf = ({ year, value }: Aim): Aim => ({ year, value });

/** What the municipalities have together, in the years in which each that was there has a figure. */
function sums(towns: Indicator["municipalities"], all: readonly Municipality[]): Figure[] {
  const known = new Map(
    towns.map(({ municipality, figures }) => [
      municipality.id,
      new Map(figures.map((figure) => [figure.year, figure])),
    ]),
  );
  const years = [...new Set(towns.flatMap(({ figures }) => figures.map(({ year }) => year)))].sort((a, b) => a - b);
  return years.flatMap((year) => {
    const present = all.filter((town) => existedIn(town, year));
    const figures = present.map(({ id }) => known.get(id)?.get(year));
    let [hundredths, provisional] = [0, false];
    for (const figure of figures) {
      if (figure === undefined || isOpen(figure.value)) return [];
      // Whole hundredths, as fractions don't add up in binary.
      hundredths += Math.round(figure.value * 100);
      provisional ||= figure.provisional;
    }
    return present.length === 0 ? [] : [{ year, value: hundredths / 100, provisional }];
  });
}
