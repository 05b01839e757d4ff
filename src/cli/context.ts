import type { ExitCode } from "./exit-codes.js";
import type { Terminal } from "./terminal.js";

/** What every command gets. */
export interface Context {
  readonly terminal: Terminal;
  /** Name and version, such as "ivp 1.0.0". */
  readonly program: string;
  readonly version: string;
  /** Sets the exit code; without it a command ends well. */
  readonly finish: (code: ExitCode) => void;
}
