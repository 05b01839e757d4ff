import { Worker } from "node:worker_threads";
import { ConformanceError, EnvironmentError } from "../errors.js";
import type { BrowserOptions } from "./browser.js";
import type { Finishing } from "./finish/index.js";

/** A finished PDF. */
export interface Pressed {
  readonly bytes: Uint8Array;
  /** How many pages it has. */
  readonly pages: number;
}

/** Makes finished PDFs, in a thread of its own: that goes on while this one reads content and makes web pages. */
export interface Press {
  /**
   * Prints one self-contained page on A4 and finishes it.
   * @throws {EnvironmentError} when the browser can't be started or died
   * @throws {ConformanceError} when the print can't be made accessible and fit for archives
   */
  readonly press: (html: string, finishing: Details) => Promise<Pressed>;
  /** Starts the browser before there is something to print. What goes wrong is told at the first print. */
  readonly warm: () => void;
  /**
   * Tells how many pages will come from here on: after the last, the browser closes while that is being finished. A page that
   * won't come after all is told with -1.
   */
  readonly expect: (pages: number) => void;
  /** Closes the browser. What is being made comes to nothing. */
  readonly close: () => Promise<void>;
}

/** What finishing needs to know besides the page that was printed. */
export type Details = Omit<Finishing, "html">;

/** What the thread is told. */
export type Order =
  | { readonly id: number; readonly html: string; readonly details: Details }
  | "warm"
  | "last"
  | "close";

/** What the thread answers. */
export type Answer =
  | { readonly id: number; readonly pressed: Pressed }
  | { readonly id: number; readonly failure: Failure }
  | { readonly warning: string };

/** An error as it goes from one thread to another, which keeps the words of an error but not what it is. */
export type Failure =
  | {
      readonly kind: "environment";
      readonly message: string;
      readonly hint: string | undefined;
      readonly cause: unknown;
    }
  | { readonly kind: "conformance"; readonly rule: string; readonly problem: string }
  | { readonly kind: "fault"; readonly error: unknown };

const thread = new URL("../../dist/bundle/press-thread.js", import.meta.url);
const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Opens a press. Its thread and the browser start at the first page or when it is warmed, and not before. */
export function openPress({ warn, ownSignals = false, ...options }: BrowserOptions): Press {
  let worker: Worker | undefined;
  let ended: Promise<void> | undefined;
  const waiting = new Map<number, { resolve: (pressed: Pressed) => void; reject: (error: unknown) => void }>();
  const answered = (answer: Answer): void => {
    if ("warning" in answer) {
      warn?.(answer.warning);
      return;
    }
    const { resolve, reject } = waiting.get(answer.id) ?? {};
    waiting.delete(answer.id);
    if ("pressed" in answer) resolve?.(answer.pressed);
    else reject?.(errorOf(answer.failure));
  };
  const started = (): Worker => {
    if (worker) return worker;
    const own = new Worker(thread, { workerData: options });
    worker = own;
    own.on("message", answered);
    ended = new Promise((resolve, reject) => {
      own.on("error", reject);
      own.on("exit", () => resolve());
    });
    void ended
      .then(() => new Error("the press stopped"))
      .catch((error: unknown) => error)
      .then((error) => {
        for (const { reject } of waiting.values()) reject(error);
        for (const signal of signals) process.off(signal, interrupted);
      });
    if (!ownSignals) for (const signal of signals) process.once(signal, interrupted);
    return own;
  };
  const close = async (): Promise<void> => {
    worker?.postMessage("close" satisfies Order);
    await ended?.catch(() => undefined);
  };
  /** Whoever stops the program stops the browser first, which would leave its files behind. */
  const interrupted = (signal: NodeJS.Signals): void => {
    void close().finally(() => process.kill(process.pid, signal));
  };
  let id = 0;
  let expected: number | undefined;
  const expect = (pages: number): void => {
    expected = (expected ?? 0) + pages;
    if (expected === 0) worker?.postMessage("last" satisfies Order);
  };
  return {
    press: (html, details) =>
      new Promise((resolve, reject) => {
        waiting.set(++id, { resolve, reject });
        started().postMessage({ id, html, details } satisfies Order);
        if (expected !== undefined) expect(-1);
      }),
    expect,
    warm: () => started().postMessage("warm" satisfies Order),
    close,
  };
}

function errorOf(failure: Failure): unknown {
  switch (failure.kind) {
    case "environment":
      return new EnvironmentError(failure.message, failure.hint, { cause: failure.cause });
    case "conformance":
      return new ConformanceError(failure.rule, failure.problem);
    case "fault":
      return failure.error;
  }
}
