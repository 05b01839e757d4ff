/** Stages 7 and 8: HTML → PDF → finished PDF. */
export type { BrowserOptions } from "./browser.js";
export { pagesAtOnce } from "./browser.js";
export { finish, type PdfInfo } from "./finish.js";
export { type Pages, readPages } from "./pages.js";
export { openPrinter, type Printer } from "./print.js";
