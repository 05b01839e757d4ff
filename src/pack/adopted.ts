import type { RawFile } from "../content/index.js";
import type { Comparison, ExplainedChange } from "../diff/index.js";
import { day } from "../dutch.js";
import { isAdopted, isOpen, type Municipality, readSnapshot, snapshotFile } from "../model/index.js";

/** Content as it was, by what people call it. */
export interface Earlier {
  readonly name: string;
  readonly files: readonly RawFile[];
}

/**
 * The content as the council of a municipality adopted it: the plan, and its annex where that was kept as well. What a council
 * doesn't adopt is as it is now.
 * @returns nothing when it adopted nothing, or the text isn't kept
 */
export function adoptedBy(sources: readonly RawFile[], { title, decisions }: Municipality): Earlier | undefined {
  const kept = (fingerprint: string | undefined) => {
    const file = fingerprint && sources.find(({ path }) => path === snapshotFile(fingerprint));
    return file && fingerprint ? readSnapshot(fingerprint, new Map([[fingerprint, file.bytes]])) : undefined;
  };
  const { plan, annex } = decisions;
  const whole = isAdopted(plan.state) ? kept(plan.fingerprint) : undefined;
  if (!whole) return undefined;
  const part = isAdopted(annex.state) ? kept(annex.fingerprint) : undefined;
  const was = [...whole.files, ...(part?.files ?? [])];
  const { date } = plan;
  return {
    name: `wat de raad van ${title}${date !== undefined && !isOpen(date) ? ` op ${day(date)}` : ""} vaststelde`,
    files: [...sources.filter(({ path }) => !was.some((file) => file.path === path)), ...was],
  };
}

/** What stands in files without being decided on. */
const apart = new Set<string | number>(["decision", "decisions", "publication"]);

const isApart = ({ was, is }: ExplainedChange): boolean =>
  [was, is].some((place) => place?.path.some((key) => apart.has(key)));

/** A comparison without the decisions themselves: that a council decided is no change of what it decided on. */
export const ofTexts = (comparison: Comparison): Comparison => ({
  ...comparison,
  changes: comparison.changes.filter((change) => !isApart(change)),
});
