/** Stages 7 and 8: HTML → PDF → finished PDF. */
export type { BrowserOptions } from "./browser.js";
export { extractData, type Finishing } from "./finish/index.js";
export type { FinishedPdf } from "./finish-thread.js";
export type { Press } from "./press.js";
export { type Print, readPrint } from "./print.js";
export { openPrinter, type Printer } from "./printer.js";
