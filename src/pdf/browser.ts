import { accessSync, constants, existsSync, statSync } from "node:fs";
import { ivp } from "../called/index.js";
import { EnvironmentError } from "../errors.js";
import { reasonOf } from "../system-reasons.js";
import { type BrowserProgram, embeddedBrowser, embeddedServes } from "./embedded.js";
import type { RunningBrowser, StartFailure } from "./launch.js";

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

const HINT = `Installeer Chrome, Edge of Chromium, of typ npm install puppeteer: dan komt er een browser mee. Wijs een andere aan met --browser PAD of de omgevingsvariabele IVP_BROWSER. Alleen webpagina's maken kan zonder browser: ${ivp} build --format html.`;

/**
 * Finds the browser: the one that was asked for, the one in the npm package (Linux x64), the one of the package puppeteer
 * where someone installed that beside `ivp`, or an installed Chrome, Edge or Chromium.
 * @throws {EnvironmentError} when there is none
 */
export async function findBrowser(
  asked: string | undefined,
  warn?: (message: string) => void,
): Promise<BrowserProgram> {
  if (asked) return { path: startable(asked), env: {} };
  if (embeddedServes) return embeddedBrowser(warn);
  const found = [await managed(), ...installed()].find((path) => path && existsSync(path));
  if (!found) throw new EnvironmentError("Er is geen browser om PDF's mee te maken.", HINT);
  return { path: found, env: {} };
}

/** The path of a program that this user may start. */
function startable(path: string): string {
  try {
    accessSync(path, constants.X_OK);
  } catch (cause) {
    throw new EnvironmentError(`De browser “${path}” is niet te starten: ${reasonOf(cause)}.`, HINT, { cause });
  }
  if (!statSync(path).isFile())
    throw new EnvironmentError(`De browser “${path}” is niet te starten: dat is geen programma.`, HINT);
  return path;
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
 * @param stop ends it at once
 * @throws {EnvironmentError} when it can't be found or doesn't start, with why
 */
export async function startBrowser(options: BrowserOptions, stop: AbortSignal): Promise<RunningBrowser> {
  const { path = process.env.IVP_BROWSER, sandbox = true, ownSignals = false, warn } = options;
  const program = await findBrowser(path || undefined, warn);
  const root = process.getuid?.() === 0;
  if (root && sandbox) warn?.("U draait ivp als root; de browser werkt dan zonder sandbox.");
  const args = [
    "--disable-gpu",
    "--font-render-hinting=none",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--proxy-server=http://127.0.0.1:9",
    "--proxy-bypass-list=<-loopback>",
    "--lang=nl",
    ...(root || !sandbox ? ["--no-sandbox"] : []),
  ];
  const { launch, StartFailure } = await import("./launch.js");
  const start = ({ path, env }: BrowserProgram): Promise<RunningBrowser> =>
    launch({ path, env: { ...process.env, ...env }, args, ownSignals, stop });
  let failure: StartFailure | undefined;
  for (const next of tries(program)) {
    try {
      return await start(await next());
    } catch (error) {
      if (!(error instanceof StartFailure)) throw error;
      failure = error;
      if (!failure.again) break;
    }
  }
  const hint =
    sandbox && !root ? `Ligt het aan de sandbox van de browser, dan kan het met --no-sandbox. ${HINT}` : HINT;
  throw new EnvironmentError(`De browser “${program.path}” start niet: ${failure?.reason}.`, hint, { cause: failure });
}

/** A program as it is, with the libraries that the machine may lack, and made anew, as what is in the cache may be damaged. */
function tries(program: BrowserProgram): (() => Promise<BrowserProgram>)[] {
  const withSpare = ({ path, env, spare }: BrowserProgram): BrowserProgram => ({ path, env: { ...env, ...spare } });
  const { spare, renew } = program;
  return [
    async () => program,
    ...(spare ? [async () => withSpare(program)] : []),
    ...(renew ? [async () => withSpare(await renew())] : []),
  ];
}
