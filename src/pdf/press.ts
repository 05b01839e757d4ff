import { ConformanceError, EnvironmentError, LayoutError } from "../errors.js";
import type { BrowserOptions } from "./browser.js";
import type { Finishing } from "./finish/index.js";
import type { FinishedPdf } from "./finish-thread.js";
import type { PressQuestion } from "./press-thread.js";
import { startThread, type Thread } from "./thread.js";

/**
 * Makes finished PDFs in two threads, one that prints and one that finishes, while this one reads content and makes web
 * pages. Measured on two cores, one thread for both left the browser idle for a quarter of the time.
 */
export interface Press {
  /**
   * Prints one self-contained page on A4 and finishes it.
   * @throws {EnvironmentError} when the browser can't be started, died, or prints what can't be made accessible and fit for archives
   * @throws {LayoutError} when something doesn't fit its pages
   */
  readonly press: (finishing: Finishing) => Promise<FinishedPdf>;
  /** Starts the browser before there is something to print. What goes wrong is told at the first print. */
  readonly warm: () => void;
  /** Tells that no page will follow: the browser closes when the last is printed, while that is being finished. */
  readonly end: () => void;
  /** Closes the browser. What is being made comes to nothing. */
  readonly close: () => Promise<void>;
}

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Opens a press. Its threads and the browser start at the first page or when it is warmed, and not before. */
export function openPress({ warn, ownSignals = false, ...options }: BrowserOptions): Press {
  let thread: Thread<PressQuestion, FinishedPdf> | undefined;
  const started = (): Thread<PressQuestion, FinishedPdf> => {
    if (!thread && !ownSignals) for (const signal of signals) process.once(signal, interrupted);
    thread ??= startThread("press-thread", options, warn);
    return thread;
  };
  const close = async (): Promise<void> => {
    if (!thread) return;
    await thread.ask("close").catch(() => undefined);
    thread.end();
    await thread.ended;
    for (const signal of signals) process.off(signal, interrupted);
  };
  /**
   * Whoever stops the program stops the browser first, which would leave its files behind. What was being printed then has no
   * answer: it didn't fail.
   */
  let stopping = false;
  const interrupted = (signal: NodeJS.Signals): void => {
    stopping = true;
    // Nothing else may be left to do then, and a program without anything to do ends as if it were done.
    setInterval(() => undefined, 1000);
    void close().finally(() => process.kill(process.pid, signal));
  };
  return {
    press: (finishing) =>
      started()
        .ask(finishing)
        .catch((error: unknown) => {
          if (stopping) return new Promise<never>(() => undefined);
          throw explained(error, finishing.title);
        }),
    warm: () => {
      started()
        .ask("warm")
        .catch(() => undefined);
    },
    end: () => {
      thread?.ask("end").catch(() => undefined);
    },
    close,
  };
}

/** What went wrong with a PDF, told of the document that it is. */
function explained(cause: unknown, title: string): unknown {
  if (cause instanceof LayoutError)
    return new LayoutError(`De PDF “${title}” is niet gemaakt: ${cause.message}.`, cause.hint, { cause });
  if (!(cause instanceof ConformanceError)) return cause;
  return new EnvironmentError(
    `De PDF “${title}” kan niet toegankelijk en duurzaam worden gemaakt: ${cause.problem} (${cause.rule}).`,
    "Gebruik de browser die bij ivp hoort: laat --browser en IVP_BROWSER weg. Helpt dat niet, meld het dan bij de makers van ivp.",
    { cause },
  );
}
