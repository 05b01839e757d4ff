import { capital, counted, one, period, quarter, quarters } from "../../dutch.js";
import { isOpen, type Model, type Programme } from "../../model/index.js";
import { prose } from "../blocks.js";
import type { Block, Card } from "../tree.js";
import { aboutActions, aboutPlanning, unplanned } from "./reading.js";
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
          text: capital(counted(actions.length, "actie", "acties")),
        }),
      ),
    },
    prose(aboutActions(model, programme)),
  ];
}

/** The actions with a planning on a line of quarters, with the milestones; the rest as a list. */
export function timeline(model: Model, programme: Programme): Block[] {
  const { from, to } = programme.period;
  const ticks = Array.from(
    { length: (to - from + 1) * 4 },
    (_, index) => `${from + Math.floor(index / 4)}-Q${(index % 4) + 1}`,
  );
  const planned = programme.actions.flatMap((action) =>
    !action.planning || isOpen(action.planning) ? [] : [{ action, planning: action.planning }],
  );
  const milestoneTitle = one(programme.milestones.length, "Mijlpaal", "Mijlpalen");
  const milestones = programme.milestones.map(({ title, quarter: at }) => ({ at: ticks.indexOf(at), text: title }));
  return [
    prose(aboutPlanning(programme)),
    {
      type: "figure",
      caption: `Planning per kwartaal, ${period(programme.period)}`,
      alternative: [
        {
          title: milestoneTitle,
          items: programme.milestones.map(({ title, quarter: at }) => `${title}, ${quarter(at)}`),
        },
        {
          title: one(planned.length, "Actie met een planning", "Acties met een planning"),
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
          colour: colourOf(model, action),
          from: ticks.indexOf(planning.from),
          to: ticks.indexOf(planning.to),
        })),
        marks: milestones,
      },
    },
    {
      type: "table",
      caption: milestoneTitle,
      columns: [{ title: "Wanneer", width: 28 }, { title: "Wat" }],
      rows: programme.milestones.map(({ title, quarter: at }) => ({ cells: [quarter(at), title] })),
      dense: true,
    },
    { type: "callout", tone: "open", title: "Nog niet gepland", text: unplanned(programme) },
  ];
}
