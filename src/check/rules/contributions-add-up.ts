import { euros } from "../../dutch.js";
import { type Development, isOpen, type Model } from "../../model/index.js";
import { modelRule, ofValue } from "../rule.js";

type Amount = Development["amount"];

export const contributionsAddUp = modelRule(
  {
    code: "IVP812",
    severity: "warning",
    title: "Wat gemeenten bijdragen aan een ontwikkeling, is wat zij kost.",
    why: "Dragen de gemeenten samen iets anders bij, dan klopt een bedrag niet, of betaalt er nog iemand mee.",
    mend: "Verbeter een van de bedragen. Betaalt er nog iemand mee, zeg dat dan in de tekst en keur dit goed in check.yaml.",
  },
  (model, loaded) =>
    model.content.finances.developments.flatMap(({ id, title, amount }, index) => {
      const wrong = otherwise(model, id, amount);
      return wrong
        ? [
            {
              ...ofValue(loaded, "finances.yaml", ["developments", index, "amount"], `development:${id}`),
              message: `Geld van “${title}”: ${wrong}`,
            },
          ]
        : [];
    }),
);

/** The first year in which what is known of contributions differs from the cost; the same in all years where none is told apart. */
function otherwise({ content, municipalities }: Model, id: string, cost: Amount): string | undefined {
  const given = municipalities.flatMap(({ finances }) => finances.filter((own) => own.development === id));
  if (given.length === 0) return undefined;
  const { from, to } = content.plan.period;
  const apart = [cost, ...given.map(({ amount }) => amount)].some(isByYear);
  for (let year = from; year <= (apart ? to : from); year += 1) {
    const whole = inYear(cost, year);
    const parts = given.map(({ amount }) => inYear(amount, year));
    const known = parts.reduce<number>((sum, part) => sum + (part ?? 0), 0);
    const complete = given.length === municipalities.length && parts.every((part) => part !== undefined);
    if (whole !== undefined && (known > whole || (complete && known !== whole)))
      return `de gemeenten dragen ${apart ? `in ${year} samen ${euros(known)}` : `samen ${euros(known)} per jaar`} bij, het kost ${euros(whole)}.`;
  }
  return undefined;
}

const isByYear = (amount: Amount): amount is Extract<Amount, { readonly parts: unknown }> =>
  typeof amount === "object" && !isOpen(amount);

/** What it is in a year; nothing where that isn't known. */
function inYear(amount: Amount, year: number): number | undefined {
  if (!isByYear(amount)) return typeof amount === "number" ? amount : undefined;
  const own = amount.parts.filter((part) => part.year === year).map((part) => part.amount);
  return own.every((part) => typeof part === "number") ? own.reduce((sum, part) => sum + part, 0) : undefined;
}
