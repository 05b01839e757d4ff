import { day, euros, period } from "../../dutch.js";
import { modelRule } from "../rule.js";
import { type Entry, entriesOf, ofEntry, where } from "../snapshots.js";

export const spentYears = modelRule(
  {
    code: "IVP811",
    severity: "error",
    title:
      "Wat per jaar is uitgegeven, staat er één keer, bij een jaar van na het begin van het programma en niet van na de datum.",
    why: "Wat dubbel staat, telt dubbel; in een jaar dat nog komt of van voor het programma, is niets uitgegeven.",
    mend: "Verbeter het jaar, of voeg samen wat bij één jaar en één dekking hoort.",
  },
  (model, loaded) =>
    entriesOf(model).flatMap((entry) => {
      const { spent } = entry.own;
      if (!Array.isArray(spent)) return [];
      return spent.flatMap((_, index) =>
        faults(entry, spent, index).map((fault) => ({
          ...ofEntry(loaded, entry, "spent", index, "year"),
          message: `Uitgegeven aan “${entry.told.action.title}”${where(entry.town)}: ${fault}`,
        })),
      );
    }),
);

type Spent = Extract<NonNullable<Entry["own"]["spent"]>, readonly unknown[]>;

function faults({ progress: { date }, told }: Entry, spent: Spent, index: number): string[] {
  const part = spent[index];
  if (!part) return [];
  const { year, amount, cover } = part;
  const { programme } = told.action;
  if (year > Number(date.slice(0, 4))) return [`op ${day(date)} is ${year} nog niet begonnen.`];
  // What is left of a programme can cost something after its end.
  if (year < programme.period.from) return [`${year} ligt voor ${programme.shortTitle} (${period(programme.period)}).`];
  return spent.findIndex((one) => one.year === year && one.cover === cover) === index
    ? []
    : [`${year} staat er al${cover === undefined ? "" : `, met de dekking ${cover}`} (hier ${euros(amount)}).`];
}
