import { stat } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import type { RawFile } from "../content/read.js";
import { type Commit, readCommit } from "./commit.js";
import { type Objects, openObjects } from "./objects.js";
import { GitProblem, problemIn } from "./problem.js";
import { findCommit } from "./revision.js";
import { git } from "./run.js";
import { type Listing, Trees } from "./trees.js";

/** The files of the content at a commit, and what stood there that is no file (links, submodules). */
export interface FilesAt {
  readonly files: RawFile[];
  readonly others: readonly string[];
}

/** A commit that was met on the way through history. */
export interface Walked {
  readonly hash: string;
  /** Whether git knows all commits before it: not so at the edge of a shallow clone, where all seems new. */
  readonly whole: boolean;
  /** Why it was made, as the last lines of its message have it: `Reden: wens van de raad`. */
  readonly reason?: string;
}

/** The git repository around a content folder. It only reads, and touches neither the working tree nor the index. */
export interface Repository {
  /** Path of the content folder within the repository, without a slash at its end; empty for the top. */
  readonly prefix: string;
  /**
   * Finds what a revision names.
   * @throws {UsageError} when there is no such revision, with the name that may have been meant
   */
  readonly commit: (revision: string) => Promise<Commit>;
  /** A commit by its id; nothing when this repository doesn't have it. */
  readonly read: (hash: string) => Promise<Commit | undefined>;
  /** Which files the content has at a commit, without hidden ones; nothing when the folder isn't there. */
  readonly list: (commit: Commit) => Promise<Listing | undefined>;
  /** Those files with their bytes; none when the folder isn't there. */
  readonly filesOf: (commit: Commit) => Promise<FilesAt>;
  /** One file of the content at a commit. */
  readonly fileAt: (commit: Commit, file: string) => Promise<Uint8Array | undefined>;
  /**
   * The commits that changed the content, or one file of it, the newest first.
   * @param range what to walk, as rev-list takes it: options, revisions
   */
  readonly walk: (range: readonly string[], file?: string) => Promise<Walked[]>;
  /** Every tag on a commit, in the order of their names. */
  readonly tags: () => Promise<Tag[]>;
  readonly close: () => void;
}

/** A name that someone gave to a commit. */
export interface Tag {
  readonly name: string;
  /** The id of the commit. */
  readonly hash: string;
  /** The day on which the tag, or else the commit, was made, where who made it was. */
  readonly date: string;
}

/**
 * Opens the repository around a content folder. Close it.
 * @throws {GitProblem} when there is no git or no repository, or git can't read it
 */
export async function openRepository(folder: string): Promise<Repository> {
  const { base, below } = await existing(resolve(folder));
  const { code, text, error } = await git(base, [
    "rev-parse",
    "--is-inside-work-tree",
    "--is-bare-repository",
    "--show-prefix",
  ]);
  if (code !== 0) throw problemIn(error, folder);
  const [, inside, bare, prefix = ""] = /^(\w+)\n(\w+)\n(.*)$/s.exec(text) ?? [];
  if (inside !== "true" && bare !== "true") throw new GitProblem("elsewhere", folder);
  // Nothing but the line end: a name may end with white space.
  const path = [...prefix.replace(/\n$/, "").split("/"), ...below].filter(Boolean);
  const objects = openObjects(base);
  const trees = new Trees(objects, folder);
  const list = async ({ tree }: Commit): Promise<Listing | undefined> => {
    const entry = await trees.find(tree, path);
    return entry?.kind === "folder" ? trees.list(entry.id) : undefined;
  };
  return {
    prefix: path.join("/"),
    commit: (revision) => findCommit(base, objects, revision),
    read: (hash) => readCommit(objects, hash),
    list,
    filesOf: async (commit) => {
      const { files, others } = (await list(commit)) ?? { files: [], others: [] };
      return { files: await trees.read(files), others };
    },
    fileAt: async ({ tree }, file) => {
      const entry = await trees.find(tree, [...path, ...file.split("/")]);
      return entry?.kind === "file" ? (await objects.read(entry.id))?.bytes : undefined;
    },
    walk: async (range, file = "") => {
      const at = [...below, ...file.split("/")].filter(Boolean).join("/") || ".";
      const args = ["rev-list", "--encoding=UTF-8", `--format=${FORMAT}`, ...range, "--", at];
      const { code, text, error } = await git(base, args);
      if (code === 0) return Promise.all(walkedIn(text).map((one) => checked(one, objects, folder)));
      throw /(bad revision|ambiguous argument) 'HEAD'/.test(error)
        ? new GitProblem("no-commits", folder)
        : problemIn(error, folder);
    },
    tags: async () => {
      const format = "--format=%(refname:lstrip=2)%00%(objectname)%00%(*objectname)%00%(creatordate:short)";
      const { code, text, error } = await git(base, ["for-each-ref", "--sort=refname", format, "refs/tags"]);
      if (code !== 0) throw problemIn(error, folder);
      return text.split("\n").flatMap((line) => {
        const [name, hash = "", commit, date = ""] = line.split("\0");
        return name ? [{ name, hash: commit || hash, date }] : [];
      });
    },
    close: objects.close,
  };
}

/** The nearest folder that is there: the content may stand in no working tree (a bare repository, a sparse checkout). */
async function existing(folder: string): Promise<{ base: string; below: string[] }> {
  const below: string[] = [];
  for (let base = folder; ; base = dirname(base)) {
    if ((await stat(base).catch(() => undefined))?.isDirectory() || dirname(base) === base) return { base, below };
    below.unshift(basename(base));
  }
}

const FORMAT = "%x00%H%x00%P%x00%(trailers:key=Reden,valueonly,unfold,separator=%x20)";

interface Listed {
  readonly hash: string;
  readonly parents: number;
  readonly reason: string;
}

/** What rev-list printed: three parts a commit. Behind the last stands the line with which it begins the next one. */
function walkedIn(text: string): Listed[] {
  const parts = text.split("\0").slice(1);
  return parts.flatMap((hash, index) => {
    if (index % 3 !== 0) return [];
    const parents = (parts[index + 1] ?? "").split(" ").filter(Boolean).length;
    return [{ hash, parents, reason: parts[index + 2]?.split("\n")[0]?.trim() ?? "" }];
  });
}

async function checked({ hash, parents, reason }: Listed, objects: Objects, folder: string): Promise<Walked> {
  const commit = await readCommit(objects, hash);
  if (!commit) throw new GitProblem("partial", folder);
  return { hash, whole: commit.parents.length === parents, ...(reason && { reason }) };
}
