import { isOpen, type Model, type Municipality } from "../../model/index.js";
import { prose } from "../blocks.js";
import { anchorOf } from "../links.js";
import type { Block, Card } from "../tree.js";
import { bodyName, capital, openValue } from "../wording.js";

/** What the plan means in one municipality. */
export function inTown(model: Model, town: Municipality): Block[] {
  const emphases = town.emphases;
  return [
    prose(town.introduction),
    isOpen(emphases)
      ? { type: "callout", tone: "open", title: "Accenten", text: sentence(openValue(model, emphases, town.title)) }
      : {
          type: "steps",
          items: emphases.map(({ priority, text }) => ({
            title: model.targets.get(`priority:${priority}`)?.title ?? priority,
            text: `${text}\n\nZie [[priority:${priority}]].`,
          })),
        },
    {
      type: "cards",
      columns: 3,
      items: [
        ...model.priorities.map(({ id, title, icon, colour }, index) => {
          const count = town.actions.filter(({ measures }) =>
            measures.some(({ priority }) => priority.id === id),
          ).length;
          return {
            number: String(index + 1),
            title,
            icon,
            colour,
            text: `${count} ${count === 1 ? "actie" : "acties"}, [[priority:${id}]]`,
          };
        }),
        localCard(model, town),
      ],
    },
  ];
}

function localCard({ content, priorities }: Model, town: Municipality): Card {
  const { title, icon, colour } = content.localThemes;
  const count = town.actions.filter(({ localThemes: themes }) => themes.length > 0).length;
  return {
    number: String(priorities.length + 1),
    title,
    icon,
    colour,
    text: `${count} ${count === 1 ? "actie" : "acties"}`,
  };
}

const sentence = ({ open, by }: { open: string; by: string }): string => `Nog open: ${open}. Hierover beslist ${by}.`;

/** The local themes, with why and with which actions. */
export function localThemes(model: Model, town: Municipality): Block[] {
  if (town.localThemes.length === 0) return [prose(`Voor ${town.title} zijn nog geen lokale thema's voorgesteld.`)];
  const proposals = town.localThemes.some((choice) => choice.status === "voorstel");
  const { annexText } = model.content.localThemes;
  return [
    ...(annexText ? [prose(annexText)] : []),
    ...(proposals
      ? [
          prose(
            `Dit zijn **voorstellen**. Ze volgen uit wat het plan over het gebied zegt. ${capital(bodyName(model, "council", town.title))} kiest welke thema's hier echt gelden.`,
          ),
        ]
      : []),
    {
      type: "table",
      caption: `Lokale thema's van ${town.title}`,
      columns: [
        { title: "Thema", width: 26 },
        { title: "Aanleiding" },
        { title: "Stand", width: 13 },
        { title: "Acties", width: 12 },
      ],
      rows: town.localThemes.map(({ theme, status: state, text }) => ({
        anchor: anchorOf("local-theme", theme.id),
        cells: [
          theme.title,
          text ? [theme.text, text] : theme.text,
          capital(state),
          town.actions
            .filter((action) => action.localThemes.includes(theme))
            .map(({ id }) => `[[action:${id}]]`)
            .join(", ") || "Geen",
        ],
      })),
    },
  ];
}
