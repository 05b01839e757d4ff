import { Worker } from "node:worker_threads";
import { errorOf, type Failure } from "./failure.js";

/** A thread of its own that is asked for things. */
export interface Thread<Question, Answer> {
  /**
   * Asks something. The bytes of `handedOver` go to the thread and are no longer here.
   * @throws what the thread threw, and an error when it stops before it answered
   */
  readonly ask: (question: Question, handedOver?: readonly Uint8Array[]) => Promise<Answer>;
  /** Tells it that nothing more will be asked. It ends when it has answered everything. */
  readonly end: () => void;
  /** Resolves when it has ended. */
  readonly ended: Promise<void>;
}

/** What goes to a thread: a question with a number, or that there are no more. */
export type Message<Question> = { readonly id: number; readonly question: Question } | "end";

/** What comes back. */
export type Reply<Answer> =
  | { readonly id: number; readonly answer: Answer }
  | { readonly id: number; readonly failure: Failure }
  | { readonly warning: string };

/**
 * How much a thread may make before it is cleared up, in MB. Each thread keeps it all, and only the one that finishes, which
 * takes PDFs apart into tens of thousands of objects, is faster with more.
 */
const YOUNG = { "press-thread": 4, "finish-thread": 24 } as const;

/**
 * Starts a thread.
 * @param name of its module in this folder, as `npm run build` bundled it
 * @param data what it is told at its start
 * @param warn told what a user should know, in Dutch
 */
export function startThread<Question, Answer>(
  name: keyof typeof YOUNG,
  data?: unknown,
  warn?: (message: string) => void,
): Thread<Question, Answer> {
  const worker = new Worker(new URL(`../../dist/bundle/${name}.js`, import.meta.url), {
    workerData: data,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG[name] },
  });
  const waiting = new Map<number, { resolve: (answer: Answer) => void; reject: (error: unknown) => void }>();
  const send = (message: Message<Question>, handedOver: readonly Uint8Array[] = []): void =>
    worker.postMessage(
      message,
      handedOver.map(({ buffer }) => buffer as ArrayBuffer),
    );
  worker.on("message", (reply: Reply<Answer>) => {
    if ("warning" in reply) {
      warn?.(reply.warning);
      return;
    }
    const { resolve, reject } = waiting.get(reply.id) ?? {};
    waiting.delete(reply.id);
    if ("answer" in reply) resolve?.(reply.answer);
    else reject?.(errorOf(reply.failure));
  });
  let fault: unknown;
  let stopped = false;
  const giveUp = (): void => {
    for (const { reject } of waiting.values()) reject(fault ?? new Error(`the ${name} stopped`));
    waiting.clear();
  };
  worker.on("error", (error) => {
    fault = error;
  });
  const ended = new Promise<void>((resolve) => {
    worker.on("exit", () => {
      stopped = true;
      giveUp();
      resolve();
    });
  });
  let id = 0;
  return {
    ask: (question, handedOver) =>
      new Promise((resolve, reject) => {
        waiting.set(++id, { resolve, reject });
        send({ id, question }, handedOver);
        // Nobody is there any more to answer.
        if (stopped) giveUp();
      }),
    end: () => send("end"),
    ended,
  };
}
