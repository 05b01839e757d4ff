/** The thread that finishes what was printed. */
import { answerQuestions } from "./answer.js";
import type { Finishing } from "./finish/index.js";
import { readPrint } from "./print.js";

export interface FinishQuestion {
  readonly printed: Uint8Array;
  readonly finishing: Finishing;
}

/** A finished PDF. */
export interface FinishedPdf {
  readonly bytes: Uint8Array;
  /** How many pages it has. */
  readonly pages: number;
}

answerQuestions<FinishQuestion, FinishedPdf>(async ({ printed, finishing }) => {
  const print = await readPrint(printed);
  const bytes = await print.finish(finishing);
  return { answer: { bytes, pages: print.count }, bytes };
});
