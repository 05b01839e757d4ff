import type { Browser } from "puppeteer";
import { EnvironmentError } from "../errors.js";
import { type BrowserOptions, startBrowser } from "./browser.js";

/** Prints HTML pages to PDF with one browser. */
export interface Printer {
  /**
   * Prints one self-contained page: A4, tagged, with an outline.
   * @throws {EnvironmentError} when the browser died
   */
  readonly print: (html: string) => Promise<Uint8Array>;
  readonly close: () => Promise<void>;
}

/** A page this size takes seconds; longer means that the browser hangs. In milliseconds. */
const TIMEOUT = 120_000;

/** Opens a printer. The browser starts at the first print, and only then. */
export function openPrinter(options: BrowserOptions): Printer {
  let browser: Promise<Browser> | undefined;
  return {
    print: async (html) => {
      browser ??= startBrowser(options);
      return printPage(await browser, html);
    },
    close: async () => {
      // A browser that never started or died already has nothing to close.
      await browser?.then((started) => started.close()).catch(() => undefined);
    },
  };
}

async function printPage(browser: Browser, html: string): Promise<Uint8Array> {
  try {
    const page = await browser.newPage();
    try {
      // The page's own policy, no scripts and no requests; the browser itself has no network either.
      await page.setJavaScriptEnabled(false);
      await page.setRequestInterception(true);
      page.on(
        "request",
        (request) =>
          void (request.url().startsWith("data:") ? request.continue() : request.abort()).catch(() => undefined),
      );
      await page.setContent(html, { waitUntil: "load", timeout: TIMEOUT });
      return await page.pdf({
        preferCSSPageSize: true,
        printBackground: true,
        tagged: true,

        timeout: TIMEOUT,
      });
    } finally {
      await page.close().catch(() => undefined);
    }
  } catch (cause) {
    throw new EnvironmentError(
      "De browser stopte tijdens het maken van een PDF.",
      "Probeer het nog eens. Blijft het misgaan, wijs dan een andere browser aan met --browser PAD.",
      { cause },
    );
  }
}
