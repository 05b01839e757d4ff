import { day } from "../../dutch.js";
import { type Action, type Model, type Municipality, newest } from "../../model/index.js";
import type { Signed } from "../tree.js";
import { signed } from "./states.js";

/**
 * How far an action is, as the last snapshot tells that says so: "Loopt (31 december 2019)"; nothing where none does. What lapsed in
 * its programme has no progress any more.
 */
export function newestState(model: Model, action: Action, town?: Municipality): readonly [Signed] | undefined {
  const last = action.status === "vervallen" ? undefined : newest(model.progress, action, town);
  if (!last) return undefined;
  const { sign, text } = signed(last.state);
  return [{ sign, text: `${text} (${day(last.progress.date)})` }];
}
