/** The thread that prints: it drives the browser and does nothing else, so that the browser never waits. */
import { workerData } from "node:worker_threads";
import { answerQuestions, warnFromThread } from "./answer.js";
import type { BrowserOptions } from "./browser.js";
import { openPrinter } from "./printer.js";

/** A page to print, or what else a printer can do. */
export type PrintQuestion = { readonly html: string } | "warm" | "end" | "close";

const printer = openPrinter({ ...(workerData as BrowserOptions), warn: warnFromThread });

answerQuestions<PrintQuestion, Uint8Array | undefined>(async (question) => {
  if (typeof question === "object") {
    // A copy with a buffer of its own, to hand over.
    const bytes = new Uint8Array(await printer.print(question.html));
    return { answer: bytes, bytes };
  }
  await printer[question]();
  return { answer: undefined };
});
