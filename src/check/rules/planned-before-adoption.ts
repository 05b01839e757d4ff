import { day, quarter } from "../../dutch.js";
import { isAdopted, isDecided, isOpen, lastDay, type Outcome, outcomeOf } from "../../model/index.js";
import { modelRule, ofThing } from "../rule.js";

export const plannedBeforeAdoption = modelRule(
  {
    code: "IVP512",
    severity: "warning",
    title: "Een actie is niet al voorbij als het programma wordt vastgesteld.",
    why: "Over iets dat voorbij is, valt niets meer te besluiten.",
    mend: "Pas de planning aan of zet de status van de actie op afgerond.",
  },
  (model, loaded) =>
    model.programmes.flatMap(({ id: programme, actions }) => {
      const date = adoptedOn(outcomeOf(model, { kind: "programme", id: programme }));
      if (date === undefined) return [];
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

/** The day on which it was adopted, or is to be; where each board decides, that of the first. */
function adoptedOn({ decision: { date }, towns }: Outcome): string | undefined {
  if (date !== undefined && !isOpen(date)) return date;
  const dates = towns.flatMap(({ decision: { state, date: own } }) =>
    isOpen(own) || (isDecided(state) && !isAdopted(state)) ? [] : (own ?? []),
  );
  return dates.sort()[0];
}
