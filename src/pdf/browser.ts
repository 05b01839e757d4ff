import { existsSync } from "node:fs";
import type { Browser } from "puppeteer-core";
import { EnvironmentError } from "../errors.js";
import { type BrowserProgram, embeddedBrowser, embeddedServes } from "./embedded.js";

export interface BrowserOptions {
  /** Path of a Chrome, Edge or Chromium to use instead of the one that `ivp` finds. */
  readonly path?: string;
  /** `false` switches the browser's sandbox off. It is always off for root, where Chromium has none. */
  readonly sandbox?: boolean;
  /** The caller deals with Ctrl+C and closes the browser; otherwise it ends the program at once. */
  readonly ownSignals?: boolean;
  /** Told what a user should know, in Dutch. */
  readonly warn?: (message: string) => void;
}

const HINT =
  "Installeer Chrome, Edge of Chromium, of typ npm install puppeteer: dan komt er een browser mee. Wijs een andere aan met --browser PAD of de omgevingsvariabele IVP_BROWSER. Alleen webpagina's maken kan zonder browser: ivp build --format html.";

/**
 * Finds the browser: the one that was asked for, the one in the npm package (Linux x64), the one of the package puppeteer
 * where someone installed that beside `ivp`, or an installed Chrome, Edge or Chromium.
 * @throws {EnvironmentError} when there is none
 */
export async function findBrowser(asked: string | undefined): Promise<BrowserProgram> {
  if (asked) {
    if (!existsSync(asked)) throw new EnvironmentError(`De browser “${asked}” is er niet.`, HINT);
    return { path: asked, env: {} };
  }
  if (embeddedServes) return embeddedBrowser();
  const found = [await managed(), ...installed()].find((path) => path && existsSync(path));
  if (!found) throw new EnvironmentError("Er is geen browser om PDF's mee te maken.", HINT);
  return { path: found, env: {} };
}

/** The browser that puppeteer fetched, if it is there: no part of `ivp`, as it downloads at its installation. */
async function managed(): Promise<string | undefined> {
  try {
    const { default: puppeteer } = await import("puppeteer");
    return await puppeteer.executablePath({ headless: "shell" });
  } catch {
    return undefined;
  }
}

/** Where Chrome, Edge and Chromium stand after their usual installation. */
function installed(): string[] {
  const { PROGRAMFILES = "", LOCALAPPDATA = "", "PROGRAMFILES(X86)": x86 = "" } = process.env;
  switch (process.platform) {
    case "win32":
      return [PROGRAMFILES, x86, LOCALAPPDATA]
        .filter(Boolean)
        .flatMap((base) => [
          `${base}\\Google\\Chrome\\Application\\chrome.exe`,
          `${base}\\Microsoft\\Edge\\Application\\msedge.exe`,
          `${base}\\Chromium\\Application\\chrome.exe`,
        ]);
    case "darwin":
      return ["Google Chrome", "Microsoft Edge", "Chromium"].map(
        (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
      );
    default:
      return ["google-chrome", "google-chrome-stable", "microsoft-edge", "chromium", "chromium-browser"].map(
        (name) => `/usr/bin/${name}`,
      );
  }
}

/**
 * Starts a browser that can reach no network: every name resolves to nothing and every request goes to a proxy that isn't
 * there. What a page may do is limited further in `printer.ts`.
 * @throws {EnvironmentError} when it can't be found or doesn't start
 */
export async function startBrowser({
  path = process.env.IVP_BROWSER,
  sandbox = true,
  ownSignals = false,
  warn,
}: BrowserOptions): Promise<Browser> {
  const program = await findBrowser(path || undefined);
  const root = process.getuid?.() === 0;
  if (root && sandbox) warn?.("U draait ivp als root; de browser werkt dan zonder sandbox.");
  // Not `puppeteer`, which is there to manage browsers: this starts one sooner.
  const { default: puppeteer } = await import("puppeteer-core");
  const launch = (env: Readonly<Record<string, string>>): Promise<Browser> =>
    puppeteer.launch({
      executablePath: program.path,
      headless: "shell",
      // No socket: it also works where there is no network at all.
      pipe: true,
      handleSIGINT: !ownSignals,
      handleSIGTERM: !ownSignals,
      env: { ...process.env, ...env },
      args: [
        "--disable-gpu",
        "--font-render-hinting=none",
        "--host-resolver-rules=MAP * ~NOTFOUND",
        "--proxy-server=http://127.0.0.1:9",
        "--proxy-bypass-list=<-loopback>",
        "--lang=nl",
        ...(root || !sandbox ? ["--no-sandbox"] : []),
      ],
    });
  try {
    return await launch(program.env).catch((error: unknown) => {
      if (!program.spare) throw error;
      return launch({ ...program.env, ...program.spare });
    });
  } catch (cause) {
    const hint =
      sandbox && !root ? `Lukt het niet met de sandbox van de browser, dan kan het met --no-sandbox. ${HINT}` : HINT;
    throw new EnvironmentError(`De browser “${program.path}” start niet.`, hint, { cause });
  }
}
