import type { Open, Path } from "../../content/index.js";
import { figure } from "../../dutch.js";
import { isOpen } from "../../model/index.js";
import { modelRule, ofValue } from "../rule.js";

/** A number of an indicator, at its place. */
interface Written {
  readonly path: Path;
  readonly value: number | Open;
  readonly low?: number;
  readonly high?: number;
}

export const possibleFigure = modelRule(
  {
    code: "IVP585",
    severity: "error",
    title: "Een cijfer kan bij zijn eenheid, en ligt binnen zijn marge.",
    why: "Een aantal onder nul of 140 procent is een fout bij het overnemen.",
    mend: "Verbeter het cijfer. Kan het echt, zet dan lowest of highest bij de indicator.",
  },
  ({ content: { indicators } }, loaded) =>
    indicators.flatMap(({ id, values, targets, baseline, comparisons, lowest, highest }) => {
      const all: Written[] = [
        ...(baseline && !isOpen(baseline) ? [{ ...baseline, path: ["baseline"] }] : []),
        ...(targets === undefined || isOpen(targets) ? [] : targets).map((one, index) => ({
          ...one,
          path: ["targets", index],
        })),
        ...values.map((one, index) => ({ ...one, path: ["values", index] })),
        ...comparisons.flatMap(({ values: own = [] }, area) =>
          own.map((one, index) => ({ ...one, path: ["comparisons", area, "values", index] })),
        ),
      ];
      const told = (path: Path, message: string) => ({
        ...ofValue(loaded, `indicators/${id}.yaml`, path, `indicator:${id}:${path.join(".")}`),
        message,
      });
      const range = `van ${figure(lowest)} ${highest === undefined ? "en hoger" : `tot en met ${figure(highest)}`}`;
      return [
        ...(highest !== undefined && highest < lowest
          ? [told(["highest"], `De hoogste waarde (${figure(highest)}) is lager dan de laagste (${figure(lowest)}).`)]
          : []),
        ...all.flatMap(({ path, value, low, high }) => {
          const outside = Object.entries({ value, low, high }).find(
            ([, number]) =>
              typeof number === "number" && (number < lowest || (highest !== undefined && number > highest)),
          );
          if (outside)
            return [
              told(
                [...path, outside[0]],
                `${figure(Number(outside[1]))} kan niet: deze indicator heeft cijfers ${range}.`,
              ),
            ];
          const known = isOpen(value) ? undefined : value;
          const beside =
            (low ?? Number.NEGATIVE_INFINITY) > (high ?? Number.POSITIVE_INFINITY) ||
            (known !== undefined && ((low ?? known) > known || (high ?? known) < known));
          return beside ? [told([...path, "value"], "Het cijfer ligt buiten zijn eigen marge (low en high).")] : [];
        }),
      ];
    }),
);
