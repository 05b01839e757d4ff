import type { Commit } from "./commit.js";
import { GitProblem } from "./problem.js";
import type { Repository, Walked } from "./repository.js";

/** The commits between two revisions, the oldest first. Those that bring branches together aren't among them. */
export const commitsBetween = (repository: Repository, from: Commit, to: Commit): Promise<Walked[]> =>
  repository.walk(["--no-merges", "--reverse", `${from.hash}..${to.hash}`]);

/**
 * The last commit that changed the content.
 * @throws {GitProblem} when that can't be known: the content isn't committed, or what came before is missing here
 */
export async function lastChange(repository: Repository, folder: string): Promise<Commit> {
  const [last] = await repository.walk(["--max-count=1", "HEAD"]);
  const commit = last && (await repository.read(last.hash));
  if (!commit) throw new GitProblem("not-committed", folder);
  if (!last.whole) throw new GitProblem("shallow", folder);
  return commit;
}

/**
 * The version of the plan that was adopted last: the commit that gave a file the decision it then kept.
 * @param file the file of the content with the decision
 * @param decisionOf reads the decision out of such a file, as a text to compare; nothing when it isn't adopted
 * @throws {GitProblem} when it was adopted before what is here
 */
export async function lastAdopted(
  repository: Repository,
  folder: string,
  file: string,
  decisionOf: (bytes: Uint8Array) => string | undefined,
): Promise<Commit | undefined> {
  let adopted: { readonly commit: Commit; readonly decision: string; readonly whole: boolean } | undefined;
  for (const { hash, whole } of await repository.walk(["HEAD"], file)) {
    const commit = await repository.read(hash);
    const plan = commit && (await repository.fileAt(commit, file));
    const decision = plan && decisionOf(plan);
    if (adopted && decision !== adopted.decision) break;
    if (commit && decision !== undefined) adopted = { commit, decision, whole };
  }
  if (adopted && !adopted.whole) throw new GitProblem("shallow", folder);
  return adopted?.commit;
}
