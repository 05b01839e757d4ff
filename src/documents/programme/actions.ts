import { type Action, isOpen, type Model, type Programme } from "../../model/index.js";
import { prose } from "../blocks.js";
import { anchorOf } from "../links.js";
import type { Block, Cell, OpenValue, Section } from "../tree.js";
import { enumeration, euros, openValue, quarters, valueOrOpen } from "../wording.js";
import { themesOf } from "./themes.js";

/** One section with an action table for each theme. */
export function actionSections(model: Model, programme: Programme): Block[] {
  return themesOf(model, programme).map(
    ({ id, title, icon, colour, actions }): Section => ({
      type: "section",
      anchor: `theme-${id}`,
      title,
      icon,
      colour,
      blocks: [
        prose(id === "local" ? model.content.localThemes.text : `Deze acties horen bij [[priority:${id}]].`),
        {
          type: "table",
          caption: `Acties: ${title}`,
          dense: true,
          columns: [
            { title: "Actie", width: 27 },
            { title: "Wat levert het op, met wie", width: 39 },
            { title: "Trekker, planning en middelen" },
          ],
          rows: actions.map((action) => ({ anchor: anchorOf("action", action.id), cells: cells(model, action) })),
        },
      ],
    }),
  );
}

const statuses: Readonly<Record<Action["status"], string>> = {
  voorstel: "Voorstel",
  vastgesteld: "Vastgesteld",
  loopt: "Loopt",
  afgerond: "Afgerond",
  vervallen: "Vervallen",
};

function cells(model: Model, action: Action): Cell[] {
  const { number, title, measures, localThemes, approaches, partners, municipalities, everyMunicipality } = action;
  const labelled = (label: string, value: string | OpenValue): string =>
    `**${label}:** ${typeof value === "string" ? value : `*open*, ${value.open}`}`;
  return [
    [
      `**${number} ${title}**`,
      [
        ...measures.map(({ id, number: m }) => `[[measure:${id}|${m}]]`),
        ...localThemes.map((theme) => theme.title),
      ].join(", "),
      `*${[statuses[action.status], ...approaches].join(" · ")}*`,
    ],
    [
      labelled("Effect", valueOrOpen(model, action.effect, String)),
      labelled("Resultaat", valueOrOpen(model, action.result, String)),
      ...(partners.length > 0 ? [`**Partners:** ${partners.map(({ id }) => `[[partner:${id}]]`).join(", ")}`] : []),
      `**Gemeenten:** ${everyMunicipality ? "alle" : enumeration(municipalities.map((town) => town.title))}`,
    ],
    [
      labelled("Trekker", isOpen(action.lead) ? openValue(model, action.lead) : action.lead.title),
      labelled(
        "Planning",
        valueOrOpen(model, action.planning, ({ from, to }) => quarters(from, to)),
      ),
      labelled("Capaciteit", valueOrOpen(model, action.capacity, String)),
      labelled("Geld per jaar", valueOrOpen(model, action.money, euros)),
    ],
  ];
}
