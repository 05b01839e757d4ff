import { day, quarter } from "../../dutch.js";
import { type Action, isGone, isOpen, type Model, type Municipality } from "../../model/index.js";
import { modelRule, ofThing } from "../rule.js";

export const plannedAfterMerger = modelRule(
  {
    code: "IVP515",
    severity: "warning",
    title: "Een actie begint niet nadat een gemeente die zij noemt, is opgehouden.",
    why: "Een gemeente die niet meer bestaat, kan niets uitvoeren of trekken.",
    mend: "Noem bij municipalities of lead de opvolger, of pas de planning aan.",
  },
  (model, loaded) =>
    model.programmes.flatMap(({ actions }) =>
      actions.flatMap((action) => {
        const from = startOf(action);
        return concerned(model, action)
          .filter((town) => isGone(town, from.day))
          .map(({ title, until = "" }) => ({
            ...ofThing(loaded, "action", action.fullId),
            message: `De actie “${action.id}” begint ${from.words}; ${title} bestaat tot ${day(until)}.`,
          }));
      }),
    ),
);

/** The municipalities that an action names: those that take part, and the one that leads it. */
function concerned({ municipalities: all }: Model, action: Action): Municipality[] {
  const { lead, municipalities } = action;
  return all.filter(
    (town) =>
      (!action.everyMunicipality && municipalities.includes(town)) ||
      (lead !== undefined && !isOpen(lead) && lead.kind === "municipality" && lead.id === town.id),
  );
}

/** When an action begins: as it is planned, else with its programme. */
function startOf({ planning, programme }: Action): { readonly day: string; readonly words: string } {
  const { from } = planning === undefined || isOpen(planning) ? { from: `${programme.period.from}-Q1` } : planning;
  return { day: firstDay(from), words: `in het ${quarter(from)}` };
}

/** "2019-Q2" → "2019-04-01". */
const firstDay = (code: string): string =>
  `${code.slice(0, 4)}-${["01", "04", "07", "10"][Number(code.at(-1)) - 1]}-01`;
