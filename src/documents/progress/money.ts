/** What was spent of what was planned. */
import { counted, euros } from "../../dutch.js";
import {
  type Action,
  added,
  moneyOfAction,
  ofTown,
  type Post,
  type Sum,
  spentInAll,
  spentOn,
  sumOf,
} from "../../model/index.js";
import { sumInWords, sumText } from "../amounts.js";
import { prose } from "../blocks.js";
import type { Block } from "../tree.js";
import { type Line, nameOf, type Report } from "./lines.js";

const yearOf = ({ progress }: Report): number => Number(progress.date.slice(0, 4));

const isUntil =
  (report: Report) =>
  ({ year }: Post): boolean =>
    year === undefined || year <= yearOf(report);

/** What is planned up to and including the year of the report; nothing where nobody said. */
export function plannedUntil(report: Report, action: Action): Sum | undefined {
  const money = moneyOfAction(action);
  const posts = report.town ? ofTown(money, report.town) : money.posts;
  return posts.length === 0 ? undefined : sumOf(posts.filter(isUntil(report)));
}

/** What was spent on an action, by all or by the municipality; nothing where nobody said. */
function spentIn({ town }: Report, { entry }: Line): number | undefined {
  if (!entry) return undefined;
  return town
    ? spentInAll(entry.municipalities.find(({ municipality }) => municipality === town)?.spent)
    : spentOn(entry);
}

/** A table of the actions that cost something or on which something was spent, with what it adds up to. */
export function moneyBlocks(report: Report, lines: readonly Line[]): Block[] {
  const rows = lines
    .map((line) => ({ line, planned: plannedUntil(report, line.action), spent: spentIn(report, line) }))
    .filter(({ planned, spent }) => planned !== undefined || spent !== undefined);
  const told = rows.flatMap(({ spent }) => (spent === undefined ? [] : [spent]));
  // Without a word on what was spent, this would repeat the programme.
  if (told.length === 0) return [];
  const planned = added(rows.flatMap((row) => row.planned ?? []));
  const spent = told.reduce((sum, amount) => sum + amount, 0);
  const silent = rows.length - told.length;
  const year = yearOf(report);
  return [
    prose(
      [
        `Tot en met ${year} is **${sumInWords(planned)}** begroot.`,
        `Er is ${silent > 0 ? "ten minste " : ""}**${euros(spent)}** uitgegeven.`,
        ...(silent > 0 ? [`Van ${counted(silent, "actie", "acties")} is niet gemeld wat er is uitgegeven.`] : []),
      ].join(" "),
    ),
    {
      type: "table",
      caption: `Begroot tot en met ${year}, en uitgegeven`,
      columns: [
        { title: "Actie" },
        { title: "Begroot", width: 24, numbers: true },
        { title: "Uitgegeven", width: 24, numbers: true },
      ],
      rows: [
        ...rows.map((row) => ({
          cells: [
            nameOf(row.line),
            row.planned ? sumText(row.planned) : "niet genoemd",
            row.spent === undefined ? "niet gemeld" : euros(row.spent),
          ],
        })),
        ...(rows.length > 1
          ? [
              {
                total: true as const,
                cells: ["Samen", sumText(planned), `${silent > 0 ? "ten minste " : ""}${euros(spent)}`],
              },
            ]
          : []),
      ],
    },
  ];
}
