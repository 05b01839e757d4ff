import { agree, during } from "../../dutch.js";
import { existedIn, isOpen } from "../../model/index.js";
import { modelRule, ofValue } from "../rule.js";

/** How many years before the plan its figures may go back. */
const BEFORE = 10;

export const figureYear = modelRule(
  {
    code: "IVP582",
    severity: "warning",
    title: "Een cijfer is van een jaar dat bij het plan hoort, en van een gemeente die er dat jaar was.",
    why: "Een cijfer van een ander jaar is meestal een typefout, en rekt elke grafiek uit.",
    mend: "Verbeter year of municipality, of haal het cijfer weg.",
  },
  ({ content: { plan, indicators }, municipalities, terms }, loaded) => {
    const first = plan.period.from - BEFORE;
    const towns = new Map(municipalities.map((town) => [town.id, town]));
    return indicators.flatMap(({ id, values, baseline }) => {
      const told = (path: readonly (string | number)[], message: string) => ({
        ...ofValue(loaded, `indicators/${id}.yaml`, path, `indicator:${id}:${path.join(".")}`),
        message,
      });
      const isFar = (year: number): boolean => year < first || year > plan.period.to;
      const far = (year: number): string =>
        `${year} hoort niet bij ${agree("de", terms.plan.brief)}: cijfers kunnen er zijn ${during({ from: first, to: plan.period.to })}.`;
      return [
        ...(baseline && !isOpen(baseline) && isFar(baseline.year)
          ? [told(["baseline", "year"], far(baseline.year))]
          : []),
        ...values.flatMap(({ year, municipality }, index) => {
          const town = municipality === undefined ? undefined : towns.get(municipality);
          if (isFar(year)) return [told(["values", index, "year"], far(year))];
          return town && !existedIn(town, year)
            ? [told(["values", index, "municipality"], `${town.title} bestond in ${year} niet, of niet het hele jaar.`)]
            : [];
        }),
      ];
    });
  },
);
