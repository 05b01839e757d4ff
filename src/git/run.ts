import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { GitProblem } from "./problem.js";

/** What git printed, and how it ended. */
export interface GitOutput {
  readonly code: number;
  readonly text: string;
  /** What it said on stderr. */
  readonly error: string;
}

/**
 * The environment of git: ours without any `GIT_…` (a hook leaks `GIT_DIR` and `GIT_INDEX_FILE`, and `GIT_CONFIG_…` sets what
 * it likes), and with what makes git read history as it is and touch nothing (git(1), "Environment Variables").
 */
function environment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !name.toUpperCase().startsWith("GIT_"));
  return {
    ...Object.fromEntries(own),
    // Messages that we read, whatever the machine's language.
    LC_ALL: "C",
    LANGUAGE: "C",
    GIT_OPTIONAL_LOCKS: "0",
    // What isn't there is not fetched. Versions before 2.45 don't know the first and find that no protocol is allowed.
    GIT_NO_LAZY_FETCH: "1",
    GIT_ALLOW_PROTOCOL: "none",
    GIT_TERMINAL_PROMPT: "0",
    // The history that was recorded, not one that was put over it.
    GIT_NO_REPLACE_OBJECTS: "1",
    GIT_GRAFT_FILE: "/dev/null",
    // A path is a path, also with a star or a colon in it.
    GIT_LITERAL_PATHSPECS: "1",
    GIT_PAGER: "cat",
    GIT_TRACE2: "0",
    GIT_TRACE2_EVENT: "0",
    GIT_TRACE2_PERF: "0",
  };
}

/** Settings with which a repository can have git run a program or print something else. */
const neutral = [
  ["core.fsmonitor", "false"],
  ["core.hooksPath", "/dev/null"],
  ["core.quotePath", "false"],
  ["i18n.logOutputEncoding", "UTF-8"],
  ["trailer.separators", ":"],
].flatMap(([name, value]) => ["-c", `${name}=${value}`]);

/**
 * Starts git in a folder. Only plumbing that reads commits, trees and blobs goes through here (`rev-parse`, `rev-list`,
 * `for-each-ref`, `cat-file`): it looks at neither the index nor the working tree, so that no filter, hook or monitor of files
 * has a reason to run. That a repository belongs to someone else is for git to refuse.
 */
export const startGit = (folder: string, args: readonly string[]): ChildProcessWithoutNullStreams =>
  spawn("git", ["-C", folder, ...neutral, ...args], { env: environment(), windowsHide: true });

/**
 * Runs git in a folder, and gives what it printed whatever its exit code.
 * @throws {GitProblem} when there is no git
 */
export function git(folder: string, args: readonly string[]): Promise<GitOutput> {
  return new Promise((resolve, reject) => {
    const child = startGit(folder, args);
    const [out, err]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
    child.on("error", (cause) => reject(new GitProblem("no-git", folder, "", { cause })));
    child.on("close", (code) =>
      resolve({ code: code ?? 1, text: Buffer.concat(out).toString(), error: Buffer.concat(err).toString() }),
    );
    // git may be done before it has read everything.
    child.stdin.on("error", () => undefined);
    child.stdin.end();
  });
}
