/** What amendments brought from one version of the content to another. */
import type { Amendment, AmendmentChange, Loaded } from "../../content/index.js";
import { Draft, type DraftPlace } from "./draft.js";
import { stepOf } from "./step.js";
import { spansOf } from "./texts.js";

/** Where a change that an amendment brought stands: before it, after it, or in both. */
export interface Brought {
  readonly amendment: Amendment;
  readonly was?: DraftPlace;
  readonly is?: DraftPlace;
}

/**
 * What the amendments that were carried out brought between two versions: what they ask wasn't so before, and is so after. Of an
 * amendment that changes what another brought, both did. Pure.
 */
export function broughtBetween(before: Loaded, after: Loaded): Brought[] {
  const [was, is] = [new Draft(before), new Draft(after)];
  // The last one first: what an amendment brought may be what a later one changed.
  const changes = (after.content?.amendments ?? [])
    .filter(({ applied, scope = "plan" }) => applied === "ja" && scope === "plan")
    .sort((a, b) => (dateOf(a) < dateOf(b) ? -1 : 1))
    .flatMap((amendment) => amendment.changes.map((change) => ({ amendment, change })))
    .reverse();
  const found: (Brought & { readonly change: AmendmentChange })[] = [];
  for (const { amendment, change } of changes) {
    const [then, now] = [stepOf(was, change), stepOf(is, change)];
    if ("already" in then) continue;
    const asked = "edit" in then && { was: then.spot };
    if ("already" in now) found.push({ amendment, change, ...asked, is: now.spot });
    else if (asked && (wentAway(change, now) || found.some((later) => goesOn(later.change, change))))
      found.push({ amendment, change, ...asked });
  }
  return found.reverse();
}

const dateOf = ({ date }: Amendment): string => (typeof date === "string" ? date : "");

/** Whether a change only drops something, and that isn't there any more. */
const wentAway = (change: AmendmentChange, now: ReturnType<typeof stepOf>): boolean =>
  change.new === undefined && "problem" in now;

/** Whether a change begins with what an earlier one brought. */
function goesOn(later: AmendmentChange, { target, field, new: brought }: AmendmentChange): boolean {
  if (later.target !== target || later.field !== field) return false;
  if (typeof later.old !== "string" || typeof brought !== "string")
    return JSON.stringify(later.old) === JSON.stringify(brought);
  return spansOf(brought, later.old).length > 0 || spansOf(later.old, brought).length > 0;
}
