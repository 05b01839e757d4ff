/** What the actions of a report cost and what was spent on them, as far as that is known. */
import { euros } from "../../dutch.js";
import {
  type ActionProgress,
  added,
  isWhole,
  moneyOfAction,
  onlyOne,
  type Payment,
  type Post,
  type Progress,
  paid,
  paymentsOf,
  type Spending,
  type Sum,
  spendingOn,
  spentOn,
  sumOf,
  undivided,
  unsaid,
} from "../../model/index.js";
import { sumText } from "../amounts.js";
import type { Line, Report } from "./lines.js";

/** What was spent: what is known of it, and of how many parts nothing is said. */
export interface Spent {
  readonly known: number;
  readonly silent: number;
}

/** An action with what is planned up to and including the year of the report, and what was spent. */
export interface Cost {
  readonly line: Line;
  /** What is planned, as far as it is said. */
  readonly posts: readonly Post[];
  /** What is planned, in all; what nobody said of the municipality of the report may be a part of what is of all. */
  readonly planned: Sum;
  readonly payments: readonly Payment[];
  readonly towns: Spending["towns"];
  readonly spent: Spent;
  /** The earlier snapshot that told what was spent, of what was over then. */
  readonly since?: Progress;
}

export const yearOf = ({ progress }: Report): number => Number(progress.date.slice(0, 4));

/** What an action costs and what was spent on it, by all or by the municipality of the report. */
export function costOf(report: Report, line: Line): Cost {
  const { action, entry, since, last } = line;
  const { town } = report;
  const money = moneyOfAction(action);
  // What all pay together, one pays alone where no other takes part.
  const shared = town && onlyOne(action.municipalities) !== town ? town : undefined;
  const told = entry ?? last;
  const { payments, towns, silent } = spendingIn(told, shared);
  const rest = shared ? undivided(money.posts) : [];
  // Of nothing for all, nothing is of each.
  const said = money.posts.filter(
    ({ municipality, amount }) => !shared || municipality === shared.id || (municipality === undefined && amount === 0),
  );
  const isDue = ({ year }: Post): boolean => year === undefined || year <= yearOf(report);
  const posts = said.filter(isDue);
  const isSaid = shared ? !rest.some(isDue) && money.posts.length > 0 : said.length > 0;
  return {
    line,
    posts,
    planned: added([sumOf(posts), unsaid(isSaid ? 0 : 1)]),
    payments,
    towns,
    spent: { known: paid(payments), silent },
    ...(since && payments.length > 0 && { since }),
  };
}

function spendingIn(told: ActionProgress | undefined, town: Report["town"]): Spending {
  if (!told) return { payments: [], towns: [], silent: 1 };
  if (!town) return spendingOn(told);
  const { spent } = told.municipalities.find(({ municipality }) => municipality === town) ?? {};
  return { payments: paymentsOf(spent), towns: [], silent: spent === undefined && spentOn(told) !== 0 ? 1 : 0 };
}

export const isTold = ({ payments, spent }: Cost): boolean => payments.length > 0 || spent.silent === 0;

export const spentText = ({ known, silent }: Spent): string =>
  silent === 0 ? euros(known) : known > 0 ? `ten minste ${euros(known)}` : "niet gemeld";

/** How much more was spent than planned, at least; nothing where it isn't more or where that can't be told. */
export const beyond = (planned: Sum, { known }: Spent): number | undefined =>
  isWhole(planned) && known > planned.known ? known - planned.known : undefined;

/** How what was spent differs from what was planned: "€ 600 meer"; nothing where that can't be told. */
export function difference(planned: Sum, spent: Spent): string | undefined {
  if (!isWhole(planned)) return undefined;
  const more = spent.known - planned.known;
  if (more > 0) return `${spent.silent > 0 ? "ten minste " : ""}${euros(more)} meer`;
  if (spent.silent > 0) return undefined;
  return more === 0 ? "geen" : `${euros(-more)} minder`;
}

/** "€ 600 van € 500: € 100 meer dan begroot", "€ 600; begroot: open"; nothing where nobody said what was spent. */
export function spentOfPlanned(cost: Cost): string {
  if (!isTold(cost)) return "";
  const { planned } = cost;
  const more = beyond(planned, cost.spent);
  return [
    spentText(cost.spent),
    planned.known > 0 || isWhole(planned) ? ` van ${sumText(planned)}` : `; begroot: ${sumText(planned)}`,
    ...(more === undefined ? [] : [`: **${difference(planned, cost.spent)} dan begroot**`]),
  ].join("");
}
