/** The tables of a report: one fixed form for every theme, what changed, and what asks for a decision. */
import { capital, day, one, quarters } from "../../dutch.js";
import { type Action, isOpen, type Model, toldInTown } from "../../model/index.js";
import { labelled } from "../blocks.js";
import { byGroup, underGroups } from "../groups.js";
import { type Theme, themesOf } from "../programme/themes.js";
import type { Signed } from "../sign.js";
import type { Block, Cell, Row, Section } from "../tree.js";
import { bodyName } from "../wording.js";
import { costOf, spentOfPlanned } from "./costs.js";
import { type Line, linesOf, nameOf, type Report } from "./lines.js";
import { inOrder, signed, type Told, wordOf } from "./states.js";

/** A section with the table for each theme, under the groups of the plan. */
export const themeTables = (report: Report, lines: readonly Line[]): Block[] =>
  underGroups<Theme, Section>(
    byGroup(themesOf(report.model, { actions: lines.map(({ action }) => action) }), ({ priority }) => priority),
    ({ id, title }, blocks) => ({ type: "section", anchor: `group-${id}`, title, blocks }),
    (themes) => themes.map((theme) => themeSection(report, lines, theme)),
  );

function themeSection(report: Report, lines: readonly Line[], { id, title, icon, colour, actions }: Theme): Section {
  const own = lines.filter(({ action }) => actions.includes(action));
  return {
    type: "section",
    anchor: `theme-${id}`,
    title,
    icon,
    colour,
    blocks: [
      {
        type: "table",
        caption: `${one(own.length, "Voortgang van de actie", "Voortgang van de acties")}: ${title}`,
        dense: true,
        columns: [
          { title: "Actie", width: 24 },
          { title: "Voortgang", width: 18 },
          // One fixed form: a column without anything says that as well.
          { title: "Gedaan en vervolg", stays: true },
          { title: "Planning en geld", width: 22, stays: true },
        ],
        rows: own.map((line) => ({ cells: cells(report, line) })),
      },
    ],
  };
}

const cells = (report: Report, line: Line): Cell[] => [
  nameOf(line),
  [
    signed(line.told),
    ...(line.since ? [`Sinds ${day(line.since.date)}`] : []),
    ...line.differing.flatMap(({ municipality, state }) => (state ? [inTown(municipality.title, state)] : [])),
  ],
  texts(report, line),
  [...planning(report, line), ...told("Uitgegeven", spentOfPlanned(costOf(report, line)))],
];

export const inTown = (town: string, state: Told): Signed => ({ ...signed(state), text: `${town}: ${wordOf(state)}` });

const told = (label: string, text: string): string[] => (text === "" ? [] : [labelled(`${label}:`, text)]);

function texts(report: Report, line: Line): string[] {
  const { model, town } = report;
  const { entry, differing } = line;
  if (!entry) return earlier(report, line);
  const { done, next, decide } = town ? toldInTown(entry, town) : entry;
  return [
    ...told("Gedaan", done),
    ...told("Vervolg", next),
    ...(decide ? told("Besluit gevraagd", asked(model, decide, town?.title)) : []),
    ...differing.flatMap((own) => [
      ...told(own.municipality.title, [own.done, own.next].filter(Boolean).join("\n\n")),
      ...(own.decide
        ? told(`Besluit gevraagd in ${own.municipality.title}`, asked(model, own.decide, own.municipality.title))
        : []),
    ]),
  ];
}

/** What was done of an action that was over before: an evaluation tells of the whole time. */
function earlier({ progress, town }: Report, { last }: Line): string[] {
  if (!last || progress.kind === "voortgang") return [];
  if (town) return told("Gedaan", toldInTown(last, town).done);
  return [
    ...told("Gedaan", last.done),
    ...last.municipalities.flatMap(({ municipality, done }) => told(municipality.title, done)),
  ];
}

const asked = (model: Model, { what, by }: { what: string; by: string }, town?: string): string =>
  `${what} (${bodyName(model, by, town)})`;

/** The planning, and what it was where it moved. */
function planning({ town }: Report, { action, entry, planning: now, differing }: Line): string[] {
  const moved = movement(action, town && entry ? toldInTown(entry, town).planning : entry?.planning);
  const shown = moved ?? (now ? (isOpen(now) ? "*open*" : quarters(now.from, now.to)) : "");
  return [
    ...told("Planning", shown),
    ...differing.flatMap((own) => told(own.municipality.title, movement(action, own.planning) ?? "")),
  ];
}

/** "2e kwartaal 2019; was: 1e kwartaal 2019"; nothing where the planning stays. */
function movement({ planning: was }: Action, now: { from: string; to: string } | undefined): string | undefined {
  if (!now) return undefined;
  const shown = quarters(now.from, now.to);
  if (!was || isOpen(was)) return shown;
  return was.from === now.from && was.to === now.to ? shown : `${shown}; was: ${quarters(was.from, was.to)}`;
}

/** What asks for a decision, in a table; nothing where nothing does. */
export function requests({ model, town }: Report, lines: readonly Line[]): Row[] {
  return lines.flatMap((line) => {
    const { entry, differing } = line;
    const own = entry && (town ? toldInTown(entry, town).decide : entry.decide);
    const all = [
      ...(own ? [{ ...own, where: town?.title }] : []),
      ...differing.flatMap(({ municipality, decide }) => (decide ? [{ ...decide, where: municipality.title }] : [])),
    ];
    return all.map(({ what, by, where }) => ({
      cells: [nameOf(line), capital(what), capital(bodyName(model, by, where))],
    }));
  });
}

/** How many actions were how far at each date until now. */
export function courseOf(report: Report): Block[] {
  const until = report.model.progress.filter(({ date }) => date <= report.progress.date);
  const each = until.map((progress) => ({ progress, lines: linesOf({ ...report, progress }) }));
  const there = inOrder.filter((told) => each.some(({ lines }) => lines.some((line) => line.told === told)));
  return [
    {
      type: "table",
      caption: "Aantal acties naar voortgang, op elke datum",
      dense: true,
      columns: [
        { title: "Datum", width: 26 },
        ...there.map((told) => ({ title: signed(told).text, numbers: true as const })),
        { title: "Samen", numbers: true },
      ],
      rows: each.map(({ progress, lines }) => ({
        cells: [
          day(progress.date),
          ...there.map((told) => String(lines.filter((line) => line.told === told).length)),
          String(lines.length),
        ],
      })),
    },
  ];
}
