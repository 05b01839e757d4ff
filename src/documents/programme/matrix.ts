import { isOpen, type Model, type Programme } from "../../model/index.js";
import { prose } from "../blocks.js";
import type { Block } from "../tree.js";

/** Which municipality takes part in which action. */
export function matrix(model: Model, programme: Programme): Block[] {
  const shared = programme.actions.filter(({ everyMunicipality }) => everyMunicipality).length;
  return [
    prose(
      `Aan ${shared} van de ${programme.actions.length} acties doen alle gemeenten mee. Een stip betekent dat de gemeente meedoet, een streepje dat zij niet meedoet. “Trekker” betekent dat zij de actie leidt.`,
    ),
    {
      type: "table",
      caption: "Acties en gemeenten",
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
