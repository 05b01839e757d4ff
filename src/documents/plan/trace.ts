import { counted, enumeration, listed, one } from "../../dutch.js";
import { indicatorsOf, type Model } from "../../model/index.js";
import { prose } from "../blocks.js";
import type { Block, Row } from "../tree.js";
import { thePlan } from "../wording.js";

/** From each goal to its priorities, measures, actions and indicators, in one table. */
export function trace(model: Model): Block[] {
  const { goals } = model.content.goals;
  const rows = goals.flatMap(({ id, title }): Row[] => {
    const own = model.priorities.filter((priority) => priority.goals.some((goal) => goal.id === id));
    const ofGoal = indicatorsOf(model, "goals", id);
    if (own.length === 0) return [{ cells: [title, "Geen", "", "", names(ofGoal)] }];
    return own.map((priority): Row => {
      const measures = model.measures.filter((measure) => measure.priority === priority);
      const actions = [...new Set(measures.flatMap((measure) => measure.actions))];
      const indicators = new Set([
        ...ofGoal,
        ...indicatorsOf(model, "priorities", priority.id),
        ...measures.flatMap((measure) => indicatorsOf(model, "measures", measure.id)),
      ]);
      return {
        cells: [
          title,
          `[[priority:${priority.id}|${priority.title}]]`,
          listed(measures.map((measure) => `[[measure:${measure.id}|${measure.number}]]`)) || "Geen",
          model.programmes.length > 0
            ? listed(
                actions.map(
                  ({ fullId, number, programme }) =>
                    `[[action:${fullId}|${several(model) ? `${number} (${programme.id})` : number}]]`,
                ),
              ) || "Geen"
            : "",
          names([...indicators]),
        ],
      };
    });
  });
  const unserved = goals.filter(
    ({ id }) => !model.priorities.some(({ goals: own }) => own.some((goal) => goal.id === id)),
  );
  return [
    prose(
      [
        `Deze tabel laat zien hoe ${one(goals.length, "het doel", "de doelen")} van ${thePlan(model)} ${one(goals.length, "terugkomt", "terugkomen")} in prioriteiten, maatregelen, acties en indicatoren.`,
        ...(unserved.length > 0 ? [`Bij ${counted(unserved.length, "doel", "doelen")} hoort geen prioriteit.`] : []),
        ...outside(model),
      ].join(" "),
    ),
    {
      type: "table",
      caption: "Van doel tot actie",
      dense: true,
      columns: [
        { title: "Doel", width: 26 },
        { title: "Prioriteit", width: 22 },
        { title: "Maatregelen", width: 15 },
        { title: "Acties", width: 17 },
        { title: "Indicatoren" },
      ],
      rows,
    },
  ];
}

/** What the table leaves out: what hangs on no goal, and actions for local themes. */
function outside(model: Model): string[] {
  const priorities = model.priorities.filter(({ goals }) => goals.length === 0);
  const actions = model.programmes.flatMap((programme) => programme.actions.filter((one) => one.measures.length === 0));
  const indicators = model.indicators.filter(
    (one) => one.goals.length + one.priorities.length + one.measures.length === 0,
  );
  const left = [
    ...(priorities.length > 0
      ? [counted(priorities.length, "prioriteit zonder doel", "prioriteiten zonder doel")]
      : []),
    ...(actions.length > 0 ? [counted(actions.length, "actie zonder maatregel", "acties zonder maatregel")] : []),
    ...(indicators.length > 0
      ? [counted(indicators.length, "indicator die niets meet", "indicatoren die niets meten")]
      : []),
  ];
  return left.length > 0 ? [`Niet in de tabel: ${enumeration(left)}.`] : [];
}

const several = ({ programmes }: Model): boolean => programmes.length > 1;

const names = (indicators: readonly { readonly title: string }[]): string =>
  listed(indicators.map(({ title }) => title)) || "Geen";
