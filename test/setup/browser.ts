import { pathToFileURL } from "node:url";
import puppeteer, { type Page } from "puppeteer";
import { findBrowser } from "../../src/pdf/browser.js";

/** The browser that prints the documents, now used as a reader would. */
export interface TestBrowser {
  readonly open: (file: string, view: { width: number; scheme?: "light" | "dark"; script?: boolean }) => Promise<Page>;
  readonly visit: (address: string, view: { width: number }) => Promise<Page>;
  readonly close: () => Promise<void>;
}

export async function openBrowser(): Promise<TestBrowser> {
  const { path, env, spare } = await findBrowser(process.env.IVP_BROWSER);
  const browser = await puppeteer.launch({
    executablePath: path,
    headless: "shell",
    pipe: true,
    env: { ...process.env, ...env, ...spare },
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
  return {
    open: async (file, { width, scheme = "light", script = true }) => {
      const page = await browser.newPage();
      await page.setViewport({ width, height: 900 });
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
      await page.setJavaScriptEnabled(script);
      await page.goto(pathToFileURL(file).href, { waitUntil: "load" });
      return page;
    },
    visit: async (address, { width }) => {
      const page = await browser.newPage();
      await page.setViewport({ width, height: 900 });
      await page.goto(address, { waitUntil: "load" });
      return page;
    },
    close: () => browser.close(),
  };
}
