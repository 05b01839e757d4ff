import { euros, suggestion } from "../../dutch.js";
import { type Post, paid, paymentsOf } from "../../model/index.js";
import { modelRule } from "../rule.js";
import { budgetOf, type Entry, entriesOf, ofEntry, where } from "../snapshots.js";

export const spentCover = modelRule(
  {
    code: "IVP813",
    severity: "warning",
    title: "Wat is uitgegeven, komt uit een dekking die de begroting van de actie noemt, en is daar niet meer dan.",
    why: "Onder twee namen voor één dekking telt niemand op; wat uit een andere dekking komt, vraagt een besluit.",
    mend: "Noem de dekking zoals bij money van de actie, of zet haar daarbij.",
  },
  (model, loaded) =>
    entriesOf(model).flatMap((entry) => {
      const { told, town, own } = entry;
      const { spent } = own;
      if (spent === undefined || typeof spent === "number") return [];
      const { money, posts } = budgetOf(entry);
      const covers = [...new Set(money.posts.flatMap(({ cover }) => (typeof cover === "string" ? cover : [])))];
      if (covers.length === 0) return [];
      return spent.flatMap(({ cover }, index) => {
        if (cover === undefined || spent.findIndex((one) => one.cover === cover) !== index) return [];
        const at = ofEntry(loaded, entry, "spent", index, "cover");
        if (!covers.includes(cover))
          return [
            {
              ...at,
              message: `De begroting van “${told.action.title}” kent geen dekking “${cover}”.`,
              hint: suggestion(cover, covers),
            },
          ];
        const more = beyond(entry, posts, cover);
        return more === undefined
          ? []
          : [
              {
                ...at,
                message: `Aan de actie “${told.action.title}” is${where(town)} ${more}.`,
                hint: "Controleer de bedragen, of vraag bij decide om een besluit.",
              },
            ];
      });
    }),
);

/** What was spent from a cover where that is more than it gives; nothing where it isn't or where that can't be told. */
function beyond({ own }: Entry, posts: readonly Post[], cover: string): string | undefined {
  const planned = posts.filter((post) => post.cover === cover).map(({ amount }) => amount);
  if (planned.length === 0 || !planned.every((amount) => typeof amount === "number")) return undefined;
  const whole = planned.reduce((sum, amount) => sum + amount, 0);
  const spent = paid(paymentsOf(own.spent).filter((payment) => payment.cover === cover));
  return spent > whole ? `${euros(spent)} uitgegeven uit ${cover}; begroot is daaruit ${euros(whole)}` : undefined;
}
