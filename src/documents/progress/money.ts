/** What was spent of what was planned: per action, and as far as that is said per year, municipality and cover. */
import { counted, day, euros, listed, ofAll } from "../../dutch.js";
import {
  added,
  isOpen,
  isWhole,
  type Municipality,
  onlyOne,
  type Payment,
  type Post,
  paid,
  type Sum,
  sumOf,
} from "../../model/index.js";
import { leftOut, sumInWords, sumText } from "../amounts.js";
import { prose } from "../blocks.js";
import type { Block, Column, Row } from "../tree.js";
import { beyond, type Cost, costOf, difference, isTold, plannedFor, type Spent, spentText, yearOf } from "./costs.js";
import { type Line, nameOf, type Report } from "./lines.js";

/** Tables of the actions that cost something or on which something was spent, with what they add up to. */
export function moneyBlocks(report: Report, lines: readonly Line[]): Block[] {
  const costs = lines.map((line) => costOf(report, line)).filter((cost) => cost.posts.length > 0 || isTold(cost));
  // Without a word on what was spent, this would repeat the programme.
  if (!costs.some(isTold)) return [];
  return [
    prose(inWords(report, costs)),
    byAction(report, costs),
    ...byYear(costs),
    ...byTown(report, costs),
    ...byCover(costs),
  ];
}

const plannedIn = (costs: readonly Cost[]): Sum => sumOf(costs.flatMap(({ posts }) => posts));

const spentIn = (costs: readonly Cost[]): Spent => ({
  known: costs.reduce((sum, { spent }) => sum + spent.known, 0),
  silent: costs.filter(({ spent }) => spent.silent > 0).length,
});

const anAction = ["actie", "acties"] as const;

function inWords(report: Report, costs: readonly Cost[]): string {
  const [planned, spent] = [plannedIn(costs), spentIn(costs)];
  const more = costs.filter((cost) => beyond(plannedFor(cost), cost.spent) !== undefined);
  const told = costs.filter(({ spent: own }) => own.silent === 0);
  const unplanned = told.filter((cost) => !isPlanned(cost));
  return [
    planned.known === 0 && leftOut(planned) !== ""
      ? `Wat er tot en met ${yearOf(report)} is begroot, staat nog open.`
      : `Tot en met ${yearOf(report)} is **${sumInWords(planned)}** begroot.`,
    `Er is ${spent.silent > 0 ? "ten minste " : ""}**${euros(spent.known)}** uitgegeven.`,
    ...(spent.silent > 0
      ? [`Van ${counted(spent.silent, ...anAction)} is niet of niet van iedereen gemeld wat er is uitgegeven.`]
      : []),
    ...(more.length > 0
      ? [
          `Aan ${ofAll(more.length, costs.length, ...anAction)} is meer uitgegeven dan begroot: ${listed(
            more.map(({ line: { action } }) => `[[action:${action.fullId}|${action.number}]]`),
          )}.`,
        ]
      : told.length === costs.length && unplanned.length === 0
        ? ["Aan geen enkele actie is meer uitgegeven dan begroot."]
        : []),
    ...(unplanned.length > 0
      ? [
          `Bij ${counted(unplanned.length, ...anAction)} is dat niet te vergelijken: het bedrag ervoor is er niet of is nog open.`,
        ]
      : []),
  ].join(" ");
}

function isPlanned(cost: Cost): boolean {
  const planned = plannedFor(cost);
  return planned !== undefined && isWhole(planned);
}

/** What stands beside each other in every table. */
const cells = (planned: Sum | undefined, spent: Spent | undefined): string[] => [
  planned ? sumText(planned) : "niet genoemd",
  spent ? spentText(spent) : "niet gemeld",
  (spent && difference(planned, spent)) ?? "–",
];

const columns = (first: string): Column[] => [
  { title: first },
  { title: "Begroot", width: 20, numbers: true },
  { title: "Uitgegeven", width: 20, numbers: true },
  { title: "Verschil", width: 20, numbers: true },
];

/** A table with what its rows add up to: the same in all of them. */
function table(costs: readonly Cost[], caption: string, first: string, rows: readonly Row[]): Block {
  const total: Row = { total: true, cells: ["Samen", ...cells(plannedIn(costs), spentIn(costs))] };
  return { type: "table", caption, columns: columns(first), rows: rows.length > 1 ? [...rows, total] : rows };
}

const byAction = (report: Report, costs: readonly Cost[]): Block =>
  table(
    costs,
    `Begroot tot en met ${yearOf(report)}, en uitgegeven`,
    "Actie",
    costs.map((cost) => ({
      cells: [
        [...nameOf(cost.line), ...(cost.since ? [`Gemeld op ${day(cost.since.date)}`] : [])],
        ...cells(plannedFor(cost), isTold(cost) ? cost.spent : undefined),
      ],
    })),
  );

/** Some of what is planned and some of what was spent, under a name. */
interface Share {
  readonly title: string;
  readonly posts: readonly Post[];
  readonly payments: readonly Payment[];
  /** What isn't told apart and may belong to it: amounts that are planned, and how many that were spent. */
  readonly anywhere: readonly Post[];
  readonly silent: number;
}

