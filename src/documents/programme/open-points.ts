import { type Action, isOpen, type Model, type Programme } from "../../model/index.js";
import { decisionFacts, prose } from "../blocks.js";
import type { Block } from "../tree.js";
import { bodyName } from "../wording.js";

const fields: readonly { key: "effect" | "result" | "lead" | "planning" | "capacity" | "money"; title: string }[] = [
  { key: "effect", title: "Maatschappelijk effect" },
  { key: "result", title: "Resultaat" },
  { key: "lead", title: "Trekker" },
  { key: "planning", title: "Planning" },
  { key: "capacity", title: "Capaciteit" },
  { key: "money", title: "Geld" },
];

/** What the programme leaves open: told once for each question, with the actions that it concerns. */
export function openPoints(model: Model, programme: Programme): Block[] {
  const uncovered = model.measures.filter(({ actions }) => !actions.some((action) => action.programme === programme));
  const rows = fields.flatMap(({ key, title }) => {
    const open = programme.actions.flatMap((action) => {
      const value = action[key];
      return isOpen(value) ? [{ action, by: value.by }] : [];
    });
    return [...new Set(open.map(({ by }) => by))].map((by) => ({
      cells: [
        title,
        listed(
          open.filter((point) => point.by === by).map(({ action }) => action),
          programme,
        ),
        bodyName(model, by),
      ],
    }));
  });
  const decision = decisionFacts(model, programme.decision).flatMap(({ term, value }) =>
    typeof value === "object" && "open" in value ? [{ cells: [term, value.open, value.by] }] : [],
  );
  return [
    prose(
      uncovered.length === 0
        ? "Elke maatregel van het plan heeft een actie. Over deze punten is nog niets besloten:"
        : `Deze maatregelen hebben nog geen actie: ${uncovered.map(({ id }) => `[[measure:${id}]]`).join(", ")}. Ook over deze punten is nog niets besloten:`,
    ),
    {
      type: "table",
      caption: "Open punten van het uitvoeringsprogramma",
      columns: [
        { title: "Wat is open", width: 24 },
        { title: "Bij welke acties" },
        { title: "Wie beslist", width: 30 },
      ],
      rows: [...decision, ...rows],
    },
  ];
}

const listed = (actions: readonly Action[], programme: Programme): string =>
  actions.length === programme.actions.length
    ? `Alle ${actions.length} acties`
    : actions.map(({ id, number }) => `[[action:${id}|${number}]]`).join(", ");
