import pLimit from "p-limit";
import type { Browser, Page } from "puppeteer-core";
import { EnvironmentError } from "../errors.js";
import { type BrowserOptions, startBrowser } from "./browser.js";
import type { RunningBrowser } from "./launch.js";
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

/** How long a browser may be silent, and how often it is asked whether it is there, in milliseconds. */
const SILENCE = 30_000;
const BEAT = 5_000;

/**
 * How long one page may take, in milliseconds: a browser that prints says nothing until it is done. A character of a page takes
 * microseconds; more than this means that it hangs.
 */
const timeFor = (html: string): number => SILENCE + html.length / 20;

/** Opens a printer. The browser starts at the first print or when it is warmed, and not before. */
export function openPrinter(options: BrowserOptions): Printer {
  let running: Promise<RunningBrowser> | undefined;
  const stop = new AbortController();
  const stopAll = new AbortController();
  const idle: Promise<QuietPage>[] = [];
  const inTurn = pLimit(pagesAtOnce());
  const started = (): Promise<RunningBrowser> => {
    running ??= startBrowser(options, stop.signal).then((found) => {
      // One that died is forgotten, so that trying again makes sense: `ivp serve` may run for days.
      found.browser.once("disconnected", () => {
        running = undefined;
        idle.length = 0;
      });
      return found;
    });
    return running;
  };
  const print = async (html: string): Promise<Uint8Array> => {
    if (stop.signal.aborted) throw new EnvironmentError("De browser is al afgesloten.");
    const found = await started();
    const watch = watched(found.browser);
    try {
      // A page serves one print after the other: nothing in it runs, so that nothing outlives its content. One that
      // asked for something may still be busy with that.
      const printed = async (): Promise<Uint8Array> => {
        const opened = await (idle.pop() ?? openPage(found.browser));
        const pdf = await Promise.race([printPage(opened.page, html), opened.crashed]);
        if (opened.asked()) await opened.page.close();
        else idle.push(Promise.resolve(opened));
        return pdf;
      };
      return await Promise.race([printed(), watch.silent]);
    } catch (cause) {
      const silent = cause instanceof Silence || (cause instanceof Error && cause.name === "TimeoutError");
      // Nothing more comes from it: away with it, so that a next print gets another.
      if (silent) found.kill();
      const reason = silent ? `: hij antwoordt niet, na ${SILENCE / 1000} seconden wachten` : "";
      throw (
        (await found.trouble()) ??
        new EnvironmentError(
          `De browser stopte tijdens het maken van een PDF${reason}.`,
          "Probeer het nog eens. Blijft het misgaan, wijs dan een andere browser aan met --browser PAD.",
          { cause },
        )
      );
    } finally {
      watch.end();
    }
  };
  const close = async (): Promise<void> => {
    const was = running;
    stop.abort();
    // A browser that never started or died already has nothing to close.
    await was?.then((found) => found.ended).catch(() => undefined);
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
      const own = await startBrowser({ ...options, warn: () => undefined }, stopAll.signal);
      try {
        return await tooWide(await own.browser.newPage(), html);
      } finally {
        own.kill();
        await own.ended;
      }
    },
    warm: async () => {
      const page = started().then(({ browser }) => firstPage(browser));
      idle.push(page);
      await page.catch(() => undefined);
    },
    end: async () => {
      await Promise.all(printing);
      await close();
    },
    close: () => {
      stopAll.abort();
      return close();
    },
  };
}

/** A browser that didn't answer. */
class Silence extends Error {}

/** Asks a browser from time to time whether it is there: `silent` rejects when it says nothing for too long. */
function watched(browser: Browser): { readonly silent: Promise<never>; readonly end: () => void } {
  let ended = false;
  let timer: NodeJS.Timeout | undefined;
  const silent = new Promise<never>((_, reject) => {
    const ask = (): void => {
      const limit = setTimeout(() => reject(new Silence()), SILENCE);
      timer = limit;
      const answered = (): void => {
        clearTimeout(limit);
        if (!ended) timer = setTimeout(ask, BEAT);
      };
      // One that is gone is told by what it was printing.
      browser.version().then(answered, () => clearTimeout(limit));
    };
    timer = setTimeout(ask, BEAT);
  });
  return {
    silent,
    end: () => {
      ended = true;
      clearTimeout(timer);
    },
  };
}

interface QuietPage {
  readonly page: Page;
  /** Whether its content asked for something that it doesn't carry itself. */
  readonly asked: () => boolean;
  /** Rejects when it crashes: what it is asked then has no answer. */
  readonly crashed: Promise<never>;
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
  const crashed = new Promise<never>((_, reject) => page.once("error", reject));
  crashed.catch(() => undefined);
  return { page, asked: () => asked, crashed };
}

async function printPage(page: Page, html: string): Promise<Uint8Array> {
  const timeout = timeFor(html);
  await page.setContent(html, { waitUntil: "load", timeout });
  return page.pdf({
    preferCSSPageSize: true,
    printBackground: true,
    tagged: true,
    timeout,
  });
}
