import { euros, suggestion } from "../../dutch.js";
import { isOpen, type Post, paid, paymentsOf, undivided } from "../../model/index.js";
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
        // What is still open may become this one.
        if (!covers.includes(cover) && money.posts.some((post) => isOpen(post.cover))) return [];
        if (!covers.includes(cover))
          return [
            {
              ...at,
              message: `De begroting van “${told.action.title}” kent geen dekking “${cover}”.`,
              hint: suggestion(cover, covers),
            },
          ];
        const more = beyond(entry, { all: money.posts, own: posts }, cover);
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

/**
 * What was spent from a cover where that is more than it gives; nothing where it isn't or where that can't be told: an amount without
 * a cover, or one that isn't divided over municipalities, may come from it.
 */
function beyond(
  { own, town }: Entry,
  { all, own: posts }: { readonly all: readonly Post[]; readonly own: readonly Post[] },
  cover: string,
): string | undefined {
  const payments = paymentsOf(own.spent).filter((payment) => payment.cover === cover);
  const last = Math.max(...payments.map(({ year = Number.POSITIVE_INFINITY }) => year));
  const maybe = (post: Post): boolean =>
    post.amount !== 0 && typeof post.cover !== "string" && (post.year === undefined || post.year <= last);
  if (posts.some(maybe)) return undefined;
  if (town && undivided(all).some((post) => post.cover === cover || maybe(post))) return undefined;
  const planned = posts.filter((post) => post.cover === cover).map(({ amount }) => amount);
  if (planned.length === 0 || !planned.every((amount) => typeof amount === "number")) return undefined;
  const whole = planned.reduce((sum, amount) => sum + amount, 0);
  const spent = paid(payments);
  return spent > whole ? `${euros(spent)} uitgegeven uit ${cover}; begroot is daaruit ${euros(whole)}` : undefined;
}
