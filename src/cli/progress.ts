import type { Terminal } from "./terminal.js";
import { oneLine } from "./visible.js";

export interface Progress {
  readonly step: (done: number, total: number, what: string) => void;
  /** Leaves the terminal clean. */
  readonly end: () => void;
}

const BAR = 24;

/** A bar that is redrawn on a terminal, a line for each step elsewhere. */
export function progress({ interactive, err, redraw, paintErr, width }: Terminal): Progress {
  if (!interactive) return { step: (done, total, what) => err(`${done}/${total} ${what}`), end: () => undefined };
  return {
    step: (done, total, what) => {
      const filled = Math.round((done / total) * BAR);
      const label = ` ${done}/${total} ${oneLine(what)}`.slice(0, Math.max(0, width - BAR - 1));
      redraw(`${paintErr.green("━".repeat(filled))}${paintErr.dim("━".repeat(BAR - filled))}${label}`);
    },
    end: () => redraw(""),
  };
}
