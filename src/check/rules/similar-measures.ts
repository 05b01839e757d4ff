import { modelRule, placeOf } from "../rule.js";
import { folded } from "../words.js";

/** From this share of common words on, two measures are the same one. */
const ALIKE = 0.75;

export const similarMeasures = modelRule(
  {
    code: "IVP407",
    severity: "warning",
    title: "Twee maatregelen zeggen niet bijna hetzelfde.",
    why: "Eén maatregel op twee plekken krijgt twee nummers, twee acties en vroeg of laat twee betekenissen.",
    mend: "Maak er één gedeelde maatregel van (sharedMeasures), die in beide paragrafen geldt.",
  },
  ({ measures }, loaded) => {
    const words = measures.map(
      ({ text }) =>
        new Set(
          folded(text)
            .split(" ")
            .filter((word) => word.length > 3),
        ),
    );
    return measures.flatMap(({ id, number }, index) =>
      measures.slice(0, index).flatMap((other, before) => {
        const [a, b] = [words[index] ?? new Set(), words[before] ?? new Set()];
        const common = [...a].filter((word) => b.has(word)).length;
        return common > 3 && common / Math.min(a.size, b.size) >= ALIKE
          ? [
              {
                place: placeOf(loaded, "measure", id),
                subject: `measure:${id}`,
                message: `Maatregel ${number} (${id}) zegt bijna hetzelfde als maatregel ${other.number} (${other.id}).`,
              },
            ]
          : [];
      }),
    );
  },
);
