import type { Browser, Page } from "puppeteer-core";
import { EnvironmentError } from "../errors.js";
import { type BrowserOptions, startBrowser } from "./browser.js";
import { pagesAtOnce } from "./pages-at-once.js";
import { tooWide } from "./too-wide.js";

/** Prints HTML pages to PDF with one browser. */
export interface Printer {
  /**
   * Prints one self-contained page on A4, tagged for assistive technology. What is asked at once is printed a few at a time.
   * @throws {EnvironmentError} when the browser can't be started or died
   */
  readonly print: (html: string) => Promise<Uint8Array>;
  /** The things in a page that are wider than its column on paper, as they are called in a sentence; at most three. */
  readonly tooWide: (html: string) => Promise<string[]>;
  /**
   * Starts the browser before there is something to print. Resolves when it is there; what goes wrong is told at the first
   * print.
   */
  readonly warm: () => Promise<void>;
  /** Closes the browser when what was asked is printed. */
  readonly end: () => Promise<void>;
  /** Closes the browser at once: what is being printed fails. */
  readonly close: () => Promise<void>;
}

/** A page this size takes seconds; longer means that the browser hangs. In milliseconds. */
const TIMEOUT = 120_000;

/** Opens a printer. The browser starts at the first print or when it is warmed, and not before. */
export function openPrinter(options: BrowserOptions): Printer {
  let browser: Promise<Browser> | undefined;
  const idle: Promise<QuietPage>[] = [];
  const inTurn = turns(pagesAtOnce());
  let closed = false;
  const started = (): Promise<Browser> => {
    browser ??= startBrowser(options).then((running) => {
      // One that died is forgotten, so that trying again makes sense: `ivp serve` may run for days.
      running.once("disconnected", () => {
        browser = undefined;
        idle.length = 0;
      });
      return running;
    });
    return browser;
  };
  const print = async (html: string): Promise<Uint8Array> => {
    if (closed) throw new EnvironmentError("De browser is al afgesloten.");
    const running = await started();
    try {
      // A page serves one print after the other: nothing in it runs, so that nothing outlives its content. One that
      // asked for something may still be busy with that.
      const opened = await (idle.pop() ?? openPage(running));
      const printed = await printPage(opened.page, html);
      if (opened.asked()) await opened.page.close();
      else idle.push(Promise.resolve(opened));
      return printed;
    } catch (cause) {
      throw new EnvironmentError(
        "De browser stopte tijdens het maken van een PDF.",
        "Probeer het nog eens. Blijft het misgaan, wijs dan een andere browser aan met --browser PAD.",
        { cause },
      );
    }
  };
  const close = async (): Promise<void> => {
    closed = true;
    // A browser that never started or died already has nothing to close.
    await browser?.then((running) => running.close()).catch(() => undefined);
  };
  const printing = new Set<Promise<unknown>>();
  return {
    print: (html) => {
      const printed = inTurn(() => print(html));
      const settled: Promise<unknown> = printed.catch(() => undefined).then(() => printing.delete(settled));
      printing.add(settled);
      return printed;
    },
    tooWide: async (html) => {
      // A browser of its own: the other may have printed all that it was asked, and be gone.
      const own = await startBrowser({ ...options, warn: () => undefined });
      try {
        return await tooWide(await own.newPage(), html);
      } finally {
        await own.close();
      }
    },
    warm: async () => {
      const page = started().then(firstPage);
      idle.push(page);
      await page.catch(() => undefined);
    },
    end: async () => {
      await Promise.all(printing);
      await close();
    },
    close,
  };
}

/** Lets tasks go on a few at once, in the order in which they came. */
function turns(limit: number): <T>(task: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let busy = 0;
  return async (task) => {
    if (busy < limit) busy++;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else busy--;
    }
  };
}

interface QuietPage {
  readonly page: Page;
  /** Whether its content asked for something that it doesn't carry itself. */
  readonly asked: () => boolean;
}

/** The page with which the browser starts. */
async function firstPage(browser: Browser): Promise<QuietPage> {
  const [page = await browser.newPage()] = await browser.pages();
  return quiet(page);
}

const openPage = async (browser: Browser): Promise<QuietPage> => quiet(await browser.newPage());

/** Leaves a page without scripts and without requests; the browser itself has no network either. */
async function quiet(page: Page): Promise<QuietPage> {
  await page.setJavaScriptEnabled(false);
  await page.setRequestInterception(true);
  let asked = false;
  page.on("request", (request) => {
    const own = request.url().startsWith("data:");
    asked ||= !own;
    // A page that would go elsewhere stays where it is: with any other reason it would show the browser's error page.
    (own ? request.continue() : request.abort("aborted")).catch(() => undefined);
  });
  return { page, asked: () => asked };
}

async function printPage(page: Page, html: string): Promise<Uint8Array> {
  await page.setContent(html, { waitUntil: "load", timeout: TIMEOUT });
  return page.pdf({
    preferCSSPageSize: true,
    printBackground: true,
    tagged: true,
    timeout: TIMEOUT,
  });
}
