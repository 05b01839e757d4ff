/** How money and people read in documents: amounts, and sums that tell what they leave out. */
import { capital, counted, decimal, enumeration, euros, listed } from "../dutch.js";
import { type Action, type Development, isOpen, type Model, type Post, type Sum, sumOf } from "../model/index.js";

type Budget = Exclude<Development["amount"], number | undefined> | Exclude<Action["money"], number | undefined>;
type Parts = Extract<Budget, { readonly parts: unknown }>;

/** A sum in a cell: "€ 20.500", "ten minste € 20.500", "open"; nothing where there is nothing to add. */
export function sumText({ known, open, yearless }: Sum): string {
  if (open + yearless === 0) return euros(known);
  if (known > 0) return `ten minste ${euros(known)}`;
  return "open";
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
  const years = [...new Set(money.parts.map(({ year }) => year))].sort((a, b) => a - b);
  const each = years.map((year) => {
    const own: readonly Post[] = money.parts.filter((part) => part.year === year);
    return `${year}: ${sumText(sumOf(own))}`;
  });
  const towns = [
    ...new Set(money.parts.flatMap((part) => ("municipality" in part && part.municipality ? [part.municipality] : []))),
  ];
  const payers = towns.map((id) => model.targets.get(`municipality:${id}`)?.title ?? id);
  const total = money.total === undefined ? "" : `; samen ${isOpen(money.total) ? "open" : euros(money.total)}`;
  return `${listed(each)}${total}${payers.length > 0 ? ` (${enumeration(payers)})` : ""}`;
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
