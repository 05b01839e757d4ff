/** What was planned and spent per year, municipality and cover, as far as that is told apart. */
import {
  added,
  isOpen,
  type Municipality,
  onlyOne,
  type Payment,
  type Post,
  paid,
  type Sum,
  sumOf,
  undivided,
  unsaid,
} from "../../model/index.js";
import { sumText } from "../amounts.js";
import type { Block, Row } from "../tree.js";
import { type Cost, spentText } from "./costs.js";
import type { Report } from "./lines.js";
import { cells, spentIn, table } from "./money-table.js";

/** Some of what is planned and some of what was spent, under a name. */
interface Share {
  readonly title: string;
  readonly posts: readonly Post[];
  readonly payments: readonly Payment[];
  /** What isn't told apart and may belong to it: what is planned, and how many amounts that were spent. */
  readonly anywhere: Sum;
  readonly silent: number;
}

const shareRow = ({ title, posts, payments, anywhere, silent }: Share): Row => ({
  cells: [
    title,
    ...cells(
      posts.length > 0 ? added([sumOf(posts), { ...anywhere, known: 0 }]) : unsaid(1),
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

export function byYear(costs: readonly Cost[]): Block[] {
  const [posts, payments] = [costs.flatMap((cost) => cost.posts), costs.flatMap((cost) => cost.payments)];
  if (payments.every(({ year }) => year === undefined)) return [];
  const years = [...new Set([...posts, ...payments].flatMap(({ year }) => year ?? []))].sort((a, b) => a - b);
  // Nothing a year is nothing in every year.
  const anywhere = posts.filter(({ year, amount }) => year === undefined && amount !== 0);
  const unplanned = costs.filter(({ planned }) => planned.unsaid > 0).length;
  const { silent } = spentIn(costs);
  const untold = silent + payments.filter(({ year }) => year === undefined).length;
  return [
    table(costs, "Begroot en uitgegeven per jaar", "Jaar", [
      ...years.map((year) =>
        shareRow({
          title: String(year),
          posts: posts.filter((post) => post.year === year),
          payments: payments.filter((payment) => payment.year === year),
          anywhere: added([sumOf(anywhere), unsaid(unplanned)]),
          silent: untold,
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

export function byTown({ model, town }: Report, costs: readonly Cost[]): Block[] {
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
  // What isn't divided over those that take part may be of each of them.
  const anywhereOf = (own: Municipality): Sum =>
    unsaid(
      costs.filter(
        ({ line: { action }, planned }, index) =>
          action.municipalities.includes(own) &&
          (planned.unsaid > 0 || undivided(shares[index]?.posts ?? []).length > 0),
      ).length,
    );
  const named = municipalities
    .map((own) => ({ title: own.title, ...of(own.id), anywhere: anywhereOf(own), silent: silentOf(own) }))
    .filter((own) => own.posts.length + own.payments.length > 0);
  return [
    table(costs, "Begroot en uitgegeven per gemeente", "Gemeente", [
      ...named.map(shareRow),
      ...restRow("Niet verdeeld over gemeenten", { ...of(undefined), silent: spentIn(costs).silent }),
    ]),
  ];
}

export function byCover(costs: readonly Cost[]): Block[] {
  const posts = costs.flatMap((cost) => cost.posts);
  const payments = costs.flatMap((cost) => cost.payments);
  if (payments.every(({ cover }) => cover === undefined)) return [];
  const { silent } = spentIn(costs);
  const untold = silent + payments.filter(({ cover }) => cover === undefined).length;
  const anywhere = unsaid(
    costs.filter(({ planned }) => planned.unsaid > 0).length +
      posts.filter(({ amount, cover }) => typeof cover !== "string" && amount !== 0).length,
  );
  const of = (belongs: (one: Pick<Post, "cover">) => boolean): Pick<Share, "posts" | "payments"> => ({
    posts: posts.filter(belongs),
    payments: payments.filter(belongs),
  });
  const names = [...new Set([...posts, ...payments].flatMap(({ cover }) => (typeof cover === "string" ? cover : [])))];
  return [
    table(costs, "Begroot en uitgegeven per dekking", "Waaruit", [
      ...names.map((title) => shareRow({ title, ...of(({ cover }) => cover === title), anywhere, silent: untold })),
      ...restRow("Dekking nog open", { ...of(({ cover }) => isOpen(cover)), silent: 0 }),
      ...restRow("Geen dekking genoemd", { ...of(({ cover }) => cover === undefined), silent }),
    ]),
  ];
}
