import type { Path } from "../../content/index.js";
import { euros } from "../../dutch.js";
import {
  isOpen,
  isWhole,
  type Money,
  moneyOfAction,
  moneyOfDevelopment,
  type Sum,
  spentInAll,
  sumOf,
} from "../../model/index.js";
import { type Finding, modelRule, ofValue } from "../rule.js";
import { entriesOf, ofEntry } from "../snapshots.js";

export const moneyAddsUp = modelRule(
  {
    code: "IVP807",
    severity: "warning",
    title: "De delen van een bedrag maken het geheel.",
    why: "Een raad besluit over het geheel; delen die samen iets anders zijn, spreken dat besluit tegen.",
    mend: "Verbeter een van de delen of het totaal. Wat nog niet is besloten, blijft een open punt.",
  },
  (model, loaded) => {
    const { content, municipalities } = model;
    const told = (file: string, path: Path, subject: string, message: string): Finding => ({
      ...ofValue(loaded, file, path, subject),
      message,
    });
    const budgets = model.programmes.flatMap(({ id: programme, actions }) =>
      actions.flatMap((action) => {
        const index =
          content.programmes.find(({ id }) => id === programme)?.actions.findIndex(({ id }) => id === action.id) ?? 0;
        const wrong = differs(moneyOfAction(action));
        return wrong
          ? [
              told(
                `programmes/${programme}.yaml`,
                ["actions", index, "money"],
                `action:${action.fullId}`,
                `Geld van “${action.title}”: ${wrong}`,
              ),
            ]
          : [];
      }),
    );
    const developments = content.finances.developments.flatMap(({ id, title, amount }, index) => {
      const wrong = differs(moneyOfDevelopment(amount)) ?? contributionsTo(id, amount);
      return wrong
        ? [
            told(
              "finances.yaml",
              ["developments", index, "amount"],
              `development:${id}`,
              `Geld van “${title}”: ${wrong}`,
            ),
          ]
        : [];
    });
    const towns = content.municipalities.flatMap(({ id, finances }) =>
      finances.flatMap(({ development, amount }, index) => {
        const wrong = differs(moneyOfDevelopment(amount));
        return wrong
          ? [
              told(
                `municipalities/${id}.yaml`,
                ["finances", index, "amount"],
                `municipality:${id}/${development}`,
                `Bijdrage aan ${development}: ${wrong}`,
              ),
            ]
          : [];
      }),
    );
    const spent = entriesOf(model).flatMap((entry) => {
      const { told: one, town } = entry;
      const all = spentInAll(one.spent);
      if (town || all === undefined) return [];
      const parts = one.municipalities.flatMap((own) => spentInAll(own.spent) ?? []);
      const sum = parts.reduce((total, part) => total + part, 0);
      const complete = parts.length === one.action.municipalities.length;
      return sum > all || (complete && sum !== all)
        ? [
            {
              ...ofEntry(loaded, entry, "spent"),
              message: `Uitgegeven aan “${one.action.title}”: de gemeenten samen ${euros(sum)}, het geheel ${euros(all)}.`,
            },
          ]
        : [];
    });
    return [...budgets, ...developments, ...towns, ...spent];

    /** What municipalities pay for a development, beside what it costs; per year both. */
    function contributionsTo(
      id: string,
      amount: (typeof content.finances.developments)[number]["amount"],
    ): string | undefined {
      if (typeof amount !== "number") return undefined;
      const amounts = municipalities
        .flatMap(({ finances }) => finances.filter((own) => own.development === id))
        .map((own) => own.amount);
      const known = amounts.filter((own) => typeof own === "number").reduce((sum, own) => sum + own, 0);
      const whole = amounts.length === municipalities.length && amounts.every((own) => typeof own === "number");
      return amounts.length > 0 && (known > amount || (whole && known !== amount))
        ? `de gemeenten dragen samen ${euros(known)} per jaar bij, het kost ${euros(amount)}.`
        : undefined;
    }
  },
);

/** How parts differ from their whole, as far as that is known; nothing where they make it or may still do so. */
function differs({ posts, total }: Money): string | undefined {
  if (total === undefined || isOpen(total)) return undefined;
  const sum: Sum = sumOf(posts);
  return sum.known > total || (isWhole(sum) && sum.known !== total)
    ? `de delen zijn samen ${euros(sum.known)}, het totaal is ${euros(total)}.`
    : undefined;
}
