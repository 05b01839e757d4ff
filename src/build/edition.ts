import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** What git knows of a content folder. */
export interface GitState {
  /** The last commit that changed the content. */
  readonly revision: string;
  /** Its moment, in seconds since 1970. */
  readonly seconds: number;
  /** Whether the content differs from that commit. */
  readonly modified: boolean;
}

/** Which edition of the content a build shows. */
export interface Edition {
  /** Shown in the documents and written into PDFs. Never the moment of building. */
  readonly date: Date;
  /** The git commit of the content, if it is in a repository. */
  readonly revision?: string;
  /** Whether the content differs from that commit. */
  readonly modified?: boolean;
}

/** Asks git about a folder; nothing where there is no git or no repository. */
export async function gitState(folder: string): Promise<GitState | undefined> {
  const git = async (...args: string[]): Promise<string> =>
    (await promisify(execFile)("git", args, { cwd: folder })).stdout.trim();
  try {
    const [log, status] = await Promise.all([
      git("log", "-1", "--format=%ct %H", "--", "."),
      git("status", "--porcelain", "--", "."),
    ]);
    const [seconds, revision] = log.split(" ");
    return seconds && revision ? { revision, seconds: Number(seconds), modified: status !== "" } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The edition of a content folder. Its date is `SOURCE_DATE_EPOCH` (seconds; reproducible-builds.org), else that of the
 * last commit that changed the content, else the given date of the plan itself.
 */
export function editionOf(git: GitState | undefined, ownDate: Date): Edition {
  const epoch = process.env.SOURCE_DATE_EPOCH;
  const fixed = epoch && /^\d+$/.test(epoch) ? new Date(Number(epoch) * 1000) : undefined;
  const committed = git && new Date(git.seconds * 1000);
  return {
    ...(git && { revision: git.revision, modified: git.modified }),
    date: fixed ?? committed ?? ownDate,
  };
}