const shareRow = ({ title, posts, payments, anywhere, silent }: Share): Row => ({
  cells: [
    title,
    ...cells(
      posts.length > 0 ? added([sumOf(posts), { ...sumOf(anywhere), known: 0 }]) : undefined,
      payments.length > 0 ? { known: paid(payments), silent } : undefined,
    ),
  ],
});

/** What belongs under no name, where there is any: it can't be compared, as other names may have a part of it. */
const restRow = (title: string, { posts, payments, silent }: Omit<Share, "title" | "anywhere">): Row[] =>
  posts.length + payments.length === 0
    ? []
    : [
        {
          cells: [
            title,
            posts.length > 0 ? sumText(sumOf(posts)) : "niet genoemd",
            payments.length > 0 ? spentText({ known: paid(payments), silent }) : "niet gemeld",
            "–",
          ],
        },
      ];

function byYear(costs: readonly Cost[]): Block[] {
  const [posts, payments] = [costs.flatMap((cost) => cost.posts), costs.flatMap((cost) => cost.payments)];
  if (payments.every(({ year }) => year === undefined)) return [];
  const years = [...new Set([...posts, ...payments].flatMap(({ year }) => year ?? []))].sort((a, b) => a - b);
  // Nothing a year is nothing in every year.
  const anywhere = posts.filter(({ year, amount }) => year === undefined && amount !== 0);
  const { silent } = spentIn(costs);
  const unsaid = silent + payments.filter(({ year }) => year === undefined).length;
  return [
    table(costs, "Begroot en uitgegeven per jaar", "Jaar", [
      ...years.map((year) =>
        shareRow({
          title: String(year),
          posts: posts.filter((post) => post.year === year),
          payments: payments.filter((payment) => payment.year === year),
          anywhere,
          silent: unsaid,
        }),
      ),
      ...restRow("Jaar niet genoemd", {
        posts: anywhere,
        payments: payments.filter(({ year }) => year === undefined),
        silent,
      }),
    ]),
  ];
}

function byTown({ model, town }: Report, costs: readonly Cost[]): Block[] {
  const { municipalities } = model;
  if (town || onlyOne(municipalities)) return [];
  const shares = costs.map((cost) => {
    // Where one takes part, all of it is of that one.
    const only = onlyOne(cost.line.action.municipalities)?.id;
    const towns = only ? cost.payments.map((payment) => ({ ...payment, municipality: only })) : cost.towns;
    const rest = paid(cost.payments) - paid(towns);
    return {
      posts: cost.posts.map((post) => (only ? { ...post, municipality: only } : post)),
      payments: [...towns, ...(rest > 0 ? [{ amount: rest }] : [])] as Payment[],
    };
  });
  const posts = shares.flatMap((own) => own.posts);
  const payments = shares.flatMap((own) => own.payments);
  const isSaid = ({ municipality }: { readonly municipality?: string }): boolean => municipality !== undefined;
  if (!costs.some((cost) => cost.towns.length > 0 || cost.posts.some(isSaid))) return [];
  const of = (id: string | undefined): Pick<Share, "posts" | "payments"> => ({
    posts: posts.filter(({ municipality }) => municipality === id),
    payments: payments.filter(({ municipality }) => municipality === id),
  });
  // Of an action in which it takes part and of which nobody said who spent all of it, it may have spent some.
  const silentOf = (own: Municipality): number =>
    costs.filter(
      ({ line: { action }, spent }, index) =>
        action.municipalities.includes(own) &&
        (spent.silent > 0 || shares[index]?.payments.some((payment) => !isSaid(payment))) &&
        !shares[index]?.payments.some(({ municipality }) => municipality === own.id),
    ).length;
  const named = municipalities
    .map((own) => ({ title: own.title, ...of(own.id), anywhere: [], silent: silentOf(own) }))
    .filter((own) => own.posts.length + own.payments.length > 0);
  return [
    table(costs, "Begroot en uitgegeven per gemeente", "Gemeente", [
      ...named.map(shareRow),
      ...restRow("Niet verdeeld over gemeenten", { ...of(undefined), silent: spentIn(costs).silent }),
    ]),
  ];
}

function byCover(costs: readonly Cost[]): Block[] {
  const posts = costs.flatMap((cost) => cost.posts);
  const payments = costs.flatMap((cost) => cost.payments);
  if (payments.every(({ cover }) => cover === undefined)) return [];
  const { silent } = spentIn(costs);
  const unsaid = silent + payments.filter(({ cover }) => cover === undefined).length;
  const of = (belongs: (one: Pick<Post, "cover">) => boolean): Pick<Share, "posts" | "payments"> => ({
    posts: posts.filter(belongs),
    payments: payments.filter(belongs),
  });
  const names = [...new Set([...posts, ...payments].flatMap(({ cover }) => (typeof cover === "string" ? cover : [])))];
  return [
    table(costs, "Begroot en uitgegeven per dekking", "Waaruit", [
      ...names.map((title) => shareRow({ title, ...of(({ cover }) => cover === title), anywhere: [], silent: unsaid })),
      ...restRow("Dekking nog open", { ...of(({ cover }) => isOpen(cover)), silent: 0 }),
      ...restRow("Geen dekking genoemd", { ...of(({ cover }) => cover === undefined), silent }),
    ]),
  ];
}
