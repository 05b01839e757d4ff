/** Which charts an indicator has, and what each shows. */
import { counted, enumeration } from "../../dutch.js";
import { type Indicator, type Model, type Municipality, numbered } from "../../model/index.js";
import { prose } from "../blocks.js";
import type { Plot } from "../chart.js";
import type { Block } from "../tree.js";
import { beside, leftOut } from "./beside.js";
import { inWords } from "./in-words.js";
import {
  aimSeries,
  knownIn,
  othersOf,
  plotValue,
  seriesOf,
  startsAtZero,
  teamAims,
  townYears,
  wholeArea,
} from "./series.js";

/** With more municipalities than this, each is told in its own annex only. */
export const MOST_TOWNS = 40;

const isEmpty = (plot: Plot): boolean => {
  switch (plot.form) {
    case "lines":
      return plot.series.length === 0;
    case "multiples":
      return plot.panels.length === 0;
    case "bars":
      return !plot.bars.some(({ number }) => number);
    case "change":
      return plot.rows.length === 0;
  }
};

/** A chart with what it shows in words; nothing where there is nothing to show. */
function chart(caption: string, plot: Plot): Block[] {
  return isEmpty(plot) ? [] : [{ type: "figure", caption, alternative: inWords(plot), chart: { type: "plot", plot } }];
}

/** All together per year, beside other areas, with what it should become. */
export function lineChart(model: Model, indicator: Indicator): Block[] {
  const own = seriesOf(indicator, wholeArea(model), "own", indicator.team);
  const { shown, left } = beside(own, othersOf(indicator));
  const series = [...own, ...shown];
  const all = series.length > 0 ? [...series, ...aimSeries(indicator, teamAims(indicator))] : [];
  return [
    ...chart(`${indicator.title} per jaar`, {
      form: "lines",
      unit: indicator.unit,
      fromZero: startsAtZero(all),
      series: all,
    }),
    ...leftOut(left),
  ];
}

/** One municipality per year, beside what can be compared with it: a sum of counts can't. */
export function townLineChart(model: Model, indicator: Indicator, town: Municipality): Block[] {
  const own = indicator.municipalities.find(({ municipality }) => municipality.id === town.id);
  const mine = seriesOf(indicator, town.title, "own", own?.figures ?? []);
  const whole = indicator.summed ? [] : seriesOf(indicator, wholeArea(model), "other", indicator.team);
  const { shown, left } =
    indicator.summed || mine.length === 0 ? { shown: [], left: [] } : beside(mine, othersOf(indicator));
  const series = mine.length > 0 ? [...mine, ...whole, ...shown, ...aimSeries(indicator, own?.targets ?? [])] : [];
  return [
    ...chart(`${indicator.title} in ${town.title} per jaar`, {
      form: "lines",
      unit: indicator.unit,
      fromZero: startsAtZero(series),
      series,
    }),
    ...leftOut(left),
  ];
}

/** The last year in which municipalities have a number, side by side. */
export function barChart(model: Model, indicator: Indicator, town?: Municipality): Block[] {
  const year = townYears(indicator).at(-1);
  if (year === undefined) return [];
  const known = new Map(indicator.municipalities.map(({ municipality, figures }) => [municipality.id, figures]));
  const marks = indicator.summed
    ? []
    : [
        ...aimSeries(
          indicator,
          teamAims(indicator).filter((aim) => aim.year === year),
        ),
        ...seriesOf(
          indicator,
          wholeArea(model),
          "own",
          indicator.team.filter((one) => one.year === year),
        ),
        ...indicator.comparisons.flatMap(({ title, figures }) =>
          seriesOf(
            indicator,
            title,
            "other",
            figures.filter((one) => one.year === year),
          ),
        ),
      ].flatMap(({ title, points }) => points.map((point) => ({ title, ...point })));
  return chart(`${indicator.title} per gemeente in ${year}`, {
    form: "bars",
    unit: indicator.unit,
    fromZero: true,
    bars: model.municipalities.map((municipality) => {
      const found = knownIn(known.get(municipality.id) ?? [], year);
      return {
        title: municipality.title,
        ...(found && { number: plotValue(indicator, found) }),
        ...(municipality.id === town?.id && { own: true as const }),
      };
    }),
    marks,
  });
}

/** A small line for each municipality. */
function multiplesChart({ municipalities }: Model, indicator: Indicator): Block[] {
  const panels = indicator.municipalities.flatMap(({ municipality, figures, targets }) => {
    const series = seriesOf(indicator, municipality.title, "own", figures);
    return series.length > 0
      ? [{ title: municipality.title, series: [...series, ...aimSeries(indicator, targets)] }]
      : [];
  });
  const [first] = panels;
  const where =
    panels.length === 1 && first
      ? `in ${first.title}`
      : panels.length === municipalities.length
        ? "in elke gemeente"
        : `in ${counted(panels.length, "gemeente", "gemeenten")}`;
  return chart(`${indicator.title} per jaar ${where}`, {
    form: "multiples",
    unit: indicator.unit,
    fromZero: startsAtZero(panels.flatMap(({ series }) => series)),
    panels,
  });
}

/** Of each municipality the first year and the last. */
function changeChart(_: Model, indicator: Indicator): Block[] {
  const years = townYears(indicator);
  const [from, to] = [years[0], years.at(-1)];
  if (from === undefined || to === undefined || from === to) return [];
  const rows = indicator.municipalities.flatMap(({ municipality: { title }, figures }) => {
    const [was, is] = [knownIn(figures, from), knownIn(figures, to)];
    return was && is ? [{ title, was: plotValue(indicator, was), is: plotValue(indicator, is) }] : [];
  });
  const left = indicator.municipalities
    .filter(({ figures }) => numbered(figures).length > 0)
    .map(({ municipality: { title } }) => title)
    .filter((title) => !rows.some((row) => row.title === title));
  const drawn = chart(`${indicator.title} per gemeente: ${from} en ${to}`, {
    form: "change",
    unit: indicator.unit,
    fromZero: startsAtZero(
      rows.map(({ title, was, is }) => ({
        title,
        tone: "own",
        points: [
          { year: from, ...was },
          { year: to, ...is },
        ],
      })),
    ),
    from: String(from),
    to: String(to),
    rows,
  });
  return drawn.length === 0 || left.length === 0
    ? drawn
    : [
        ...drawn,
        prose(`Niet in de grafiek: ${enumeration(left)}. Daarvan is er geen cijfer van zowel ${from} als ${to}.`),
      ];
}

const forms = {
  lijn: lineChart,
  staven: barChart,
  veelvoud: multiplesChart,
  verschil: changeChart,
} as const;

/** The charts of an indicator in the plan: those that content asks for, else what its figures are fit for. */
export function chartsOf(model: Model, indicator: Indicator): Block[] {
  const few = model.municipalities.length <= MOST_TOWNS && model.municipalities.length > 1;
  const usual: readonly (keyof typeof forms)[] = few
    ? ["lijn", townYears(indicator).length > 1 ? "veelvoud" : "staven"]
    : ["lijn"];
  return (indicator.charts ?? usual).flatMap((form) => forms[form](model, indicator));
}

/** The chart that a text asks for: the first that shows anything, of a municipality or of all. */
export function chartFor(model: Model, indicator: Indicator, town: Municipality | undefined): Block[] {
  const all = town
    ? [townLineChart(model, indicator, town)]
    : [...(indicator.charts ?? []), ...(Object.keys(forms) as (keyof typeof forms)[])].map((form) =>
        forms[form](model, indicator),
      );
  return all.find((blocks) => blocks.length > 0) ?? [];
}
