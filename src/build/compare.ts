/** Compares two versions of the content, wherever they are. */
import { createLoader } from "../content/index.js";
import { type Comparison, diff, type ExplainedChange, touchedBy, type Version } from "../diff/index.js";
import { UsageError } from "../errors.js";
import { openRepository } from "../git/index.js";
import { pagesOfBuild } from "./pages.js";
import { reasonOf, reasonsFor } from "./reasons.js";
import { lastVersion, versionOf } from "./version.js";

export interface CompareOptions {
  readonly content: string;
  /** A revision, a tag or a folder; without it the version that was adopted last, else `HEAD`. */
  readonly from?: string;
  /** As `from`; without it the content folder as it is. */
  readonly to?: string;
  /** The folder with the PDFs, to look up pages in; without it no page is told. */
  readonly out?: string;
}

/**
 * Compares two versions of the content. Nothing is written, and nothing in the repository is touched.
 * @throws {UsageError} when a version can't be found, holds a merge conflict, or is another plan
 * @throws {EnvironmentError} when there is no git
 */
export async function compare(options: CompareOptions): Promise<Comparison> {
  const repository = await openRepository(options.content);
  const load = createLoader();
  const [before, after] = [
    await versionOf(options.from ?? (await lastVersion(repository)), options.content, repository, load),
    await versionOf(options.to, options.content, repository, load),
  ];
  refuseUnrelated(before, after);
  const changes = diff(before, after);
  if (changes.length === 0) return { before, after, changes: [] };
  const touches = touchedBy(changes, before.model, after.model);
  const reasons = repository ? await reasonsFor(repository, before, after) : [];
  const pages = options.out === undefined ? () => [] : await pagesOfBuild(options.out, after.files);
  return {
    before,
    after,
    changes: changes.map((change) => {
      const reason = reasonOf(change, reasons);
      const documents = (touches.get(change) ?? []).map((touch) => ({ ...touch, pages: pages(touch) }));
      return { ...change, documents, ...(reason && { reason }) };
    }),
  };
}

/** The changes that touch one municipality: in its annex, in its own file, or in actions in which it takes part. */
export const changesFor = (changes: readonly ExplainedChange[], municipality: string): ExplainedChange[] =>
  changes.filter(
    ({ municipalities, documents }) =>
      municipalities.includes(municipality) ||
      documents.some(({ document }) => document.kind === "annex" && document.id === municipality),
  );

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
    "Dit zijn twee verschillende plannen: geen gemeente, prioriteit of maatregel komt in beide voor.",
    "Vergelijk twee versies van hetzelfde plan.",
  );
}
