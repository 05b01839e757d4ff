import { capital, listed } from "../../dutch.js";
import type { Action, Model, Programme } from "../../model/index.js";
import { outcomeFacts } from "../adoption.js";
import { prose } from "../blocks.js";
import type { Block } from "../tree.js";
import { bodyName, thisDocument } from "../wording.js";
import { aboutOpenPoints, type OpenField, opensOf } from "./reading.js";

const fields: readonly { readonly key: OpenField; readonly title: string }[] = [
  { key: "effect", title: "Maatschappelijk effect" },
  { key: "result", title: "Resultaat" },
  { key: "lead", title: "Trekker" },
  { key: "planning", title: "Planning" },
  { key: "capacity", title: "Capaciteit" },
  { key: "money", title: "Geld" },
];

/** What the programme leaves open: told once for each question, with the actions that it concerns. */
export function openPoints(model: Model, programme: Programme): Block[] {
  const own = thisDocument(model, "programme");
  const ofActions = fields.flatMap(({ key, title }) => {
    const open = programme.actions.flatMap((action) => {
      const bodies = new Set(opensOf(action, key).map(({ by }) => by));
      return [...bodies].map((by) => ({ action, by }));
    });
    return [...new Set(open.map(({ by }) => by))].map((by) => ({
      cells: [
        title,
        which(
          open.filter((point) => point.by === by).map(({ action }) => action),
          programme,
        ),
        capital(bodyName(model, by)),
      ],
    }));
  });
  const ofDecision = outcomeFacts(model, { kind: "programme", id: programme.id }).flatMap(({ term, value }) =>
    typeof value === "object" && "open" in value
      ? [{ cells: [term, `Het besluit over ${own}: ${value.open}`, capital(value.by)] }]
      : [],
  );
  const rows = [...ofDecision, ...ofActions];
  return [
    prose(aboutOpenPoints(model, programme, rows.length)),
    {
      type: "table",
      caption: `Open punten van ${own}`,
      columns: [{ title: "Wat is open", width: 24 }, { title: "Waarbij" }, { title: "Wie beslist", width: 30 }],
      rows,
    },
  ];
}

/** All actions, or which. */
const which = (actions: readonly Action[], programme: Programme): string =>
  actions.length > 1 && actions.length === programme.actions.length
    ? `Alle ${actions.length} acties`
    : listed(actions.map(({ fullId: id, number }) => `[[action:${id}|${number}]]`));
