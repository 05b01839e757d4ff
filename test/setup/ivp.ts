import { execFile } from "node:child_process";
import { Writable } from "node:stream";
import { fileURLToPath, pathToFileURL } from "node:url";
import type * as Main from "../../src/cli/main.js";

export const root = fileURLToPath(new URL("../..", import.meta.url));

export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

// As a process of its own does: without colour.
process.env.NO_COLOR = "1";

/** Runs the real command line as it was built, without a process of its own: most of a short command's time goes to starting one. */
export async function ivp(...args: string[]): Promise<Outcome> {
  const { run } = (await import(pathToFileURL(`${root}/dist/bundle/main.js`).href)) as typeof Main;
  const [stdout, stderr] = [collector(), collector()];
  const code = await run(args, { stdout: stdout.stream, stderr: stderr.stream });
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}

/** A stream that keeps what is written to it. */
function collector(): { stream: Writable; text: () => string } {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write: (chunk: Buffer, _, done) => {
      chunks.push(chunk);
      done();
    },
  });
  return { stream, text: () => Buffer.concat(chunks).toString() };
}

/** Runs the real command line as a process of its own, as users do. */
export const ivpProcess = (...args: string[]): Promise<Outcome> => spawned(root, {}, args);

/** Runs `ivp` in a process with other environment variables. */
export const ivpWith = (env: Record<string, string>, ...args: string[]): Promise<Outcome> => spawned(root, env, args);

/** Runs `ivp` as someone who stands in another folder. */
export const ivpIn = (folder: string, ...args: string[]): Promise<Outcome> => spawned(folder, {}, args);

const spawned = (cwd: string, env: Record<string, string>, args: readonly string[]): Promise<Outcome> =>
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
