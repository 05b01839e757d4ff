import type { Path } from "../../content/index.js";
import { figure } from "../../dutch.js";
import { type Indicator, isOpen, type Model, numbered } from "../../model/index.js";
import { modelRule, ofValue } from "../rule.js";

type Written = Model["content"]["indicators"][number];
type Told = readonly [path: Path, message: string];

export const indicatorAgrees = modelRule(
  {
    code: "IVP588",
    severity: "warning",
    title: "Wat een indicator van zichzelf zegt, past bij elkaar, en documenten kunnen het tonen.",
    why: "Een streefwaarde die slechter is dan de startwaarde, een bron van voor de cijfers of een grafiek die niet te tekenen is, is meestal een vergissing.",
    mend: "Verbeter de waarde die niet klopt.",
  },
  ({ content, indicators }, loaded) =>
    content.indicators.flatMap((written) => {
      const linked = indicators.find(({ id }) => id === written.id);
      return [
        ...aimsOf(written),
        ...digitsOf(written),
        ...marginsOf(written),
        ...dateOf(written),
        ...chartsOf(linked),
      ].map(([path, message]) => ({
        ...ofValue(loaded, `indicators/${written.id}.yaml`, path, `indicator:${written.id}:${path.join(".")}`),
        message,
      }));
    }),
);

/** Targets beside the baseline. */
function aimsOf({ baseline, targets, direction }: Written): Told[] {
  if (baseline === undefined || isOpen(baseline) || targets === undefined || isOpen(targets)) return [];
  const { year: start, value: from } = baseline;
  return targets.flatMap(({ year, value, municipality }, index): Told[] => {
    if (year <= start)
      return [[["targets", index, "year"], `Deze streefwaarde is voor ${year}, en de startwaarde van ${start}.`]];
    if (municipality !== undefined || isOpen(value) || isOpen(from)) return [];
    const worse = (direction === "lager" && value > from) || (direction === "hoger" && value < from);
    return worse
      ? [
          [
            ["targets", index, "value"],
            `Beter is ${direction}, en deze streefwaarde is slechter dan de startwaarde (${figure(from)}).`,
          ],
        ]
      : [];
  });
}

/** Numbers that are shown with fewer digits than they have. */
function digitsOf({ decimals, values, comparisons, targets }: Written): Told[] {
  if (decimals === undefined) return [];
  const all = [
    ...values,
    ...comparisons.flatMap((one) => one.values ?? []),
    ...(targets && !isOpen(targets) ? targets : []),
  ];
  const cut = all.flatMap(({ value }) => (!isOpen(value) && Number(value.toFixed(decimals)) !== value ? [value] : []));
  const [first] = cut;
  return first === undefined
    ? []
    : [
        [
          ["decimals"],
          `Documenten ronden af: ${figure(first)} staat er als ${figure(Number(first.toFixed(decimals)), decimals)}.`,
        ],
      ];
}

const marginsOf = ({ values }: Written): Told[] =>
  values.flatMap(({ low, high }, index): Told[] =>
    (low === undefined) === (high === undefined)
      ? []
      : [[["values", index], "Van de marge staat hier één grens: een grafiek toont haar dan niet."]],
  );

/** The day on which figures were taken from their source comes after what they count. */
function dateOf({ source, values }: Written): Told[] {
  if (source === undefined || isOpen(source) || source.date === undefined) return [];
  const { date } = source;
  const last = Math.max(...values.flatMap(({ year, value }) => (isOpen(value) ? [] : [year])));
  return Number(date.slice(0, 4)) < last
    ? [
        [
          ["source", "date"],
          `De cijfers zouden uit de bron zijn gehaald voordat ${last} begon, en er is een cijfer van ${last}.`,
        ],
      ]
    : [];
}

/** Charts that were asked for and can't be drawn, where there are figures. */
function chartsOf(indicator: Indicator | undefined): Told[] {
  if (!indicator?.charts) return [];
  const { charts, team, comparisons, municipalities } = indicator;
  const towns = municipalities.map(({ figures }) => numbered(figures));
  const years = [...new Set(towns.flatMap((own) => own.map(({ year }) => year)))].sort((a, b) => a - b);
  const whole = [{ figures: team }, ...comparisons].some(({ figures }) => numbered(figures).length > 0);
  if (!whole && years.length === 0) return [];
  const has = (own: (typeof towns)[number], year: number | undefined) => own.some((one) => one.year === year);
  const can = {
    lijn: whole,
    staven: years.length > 0,
    veelvoud: years.length > 0,
    verschil: years.length > 1 && towns.some((own) => has(own, years[0]) && has(own, years.at(-1))),
  };
  return charts.flatMap((form, index): Told[] =>
    can[form] ? [] : [[["charts", index], `Met deze cijfers is geen grafiek “${form}” te tekenen: zij valt weg.`]],
  );
}
