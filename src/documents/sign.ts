/** A sign with a shape of its own before a word, so that no meaning hangs on colour alone. */
export type Sign = "waiting" | "running" | "late" | "done" | "stopped" | "mixed" | "unknown";

/** A word with its sign. */
export interface Signed {
  readonly sign: Sign;
  /** In the prose dialect. */
  readonly text: string;
}
