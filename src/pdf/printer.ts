import type { Browser, Page } from "puppeteer-core";
import { EnvironmentError } from "../errors.js";
import { type BrowserOptions, readyBrowser, startBrowser } from "./browser.js";

/** Prints HTML pages to PDF with one browser. */
export interface Printer {
  /**
   * Prints one self-contained page on A4.
   * @param draft leaves out what only readers need, the structure for assistive technology: the pages break where they
   *   will, in half the time
   * @throws {EnvironmentError} when the browser died
   */
  readonly print: (html: string, options?: { readonly draft?: boolean }) => Promise<Uint8Array>;
  /**
   * Starts the browser before there is something to print. Resolves when it is on its way, not when it is there; what goes
   * wrong is told at the first print.
   */
  readonly warm: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** A page this size takes seconds; longer means that the browser hangs. In milliseconds. */
const TIMEOUT = 120_000;

/** Opens a printer. The browser starts at the first print, and only then. */
export function openPrinter(options: BrowserOptions): Printer {
  let browser: Promise<Browser> | undefined;
  const idle: QuietPage[] = [];
  const started = (): Promise<Browser> => {
    browser ??= startBrowser(options);
    return browser;
  };
  return {
    print: async (html, { draft = false } = {}) => {
      const running = await started();
      try {
        // A page serves one print after the other: nothing in it runs, so that nothing outlives its content. One that
        // asked for something may still be busy with that.
        const opened = idle.pop() ?? (await openPage(running));
        const printed = await printPage(opened.page, html, draft);
        if (opened.asked()) await opened.page.close();
        else idle.push(opened);
        return printed;
      } catch (cause) {
        throw new EnvironmentError(
          "De browser stopte tijdens het maken van een PDF.",
          "Probeer het nog eens. Blijft het misgaan, wijs dan een andere browser aan met --browser PAD.",
          { cause },
        );
      }
    },
    warm: async () => {
      const start = await readyBrowser(options).catch(() => undefined);
      if (!start) return;
      browser ??= start();
      browser.catch(() => undefined);
    },
    close: async () => {
      // A browser that never started or died already has nothing to close.
      await browser?.then((running) => running.close()).catch(() => undefined);
    },
  };
}

interface QuietPage {
  readonly page: Page;
  /** Whether its content asked for something that it doesn't carry itself. */
  readonly asked: () => boolean;
}

/** A page without scripts and without requests; the browser itself has no network either. */
async function openPage(browser: Browser): Promise<QuietPage> {
  const page = await browser.newPage();
  await page.setJavaScriptEnabled(false);
  await page.setRequestInterception(true);
  let asked = false;
  page.on("request", (request) => {
    const own = request.url().startsWith("data:");
    asked ||= !own;
    (own ? request.continue() : request.abort()).catch(() => undefined);
  });
  return { page, asked: () => asked };
}

async function printPage(page: Page, html: string, draft: boolean): Promise<Uint8Array> {
  await page.setContent(html, { waitUntil: "load", timeout: TIMEOUT });
  return page.pdf({
    preferCSSPageSize: true,
    printBackground: true,
    tagged: !draft,
    timeout: TIMEOUT,
  });
}
