/** Reads a version of the content, from a folder or out of git. */

import { stat } from "node:fs/promises";
import { join } from "node:path";
import { parseDocument } from "yaml";
import { conflictsIn, loadContent, type Path, type RawFile, readContentFolder } from "../content/index.js";
import type { Version, VersionInfo } from "../diff/index.js";
import { one } from "../dutch.js";
import { UsageError } from "../errors.js";
import { type Commit, lastAdopted, type Repository } from "../git/index.js";
import { migrate } from "../migrations/index.js";
import { isAdopted, link, type Model, type OwnDecision, outcomeOf, type Subject } from "../model/index.js";

/** A version with what it was read from. */
export interface FoundVersion extends VersionInfo, Version {
  /** The files as they were, before any migration. */
  readonly files: readonly RawFile[];
  /** Where it was committed; missing for a folder. */
  readonly commit?: Commit;
  /** Whether it is the content folder as it lies there. */
  readonly current?: true;
}

/** What reading versions takes. */
export interface Sources {
  readonly content: string;
  /** The files of the content folder, when they were read already. */
  readonly files?: readonly RawFile[];
  /**
   * The repository around the content.
   * @throws {GitProblem} when there is none that can be read
   */
  readonly repository: () => Repository;
}

/**
 * Finds and reads a version.
 * @param named a revision or a folder; nothing for the content folder as it is
 * @throws {UsageError} when it can't be found, holds nothing to read or a merge conflict
 * @throws {GitProblem} when git is needed and can't read it
 */
export async function versionOf(
  named: string | undefined,
  { content, files, repository }: Sources,
): Promise<FoundVersion> {
  if (named === undefined) {
    const now = files ?? (await readContentFolder(content));
    return { ...readVersion("de inhoud zoals zij er nu staat", now), current: true };
  }
  const folder = await contentFolderAt(named);
  if (folder) return readVersion(named, await readContentFolder(folder));
  const commit = await repository().commit(named);
  const { files: committed, others } = await repository().filesOf(commit);
  if (committed.length === 0)
    throw new UsageError(
      `In revisie “${named}” is de map ${repository().prefix || content} er niet, of zij is leeg.`,
      "Kies een revisie waarin de inhoud op dezelfde plaats staat.",
    );
  const version = readVersion(named, committed);
  const problems = others.length === 0 ? [] : [`Koppelingen en submodules zijn niet gelezen: ${others.join(", ")}.`];
  return {
    ...version,
    problems: [...version.problems, ...problems],
    revision: commit.hash,
    ...(commit.date && { date: commit.date }),
    commit,
  };
}

/** A folder with content in it: the folder itself, or `content` within it. */
async function contentFolderAt(path: string): Promise<string | undefined> {
  for (const folder of [path, join(path, "content")]) {
    if (await stat(join(folder, "plan.yaml")).catch(() => undefined)) return folder;
  }
  return undefined;
}

/** A version out of files. */
export function readVersion(name: string, raw: readonly RawFile[]): FoundVersion {
  const files = migrate(raw).files;
  const conflicts = conflictsIn(files);
  if (conflicts.length > 0)
    throw new UsageError(
      [
        "Er staan samenvoegconflicten in de inhoud:",
        ...conflicts.map(({ file, message }) => `  ${file}: ${message}`),
      ].join("\n"),
      "Los ze op en haal de regels met <<<<<<<, ======= en >>>>>>> weg.",
    );
  const loaded = loadContent(files);
  if (loaded.files.size === 0) throw new UsageError(`In “${name}” staat geen inhoud die te lezen is.`);
  const { model, diagnostics } = link(loaded);
  const faults = [...loaded.diagnostics, ...diagnostics].filter(({ severity }) => severity === "error");
  const unread = [...loaded.unread];
  return {
    name,
    files: raw,
    loaded,
    ...(model && { model }),
    problems: [
      ...(faults.length === 0
        ? []
        : [
            `De inhoud heeft ${one(faults.length, "een fout", `${faults.length} fouten`)}; vergeleken is wat te lezen is, zonder nummers en documenten.`,
          ]),
      ...(unread.length === 0 ? [] : [`Niet vergeleken: ${unread.join(", ")}.`]),
    ],
  };
}

/**
 * Where a comparison starts when nobody says: at what was adopted, or else at the last commit. What was adopted goes by its tag.
 * @throws {GitProblem} when there is no repository to look in, or it doesn't go back that far
 */
export async function lastVersion(sources: Sources): Promise<FoundVersion> {
  const commit = await adoptedCommit(sources);
  return commit ? taggedVersion(commit, sources) : versionOf("HEAD", sources);
}

async function adoptedCommit(sources: Sources): Promise<Commit | undefined> {
  const { repository, content, files } = sources;
  const ofTeam = await lastAdopted(repository(), content, "plan.yaml", decisionAt(["decision"]));
  if (ofTeam) return ofTeam;
  // Where councils decide one by one, the last of them tells what was adopted.
  const { model } = link(loadContent(migrate(files ?? (await readContentFolder(content))).files));
  const [last] = model ? adoptedBy(model, { kind: "plan" }).reverse() : [];
  return last && lastAdopted(repository(), content, last.file, decisionAt(last.path));
}

/** The version of a commit, by the name of the tag on it if there is one. */
export async function taggedVersion({ hash }: Commit, sources: Sources): Promise<FoundVersion> {
  const version = await versionOf(hash, sources);
  const tag = (await sources.repository().tags()).find((one) => one.hash === hash);
  return tag ? { ...version, name: tag.name } : version;
}

/** The decisions by which a document was adopted, the first in time first. */
export const adoptedBy = (model: Model, subject: Subject): OwnDecision[] =>
  outcomeOf(model, subject)
    .towns.filter(({ decision }) => isAdopted(decision.state))
    .sort((a, b) => (dateOf(a) < dateOf(b) ? -1 : dateOf(a) > dateOf(b) ? 1 : 0));

const dateOf = ({ decision: { date } }: OwnDecision): string => (typeof date === "string" ? date : "");

/** Reads the decision at a place in a file, if by it something was adopted. */
export const decisionAt =
  (path: Path) =>
  (bytes: Uint8Array): string | undefined => {
    const value = parseDocument(Buffer.from(bytes).toString("utf8"), { logLevel: "silent" }).toJS() as unknown;
    const decision = path.reduce<unknown>(
      (inner, step) => (inner as Readonly<Record<string | number, unknown>> | null | undefined)?.[step],
      value,
    ) as { readonly state?: unknown } | null | undefined;
    return decision?.state === "vastgesteld" || decision?.state === "gewijzigd-vastgesteld"
      ? JSON.stringify(decision)
      : undefined;
  };
