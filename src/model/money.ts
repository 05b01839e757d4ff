/** What actions and developments cost and what was spent: amounts that add up, and what can't be added as nobody decided on it. */
import type { Open } from "../content/index.js";
import { onlyOne } from "./defaults.js";
import { holds } from "./programmes.js";
import { type Action, type Development, isOpen, type Municipality, type Programme } from "./types.js";

/** An amount, of a year and of a municipality as far as these are said. */
export interface Post {
  /** Missing where it isn't known of which years it is. */
  readonly year?: number;
  /** The municipality that pays; missing where all pay together. */
  readonly municipality?: string;
  readonly amount: number | Open;
  readonly cover?: string | Open;
}

/** Posts, with the whole of which they are parts where content gives that. */
export interface Money {
  readonly posts: readonly Post[];
  readonly total?: number | Open;
}

/** What can be added, and how many amounts can't. */
export interface Sum {
  readonly known: number;
  /** How many amounts are open. */
  readonly open: number;
  /** How many amounts per year there are of which it isn't known for which years. */
  readonly yearless: number;
  /** Of how many parts nobody said what they are. */
  readonly unsaid: number;
}

type Written = Action["money"] | Development["amount"];

const none: Money = { posts: [] };

/** @param years those of an amount per year; none where they aren't known */
function moneyOf(written: Written, years: readonly number[]): Money {
  if (written === undefined) return none;
  if (isOpen(written)) return { posts: [{ amount: written }] };
  if (typeof written !== "number")
    return { posts: written.parts, ...(written.total !== undefined && { total: written.total }) };
  return { posts: years.length > 0 ? years.map((year) => ({ year, amount: written })) : [{ amount: written }] };
}

/** What an action costs. An amount per year counts in each year of its planning. */
export const moneyOfAction = (action: Action): Money => moneyOf(action.money, yearsOf(action));

/** What a development or a contribution to one costs: an amount per year is of no year in particular. */
export const moneyOfDevelopment = (written: Development["amount"]): Money => moneyOf(written, []);

/** The years in which an action runs; none where that isn't known. */
function yearsOf({ planning, programme: { period } }: Action): number[] {
  if (period.from === period.to) return [period.from];
  if (!planning || isOpen(planning)) return [];
  const [from, to] = [planning.from, planning.to].map((quarter) => Number(quarter.slice(0, 4)));
  return Array.from({ length: Math.max(0, (to ?? 0) - (from ?? 0) + 1) }, (_, index) => (from ?? 0) + index);
}

/** Adds amounts, and counts what can't be added. */
export const sumOf = (posts: readonly Post[]): Sum => ({
  known: posts.reduce((sum, { amount, year }) => sum + (isOpen(amount) || year === undefined ? 0 : amount), 0),
  open: posts.filter(({ amount }) => isOpen(amount)).length,
  // Nothing a year is nothing, however many years there are.
  yearless: posts.filter(({ amount, year }) => !isOpen(amount) && year === undefined && amount > 0).length,
  unsaid: 0,
});

/** Nothing is known of some parts. */
export const unsaid = (count: number): Sum => ({ known: 0, open: 0, yearless: 0, unsaid: count });

/** All of it: the whole that content gives, else what its parts make. */
export function wholeOf({ posts, total }: Money): Sum {
  if (typeof total === "number") return { ...unsaid(0), known: total };
  if (total !== undefined) return added([sumOf(posts), { ...unsaid(0), open: 1 }]);
  return posts.length > 0 ? sumOf(posts) : unsaid(1);
}

export const added = (sums: readonly Sum[]): Sum =>
  sums.reduce(
    (all, one) => ({
      known: all.known + one.known,
      open: all.open + one.open,
      yearless: all.yearless + one.yearless,
      unsaid: all.unsaid + one.unsaid,
    }),
    unsaid(0),
  );

/** Whether nothing is left out of a sum. */
export const isWhole = (sum: Sum): boolean => sum.open + sum.yearless + sum.unsaid === 0;

/** What is planned for one municipality; nothing where no part is its own. */
export const ofTown = ({ posts }: Money, { id }: Municipality): readonly Post[] =>
  posts.filter(({ municipality }) => municipality === id);

/** Amounts of which it isn't said which municipality pays them. */
export const undivided = (posts: readonly Post[]): readonly Post[] =>
  posts.filter(({ municipality, amount }) => municipality === undefined && amount !== 0);

/** Whether a programme says of any of its money who pays it: only then it is divided. */
export const dividesMoney = ({ actions }: Pick<Programme, "actions">): boolean =>
  actions
    .filter(holds)
    .some((action) => moneyOfAction(action).posts.some(({ municipality }) => municipality !== undefined));

/** What an action costs, with who pays for it: where one municipality takes part, all of it is of that one. */
export function sharesOf(action: Action): readonly Post[] {
  const only = onlyOne(action.municipalities);
  const { posts } = moneyOfAction(action);
  return only ? posts.map((post) => ({ ...post, municipality: only.id })) : posts;
}
