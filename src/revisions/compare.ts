/** Compares two versions of the content, wherever they are. */
import { ivp } from "../called/index.js";
import type { RawFile } from "../content/index.js";
import { type Comparison, diff, type Touch, touchedBy, type Version } from "../diff/index.js";
import { EnvironmentError, UsageError } from "../errors.js";
import { GitProblem, openRepository, type Repository } from "../git/index.js";
import { amendedBetween } from "./amended.js";
import { elsewhere } from "./elsewhere.js";
import { type Reasons, reasonsFor } from "./reasons.js";
import { isUndecided, type Since, type SinceNotes, sinceAdoption } from "./since-adoption.js";
import { type FoundVersion, lastVersion, type Sources, versionOf } from "./version.js";

export type { Since } from "./since-adoption.js";

/** Looks up the pages on which places in a document stand. */
export type PagesOf = (touch: Touch) => number[];

export interface CompareOptions {
  readonly content: string;
  /** The files of that folder, when they were read already. */
  readonly files?: readonly RawFile[];
  /** A revision, a tag or a folder; without it the version that was adopted last, else `HEAD`. */
  readonly from?: string;
  /** Instead of `from`: what was adopted, by all or by one municipality. */
  readonly since?: Since;
  /** As `from`; without it the content folder as it is. */
  readonly to?: string;
  /** Finds the pages of a version with these files; without it no page is told. */
  readonly pages?: (files: readonly RawFile[]) => Promise<PagesOf>;
  /** Whether to look for who made each change as well: that takes longer. */
  readonly authors?: boolean;
  /** Told how many commits have been looked into for reasons, when there are many. */
  readonly progress?: (done: number, total: number) => void;
}

/**
 * Compares two versions of the content. Nothing is written, and nothing in the repository is touched.
 * @throws {UsageError} when a version can't be found, holds a merge conflict, or is another plan
 * @throws {EnvironmentError} when git is needed and isn't there, or can't read the repository
 */
export async function compare(options: CompareOptions): Promise<Comparison> {
  const found = await openRepository(options.content).catch((problem: unknown) => {
    if (problem instanceof GitProblem) return problem;
    throw problem;
  });
  try {
    return await compareWith(found, options);
  } catch (problem) {
    throw problem instanceof GitProblem ? toUser(problem) : problem;
  } finally {
    if (!(found instanceof GitProblem)) found.close();
  }
}

async function compareWith(found: Repository | GitProblem, options: CompareOptions): Promise<Comparison> {
  const repository = (): Repository => {
    if (found instanceof GitProblem) throw found;
    return found;
  };
  const { content, files } = options;
  const sources: Sources = { content, ...(files && { files }), repository };
  const [before, after] = [await firstOf(options, sources), await versionOf(options.to, sources)];
  refuseUnrelated(before, after);
  const all = diff(before, after);
  const changes = options.since ? all.filter((change) => !isUndecided(change)) : all;
  const notes = [...(before.notes ?? []), ...elsewhere(before, after, all)];
  if (changes.length === 0) return { before, after, changes: [], notes };
  const touches = touchedBy(changes, before.model, after.model);
  const reasons: Reasons | undefined = before.commit
    ? await reasonsFor(repository(), before, after, options)
    : undefined;
  const amended = amendedBetween(before, after);
  const pages = await options.pages?.(after.files);
  return {
    before,
    after,
    changes: changes.map((change) => {
      const documents = (touches.get(change) ?? []).map((touch) => ({ ...touch, pages: pages?.(touch) ?? [] }));
      const { by, reason: committed } = reasons?.of(change) ?? {};
      const reason = [...amended(change), ...(committed ? [committed] : [])].join(" ");
      return { ...change, documents, ...(reason && { reason }), ...(by && { by }) };
    }),
    notes: [...notes, ...(reasons?.notes ?? [])],
  };
}

/** The version with which a comparison starts. */
async function firstOf({ from, since }: CompareOptions, sources: Sources): Promise<FoundVersion & SinceNotes> {
  if (since) return sinceAdoption(since, sources);
  return from === undefined ? lastVersion(sources) : versionOf(from, sources);
}

/** What git can't tell, as a fault of use or of the machine. */
function toUser(problem: GitProblem): Error {
  const { obstacle, message, hint } = problem;
  const options = { cause: problem };
  switch (obstacle) {
    case "no-repository":
    case "no-commits":
    case "not-committed":
    case "shallow":
      return new UsageError(message, `${hint} Of vergelijk twee mappen: ${ivp} diff MAP MAP.`, options);
    case "no-git":
    case "other-owner":
    case "elsewhere":
    case "partial":
    case "failed":
      return new EnvironmentError(message, `${hint} Of vergelijk twee mappen: ${ivp} diff MAP MAP.`, options);
  }
}

/** Two plans of other municipalities with other priorities: each change would be everything. */
function refuseUnrelated(before: Version, after: Version): void {
  const ids = ({ loaded }: Version): Set<string> =>
    new Set(
      loaded.definitions
        .filter(({ kind }) => kind === "municipality" || kind === "priority" || kind === "measure")
        .map(({ kind, id }) => `${kind}:${id}`),
    );
  const [a, b] = [ids(before), ids(after)];
  if (a.size === 0 || b.size === 0 || [...a].some((id) => b.has(id))) return;
  throw new UsageError(
    "Dit is niet twee keer hetzelfde: geen gemeente, prioriteit of maatregel komt in beide voor.",
    "Vergelijk twee versies van dezelfde inhoud.",
  );
}
