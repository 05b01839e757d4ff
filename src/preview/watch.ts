import { statSync } from "node:fs";
import { realpath } from "node:fs/promises";
import { type FSWatcher, watch } from "chokidar";

/** Editors write a file in more than one step; what comes within this time is one change. In milliseconds. */
const PAUSE = 15;
/**
 * How often is looked whether the folder is still the same one, at the files beside it, and for changes where the system can't tell
 * them.
 */
const LOOK = 500;

export interface WatchOptions {
  readonly folder: string;
  /** Files elsewhere that say which version of the folder this is. */
  readonly besides: readonly string[];
  /** Deals with a change; what it throws is told and ends nothing. */
  readonly changed: () => Promise<void> | void;
  /** Told what a user should know, in Dutch. */
  readonly note: (message: string) => void;
}

/**
 * Watches a content folder, also when it was away for a while or another one came in its place, as when git switches branches.
 * Changes that come while the last one is being dealt with are taken together.
 * @returns a function that stops watching
 */
export async function watchFolder({ folder, besides, changed, note }: WatchOptions): Promise<() => Promise<void>> {
  let timer: NodeJS.Timeout | undefined;
  let busy = Promise.resolve();
  let watcher: FSWatcher | undefined;
  let polling = false;
  // A watcher that saw its folder go may not see it come back.
  let lost = false;
  let stopped = false;
  const act = async (): Promise<void> => {
    try {
      await changed();
    } catch (error) {
      note(error instanceof Error ? error.message : String(error));
    }
  };
  const touched = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      busy = busy.then(act);
    }, PAUSE);
  };
  const start = async (): Promise<void> => {
    await watcher?.close();
    const place = await realpath(folder).catch(() => undefined);
    if (place === undefined || stopped) return;
    const own = watch(place, {
      ignoreInitial: true,
      // What a link leads to isn't content.
      followSymlinks: false,
      ignored: (path) => /[\\/]\.[^\\/]+$/.test(path.slice(place.length)),
      ...(polling && { usePolling: true, interval: LOOK }),
    });
    watcher = own;
    own.on("all", (event, path) => {
      if (event === "unlinkDir" && path === place) lost = true;
      touched();
    });
    await new Promise<void>((resolve) => {
      own.once("ready", () => resolve());
      own.on("error", (error) => {
        resolve();
        if (polling || own !== watcher) return;
        polling = true;
        note(
          `Het systeem meldt geen wijzigingen meer (${(error as NodeJS.ErrnoException).code ?? "onbekend"}); ivp kijkt nu zelf twee keer per seconde.`,
        );
        void restart();
      });
    });
  };
  let starting = start();
  const restart = (): Promise<void> => {
    starting = starting.then(start).then(touched, () => undefined);
    return starting;
  };
  await starting;
  // A watcher stays with the folder that it was given, whatever comes in its place.
  let identity = identityOf(folder);
  let version = versionOf(besides);
  const look = setInterval(() => {
    const [nowIdentity, nowVersion] = [identityOf(folder), versionOf(besides)];
    if (nowVersion !== version) touched();
    version = nowVersion;
    if (nowIdentity === identity && !lost) return;
    identity = nowIdentity;
    lost = false;
    void restart();
  }, LOOK);
  return async () => {
    stopped = true;
    clearInterval(look);
    await starting;
    clearTimeout(timer);
    await watcher?.close();
    await busy;
  };
}

/** Which folder this is, as the disk tells them apart; nothing when it isn't there. */
function identityOf(folder: string): string | undefined {
  try {
    const { dev, ino, birthtimeMs } = statSync(folder);
    return `${dev} ${ino} ${birthtimeMs}`;
  } catch {
    return undefined;
  }
}

/** How files are now, as the disk tells: other text after each of them was written, came or went. */
const versionOf = (files: readonly string[]): string => files.map(writtenAt).join("\n");

function writtenAt(file: string): string {
  try {
    const { ino, size, mtimeMs } = statSync(file);
    return `${ino} ${size} ${mtimeMs}`;
  } catch {
    return "";
  }
}
