import { execFile } from "node:child_process";
import { promisify } from "node:util";

const identity = { NAME: "Secretariaat", EMAIL: "secretariaat@example.org", DATE: "2019-01-15T12:00:00Z" };

/** Runs git in a folder, as nobody in particular and whatever the machine's own settings are. */
export async function git(folder: string, ...args: string[]): Promise<string> {
  const who = Object.entries(identity).flatMap(([key, value]) => [
    [`GIT_AUTHOR_${key}`, value],
    [`GIT_COMMITTER_${key}`, value],
  ]);
  const env = {
    ...process.env,
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_CONFIG_SYSTEM: "/dev/null",
    ...Object.fromEntries(who),
  };
  // No housekeeping after each commit.
  const all = ["-c", "maintenance.auto=false", ...args];
  return (await promisify(execFile)("git", all, { cwd: folder, env, maxBuffer: 1e8 })).stdout;
}

/** Makes a folder a repository with what is in it as its first commit, on the branch main. */
export async function initialise(folder: string): Promise<void> {
  await git(folder, "init", "--quiet", "--template=", "--initial-branch=main");
  await commit(folder, "Neem de inhoud op");
}

/** Commits everything that lies in the folder. The message may have trailers. */
export async function commit(folder: string, message: string): Promise<string> {
  await git(folder, "add", "--all");
  await git(folder, "commit", "--quiet", "--allow-empty", "-m", message);
  return (await git(folder, "rev-parse", "HEAD")).trim();
}
