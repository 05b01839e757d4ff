import { watch } from "chokidar";

/** Editors write a file in more than one step; what comes within this time is one change. In milliseconds. */
const PAUSE = 15;

/**
 * Watches a content folder. Changes that come while the last one is being dealt with are taken together.
 * @returns a function that stops watching
 */
export async function watchFolder(folder: string, changed: () => Promise<void> | void): Promise<() => Promise<void>> {
  const watcher = watch(folder, { ignoreInitial: true, ignored: (path) => /[\\/]\.[^\\/]+$/.test(path) });
  let timer: NodeJS.Timeout | undefined;
  let busy = Promise.resolve();
  watcher.on("all", () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      busy = busy.then(changed);
    }, PAUSE);
  });
  await new Promise<void>((resolve) => watcher.once("ready", () => resolve()));
  return async () => {
    clearTimeout(timer);
    await watcher.close();
    await busy;
  };
}
