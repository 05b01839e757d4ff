import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** Which edition of the content a build shows. */
export interface Edition {
  /** Shown in the documents and written into PDFs. Never the moment of building. */
  readonly date: Date;
  /** The git commit of the content, if it is in a repository. */
  readonly revision?: string;
  /** Whether the content differs from that commit. */
  readonly modified?: boolean;
}

/**
 * The edition of a content folder. Its date is `SOURCE_DATE_EPOCH` (seconds; reproducible-builds.org), else that of the
 * last commit that changed the content, else the given date of the plan itself.
 */
export async function editionOf(folder: string, ownDate: Date): Promise<Edition> {
  const git = async (...args: string[]): Promise<string> =>
    (await promisify(execFile)("git", args, { cwd: folder })).stdout.trim();
  let committed: { date: Date; revision: string; modified: boolean } | undefined;
  try {
    const [seconds, revision] = (await git("log", "-1", "--format=%ct %H", "--", ".")).split(" ");
    if (seconds && revision) {
      committed = {
        date: new Date(Number(seconds) * 1000),
        revision,
        modified: (await git("status", "--porcelain", "--", ".")) !== "",
      };
    }
  } catch {
    // No git, or no repository: the plan's own date serves.
  }
  const epoch = process.env.SOURCE_DATE_EPOCH;
  const fixed = epoch && /^\d+$/.test(epoch) ? new Date(Number(epoch) * 1000) : undefined;
  return { ...committed, date: fixed ?? committed?.date ?? ownDate };
}
