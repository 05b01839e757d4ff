import { spawn } from "node:child_process";
import { root } from "./ivp.js";

/** What someone saw on a terminal, and how the program ended. */
export interface Session {
  readonly code: number;
  readonly shown: string;
}

/**
 * Runs `ivp` on a terminal (a pty, by `script` of util-linux: Linux only) and types.
 * @param env other environment variables
 * @param types what to type, each when the text before it is shown: `["Hoe heet het team", "gemeente Asten\r"]`
 */
export const onTerminal = (
  args: readonly string[],
  types: readonly (readonly [when: string, text: string])[],
  env: Readonly<Record<string, string>> = {},
): Promise<Session> =>
  new Promise((resolve, reject) => {
    const command = [process.execPath, `${root}/bin/ivp.js`, ...args].map((word) => `'${word}'`).join(" ");
    const child = spawn("script", ["-qec", command, "/dev/null"], {
      cwd: root,
      env: { ...process.env, TERM: "xterm", NO_COLOR: "1", ...env },
    });
    let shown = "";
    const waiting = [...types];
    let seen = 0;
    child.stdout.on("data", (data: Buffer) => {
      shown += data.toString();
      const [next] = waiting;
      const at = next ? shown.indexOf(next[0], seen) : -1;
      if (!next || at < 0) return;
      seen = at + next[0].length;
      waiting.shift();
      child.stdin.write(next[1]);
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code: code ?? -1, shown }));
  });
