/** How money and people read in documents: amounts, and sums that tell what they leave out. */
import { capital, counted, decimal, enumeration, euros, listed } from "../dutch.js";
import {
  type Action,
  type Development,
  isOpen,
  isWhole,
  type Model,
  type Post,
  type Sum,
  sumOf,
  wholeOf,
} from "../model/index.js";

type Budget = Exclude<Development["amount"], number | undefined> | Exclude<Action["money"], number | undefined>;
type Parts = Extract<Budget, { readonly parts: unknown }>;

/** A sum in a cell: "€ 20.500", "ten minste € 20.500", "open", "niet genoemd". */
export function sumText(sum: Sum): string {
  if (isWhole(sum)) return euros(sum.known);
  if (sum.known > 0) return `ten minste ${euros(sum.known)}`;
  return sum.open + sum.yearless > 0 ? "open" : "niet genoemd";
}

/** What a sum leaves out, as in a sentence: "2 open bedragen"; nothing where it leaves nothing out. */
export const leftOut = ({ open, yearless }: Sum): string =>
  enumeration([
    ...(open > 0 ? [counted(open, "open bedrag", "open bedragen")] : []),
    ...(yearless > 0
      ? [counted(yearless, "bedrag per jaar zonder planning", "bedragen per jaar zonder planning")]
      : []),
  ]);

/** A sum in a sentence, with what it leaves out: "ten minste € 20.500, zonder 2 open bedragen". */
export const sumInWords = (sum: Sum): string => {
  const without = leftOut(sum);
  return `${sumText(sum)}${without && `, zonder ${without}`}`;
};

/** An amount that content gives, in a cell: per year as one number, or each year with what pays for it. */
export function moneyText(model: Model, money: number | Parts): string {
  if (typeof money === "number") return euros(money);
  const parts: readonly Post[] = money.parts;
  const years = [...new Set(money.parts.map(({ year }) => year))].sort((a, b) => a - b);
  const each = years.map((year) => {
    const own = parts.filter((part) => part.year === year);
    const covers = [...new Set(own.flatMap(({ cover }) => (typeof cover === "string" ? cover : [])))];
    const payers = own.flatMap(({ municipality }) => municipality ?? []);
    const asides = [
      ...payers.map((id) => model.targets.get(`municipality:${id}`)?.title ?? id),
      ...(covers.length > 0 ? [`dekking: ${listed(covers)}`] : []),
    ];
    return `${year}: ${sumText(sumOf(own))}${asides.length > 0 ? ` (${listed(asides)})` : ""}`;
  });
  const whole =
    years.length > 1 || money.total !== undefined
      ? [`samen ${sumText(wholeOf({ posts: parts, ...(money.total !== undefined && { total: money.total }) }))}`]
      : [];
  return [...each, ...whole].join("; ");
}

/** What people an action takes, in a cell. */
export function capacityText(model: Model, capacity: string | Exclude<Action["capacity"], string | undefined>): string {
  if (typeof capacity === "string") return capacity;
  if (isOpen(capacity)) return "open";
  return listed(
    capacity.map(
      ({ who, amount, unit }) => `${nameOf(model, who)} ${isOpen(amount) ? "open" : `${decimal(amount)} ${unit}`}`,
    ),
  );
}

/** Who gives people: a partner or a municipality, as at the start of a cell. */
export const nameOf = ({ targets }: Model, id: string): string =>
  capital(targets.get(`partner:${id}`)?.label ?? targets.get(`municipality:${id}`)?.title ?? id);
