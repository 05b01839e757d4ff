import type { Writable } from "node:stream";
import { Chalk, type ChalkInstance, supportsColor, supportsColorStderr } from "chalk";
import { ExitCode } from "./exit-codes.js";
import { forPeople, visible } from "./visible.js";

/** Where a command writes: products to `out`, messages for people to `err`. Nothing in content or in names can steer it. */
export interface Terminal {
  /** For programs, such as JSON and the commands of a workflow. */
  readonly data: (text: string) => void;
  /** The same for what is a whole file, with a line end of its own. */
  readonly whole: (text: string) => void;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** What a user should know, though the command goes on. */
  readonly warn: (text: string) => void;
  /** What a command has done. */
  readonly done: (text: string) => void;
  /** Colours for each of the two; without colour where it isn't wanted (`NO_COLOR`, no terminal). */
  readonly paint: ChalkInstance;
  readonly paintErr: ChalkInstance;
  /** Draws a line of messages in the place of the one that was drawn before; for who is `interactive`. */
  readonly redraw: (line: string) => void;
  /** Whether messages go to a person at a terminal, so that a line may be redrawn. */
  readonly interactive: boolean;
  /** Whether someone can be asked something: the keyboard and the screen of a terminal are there. */
  readonly canAsk: boolean;
  /** Width of the terminal, in characters. */
  readonly width: number;
}

/** The two streams of a process. Who runs a command inside another program gives two of its own. */
export interface Streams {
  readonly stdout: Writable;
  readonly stderr: Writable & { readonly isTTY?: boolean; readonly columns?: number };
}

/** The terminal behind two streams. `NO_COLOR` follows no-color.org: any value but an empty one. */
export function terminalOf({ stdout, stderr }: Streams): Terminal {
  // A reader such as `head` may have had enough; that is no fault.
  for (const stream of [stdout, stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE") return;
      // What was asked for can't be given: a full disk behind `>`, as a rule.
      if (stream === stdout)
        stderr.write(`fout De uitvoer is niet te schrijven (${error.code ?? "onbekend"}). Is de schijf vol?\n`);
      process.exit(ExitCode.Environment);
    });
  }
  const colourless = Boolean(process.env.NO_COLOR);
  const level = (support: typeof supportsColor) => (colourless || !support ? 0 : support.level);
  const paint = new Chalk({ level: level(supportsColor) });
  const paintErr = new Chalk({ level: level(supportsColorStderr) });
  const err = (text: string): void => void stderr.write(`${forPeople(text, paintErr.level > 0)}\n`);
  return {
    data: (text) => void stdout.write(`${visible(text)}\n`),
    whole: (text) => void stdout.write(visible(text)),
    out: (text) => void stdout.write(`${forPeople(text, paint.level > 0)}\n`),
    err,
    warn: (text) => err(`${paintErr.yellow("let op")} ${text}`),
    done: (text) => err(`${paintErr.green("klaar")} ${text}`),
    paint,
    paintErr,
    redraw: (line) => void stderr.write(`\r\u001b[2K${line}`),
    interactive: stderr.isTTY === true && process.env.TERM !== "dumb",
    canAsk: process.stdin.isTTY === true && stderr.isTTY === true && process.env.TERM !== "dumb",
    // A terminal that doesn't know its width says 0.
    width: stderr.columns || 80,
  };
}
