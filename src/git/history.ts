import type { Commit, Repository } from "./repository.js";

/** A commit with the reason that its author gave for what it changes. */
export interface Reason {
  readonly commit: Commit;
  /** The commit before it; missing for the first of all. */
  readonly parent?: Commit;
  readonly text: string;
}

/**
 * The commits between two revisions with a reason in their message, as the last lines have it: `Reden: wens van de raad`.
 * The oldest first.
 */
export async function reasonsBetween(repository: Repository, from: Commit, to: Commit): Promise<Reason[]> {
  const format = "%H%x1f%ct%x1f%P%x1f%(trailers:key=Reden,valueonly,unfold,separator=%x20)%x1e";
  const log = await repository.log(["--no-merges", "--reverse", `--format=${format}`, `${from.hash}..${to.hash}`]);
  return log.split("\u001e").flatMap((entry): Reason[] => {
    const [hash = "", seconds = "", parents = "", text = ""] = entry.trim().split("\u001f");
    if (!text.trim()) return [];
    const [parent] = parents.split(" ").filter(Boolean);
    return [
      {
        commit: { hash, seconds: Number(seconds) },
        ...(parent && { parent: { hash: parent, seconds: Number(seconds) } }),
        text: text.trim(),
      },
    ];
  });
}

/**
 * The version of the plan that was adopted last: the commit that gave `plan.yaml` the decision it then kept.
 * @param decisionOf reads the decision out of a `plan.yaml`, as a text to compare; nothing when it isn't adopted
 */
export async function lastAdopted(
  repository: Repository,
  decisionOf: (plan: Uint8Array) => string | undefined,
): Promise<string | undefined> {
  const hashes = (await repository.log(["--format=%H"], "plan.yaml")).split("\n").filter(Boolean);
  const decisions = (await repository.versionsOf("plan.yaml", hashes)).map((plan) => plan && decisionOf(plan));
  const newest = decisions.findIndex((decision) => decision !== undefined);
  if (newest < 0) return undefined;
  const before = decisions.findIndex((decision, index) => index > newest && decision !== decisions[newest]);
  return hashes[(before < 0 ? decisions.length : before) - 1];
}
