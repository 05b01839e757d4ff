import type { Model, Municipality } from "../../model/index.js";
import { decisionFacts, prose } from "../blocks.js";
import type { Block } from "../tree.js";
import { bodyName, capital, euros, valueOrBriefly } from "../wording.js";

/** What the municipality pays, as far as it decided. */
export function finances(model: Model, town: Municipality): Block[] {
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

/** Who adopts which document, and how far that is. */
export function decisions(model: Model, town: Municipality): Block[] {
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

/** What is open in this annex, by who decides. */
export function openPoints(model: Model, town: Municipality): Block[] {
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
