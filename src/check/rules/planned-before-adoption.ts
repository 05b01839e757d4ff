import { day, quarter } from "../../dutch.js";
import { isOpen } from "../../model/index.js";
import { modelRule, ofThing } from "../rule.js";

export const plannedBeforeAdoption = modelRule(
  {
    code: "IVP512",
    severity: "warning",
    title: "Een actie is niet al voorbij als het programma wordt vastgesteld.",
    why: "Over iets dat voorbij is, valt niets meer te besluiten.",
    mend: "Pas de planning aan of zet de status van de actie op afgerond.",
  },
  ({ programmes }, loaded) =>
    programmes.flatMap(({ decision, actions }) => {
      const { date } = decision;
      if (date === undefined || isOpen(date)) return [];
      return actions.flatMap(({ id, fullId, planning, status }) =>
        !planning || isOpen(planning) || status === "afgerond" || status === "vervallen" || lastDay(planning.to) >= date
          ? []
          : [
              {
                ...ofThing(loaded, "action", fullId),
                message: `De actie “${id}” eindigt in het ${quarter(planning.to)}, voor het besluit van ${day(date)}.`,
              },
            ],
      );
    }),
);

/** "2019-Q2" → "2019-06-30". */
const lastDay = (quarter: string): string =>
  `${quarter.slice(0, 4)}-${["03-31", "06-30", "09-30", "12-31"][Number(quarter.at(-1)) - 1]}`;
