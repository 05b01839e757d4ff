/** What actions cost, who pays and who works on them: tables that add up, and say what they leave out. */
import { capital, counted, decimal, one } from "../../dutch.js";
import {
  type Action,
  added,
  dividesMoney,
  holds,
  isOpen,
  type Model,
  moneyOfAction,
  onlyOne,
  type Post,
  type Programme,
  type Sum,
  sharesOf,
  sumOf,
  wholeOf,
} from "../../model/index.js";
import { nameOf, sumInWords, sumText } from "../amounts.js";
import { minor, prose } from "../blocks.js";
import type { Block, Column, Row } from "../tree.js";

/** An action with its amounts. */
interface Cost {
  readonly action: Action;
  readonly posts: readonly Post[];
  readonly whole: Sum;
}

/** Money and people of a programme; nothing where no amount and no hours are known. */
export function moneyAndPeople(model: Model, { actions, period }: Programme): Block[] {
  const costs = actions
    .filter((action) => holds(action) && action.money !== undefined)
    .map((action): Cost => {
      const money = moneyOfAction(action);
      return { action, posts: money.posts, whole: wholeOf(money) };
    });
  const years = Array.from({ length: period.to - period.from + 1 }, (_, index) => period.from + index);
  return [
    ...(costs.some(({ whole, posts }) => whole.known > 0 || posts.some(({ amount }) => !isOpen(amount) && amount > 0))
      ? money(model, actions, costs, years)
      : []),
    ...people(model, actions),
  ];
}

function money(model: Model, actions: readonly Action[], costs: readonly Cost[], years: readonly number[]): Block[] {
  const silent = actions.filter((action) => holds(action) && action.money === undefined).length;
  const all = costs.flatMap(({ posts }) => posts);
  return [
    prose(
      [
        `De ${one(costs.length, "actie die een bedrag noemt kost", "acties die een bedrag noemen kosten samen")} **${sumInWords(added(costs.map(({ whole }) => whole)))}**.`,
        ...(silent > 0
          ? [`${capital(counted(silent, "actie", "acties"))} ${one(silent, "noemt", "noemen")} geen bedrag.`]
          : []),
      ].join(" "),
    ),
    {
      type: "table",
      caption: "Geld per actie en per jaar",
      columns: yearColumns("Actie", years),
      rows: [
        ...costs.map(
          ({ action, posts, whole }): Row => ({
            cells: [
              `[[action:${action.fullId}|${action.number}]] ${action.title}`,
              ...yearCells(posts, years),
              sumText(whole),
            ],
          }),
        ),
        total(all, years, added(costs.map(({ whole }) => whole))),
      ],
    },
    ...byTown(model, costs, years),
    ...byCover(all),
  ];
}

const yearColumns = (first: string, years: readonly number[]): Column[] => [
  { title: first },
  ...years.map((year): Column => ({ title: String(year), width: 17, numbers: true })),
  { title: "Samen", width: 18, numbers: true },
];

/** The amount of each year; what is of no known year stands in none. */
const yearCells = (posts: readonly Post[], years: readonly number[]): string[] =>
  years.map((year) => {
    const own = posts.filter((post) => post.year === year);
    return own.length === 0 ? "" : sumText(sumOf(own));
  });

/** What it adds up to: an amount of which the year isn't known may be of every year. */
function total(posts: readonly Post[], years: readonly number[], whole: Sum): Row {
  const anywhere = sumOf(posts.filter(({ year }) => year === undefined));
  const cells = years.map((year) => sumText(added([sumOf(posts.filter((post) => post.year === year)), anywhere])));
  return { total: true, cells: ["Samen", ...cells, sumText(whole)] };
}

/** What each municipality pays, where that is said. */
function byTown({ municipalities }: Model, costs: readonly Cost[], years: readonly number[]): Block[] {
  if (onlyOne(municipalities) || !dividesMoney({ actions: costs.map(({ action }) => action) })) return [];
  const posts = costs.flatMap(({ action }) => sharesOf(action));
  const groups = [
    ...municipalities.map(({ id, title }) => ({ title, own: posts.filter((post) => post.municipality === id) })),
    { title: "Niet verdeeld over gemeenten", own: posts.filter((post) => post.municipality === undefined) },
  ].filter(({ own }) => own.length > 0);
  return [
    {
      type: "table",
      caption: "Geld per gemeente en per jaar",
      columns: yearColumns("Gemeente", years),
      rows: [
        ...groups.map(({ title, own }): Row => ({ cells: [title, ...yearCells(own, years), sumText(sumOf(own))] })),
        total(posts, years, sumOf(posts)),
      ],
    },
  ];
}

/** What pays for it, where that is said. */
function byCover(posts: readonly Post[]): Block[] {
  if (posts.every(({ cover }) => cover === undefined)) return [];
  const name = ({ cover }: Post): string =>
    cover === undefined ? "Geen dekking genoemd" : isOpen(cover) ? "Dekking nog open" : cover;
  const names = [...new Set(posts.map(name))];
  return [
    {
      type: "table",
      caption: "Dekking",
      columns: [{ title: "Waaruit" }, { title: "Bedrag", width: 30, numbers: true }],
      rows: [
        ...names.map((own): Row => ({ cells: [own, sumText(sumOf(posts.filter((post) => name(post) === own)))] })),
        { total: true, cells: ["Samen", sumText(sumOf(posts))] },
      ],
    },
  ];
}

/** Hours and fte of each partner and municipality, where actions say these as numbers. */
function people(model: Model, actions: readonly Action[]): Block[] {
  const atWork = actions.filter(holds);
  const efforts = atWork.flatMap(({ capacity }) => (Array.isArray(capacity) ? capacity : []));
  if (efforts.length === 0) return [];
  const inWords = atWork.filter(({ capacity }) => capacity !== undefined && !Array.isArray(capacity)).length;
  const units = (["uur", "fte"] as const).filter((unit) => efforts.some((own) => own.unit === unit));
  const cells = (own: typeof efforts): string[] =>
    units.map((unit) => effort(own.filter((other) => other.unit === unit)));
  const who = [...new Set(efforts.map((own) => own.who))];
  return [
    minor("people", "Mensen", [
      prose(
        inWords > 0
          ? `Van ${counted(inWords, "actie", "acties")} staat de inzet in woorden of is die open: die ${one(inWords, "telt", "tellen")} hier niet mee.`
          : "",
      ),
      {
        type: "table",
        caption: "Inzet per jaar",
        columns: [
          { title: "Wie" },
          ...units.map(
            (unit): Column => ({ title: capital(unit === "uur" ? "uren" : unit), width: 25, numbers: true }),
          ),
        ],
        rows: [
          ...who.map((id): Row => ({ cells: [nameOf(model, id), ...cells(efforts.filter((own) => own.who === id))] })),
          { total: true, cells: ["Samen", ...cells(efforts)] },
        ],
      },
    ]),
  ];
}

function effort(own: readonly { readonly amount: unknown }[]): string {
  if (own.length === 0) return "";
  const known = own.flatMap(({ amount }) => (typeof amount === "number" ? [amount] : []));
  // Whole thousandths, as fractions don't add up in binary.
  const sum = known.reduce((all, amount) => all + Math.round(amount * 1000), 0) / 1000;
  if (known.length === own.length) return decimal(sum);
  return known.length > 0 ? `ten minste ${decimal(sum)}` : "open";
}
