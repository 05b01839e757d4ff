import { resolve } from "node:path";
import { GitProblem } from "./problem.js";
import { git } from "./run.js";

/**
 * The files that git writes when another commit becomes the newest one: by a commit, a checkout, a pull. git writes the working tree
 * first, so that whoever follows only the content sees the files of one commit with the date of another.
 * @returns their absolute paths, there or not; none where there is no git or no repository
 */
export async function headFiles(folder: string): Promise<readonly string[]> {
  try {
    const { code, text } = await git(folder, ["rev-parse", "--git-path", "HEAD", "--git-path", "logs/HEAD"]);
    return code === 0 ? text.split("\n").flatMap((path) => (path ? [resolve(folder, path)] : [])) : [];
  } catch (problem) {
    if (problem instanceof GitProblem) return [];
    throw problem;
  }
}
