/** Indicators in documents: what they measure, what they should become, and their figures as charts and tables. */
import { capital, enumeration, one } from "../../dutch.js";
import { type Indicator, isOpen, type Model, type Municipality, type Priority } from "../../model/index.js";
import { minor, prose } from "../blocks.js";
import { anchorOf } from "../links.js";
import type { Block, Section, Value } from "../tree.js";
import { bodyName, openValue } from "../wording.js";
import { barChart, chartsOf, MOST_TOWNS, townLineChart } from "./plots.js";
import { shownAs } from "./series.js";
import { aims, figuresTable, hasFigures, sourceLine } from "./table.js";

export { withFigures } from "./placed.js";
export { chartsOf } from "./plots.js";
export { figuresTable } from "./table.js";

/**
 * Where the plan tells an indicator in full: with the first of its priorities, or that of the first of its measures; else with the
 * goals.
 */
export function priorityOf({ priorities }: Model, indicator: Indicator): Priority | undefined {
  const own = new Set([
    ...indicator.priorities.map(({ id }) => id),
    ...(indicator.priorities.length > 0 ? [] : indicator.measures.map(({ priority }) => priority.id)),
  ]);
  return priorities.find(({ id }) => own.has(id));
}

/** How the goals are measured: which indicators do, and those that measure nothing else. */
export function goalIndicators(model: Model): Block[] {
  const goals = model.content.goals.goals.flatMap((goal) => {
    const own = model.indicators.filter((indicator) => indicator.goals.includes(goal));
    return own.length > 0
      ? [{ text: `${goal.title}: ${enumeration(own.map(({ id }) => `[[indicator:${id}]]`))}.` }]
      : [];
  });
  const here = model.indicators.filter((indicator) => indicator.goals.length > 0 && !priorityOf(model, indicator));
  if (goals.length === 0) return [];
  return [
    minor("goals-indicators", one(goals.length, "Hoe we dit doel meten", "Hoe we deze doelen meten"), [
      { type: "list", items: goals },
      ...here.map((indicator) => indicatorSection(model, indicator)),
    ]),
  ];
}

/** How a priority is measured. */
export function priorityIndicators(model: Model, priority: Priority): Block[] {
  const all = model.indicators.filter(
    (indicator) =>
      indicator.priorities.some(({ id }) => id === priority.id) ||
      indicator.measures.some((measure) => measure.priority.id === priority.id),
  );
  if (all.length === 0) return [];
  const [here, elsewhere] = [true, false].map((own) =>
    all.filter((indicator) => (priorityOf(model, indicator)?.id === priority.id) === own),
  );
  return [
    minor(`${anchorOf("priority", priority.id)}-indicators`, "Hoe we dit meten", [
      ...(here ?? []).map((indicator) => indicatorSection(model, indicator)),
      prose(
        elsewhere && elsewhere.length > 0
          ? `${here?.length ? "Ook hier telt" : "Hier telt"}: ${enumeration(elsewhere.map(({ id }) => `[[indicator:${id}]]`))}.`
          : "",
      ),
    ]),
  ];
}

/** All that the plan tells of an indicator. */
export function indicatorSection(model: Model, indicator: Indicator): Section {
  return minor(anchorOf("indicator", indicator.id), indicator.title, [
    prose(indicator.description),
    { type: "facts", items: facts(model, indicator) },
    ...chartsOf(model, indicator),
    ...figuresTable(model, indicator),
  ]);
}

/** What an indicator is and should become; what nobody said is left out. */
function facts(model: Model, indicator: Indicator): { term: string; value: Value }[] {
  const { goals, measures, unit, kind, direction, baseline, targets, source } = indicator;
  const by = (id: string): string => bodyName(model, id);
  const value = (number: number): string => [shownAs(indicator, number), unit].filter(Boolean).join(" ");
  return [
    {
      term: "Meet",
      value: [...goals.map(({ title }) => title), ...measures.map(({ id }) => `[[measure:${id}]]`)].join(" · "),
    },
    { term: "Eenheid", value: unit },
    { term: "Soort cijfer", value: kind === undefined ? "" : kindWords[kind] },
    { term: "Beter is", value: capital(direction ?? "") },
    {
      term: "Startwaarde",
      value:
        baseline === undefined
          ? ""
          : isOpen(baseline)
            ? openValue(model, baseline)
            : isOpen(baseline.value)
              ? openValue(model, baseline.value)
              : `${value(baseline.value)} (${baseline.year})`,
    },
    {
      term: Array.isArray(targets) && targets.length > 1 ? "Streefwaarden" : "Streefwaarde",
      value:
        targets === undefined
          ? ""
          : isOpen(targets)
            ? openValue(model, targets)
            : aims(indicator, targets, by).join(" · "),
    },
    {
      term: "Bron",
      value:
        source !== undefined && isOpen(source)
          ? openValue(model, source)
          : hasFigures(indicator)
            ? ""
            : sourceName(indicator),
    },
  ];
}

const sourceName = (indicator: Indicator): string => sourceLine(indicator).replace(/^Bron: /, "");

const kindWords = {
  objectief: "Objectief: geteld of gemeten",
  subjectief: "Subjectief: wat mensen zelf zeggen",
};

/** The figures of a municipality, beside those of the others. */
export function townIndicators(model: Model, town: Municipality): Block[] {
  return model.indicators
    .filter(({ municipalities }) => municipalities.some(({ municipality }) => municipality.id === town.id))
    .map((indicator) => {
      const few = model.municipalities.length <= MOST_TOWNS;
      return minor(anchorOf("figures", indicator.id), indicator.title, [
        ...townLineChart(model, indicator, town),
        ...(few ? barChart(model, indicator, town) : []),
        ...figuresTable(model, indicator, town),
      ]);
    });
}
