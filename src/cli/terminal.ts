import { Chalk, type ChalkInstance, supportsColor, supportsColorStderr } from "chalk";

/** Where a command writes: products to `out`, messages for people to `err`. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Colours for each of the two; without colour where it isn't wanted (`NO_COLOR`, no terminal). */
  readonly paint: ChalkInstance;
  readonly paintErr: ChalkInstance;
  /** Whether messages go to a person at a terminal, so that a line may be redrawn. */
  readonly interactive: boolean;
  /** Width of the terminal, in characters. */
  readonly width: number;
}

/** The terminal of this process. `NO_COLOR` follows no-color.org: any value but an empty one. */
export function processTerminal(): Terminal {
  // A reader such as `head` may have had enough; that is no fault.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
    });
  }
  const colourless = Boolean(process.env.NO_COLOR);
  const level = (support: typeof supportsColor) => (colourless || !support ? 0 : support.level);
  return {
    out: (text) => void process.stdout.write(`${text}\n`),
    err: (text) => void process.stderr.write(`${text}\n`),
    paint: new Chalk({ level: level(supportsColor) }),
    paintErr: new Chalk({ level: level(supportsColorStderr) }),
    interactive: process.stderr.isTTY === true && process.env.TERM !== "dumb",
    width: process.stderr.columns ?? 80,
  };
}
