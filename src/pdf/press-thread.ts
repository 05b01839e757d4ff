/** The thread that prints: it drives the browser and leaves the rest to others, so that the browser never waits. */

import { workerData } from "node:worker_threads";
import { enumeration } from "../dutch.js";
import { LayoutError } from "../errors.js";
import { answerQuestions, warnFromThread } from "./answer.js";
import type { BrowserOptions } from "./browser.js";
import type { Finishing } from "./finish/index.js";
import type { FinishedPdf, FinishQuestion } from "./finish-thread.js";
import { openPrinter } from "./printer.js";
import { startThread, type Thread } from "./thread.js";

/** A page to print and finish, or what else a press can do. */
export type PressQuestion = Finishing | "warm" | "end" | "close";

/** What a user can do about a page on which something doesn't fit. */
const suspicion = (found: readonly string[]): string =>
  found.length > 0
    ? `Waarschijnlijk ligt het aan ${enumeration(found)}. Maak dat korter of kleiner.`
    : "Waarschijnlijk staat er ergens een heel lang woord, een heel lange titel of een grote afbeelding. Maak die korter of kleiner.";

const printer = openPrinter({ ...(workerData as BrowserOptions), warn: warnFromThread });

let finisher: Thread<FinishQuestion, FinishedPdf> | undefined;
/** Finishing goes on in yet another thread. It starts when the browser is there: before, it would only hold that up. */
function finishing(): Thread<FinishQuestion, FinishedPdf> {
  finisher ??= startThread("finish-thread");
  return finisher;
}

answerQuestions<PressQuestion, FinishedPdf | undefined>(
  async (question) => {
    if (question === "warm") {
      await printer.warm();
      finishing();
    } else if (typeof question === "string") {
      await printer[question]();
    } else {
      // A copy with a buffer of its own, to hand over.
      const printed = new Uint8Array(await printer.print(question.html));
      const answer = await finishing()
        .ask({ printed, finishing: question }, [printed])
        .catch(async (error: unknown) => {
          if (!(error instanceof LayoutError)) throw error;
          throw new LayoutError(error.message, suspicion(await printer.tooWide(question.html)));
        });
      return { answer, bytes: answer.bytes };
    }
    return { answer: undefined };
  },
  () => finisher?.end(),
);
