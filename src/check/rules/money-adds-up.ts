import type { Path } from "../../content/index.js";
import { enumeration, euros } from "../../dutch.js";
import {
  isOpen,
  isWhole,
  type Money,
  moneyOfAction,
  moneyOfDevelopment,
  type Payment,
  paid,
  spendingOn,
  sumOf,
} from "../../model/index.js";
import { type Finding, modelRule, ofValue } from "../rule.js";
import { type Entry, entriesOf, ofEntry } from "../snapshots.js";

export const moneyAddsUp = modelRule(
  {
    code: "IVP807",
    severity: "error",
    fixed: true,
    title: "De delen van een bedrag maken het geheel.",
    why: "Een raad besluit over het geheel; delen die samen iets anders zijn, spreken dat besluit tegen, en documenten tellen dan verkeerd op.",
    mend: "Verbeter een van de delen of het totaal. Wat nog niet is besloten, blijft een open punt.",
  },
  (model, loaded) => {
    const { content } = model;
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
      const wrong = differs(moneyOfDevelopment(amount));
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
      const wrong = entry.town ? undefined : spentOtherwise(entry);
      return wrong
        ? [
            {
              ...ofEntry(loaded, entry, "spent"),
              message: `Uitgegeven aan “${entry.told.action.title}”: ${wrong}`,
            },
          ]
        : [];
    });
    return [...budgets, ...developments, ...towns, ...spent];
  },
);

/** How parts differ from their whole, as far as that is known; nothing where they make it or may still do so. */
function differs({ posts, total }: Money): string | undefined {
  if (total === undefined || isOpen(total)) return undefined;
  const sum = sumOf(posts);
  return sum.known > total || (isWhole(sum) && sum.known !== total)
    ? `de delen zijn samen ${euros(sum.known)}, het totaal is ${euros(total)}.`
    : undefined;
}

/**
 * How what the municipalities spent differs from what is said of all: in all, else of a year, from a cover, or of a year from a
 * cover, as far as all of it says these.
 */
function spentOtherwise({ told }: Entry): string | undefined {
  if (told.spent === undefined) return undefined;
  const { payments, towns } = spendingOn(told);
  const complete = told.action.municipalities.every((town) =>
    told.municipalities.some((own) => own.municipality === town && own.spent !== undefined),
  );
  for (const keys of [[], ["year"], ["cover"], ["year", "cover"]] as const) {
    const says = (payment: Payment): boolean => keys.every((key: "year" | "cover") => payment[key] !== undefined);
    if (!payments.every(says)) continue;
    const name = (payment: Payment): string =>
      keys.map((key: "year" | "cover") => ` ${key === "year" ? "in" : "uit"} ${payment[key]}`).join("");
    const wrong = [...new Set([...payments, ...towns].filter(says).map(name))].flatMap((of) => {
      const [whole, parts] = [payments, towns].map((all) => paid(all.filter((own) => says(own) && name(own) === of)));
      const known = complete && towns.every(says);
      return parts !== undefined && whole !== undefined && (parts > whole || (known && parts !== whole))
        ? [`de gemeenten samen ${euros(parts)}${of}, het geheel ${euros(whole)}`]
        : [];
    });
    if (wrong.length > 0) return `${enumeration(wrong)}.`;
  }
  return undefined;
}
