import type { Path } from "../../content/index.js";
import { isOpen } from "../../model/index.js";
import { modelRule, ofValue } from "../rule.js";

export const figureOnce = modelRule(
  {
    code: "IVP581",
    severity: "error",
    title: "Een cijfer of streefwaarde staat er per gebied en jaar één keer.",
    why: "Van twee cijfers voor hetzelfde gebied en jaar is niet te zeggen welk geldt.",
    mend: "Laat één van de twee staan.",
  },
  ({ content: { indicators } }, loaded) =>
    indicators.flatMap(({ id, values, targets, comparisons }) => {
      const lists: { path: Path; items: readonly { municipality?: string; year: number }[] }[] = [
        { path: ["values"], items: values },
        { path: ["targets"], items: targets === undefined || isOpen(targets) ? [] : targets },
        ...comparisons.map(({ values: own = [] }, index) => ({ path: ["comparisons", index, "values"], items: own })),
      ];
      const file = `indicators/${id}.yaml`;
      const figures = lists.flatMap(({ path, items }) =>
        later(items, ({ municipality = "", year }) => `${municipality} ${year}`).map(({ item, index }) => ({
          ...ofValue(loaded, file, [...path, index], `indicator:${id}:${path.join(".")}.${index}`),
          message: `Voor ${item.municipality ?? "dit gebied"} staat er al een ${path[0] === "targets" ? "streefwaarde" : "cijfer"} van ${item.year}.`,
        })),
      );
      const areas = later(comparisons, ({ id: own }) => own).map(({ item, index }) => ({
        ...ofValue(loaded, file, ["comparisons", index, "id"], `indicator:${id}:comparisons.${index}`),
        message: `Het gebied “${item.id}” staat er al.`,
      }));
      return [...figures, ...areas];
    }),
);

/** The items of which an earlier one has the same key. */
function later<T>(items: readonly T[], keyOf: (item: T) => string): { item: T; index: number }[] {
  const known = new Set<string>();
  return items.flatMap((item, index) => {
    const key = keyOf(item);
    if (known.has(key)) return [{ item, index }];
    known.add(key);
    return [];
  });
}
