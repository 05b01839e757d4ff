import type { ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { launch as startProcess } from "@puppeteer/browsers";
import type { Browser, ConnectionTransport } from "puppeteer-core";
import { EnvironmentError } from "../errors.js";
import { reasonOf } from "../system-reasons.js";
import { ownFolder, removeFolder } from "./own-folders.js";
import { isProgram } from "./program.js";

/** A browser that runs, with a folder of its own for what it writes. */
export interface RunningBrowser {
  readonly browser: Browser;
  /** Ends it at once. */
  readonly kill: () => void;
  /** That it can't go on for want of room, when that is so. */
  readonly trouble: () => Promise<EnvironmentError | undefined>;
  /** Resolves when it has ended, with everything that it started, and its folder is gone. */
  readonly ended: Promise<void>;
}

export interface Launch {
  readonly path: string;
  readonly env: NodeJS.ProcessEnv;
  readonly args: readonly string[];
  /** Whether Ctrl+C is for the caller. */
  readonly ownSignals: boolean;
  /** Ends the browser at once, also while it is starting. */
  readonly stop: AbortSignal;
}

/** How long a browser may say nothing, in milliseconds. */
export const SILENCE = 30_000;

/** A browser that didn't start. */
export class StartFailure extends Error {
  /**
   * @param reason why, in Dutch, as the end of a sentence
   * @param again whether another try, with other libraries, makes sense
   */
  constructor(
    readonly reason: string,
    readonly again: boolean,
  ) {
    super(reason);
  }
}

/**
 * Starts a browser and waits until it answers. It is spoken to through pipes: no socket, so that it also works where there is no
 * network at all.
 * @throws {StartFailure} when it doesn't start, or doesn't answer within `SILENCE`
 * @throws {EnvironmentError} when there is no room for what it writes
 */
export async function launch({ path, env, args, ownSignals, stop }: Launch): Promise<RunningBrowser> {
  if (!(await isProgram(path))) throw new StartFailure("het is geen programma", true);
  const base = tmpdir();
  const folder = await ownFolder(base, "ivp-browser").catch((cause: unknown) => {
    throw noRoom(base, reasonOf(cause), cause);
  });
  const started = startProcess({
    executablePath: path,
    args: [...usualArguments(), ...args, `--user-data-dir=${folder}`, "--remote-debugging-pipe"],
    // What it would leave among the temporary files goes with the folder.
    env: { ...env, TMPDIR: folder },
    pipe: true,
    handleSIGINT: !ownSignals,
    handleSIGTERM: !ownSignals,
    handleSIGHUP: !ownSignals,
  });
  const child = started.nodeProcess;
  const kill = (): void => started.kill();
  const gone = new Promise<Error | undefined>((resolve) => {
    child.once("error", resolve);
    child.once("exit", () => resolve(undefined));
  });
  const ended = gone.then(async () => {
    stop.removeEventListener("abort", kill);
    await removeFolder(folder);
  });
  let timer: NodeJS.Timeout | undefined;
  const failed = new Promise<never>((_, reject) => {
    const stopped = (): void => reject(new StartFailure("hij is gestopt", false));
    if (stop.aborted) stopped();
    stop.addEventListener("abort", stopped, { once: true });
    timer = setTimeout(() => {
      reject(new StartFailure(`hij antwoordt niet, na ${SILENCE / 1000} seconden wachten`, false));
    }, SILENCE);
    void gone.then((error) => {
      if (error) reject(new StartFailure(reasonOf(error), true));
      // What it said last may still be on its way.
      else setTimeout(() => reject(new StartFailure(lastWords(started.getRecentLogs()), true)), 50);
    });
  });
  stop.addEventListener("abort", kill, { once: true });
  const trouble = async (): Promise<EnvironmentError | undefined> => {
    const reason = await whyNoRoom(base);
    return reason === undefined ? undefined : noRoom(base, reason);
  };
  try {
    // That it can't be spoken to has a cause, which `failed` tells.
    const browser = await Promise.race([connected(child).catch(() => failed), failed]);
    return { browser, kill, trouble, ended };
  } catch (error) {
    kill();
    await ended;
    throw (!stop.aborted && (await trouble())) || error;
  } finally {
    clearTimeout(timer);
  }
}

const noRoom = (base: string, reason: string, cause?: unknown): EnvironmentError =>
  new EnvironmentError(
    `De browser kan niets kwijt in de map voor tijdelijke bestanden “${base}”: ${reason}.`,
    "Maak daar ruimte, of wijs met de omgevingsvariabele TMPDIR een map aan waar u mag schrijven.",
    { cause },
  );

/** What Puppeteer tells every browser without a screen. `npm run build` asks it: the browser starts while Puppeteer itself loads. */
const usualArguments = (): readonly string[] =>
  JSON.parse(readFileSync(new URL("../../dist/pdf/browser-arguments.json", import.meta.url), "utf8")) as string[];

/** The browser behind the pipes of a process, when its first page is there. */
async function connected(child: ChildProcess): Promise<Browser> {
  const [, , , write, read] = child.stdio as unknown as [never, never, never, Writable, Readable];
  // It may end while Puppeteer is being loaded.
  const transport = pipes(write, read);
  const { default: puppeteer } = await import("puppeteer-core");
  const browser = await puppeteer.connect({ transport });
  await browser.waitForTarget((target) => target.type() === "page", { timeout: 2 * SILENCE });
  return browser;
}

/** Messages through two pipes, each ended by a zero. */
function pipes(write: Writable, read: Readable): ConnectionTransport {
  const closed = new Promise<void>((resolve) => {
    read.once("close", resolve);
  });
  const transport: ConnectionTransport = {
    send: (message) => void write.write(`${message}\0`),
    close: () => void write.end(),
    // Whoever begins to listen when it is closed already hears it too.
    set onclose(listener: () => void) {
      void closed.then(listener);
    },
  };
  let begun: Buffer[] = [];
  read.on("data", (data: Buffer) => {
    let start = 0;
    for (let end = data.indexOf(0); end >= 0; end = data.indexOf(0, start)) {
      const message = Buffer.concat([...begun, data.subarray(start, end)]).toString();
      begun = [];
      start = end + 1;
      setImmediate(() => transport.onmessage?.(message));
    }
    begun.push(data.subarray(start));
  });
  // A browser that ends closes its pipes: that it ended is told elsewhere.
  for (const pipe of [write, read]) pipe.on("error", () => undefined);
  return transport;
}

/** What a browser that ended at once said of it. */
function lastWords(logs: readonly string[]): string {
  const all = logs.join("\n");
  if (/No usable sandbox|SUID sandbox|setuid sandbox|Failed to move to new namespace/i.test(all))
    return "zijn sandbox werkt niet op deze computer";
  const library = /error while loading shared libraries: ([^:\s]+)/.exec(all)?.[1];
  if (library) return `de bibliotheek ${library} is er niet`;
  // Nothing of a strange program reaches the terminal but its letters.
  const last = logs
    .at(-1)
    ?.replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, "")
    .slice(0, 200);
  return last ? `hij stopte en zei: “${last}”` : "hij stopte meteen";
}

/** As much as a browser needs at the least to print a page, in bytes. */
const ROOM = 32_000_000;

/** Why a folder can't hold what a browser puts there: a full disk above all. Nothing when it can. */
async function whyNoRoom(base: string): Promise<string | undefined> {
  let folder: string | undefined;
  try {
    folder = await ownFolder(base, "ivp-room");
    await writeFile(join(folder, "room"), Buffer.alloc(ROOM));
    return undefined;
  } catch (error) {
    return reasonOf(error);
  } finally {
    if (folder) await removeFolder(folder);
  }
}
