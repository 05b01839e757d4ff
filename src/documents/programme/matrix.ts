import { isOpen, type Model, type Programme } from "../../model/index.js";
import { prose } from "../blocks.js";
import type { Block } from "../tree.js";
import { aboutTakingPart } from "./reading.js";

/** Which municipality takes part in which action. */
export function matrix(model: Model, programme: Programme): Block[] {
  return [
    prose(aboutTakingPart(model, programme)),
    {
      type: "table",
      caption: "Wie doet mee aan welke actie",
      dense: true,
      columns: [
        { title: "Actie", width: 52 },
        ...model.municipalities.map(({ title }) => ({ title, upright: true as const })),
      ],
      rows: programme.actions.map((action) => ({
        cells: [
          `[[action:${action.id}|${action.number}]] ${action.title}`,
          ...model.municipalities.map((town) => {
            if (!isOpen(action.lead) && action.lead.id === town.id) return "trekker";
            return { mark: action.municipalities.includes(town) };
          }),
        ],
      })),
    },
  ];
}
