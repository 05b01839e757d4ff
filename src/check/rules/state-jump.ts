import type { ProgressState } from "../../content/index.js";
import { day, stateName } from "../../dutch.js";
import { before, isFinal, type Model, type Municipality, newest, stateIn } from "../../model/index.js";
import { modelRule } from "../rule.js";
import { type Entry, entriesOf, ofEntry, where } from "../snapshots.js";

/** Whether a state can't follow another. In half a year an action can begin and be finished, so that way is free. */
const isJump = (was: ProgressState, is: ProgressState): boolean =>
  was !== is && (isFinal(was) || (is === "niet-gestart" && was !== "niet-gestart"));

export const stateJump = modelRule(
  {
    code: "IVP802",
    severity: "warning",
    title: "De voortgang van een actie gaat niet terug.",
    why: "Wat klaar of gestopt was, begint niet zomaar weer, en wat liep is niet “niet gestart”: een van de twee meldingen klopt niet.",
    mend: "Verbeter de status in een van de twee bestanden, of zeg bij done waarom de actie weer begint en keur dit goed in check.yaml.",
  },
  (model, loaded) =>
    entriesOf(model).flatMap((entry) => {
      if (entry.own.state === undefined) return [];
      const jump = jumpOf(model, entry, entry.town);
      // A municipality of which nothing is said of its own goes with what holds for all.
      const silent =
        entry.town || jump
          ? []
          : entry.told.action.municipalities.filter(
              (town) => !entry.told.municipalities.some((own) => own.municipality === town && own.state !== undefined),
            );
      return [...(jump ? [jump] : []), ...silent.flatMap((town) => jumpOf(model, entry, town) ?? [])].map(
        ({ message, hint }) => ({ ...ofEntry(loaded, entry, "state"), message, ...(hint && { hint }) }),
      );
    }),
);

/** From what to what an action jumped, for all or in one municipality; nothing where it didn't. */
function jumpOf(
  model: Model,
  { progress, told, town: own }: Entry,
  town: Municipality | undefined,
): { readonly message: string; readonly hint?: string } | undefined {
  const state = stateIn(told, town);
  const last = newest(before(model.progress, progress), told.action, town);
  if (!state || !last || !isJump(last.state, state)) return undefined;
  const message = `De actie “${told.action.title}” stond${where(town)} op ${day(last.progress.date)} op “${stateName(last.state)}” en nu op “${stateName(state)}”.`;
  return town === own
    ? { message }
    : {
        message,
        hint: `Blijft het in ${town?.title} “${stateName(last.state)}”, zet dat dan bij municipalities van de actie.`,
      };
}
