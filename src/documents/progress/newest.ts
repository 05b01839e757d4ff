import { day } from "../../dutch.js";
import { type Action, holds, type Model, type Municipality, stateIn, toldIn } from "../../model/index.js";
import type { Signed } from "../sign.js";
import { apart } from "./lines.js";
import { signed, type Told } from "./states.js";

/**
 * How far an action is, as the last snapshot tells that says so: "Loopt (31 december 2019)"; nothing where none does. What lapsed in
 * its programme has no progress any more.
 */
export function newestState(model: Model, action: Action, town?: Municipality): readonly [Signed] | undefined {
  if (!holds(action)) return undefined;
  for (const progress of [...model.progress].reverse()) {
    const told = toldIn(progress, action);
    const state: Told = told ? (stateIn(told, town) ?? (town ? "onbekend" : apart(told))) : "onbekend";
    if (state === "onbekend") continue;
    const { sign, text } = signed(state);
    return [{ sign, text: `${text} (${day(progress.date)})` }];
  }
  return undefined;
}
