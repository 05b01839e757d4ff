import { day } from "../../dutch.js";
import {
  type Action,
  actionsOn,
  before,
  holds,
  isFinal,
  isOpen,
  type Model,
  newest,
  type Progress,
  planningAt,
} from "../../model/index.js";
import { modelRule, ofValue } from "../rule.js";
import { type Entry, entriesOf, fileOf, ofEntry, quarterOf, where } from "../snapshots.js";

export const unreportedAction = modelRule(
  {
    code: "IVP800",
    severity: "warning",
    title: "Van elke actie die loopt, meldt een voortgang hoe ver zij is.",
    why: "Wat niet gemeld is, kan niemand bijsturen; de rapportage zegt er dan “niet gemeld” bij.",
    mend: "Geef de actie in het bestand van deze datum een state, en zeg bij done wat er is gedaan.",
  },
  (model, loaded) => {
    const entries = entriesOf(model);
    return model.progress.flatMap((progress) => [
      ...actionsOn(model.programmes, model.progress, progress)
        .filter((action) => isRunning(model, progress, action))
        .filter((action) => !progress.actions.some((told) => told.action === action))
        .map((action) => ({
          ...ofValue(loaded, fileOf(progress), ["id"], `progress:${progress.id}/${action.fullId}`),
          message: `Op ${day(progress.date)} is niets gemeld over actie ${action.number} “${action.title}” (${action.fullId}).`,
        })),
      ...entries
        .filter((entry) => entry.progress === progress)
        .flatMap((entry) => {
          const missing = entry.town ? missingInTown(entry) : missingIn(entry);
          return missing
            ? [
                {
                  ...ofEntry(loaded, entry),
                  message: `Van actie ${entry.told.action.number} “${entry.told.action.title}” is${where(entry.town)} ${missing}.`,
                },
              ]
            : [];
        }),
    ]);
  },
);

/** Whether an action is at work on a date, as far as that can be told. */
function isRunning({ progress: all }: Model, progress: Progress, action: Action): boolean {
  if (!holds(action)) return false;
  const last = newest(before(all, progress), action);
  if (last)
    return (
      !isFinal(last.state) && (last.state !== "niet-gestart" || hasBegun(planningAt(all, progress, action), progress))
    );
  return hasBegun(planningAt(all, progress, action), progress) || action.status === "loopt";
}

function hasBegun(planning: Action["planning"], { date }: Progress): boolean {
  if (!planning || isOpen(planning)) return false;
  return planning.from <= quarterOf(date);
}

/** What isn't said of an action that is told; nothing where enough is. */
function missingIn({ told }: Entry): string | undefined {
  const { state, done, municipalities } = told;
  if (state === undefined && municipalities.every((own) => own.state === undefined))
    return "niet gemeld hoe ver zij is: state ontbreekt";
  const atWork = state === "loopt" || state === "vertraagd";
  return atWork && done === "" && municipalities.every((own) => own.done === "")
    ? "niet gemeld wat er is gedaan: done ontbreekt"
    : undefined;
}

/** A municipality stands there because something differs in it. */
const missingInTown = ({ own: { done, next, ...told } }: Entry): string | undefined =>
  done === "" && next === "" && Object.keys(told).length === 1
    ? "niet gemeld wat er anders is: vul iets in of haal de gemeente weg"
    : undefined;
