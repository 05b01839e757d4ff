/** Why something changed, as the messages of commits have it. */
import { loadContent, type RawFile } from "../content/index.js";
import { type Change, diff, type ExplainedChange, type Version } from "../diff/index.js";
import type { Reviser } from "../documents/index.js";
import { type Commit, commitsBetween, type Repository, type Walked } from "../git/index.js";
import { migrate } from "../migrations/index.js";
import type { FoundVersion } from "./version.js";

/** What commits say of changes. */
export interface Reasons {
  /**
   * The reasons of the commits that began or ended a change, and who made the last of them; of a thing that came as a whole, of all
   * that was done to it.
   */
  readonly of: (change: Change) => Explanation;
  /** What was not looked into, in Dutch. */
  readonly notes: readonly string[];
}

/** What is known of a change besides what it is. */
export type Explanation = Pick<ExplainedChange, "reason" | "by">;

/** What a commit changed. */
interface CommittedChange {
  readonly change: Change;
  readonly reason: string;
  readonly by: Reviser;
}

/** Into how many commits we look: each takes about as long as a comparison. */
const MOST = 1000;

/** After how many of them the waiting user is told. */
const STEP = 50;

interface ReasonsOptions {
  readonly progress?: (done: number, total: number) => void;
  /** Whether to look for who made a change as well: then commits without a reason count too. */
  readonly authors?: boolean;
}

/** Looks for the reasons of the changes between two versions, in the commits that lie between them. */
export async function reasonsFor(
  repository: Repository,
  before: FoundVersion,
  after: FoundVersion,
  { progress = () => undefined, authors = false }: ReasonsOptions,
): Promise<Reasons> {
  const head = after.commit ?? (after.current && (await repository.commit("HEAD")));
  if (!before.commit || !head) return { of: () => ({}), notes: [] };
  const between = await commitsBetween(repository, before.commit, head);
  const all = authors ? between : between.filter(({ reason }) => reason !== undefined);
  const walked = all.slice(-MOST);
  const versionAt = reader(repository);
  const committed = await changesIn(walked, repository, versionAt, progress);
  if (authors && after.current) {
    // What lies in the folder and nobody committed is the team's.
    const by: Reviser = { author: after.model?.content.plan.team ?? "" };
    for (const change of diff(await versionAt(head), after)) committed.push({ change, reason: "", by });
  }
  const cut = walked.filter(({ whole }) => !whole).length;
  return {
    of: finder(committed, authors),
    notes: notesOf(all.length, cut, authors),
  };
}

/** What each of these commits changed. */
async function changesIn(
  walked: readonly Walked[],
  repository: Repository,
  versionAt: ReturnType<typeof reader>,
  progress: (done: number, total: number) => void,
): Promise<CommittedChange[]> {
  const committed: CommittedChange[] = [];
  for (const [index, { hash, whole, reason = "" }] of walked.entries()) {
    if (index % STEP === STEP - 1) progress(index + 1, walked.length);
    const commit = whole ? await repository.read(hash) : undefined;
    if (!commit) continue;
    const [parent] = commit.parents;
    const changes = diff(
      await versionAt(parent === undefined ? undefined : await repository.read(parent)),
      await versionAt(commit),
    );
    const by: Reviser = { author: commit.author, ...(commit.date && { date: commit.date }) };
    for (const change of changes) committed.push({ change, reason, by });
  }
  return committed;
}

/** What was not looked into. */
const notesOf = (commits: number, cut: number, authors: boolean): string[] => [
  ...(commits > MOST
    ? [
        `Redenen komen uit de laatste ${MOST} commits${authors ? "" : " met een reden"}; in ${commits - MOST} oudere is niet gekeken.`,
      ]
    : []),
  ...(cut > 0 ? ["De kopie van de repository is ondiep: redenen van voor de oudste commit ontbreken."] : []),
];

/** Reads versions of which most files are those of the version before. */
function reader(repository: Repository): (commit: Commit | undefined) => Promise<Version> {
  return async (commit) => {
    const files: readonly RawFile[] = commit ? (await repository.filesOf(commit)).files : [];
    return { loaded: loadContent(migrate(files).files) };
  };
}

function finder(committed: readonly CommittedChange[], authors: boolean): Reasons["of"] {
  const byKey = new Map<string, CommittedChange[]>();
  for (const one of committed) {
    // A change of a field counts for the thing as well.
    for (const key of new Set([one.change.key, one.change.key.replace(/#.*$/, "")])) {
      const own = byKey.get(key) ?? [];
      own.push(one);
      byKey.set(key, own);
    }
  }
  const same = (a?: readonly string[], b?: readonly string[]): boolean => a !== undefined && a.join() === b?.join();
  return (change) => {
    const own = byKey.get(change.key) ?? [];
    const found = own.filter(({ change: part }) =>
      part.key === change.key
        ? same(part.before, change.before) || same(part.after, change.after)
        : part.key.startsWith(`${change.key}#`),
    );
    const reasons = new Set(found.map(({ reason }) => reason).filter(Boolean));
    // Of a text that was changed more than once, the last who did.
    const by = authors ? own.at(-1)?.by : undefined;
    return { ...(reasons.size > 0 && { reason: [...reasons].join(" ") }), ...(by && { by }) };
  };
}
