/** What was spent of what was planned: in words, per action, and as far as that is said per year, municipality and cover. */
import { capital, counted, day, euros, listed, ofAll, one } from "../../dutch.js";
import { isWhole, type Sum } from "../../model/index.js";
import { leftOut, sumText } from "../amounts.js";
import { prose } from "../blocks.js";
import type { Block } from "../tree.js";
import { beyond, type Cost, costOf, isTold, yearOf } from "./costs.js";
import { type Line, nameOf, type Report } from "./lines.js";
import { byCover, byTown, byYear } from "./money-parts.js";
import { cells, plannedIn, spentIn, table } from "./money-table.js";

/** Tables of the actions that cost something or on which something was spent, with what they add up to. */
export function moneyBlocks(report: Report, lines: readonly Line[]): Block[] {
  const all = lines.map((line) => costOf(report, line));
  const costs = all.filter((cost) => cost.posts.length > 0 || isTold(cost));
  // Without a word on what was spent, this would repeat the programme.
  if (!costs.some(isTold)) return [];
  const untold = all.filter((cost) => !costs.includes(cost));
  return [
    prose(inWords(report, costs, untold)),
    byAction(report, costs),
    ...byYear(costs),
    ...byTown(report, costs),
    ...byCover(costs),
  ];
}

const anAction = ["actie", "acties"] as const;

/** @param untold actions of which neither what is planned nor what was spent is said */
function inWords(report: Report, costs: readonly Cost[], untold: readonly Cost[]): string {
  const spent = spentIn(costs);
  const more = costs.filter((cost) => beyond(cost.planned, cost.spent) !== undefined);
  const told = costs.filter(({ spent: own }) => own.silent === 0);
  const unplanned = told.filter(({ planned }) => !isWhole(planned));
  return [
    plannedInWords(report, plannedIn(costs)),
    `Er is ${spent.silent + untold.length > 0 ? "ten minste " : ""}**${euros(spent.known)}** uitgegeven.`,
    ...(spent.silent > 0
      ? [`Van ${counted(spent.silent, ...anAction)} is niet of niet van iedereen gemeld wat er is uitgegeven.`]
      : []),
    ...(untold.length > 0
      ? [
          `Van ${counted(untold.length, ...anAction)} is geen bedrag genoemd en niet gemeld wat er is uitgegeven: ${one(untold.length, "die staat", "die staan")} niet in de tabel.`,
        ]
      : []),
    ...(more.length > 0
      ? [
          `Aan ${ofAll(more.length, costs.length, ...anAction)} is meer uitgegeven dan begroot: ${listed(
            more.map(({ line: { action } }) => `[[action:${action.fullId}|${action.number}]]`),
          )}.`,
        ]
      : told.length === costs.length && unplanned.length + untold.length === 0
        ? ["Aan geen enkele actie is meer uitgegeven dan begroot."]
        : []),
    ...(unplanned.length > 0
      ? [
          `Bij ${counted(unplanned.length, ...anAction)} zijn de uitgaven niet te vergelijken met de begroting: het bedrag is nog open, of het is niet of niet helemaal genoemd.`,
        ]
      : []),
  ].join(" ");
}

/** What is planned in all, and of how many actions that isn't said. */
function plannedInWords(report: Report, planned: Sum): string {
  const { town } = report;
  const until = `tot en met ${yearOf(report)}`;
  const without = leftOut(planned);
  const unsaid = counted(planned.unsaid, ...anAction);
  const rest =
    planned.unsaid === 0
      ? ""
      : town
        ? ` Van ${unsaid} is niet verdeeld welk bedrag van ${town.title} is.`
        : ` Van ${unsaid} is geen bedrag genoemd.`;
  if (planned.known > 0 || isWhole(planned))
    return `${capital(until)} is **${sumText(planned)}** begroot${without && `, zonder ${without}`}.${rest}`;
  return without ? `Wat er ${until} is begroot, staat nog open.${rest}` : rest.trim();
}

const byAction = (report: Report, costs: readonly Cost[]): Block =>
  table(
    costs,
    `Begroot tot en met ${yearOf(report)}, en uitgegeven`,
    "Actie",
    costs.map((cost) => ({
      cells: [
        [...nameOf(cost.line), ...(cost.since ? [`Gemeld op ${day(cost.since.date)}`] : [])],
        ...cells(cost.planned, isTold(cost) ? cost.spent : undefined),
      ],
    })),
  );
