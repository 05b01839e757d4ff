import { isOpen, type Model, type Programme } from "../../model/index.js";
import { prose } from "../blocks.js";
import type { Block, Card } from "../tree.js";
import { quarter, quarters } from "../wording.js";
import { colourOf, themesOf } from "./themes.js";

/** How many actions each theme has, and how to read an action. */
export function overview(model: Model, programme: Programme): Block[] {
  return [
    {
      type: "cards",
      columns: 3,
      items: themesOf(model, programme).map(
        ({ title, icon, colour, actions }, index): Card => ({
          number: String(index + 1),
          title,
          icon,
          colour,
          text: `${actions.length} ${actions.length === 1 ? "actie" : "acties"}`,
        }),
      ),
    },
    prose(
      `Dit programma heeft **${programme.actions.length} acties**. Samen voeren ze alle **${model.measures.length} maatregelen** van het plan uit. Elke actie heeft een nummer (A1, A2) en noemt de maatregel uit het plan (M1, M2) waar zij bij hoort. Wat nog niet besloten is, staat er als **open** bij.`,
    ),
  ];
}

/** The actions with a planning on a line of quarters, with the milestones; the rest as a list. */
export function timeline(programme: Programme): Block[] {
  const { from, to } = programme.period;
  const ticks = Array.from(
    { length: (to - from + 1) * 4 },
    (_, index) => `${from + Math.floor(index / 4)}-Q${(index % 4) + 1}`,
  );
  const planned = programme.actions.flatMap((action) =>
    isOpen(action.planning) ? [] : [{ action, planning: action.planning }],
  );
  const unplanned = programme.actions.filter(({ planning }) => isOpen(planning));
  const milestones = programme.milestones.map(({ title, quarter: at }) => ({ at: ticks.indexOf(at), text: title }));
  return [
    prose("De planning noemt alleen kwartalen die vaststaan of uit het plan volgen."),
    {
      type: "figure",
      caption: `Planning per kwartaal, ${from}–${to}`,
      alternative: [
        { title: "Mijlpalen", items: programme.milestones.map(({ title, quarter: at }) => `${title}, ${quarter(at)}`) },
        {
          title: "Acties met een planning",
          items: planned.map(
            ({ action, planning }) => `${action.number} ${action.title}, ${quarters(planning.from, planning.to)}`,
          ),
        },
      ],
      chart: {
        type: "timeline",
        ticks,
        rows: planned.map(({ action, planning }) => ({
          label: action.number,
          text: action.title,
          colour: colourOf(action),
          from: ticks.indexOf(planning.from),
          to: ticks.indexOf(planning.to),
        })),
        marks: milestones,
      },
    },
    {
      type: "table",
      caption: "Mijlpalen",
      columns: [{ title: "Wanneer", width: 28 }, { title: "Wat" }],
      rows: programme.milestones.map(({ title, quarter: at }) => ({ cells: [quarter(at), title] })),
      dense: true,
    },
    ...(unplanned.length > 0
      ? [
          {
            type: "callout",
            tone: "open",
            title: "Nog niet gepland",
            text: `Voor **${unplanned.length} van de ${programme.actions.length} acties** is de planning nog open: ${unplanned.map(({ id, number }) => `[[action:${id}|${number}]]`).join(", ")}.`,
          } as const,
        ]
      : []),
  ];
}
