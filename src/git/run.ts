import { spawn } from "node:child_process";
import { EnvironmentError } from "../errors.js";

/** What git printed, and how it ended. */
export interface GitOutput {
  readonly code: number;
  readonly bytes: Buffer;
  readonly text: string;
}

/**
 * Runs git in a folder. Only plumbing that reads goes through here, and git is told to leave even the index as it is.
 * @throws {EnvironmentError} when there is no git
 */
export function git(folder: string, args: readonly string[], input?: string): Promise<GitOutput> {
  return new Promise((resolve, reject) => {
    const child = spawn("git", ["-C", folder, ...args], {
      env: { ...process.env, GIT_OPTIONAL_LOCKS: "0", LC_ALL: "C" },
      stdio: ["pipe", "pipe", "ignore"],
    });
    const chunks: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.on("error", (cause) => {
      reject(
        new EnvironmentError("git is er niet.", "Installeer git, of vergelijk twee mappen: ivp diff MAP MAP.", {
          cause,
        }),
      );
    });
    child.on("close", (code) => {
      const bytes = Buffer.concat(chunks);
      resolve({ code: code ?? 1, bytes, text: bytes.toString("utf8") });
    });
    // git may be done before it has read everything, as with an option it doesn't know.
    child.stdin.on("error", () => undefined);
    child.stdin.end(input ?? "");
  });
}
