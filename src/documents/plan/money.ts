/** What the developments of a plan cost and what municipalities pay for them, added up. */
import { byName } from "../../dutch.js";
import {
  added,
  type Development,
  isOpen,
  type Model,
  type Municipality,
  moneyOfDevelopment,
  onlyOne,
  type Sum,
  sumOf,
  wholeOf,
} from "../../model/index.js";
import { sumText } from "../amounts.js";
import type { Block, Cell, Row } from "../tree.js";

type Amount = Development["amount"];

/** Whether an amount is told year by year. */
export const isByYear = (amount: Amount): amount is Extract<Amount, { readonly parts: unknown }> =>
  typeof amount === "object" && !isOpen(amount);

/** An amount per year as a sum; of what is told year by year, that isn't one amount a year. */
const perYear = (amounts: readonly Amount[]): Sum =>
  added(
    amounts.map((amount) => ({
      known: typeof amount === "number" ? amount : 0,
      open: isOpen(amount) ? 1 : 0,
      yearless: isByYear(amount) ? 1 : 0,
      unsaid: amount === undefined ? 1 : 0,
    })),
  );

/** Tables of what is known; none where nothing is, or where there is nothing to add. */
export function developmentTotals(model: Model): Block[] {
  const { developments } = model.content.finances;
  const towns = onlyOne(model.municipalities) ? [] : model.municipalities;
  const given = (id: string, among: readonly Municipality[] = towns): Amount[] =>
    among.flatMap(({ finances }) => finances.filter((own) => own.development === id)).map(({ amount }) => amount);
  const byYear = developments.filter(({ id, amount }) => [amount, ...given(id)].some(isByYear));
  const yearly = developments.filter((own) => !byYear.includes(own));
  const contributions = yearly.flatMap(({ id }) => given(id));
  const known = [...yearly.map(({ amount }) => amount), ...contributions].filter((one) => typeof one === "number");
  return [
    ...(known.length > 1 ? [perDevelopment(yearly, given), ...perTown(towns, yearly, given)] : []),
    ...(byYear.length > 0 ? [inYears(model, towns, byYear, given)] : []),
  ];
}

type Given = (id: string, among?: readonly Municipality[]) => Amount[];

const told = (amounts: readonly Amount[]): string => (amounts.length === 0 ? "" : sumText(perYear(amounts)));

function perDevelopment(developments: readonly Development[], given: Given): Block {
  const row = (title: string, own: readonly Development[]): readonly Cell[] => [
    title,
    told(own.map(({ amount }) => amount)),
    told(own.flatMap(({ id }) => given(id))),
  ];
  return {
    type: "table",
    caption: "Kosten en bijdragen per jaar",
    columns: [
      { title: "Ontwikkeling" },
      { title: "Kosten", width: 26, numbers: true },
      { title: "Bijdrage van gemeenten", width: 26, numbers: true },
    ],
    rows: [
      ...developments.map((own): Row => ({ cells: row(own.title, [own]) })),
      ...(developments.length > 1 ? [{ total: true as const, cells: row("Samen", developments) }] : []),
    ],
  };
}

function perTown(towns: readonly Municipality[], developments: readonly Development[], given: Given): Block[] {
  const of = (among: readonly Municipality[]): Amount[] => developments.flatMap(({ id }) => given(id, among));
  const paying = towns.filter((town) => of([town]).length > 0);
  if (!of(paying).some((amount) => typeof amount === "number")) return [];
  return [
    {
      type: "table",
      caption: "Bijdrage per gemeente, per jaar",
      columns: [{ title: "Gemeente" }, { title: "Bijdrage", width: 30, numbers: true }],
      rows: [
        ...[...paying]
          .sort((a, b) => byName(a.title, b.title))
          .map((town): Row => ({ cells: [town.title, told(of([town]))] })),
        ...(paying.length > 1 ? [{ total: true as const, cells: ["Samen", told(of(paying))] }] : []),
      ],
    },
  ];
}

/** What is told year by year; an amount per year beside it is of no year in particular. */
function inYears(
  { content: { plan } }: Model,
  towns: readonly Municipality[],
  developments: readonly Development[],
  given: Given,
): Block {
  const years = Array.from({ length: plan.period.to - plan.period.from + 1 }, (_, index) => plan.period.from + index);
  const row = (title: string, amounts: readonly Amount[]): readonly Cell[] => {
    const posts = amounts.flatMap((amount) => moneyOfDevelopment(amount).posts);
    const anywhere = sumOf(posts.filter(({ year }) => year === undefined));
    const each = years.map((year) => {
      const own = posts.filter((post) => post.year === year);
      return own.length === 0 ? "" : sumText(added([sumOf(own), anywhere]));
    });
    return [title, ...each, sumText(added(amounts.map((amount) => wholeOf(moneyOfDevelopment(amount)))))];
  };
  return {
    type: "table",
    caption: "Kosten en bijdragen in de looptijd",
    columns: [
      { title: "Ontwikkeling" },
      ...years.map((year) => ({ title: String(year), width: 14, numbers: true as const })),
      { title: "Samen", width: 16, numbers: true },
    ],
    rows: developments.flatMap(({ id, title, amount }): Row[] => [
      { cells: row(title, [amount]) },
      ...towns.flatMap((town) => {
        const own = given(id, [town]);
        return own.length > 0 ? [{ cells: row(`Bijdrage van ${town.title}`, own) }] : [];
      }),
    ]),
  };
}
