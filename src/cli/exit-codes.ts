/** What `ivp` tells the shell. Documented in README.md and docs/handleiding.md. */
export enum ExitCode {
  Done = 0,
  /** The content has errors. */
  ContentErrors = 1,
  /** A wrong option, name or folder. */
  WrongUse = 2,
  /** No browser, no right to write, or a fault in `ivp` itself. */
  Environment = 3,
  /** The user stopped it while it asked something; as a shell says it of a program that Ctrl+C ends. */
  Interrupted = 130,
}
