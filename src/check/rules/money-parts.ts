import type { Path } from "../../content/index.js";
import { period } from "../../dutch.js";
import { isOpen, type Years } from "../../model/index.js";
import { type Finding, modelRule, ofValue } from "../rule.js";

interface Part {
  readonly year: number;
  readonly municipality?: string;
  readonly cover?: unknown;
}

export const moneyParts = modelRule(
  {
    code: "IVP808",
    severity: "error",
    title: "Elk deel van een bedrag en elke inzet staat er één keer, in een jaar en bij een gemeente die erbij horen.",
    why: "Wat dubbel staat, telt dubbel; wat buiten de looptijd valt, betaalt niemand.",
    mend: "Haal weg wat dubbel is, of kies een jaar en een gemeente die erbij horen.",
  },
  (model, loaded) => {
    const { content } = model;
    const at =
      (file: string, path: Path, subject: string) =>
      (message: string): Finding => ({
        ...ofValue(loaded, file, path, subject),
        message,
      });
    const actions = content.programmes.flatMap(({ id: programme, period: years, actions: all }) =>
      all.flatMap(({ id, title, money, capacity, municipalities }, index) => {
        const [file, subject] = [`programmes/${programme}.yaml`, `action:${programme}/${id}`];
        const who = Array.isArray(capacity) ? capacity : [];
        return [
          ...(isBudget(money)
            ? money.parts.flatMap((part, place) => {
                const tell = at(file, ["actions", index, "money", "parts", place], subject);
                const { municipality } = part;
                return municipality !== undefined && municipalities !== "all" && !municipalities.includes(municipality)
                  ? [tell(`${municipality} doet niet mee aan de actie “${title}”.`)]
                  : partFaults(money.parts, place, years).map(tell);
              })
            : []),
          ...who.flatMap((one, place) =>
            who.findIndex((other) => other.who === one.who && other.unit === one.unit) === place
              ? []
              : [
                  at(
                    file,
                    ["actions", index, "capacity", place, "who"],
                    subject,
                  )(`${one.who} staat twee keer bij de inzet voor “${title}”.`),
                ],
          ),
        ];
      }),
    );
    const developments = content.finances.developments.flatMap(({ id, amount }, index) =>
      isBudget(amount)
        ? amount.parts.flatMap((_, place) =>
            partFaults(amount.parts, place, content.plan.period).map(
              at("finances.yaml", ["developments", index, "amount", "parts", place], `development:${id}`),
            ),
          )
        : [],
    );
    const towns = content.municipalities.flatMap(({ id, finances }) =>
      finances.flatMap(({ development, amount }, index) =>
        isBudget(amount)
          ? amount.parts.flatMap((_, place) =>
              partFaults(amount.parts, place, content.plan.period).map(
                at(
                  `municipalities/${id}.yaml`,
                  ["finances", index, "amount", "parts", place],
                  `municipality:${id}/${development}`,
                ),
              ),
            )
          : [],
      ),
    );
    return [...actions, ...developments, ...towns];
  },
);

const isBudget = <T>(money: T): money is Extract<T, { readonly parts: unknown }> =>
  typeof money === "object" && money !== null && !isOpen(money);

function partFaults(parts: readonly Part[], place: number, years: Years): string[] {
  const part = parts[place];
  if (!part) return [];
  const { year, municipality, cover } = part;
  if (year < years.from || year > years.to) return [`Het jaar ${year} valt buiten de looptijd (${period(years)}).`];
  const same = (one: Part): boolean =>
    one.year === year && one.municipality === municipality && JSON.stringify(one.cover) === JSON.stringify(cover);
  return parts.findIndex(same) === place ? [] : [`Het bedrag van ${year} staat hier twee keer, met dezelfde dekking.`];
}
