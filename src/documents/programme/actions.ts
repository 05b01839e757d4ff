import { type Action, isOpen, type Model, type Programme } from "../../model/index.js";
import { prose } from "../blocks.js";
import { anchorOf } from "../links.js";
import type { Block, Cell, Section, Value } from "../tree.js";
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
            { title: "Actie", width: 31 },
            { title: "Effect en resultaat", width: 29 },
            { title: "Wie", width: 22 },
            { title: "Planning en middelen" },
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
  const labelled = (label: string, value: Value): string =>
    typeof value === "string"
      ? `**${label}:** ${value}`
      : "open" in value
        ? `**${label}:** open (${value.open}; ${value.by} beslist)`
        : "";
  return [
    [
      `**${action.number} ${action.title}**`,
      [
        ...action.measures.map(({ id, number }) => `[[measure:${id}|${number}]]`),
        ...action.localThemes.map(({ title }) => title),
      ].join(", "),
      `*${[statuses[action.status], ...action.approaches].join(" · ")}*`,
    ],
    [
      labelled("Effect", valueOrOpen(model, action.effect, String)),
      labelled("Resultaat", valueOrOpen(model, action.result, String)),
    ],
    [
      labelled("Trekker", isOpen(action.lead) ? openValue(model, action.lead) : action.lead.title),
      ...(action.partners.length > 0
        ? [`**Partners:** ${action.partners.map(({ id }) => `[[partner:${id}]]`).join(", ")}`]
        : []),
      `**Gemeenten:** ${action.everyMunicipality ? "alle" : enumeration(action.municipalities.map(({ title }) => title))}`,
    ],
    [
      labelled(
        "Planning",
        valueOrOpen(model, action.planning, ({ from, to }) => quarters(from, to)),
      ),
      labelled("Capaciteit", valueOrOpen(model, action.capacity, String)),
      labelled("Geld per jaar", valueOrOpen(model, action.money, euros)),
    ],
  ];
}
