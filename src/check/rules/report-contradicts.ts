import { quarter, stateName } from "../../dutch.js";
import { isFinal, isOpen, onlyOne, planningAt, spentInAll, stateIn } from "../../model/index.js";
import { modelRule } from "../rule.js";
import { type Entry, entriesOf, ofEntry, quarterOf, where } from "../snapshots.js";

export const reportContradicts = modelRule(
  {
    code: "IVP815",
    severity: "warning",
    title: "Wat een voortgang over een actie meldt, spreekt zichzelf niet tegen.",
    why: "De rapportage telt de status van de actie; klopt die niet met de gemeenten, het geld of de planning, dan leest een raad iets wat niet waar is.",
    mend: "Verbeter de status, of wat haar tegenspreekt.",
  },
  (model, loaded) =>
    entriesOf(model).flatMap((entry) => {
      const action = `De actie “${entry.told.action.title}”`;
      const found = entry.town ? againstAll(entry) : againstTowns(entry);
      const planning = planningAt(model.progress, entry.progress, entry.told.action, entry.town);
      return [
        ...(found ? [{ ...ofEntry(loaded, entry, "state"), message: `${action} ${found}` }] : []),
        ...againstMoney(entry).map((message) => ({
          ...ofEntry(loaded, entry, "spent"),
          message: `${action} ${message}`,
        })),
        ...againstPlanning(entry, planning).map((message) => ({
          ...ofEntry(loaded, entry, "state"),
          message: `${action} ${message}`,
        })),
      ];
    }),
);

/** A municipality that still is at work on what is over for all, or already on what hasn't begun. */
function againstAll({ told: { state: all }, town, own: { state } }: Entry): string | undefined {
  if (all === undefined || state === undefined || !town) return undefined;
  const contradicts = (isFinal(all) && !isFinal(state)) || (all === "niet-gestart" && state !== "niet-gestart");
  return contradicts ? `heet “${stateName(all)}”, maar staat in ${town.title} op “${stateName(state)}”.` : undefined;
}

/** A state for all that no municipality has. What contradicts it in one is told there. */
function againstTowns({ told }: Entry): string | undefined {
  const { state, action, municipalities } = told;
  if (state === undefined || action.municipalities.length === 0) return undefined;
  const own = action.municipalities.map((town) => municipalities.find(({ municipality }) => municipality === town));
  if (own.some((one) => one?.state === undefined || one.state === state)) return undefined;
  // Done in some and still to come in others: together it is under way.
  const halfway = own.every((one) => isFinal(one?.state) || one?.state === "niet-gestart");
  if (state === "loopt" && halfway && new Set(own.map((one) => isFinal(one?.state))).size > 1) return undefined;
  if (isFinal(state) || state === "niet-gestart") return undefined;
  const only = onlyOne(own);
  return only?.state
    ? `heet “${stateName(state)}”, maar staat in ${only.municipality.title} op “${stateName(only.state)}”.`
    : `heet “${stateName(state)}”, maar staat in geen enkele gemeente zo.`;
}

function againstMoney({ told, town, own: { spent } }: Entry): string[] {
  const amount = spentInAll(spent);
  return amount !== undefined && amount > 0 && stateIn(told, town) === "niet-gestart"
    ? [`is${where(town)} niet gestart, maar er is al aan uitgegeven.`]
    : [];
}

/** A state that says that all goes as planned, beside a planning that is over or has yet to begin. */
function againstPlanning({ progress, town, own }: Entry, planning: ReturnType<typeof planningAt>): string[] {
  const { state } = own;
  if (!planning || isOpen(planning) || planning.from > planning.to) return [];
  const now = quarterOf(progress.date);
  if ((state === "niet-gestart" || state === "loopt") && planning.to < now)
    return [
      `staat${where(town)} op “${stateName(state)}”, maar haar planning eindigde in het ${quarter(planning.to)}; een nieuwe is er niet.`,
    ];
  return state === "loopt" && own.planning && own.planning.from > now
    ? [`loopt${where(town)} al, maar begint volgens haar nieuwe planning pas in het ${quarter(own.planning.from)}.`]
    : [];
}
