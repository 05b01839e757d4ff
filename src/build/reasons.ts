/** Why something changed, as the messages of commits have it. */
import { createLoader } from "../content/index.js";
import { type Change, diff, type Version } from "../diff/index.js";
import { type Commit, type Repository, reasonsBetween } from "../git/index.js";
import { migrate } from "../migrations/index.js";
import type { FoundVersion } from "./version.js";

/** What a commit with a reason changed. */
export interface ReasonedChange {
  readonly change: Change;
  readonly reason: string;
}

/** The changes of the commits between two versions that say why. */
export async function reasonsFor(
  repository: Repository,
  before: FoundVersion,
  after: FoundVersion,
): Promise<readonly ReasonedChange[]> {
  const head = after.commit ?? (after.current ? await repository.commit("HEAD").catch(() => undefined) : undefined);
  if (!before.commit || !head) return [];
  const load = createLoader();
  const versionAt = async (commit: Commit | undefined): Promise<Version> => ({
    loaded: load(commit ? migrate(await repository.filesOf(commit)).files : []),
  });
  const reasoned: ReasonedChange[] = [];
  for (const { commit, parent, text } of await reasonsBetween(repository, before.commit, head)) {
    const changes = diff(await versionAt(parent), await versionAt(commit));
    reasoned.push(...changes.map((change) => ({ change, reason: text })));
  }
  return reasoned;
}

/** The reasons of the commits that began or ended a change; of a thing that came as a whole, of all that was done to it. */
export function reasonOf(change: Change, reasoned: readonly ReasonedChange[]): string | undefined {
  const same = (a?: readonly string[], b?: readonly string[]): boolean => a !== undefined && a.join() === b?.join();
  const reasons = reasoned
    .filter(({ change: part }) =>
      part.key === change.key
        ? same(part.before, change.before) || same(part.after, change.after)
        : part.key.startsWith(`${change.key}#`),
    )
    .map(({ reason }) => reason);
  return reasons.length > 0 ? [...new Set(reasons)].join(" ") : undefined;
}
