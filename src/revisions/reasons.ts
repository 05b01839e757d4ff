/** Why something changed, as the messages of commits have it. */
import { createLoader, type RawFile } from "../content/index.js";
import { type Change, diff, type Version } from "../diff/index.js";
import { type Commit, type Repository, reasonsBetween } from "../git/index.js";
import { migrate } from "../migrations/index.js";
import type { FoundVersion } from "./version.js";

/** What commits say of changes. */
export interface Reasons {
  /** The reasons of the commits that began or ended a change; of a thing that came as a whole, of all that was done to it. */
  readonly of: (change: Change) => string | undefined;
  /** What was not looked into, in Dutch. */
  readonly notes: readonly string[];
}

/** What a commit with a reason changed. */
interface ReasonedChange {
  readonly change: Change;
  readonly reason: string;
}

/** Into how many commits we look: each takes about as long as a comparison. */
const MOST = 1000;

/** After how many of them the waiting user is told. */
const STEP = 50;

/** Looks for the reasons of the changes between two versions, in the commits that lie between them. */
export async function reasonsFor(
  repository: Repository,
  before: FoundVersion,
  after: FoundVersion,
  progress: (done: number, total: number) => void = () => undefined,
): Promise<Reasons> {
  const head = after.commit ?? (after.current && (await repository.commit("HEAD")));
  if (!before.commit || !head) return { of: () => undefined, notes: [] };
  const all = await reasonsBetween(repository, before.commit, head);
  const walked = all.slice(-MOST);
  const versionAt = reader(repository);
  const reasoned: ReasonedChange[] = [];
  for (const [index, { hash, whole, reason = "" }] of walked.entries()) {
    if (index % STEP === STEP - 1) progress(index + 1, walked.length);
    const commit = whole ? await repository.read(hash) : undefined;
    if (!commit) continue;
    const [parent] = commit.parents;
    const changes = diff(
      await versionAt(parent === undefined ? undefined : await repository.read(parent)),
      await versionAt(commit),
    );
    reasoned.push(...changes.map((change) => ({ change, reason })));
  }
  const cut = walked.filter(({ whole }) => !whole).length;
  return {
    of: finder(reasoned),
    notes: [
      ...(all.length > MOST
        ? [
            `Redenen komen uit de laatste ${MOST} commits met een reden; in ${all.length - MOST} oudere is niet gekeken.`,
          ]
        : []),
      ...(cut > 0 ? ["De kopie van de repository is ondiep: redenen van voor de oudste commit ontbreken."] : []),
    ],
  };
}

/** Reads versions of which most files are those of the version before. */
function reader(repository: Repository): (commit: Commit | undefined) => Promise<Version> {
  const load = createLoader();
  return async (commit) => {
    const files: readonly RawFile[] = commit ? (await repository.filesOf(commit)).files : [];
    return { loaded: load(migrate(files).files) };
  };
}

function finder(reasoned: readonly ReasonedChange[]): Reasons["of"] {
  const byKey = new Map<string, ReasonedChange[]>();
  for (const one of reasoned) {
    // A change of a field counts for the thing as well.
    for (const key of new Set([one.change.key, one.change.key.replace(/#.*$/, "")])) {
      const own = byKey.get(key) ?? [];
      own.push(one);
      byKey.set(key, own);
    }
  }
  const same = (a?: readonly string[], b?: readonly string[]): boolean => a !== undefined && a.join() === b?.join();
  return (change) => {
    const reasons = (byKey.get(change.key) ?? [])
      .filter(({ change: part }) =>
        part.key === change.key
          ? same(part.before, change.before) || same(part.after, change.after)
          : part.key.startsWith(`${change.key}#`),
      )
      .map(({ reason }) => reason);
    return reasons.length > 0 ? [...new Set(reasons)].join(" ") : undefined;
  };
}
