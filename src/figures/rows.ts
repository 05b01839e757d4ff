/** The figures of the indicators as rows, for who works on with them elsewhere. */
import { isOpen, type Model } from "../model/index.js";

/** The columns of {@link figureRows}. */
export const columns = [
  "indicator",
  "naam",
  "eenheid",
  "gebied",
  "code",
  "jaar",
  "cijfer",
  "ondergrens",
  "bovengrens",
  "voorlopig",
  "soort",
] as const;

/** A line for each figure and target that has a number, below the names of the columns. Numbers have a comma. */
export function figureRows(model: Model): string[][] {
  const number = (value: number | undefined): string => (value === undefined ? "" : String(value).replace(".", ","));
  return model.indicators.flatMap((indicator) => {
    const { id, title, unit, municipalities, comparisons, team, targets } = indicator;
    const areas = [
      ...municipalities.map(({ municipality, ...own }) => ({
        title: municipality.title,
        code: municipality.code ?? "",
        ...own,
      })),
      {
        title: "alle gemeenten samen",
        code: "",
        figures: team,
        targets: targets === undefined || isOpen(targets) ? [] : targets,
      },
      ...comparisons.map(({ title: own, code = "", figures }) => ({ title: own, code, figures, targets: [] })),
    ];
    return areas.flatMap(({ title: area, code, figures, targets: aims }) => [
      ...figures.flatMap(({ year, value, low, high, provisional }) =>
        isOpen(value)
          ? []
          : [
              [
                id,
                title,
                unit,
                area,
                code,
                String(year),
                number(value),
                number(low),
                number(high),
                provisional ? "ja" : "nee",
                "cijfer",
              ],
            ],
      ),
      ...aims.flatMap(({ year, value }) =>
        isOpen(value) ? [] : [[id, title, unit, area, code, String(year), number(value), "", "", "", "streefwaarde"]],
      ),
    ]);
  });
}
