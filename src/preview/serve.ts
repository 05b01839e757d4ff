import { cacheBeside, openCache } from "../build/cache.js";
import { undatedNote } from "../build/edition.js";
import { programFingerprint } from "../build/fingerprint.js";
import { readContentFolder } from "../content/index.js";
import type { BrowserOptions } from "../pdf/index.js";
import { openPress } from "../pdf/press.js";
import { editionOf, headFiles } from "../revisions/edition.js";
import { openPreview } from "./live.js";
import { startServer } from "./server.js";
import { watchFolder } from "./watch.js";

export interface ServeOptions {
  readonly content: string;
  readonly out: string;
  readonly port: number;
  /** Name and version of the program. */
  readonly program: string;
  readonly browser: BrowserOptions;
  readonly note: (message: string) => void;
  /** Told after each change how many problems there are, and whether an older version is shown. */
  readonly updated: (problems: number, stale: boolean) => void;
}

export interface Serving {
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** How long the open pages get to fetch the new version before the content is checked. In milliseconds. */
const AFTER_PAGES = 150;

/**
 * Serves all documents of a content folder while it is being written.
 * @throws {ContentFolderError} when the folder can't be read
 * @throws {EnvironmentError} when no port is free
 */
export async function serve({ content, out, port, program, browser, note, updated }: ServeOptions): Promise<Serving> {
  const read = async () => {
    const reading = readContentFolder(content);
    const [files, edition] = await Promise.all([reading, editionOf(content, reading)]);
    return { files, edition };
  };
  const besides = await headFiles(content);
  const first = await read();
  if (first.edition.undated) note(undatedNote(first.edition.undated));
  const press = openPress(browser);
  const preview = openPreview({
    press,
    out,
    program,
    fingerprint: programFingerprint(browser.path ?? process.env.IVP_BROWSER),
    cache: openCache(cacheBeside(out), note),
    last: undefined,
    force: false,
  });
  const tell = (): void => {
    const { problems, stale } = preview.problems();
    updated(problems.length, stale);
  };
  let checking: NodeJS.Timeout | undefined;
  let away = false;
  preview.update(first.files, first.edition);
  const server = await startServer(preview, port, note);
  const changed = async (): Promise<void> => {
    const now = await read().catch(() => undefined);
    // A folder that is away for a moment, as while git switches branches, is no reason to stop.
    if (!now && !away) note(`De inhoudsmap ${content} is er even niet; ivp wacht tot zij er weer is.`);
    away = !now;
    if (!now) return;
    clearTimeout(checking);
    const other = preview.update(now.files, now.edition);
    if (other) server.changed();
    // Pages first: what is wrong takes longer to find than what is new.
    checking = setTimeout(
      () => {
        server.problems();
        tell();
      },
      other ? AFTER_PAGES : 0,
    );
  };
  const stop = await watchFolder({ folder: content, besides, changed, note });
  tell();
  return {
    address: server.address,
    close: async () => {
      clearTimeout(checking);
      await stop();
      await server.close();
      await press.close();
    },
  };
}
