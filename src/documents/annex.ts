import { type Action, isOpen, type Measure, type Model, type Municipality } from "../model/index.js";
import { decisionFacts, prose } from "./blocks.js";
import { numbersOf, relatedTo } from "./data.js";
import type { DocumentKind } from "./kind.js";
import { anchorOf } from "./links.js";
import type { Block, Card, Row, Section } from "./tree.js";
import { bodyName, euros, openValue, quarters, status, valueOrBriefly } from "./wording.js";

/** The local annex: what the plan means for one municipality. */
export const annex: DocumentKind = {
  kind: "annex",
  list: (model) =>
    model.municipalities.map(({ id, title, decisions }) => ({
      id,
      kind: "annex",
      path: `bijlagen/${id}`,
      title: `Lokale bijlage ${title}`,
      status: status(decisions.annex),
    })),
  compose: (model, info) => {
    const town = model.municipalities.find(({ id }) => id === info.id) as Municipality;
    const { plan } = model.content;
    return {
      shortTitle: `${info.title} bij ${plan.shortTitle}`,
      cover: {
        kicker: `Lokale bijlage bij het ${plan.shortTitle}`,
        title: `Lokale bijlage ${town.title}`,
        subtitle: `Wat het plan van ${plan.team} betekent voor de gemeente ${town.title}`,
        facts: [
          ...decisionFacts(model, town.decisions.annex, town.title),
          { term: "Aanspreekpunt", value: valueOrBriefly(model, town.contact, String, town.title) },
        ],
        style: "band",
      },
      sections: [
        { title: `Het plan in ${town.title}`, anchor: "plan", blocks: inTown(model, town) },
        { title: "Lokale veiligheidsthema's", anchor: "local-themes", blocks: localThemes(model, town) },
        { title: `Waar ${town.title} aan meedoet`, anchor: "actions", blocks: participation(model, town) },
        { title: "Geld", anchor: "finances", blocks: finances(model, town) },
        { title: "Wie stelt wat vast", anchor: "decisions", blocks: decisions(model, town) },
        { title: "Wat nog open is", anchor: "open-points", blocks: openPoints(model, town) },
      ].map((section, index): Section => ({ type: "section", number: String(index + 1), ...section })),
    };
  },
  data: (model, info) => {
    const town = model.municipalities.find(({ id }) => id === info.id) as Municipality;
    const measures = model.measures.filter((measure) =>
      town.actions.some((action) => action.measures.includes(measure)),
    );
    return {
      content: { municipalities: model.content.municipalities.filter(({ id }) => id === town.id) },
      numbers: { ...numbersOf("measure", measures), ...numbersOf("action", town.actions) },
      related: relatedTo(model, measures, town.actions),
    };
  },
};

function inTown(model: Model, town: Municipality): Block[] {
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

function localThemes(model: Model, town: Municipality): Block[] {
  if (town.localThemes.length === 0) return [prose(`Voor ${town.title} zijn nog geen lokale thema's voorgesteld.`)];
  const proposals = town.localThemes.some((choice) => choice.status === "voorstel");
  return [
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

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The measures of the plan with the actions in which the municipality takes part. */
function participation(model: Model, town: Municipality): Block[] {
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

function finances(model: Model, town: Municipality): Block[] {
  return [
    prose(
      `Het plan vraagt voor sommige maatregelen extra geld (zie [[chapter:finances]]). ${town.title} besluit zelf over haar deel.`,
    ),
    {
      type: "table",
      caption: `Bijdragen van ${town.title}`,
      columns: [{ title: "Ontwikkeling", width: 34 }, { title: "Bijdrage per jaar" }, { title: "Besluit" }],
      rows: town.finances.map(({ development, amount, decision }) => ({
        cells: [
          model.targets.get(`development:${development}`)?.title ?? development,
          valueOrBriefly(model, amount, euros, town.title),
          valueOrBriefly(model, decision, String, town.title),
        ],
      })),
    },
  ];
}

function decisions(model: Model, town: Municipality): Block[] {
  const documents = [
    { title: "Integraal veiligheidsplan", decision: town.decisions.plan },
    { title: "Deze lokale bijlage", decision: town.decisions.annex },
    { title: "Uitvoeringsprogramma", decision: town.decisions.programme },
  ];
  return [
    {
      type: "table",
      caption: "De besluiten over de documenten",
      columns: [
        { title: "Document", width: 24 },
        { title: "Stand", width: 14 },
        { title: "Vaststelling door" },
        { title: "Datum" },
        { title: "Kenmerk" },
      ],
      rows: documents.map(({ title, decision }) => {
        const [state, body, date, reference] = decisionFacts(model, decision, town.title);
        return { cells: [title, ...[state, body, date, reference].map((fact) => fact?.value ?? "")] };
      }),
    },
  ];
}

function openPoints(model: Model, town: Municipality): Block[] {
  const own = model.openPoints.filter(({ file }) => file === `municipalities/${town.id}.yaml`);
  const byBody = [...new Set(own.map(({ by }) => by.id))];
  if (own.length === 0) return [prose("Over alles in deze bijlage is besloten.")];
  return [
    prose(`In deze bijlage staan **${own.length}** open punten.`),
    {
      type: "table",
      caption: "Open punten, naar wie beslist",
      columns: [{ title: "Wie beslist", width: 34 }, { title: "Wat is open" }],
      rows: byBody.map((id) => ({
        cells: [
          capital(bodyName(model, id, town.title)),
          [...new Set(own.filter(({ by }) => by.id === id).map(({ what }) => capital(what)))],
        ],
      })),
    },
    prose(`Wat het plan zelf openlaat, staat in [[chapter:open-points]].`),
  ];
}
