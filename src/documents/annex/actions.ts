import { type Action, isOpen, type Measure, type Model, type Municipality } from "../../model/index.js";
import { prose } from "../blocks.js";
import { anchorOf } from "../links.js";
import type { Block, Row } from "../tree.js";
import { quarters } from "../wording.js";

/** The measures of the plan with the actions in which the municipality takes part. */
export function participation(model: Model, town: Municipality): Block[] {
  return [
    prose(
      "De tabel noemt per prioriteit de maatregelen van het plan, met de acties uit het uitvoeringsprogramma waaraan de gemeente meedoet. Trekt de gemeente een actie, dan staat dat erbij.",
    ),
    ...model.priorities.flatMap((priority): Block[] => {
      const rows = model.measures
        .filter((measure) => measure.priority.id === priority.id)
        .flatMap((measure) => rowFor(measure, town));
      if (rows.length === 0) return [];
      return [
        {
          type: "table",
          caption: priority.title,
          columns: [{ title: "Maatregel", width: 42 }, { title: "Actie" }, { title: "Planning", width: 20 }],
          rows,
          dense: true,
        },
      ];
    }),
  ];
}

function rowFor(measure: Measure, town: Municipality): Row[] {
  const actions = town.actions.filter(({ measures }) => measures.includes(measure));
  if (actions.length === 0) return [];
  const leads = ({ lead }: Action): boolean => !isOpen(lead) && lead.id === town.id;
  return [
    {
      anchor: anchorOf("measure", measure.id),
      cells: [
        `**${measure.number}** ${firstSentence(measure.text)}`,
        actions.map(
          (action) =>
            `[[action:${action.id}|${action.number}]] ${action.title}${leads(action) ? " (**trekker**)" : ""}`,
        ),
        actions.map(
          ({ number, planning }) =>
            `${actions.length > 1 ? `${number}: ` : ""}${isOpen(planning) ? "open" : quarters(planning.from, planning.to)}`,
        ),
      ],
    },
  ];
}

/** The first line of prose: content has one sentence per line. */
const firstSentence = (text: string): string => text.split("\n")[0] ?? text;
