import { type MessagePort, parentPort } from "node:worker_threads";
import { failureOf } from "./failure.js";
import type { Message, Reply } from "./thread.js";

/** What a thread answers, with the bytes in it that it hands over instead of having them copied. */
export interface Handover<Answer> {
  readonly answer: Answer;
  readonly bytes?: Uint8Array;
}

const port = parentPort as MessagePort;
const reply = <Answer>(message: Reply<Answer>, bytes?: Uint8Array): void =>
  port.postMessage(message, bytes ? [bytes.buffer as ArrayBuffer] : []);

/** Tells the user something, from within a thread. */
export const warnFromThread = (warning: string): void => reply({ warning });

/**
 * Answers what this thread is asked, until it is told that there is no more: see `startThread`.
 * @param ended called when everything is answered
 */
export function answerQuestions<Question, Answer>(
  handle: (question: Question) => Promise<Handover<Answer>>,
  ended?: () => void,
): void {
  const answering = new Set<Promise<void>>();
  port.on("message", (message: Message<Question>) => {
    if (message === "end") {
      void Promise.all(answering).then(() => {
        ended?.();
        port.close();
      });
      return;
    }
    const { id, question } = message;
    const answered = handle(question).then(
      ({ answer, bytes }) => reply({ id, answer }, bytes),
      (error: unknown) => reply({ id, failure: failureOf(error) }),
    );
    answering.add(answered);
    void answered.then(() => answering.delete(answered));
  });
}
