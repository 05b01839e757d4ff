import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));

export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the real command line as a process of its own, without colour. */
export const ivp = (...args: string[]): Promise<Outcome> => run(root, {}, args);

/** Runs `ivp` with other environment variables. */
export const ivpWith = (env: Record<string, string>, ...args: string[]): Promise<Outcome> => run(root, env, args);

/** Runs `ivp` as someone who stands in another folder. */
export const ivpIn = (folder: string, ...args: string[]): Promise<Outcome> => run(folder, {}, args);

const run = (cwd: string, env: Record<string, string>, args: readonly string[]): Promise<Outcome> =>
  new Promise((resolve) => {
    execFile(
      process.execPath,
      [`${root}/bin/ivp.js`, ...args],
      { cwd, env: { ...process.env, NO_COLOR: "1", ...env }, maxBuffer: 1e8 },
      (error, stdout, stderr) => {
        resolve({ code: error ? Number(error.code ?? -1) : 0, stdout, stderr });
      },
    );
  });
