import type { ProgressState } from "../../content/index.js";
import { day, stateName } from "../../dutch.js";
import { before, isFinal, newest, stateIn } from "../../model/index.js";
import { modelRule } from "../rule.js";
import { entriesOf, ofEntry, where } from "../snapshots.js";

/** Whether a state can't follow another. In half a year an action can begin and be finished, so that way is free. */
const isJump = (was: ProgressState, is: ProgressState): boolean =>
  was !== is && (isFinal(was) || (is === "niet-gestart" && was !== "niet-gestart"));

export const stateJump = modelRule(
  {
    code: "IVP802",
    severity: "warning",
    title: "De voortgang van een actie gaat niet terug.",
    why: "Wat klaar of gestopt was, begint niet zomaar weer, en wat liep is niet “niet gestart”: een van de twee meldingen klopt niet.",
    mend: "Verbeter de status in een van de twee bestanden, of zeg bij done waarom de actie weer begint en accepteer dit in check.yaml.",
  },
  (model, loaded) =>
    entriesOf(model).flatMap((entry) => {
      const { progress, told, town, own } = entry;
      const state = stateIn(told, town);
      const last = newest(before(model.progress, progress), told.action, town);
      if (own.state === undefined || !state || !last || !isJump(last.state, state)) return [];
      return [
        {
          ...ofEntry(loaded, entry, "state"),
          message: `De actie “${told.action.title}” stond${where(town)} op ${day(last.progress.date)} op “${stateName(last.state)}” en nu op “${stateName(state)}”.`,
        },
      ];
    }),
);
