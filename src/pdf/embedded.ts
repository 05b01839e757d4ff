import { constants, createReadStream, createWriteStream } from "node:fs";
import { access, lstat, mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { homedir, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";
import { EnvironmentError } from "../errors.js";
import { makeFolder } from "../make-folder.js";
import { reasonOf } from "../system-reasons.js";
import { isOurs, isPrivate, keptFolder, ownFolder, removeFolder } from "./own-folders.js";

/** A browser that can be started, with the environment it needs. */
export interface BrowserProgram {
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
  /** What to add to it when the browser doesn't start without: libraries that the machine lacks. */
  readonly spare?: Readonly<Record<string, string>>;
  /** Makes the program anew, for when it turns out to be damaged. */
  readonly renew?: () => Promise<BrowserProgram>;
}

/** Whether the npm package's browser runs on this machine: it is built for Linux on x64. */
export const embeddedServes = process.platform === "linux" && process.arch === "x64";

/** The file in an unpacked browser that says what belongs there. It is written last. */
const STAMP = "whole.json";

/**
 * The browser from the npm package `@sparticuz/chromium`, unpacked once per version into a private cache folder, and again when
 * a file there isn't as it was unpacked. The package's own unpacking isn't used: it trusts any file that lies at a well-known
 * place in the temporary folder.
 * @param warn told when the usual cache folder isn't safe
 * @param renew unpacks it again, whatever is there
 * @throws {EnvironmentError} when it can be unpacked nowhere, with why for each place
 */
export async function embeddedBrowser(warn?: (message: string) => void, renew = false): Promise<BrowserProgram> {
  const source = packageFolder();
  const { version } = JSON.parse(await readFile(join(source, "package.json"), "utf8")) as { version: string };
  const troubles: string[] = [];
  for (const [place, folderIn] of places(warn)) {
    try {
      const folder = join(await folderIn(place), `chromium-${version}`);
      if (renew || !(await isWhole(folder))) await unpack(join(source, "bin"), folder);
      const path = join(folder, "chromium");
      await access(path, constants.X_OK).catch(async () => {
        await removeFolder(folder);
        throw new Error("op deze schijf mogen geen programma's starten (noexec)");
      });
      const libraries = [join(folder, "lib"), process.env.LD_LIBRARY_PATH].filter(Boolean).join(":");
      return {
        path,
        env: { FONTCONFIG_FILE: join(folder, "fonts.conf") },
        spare: { LD_LIBRARY_PATH: libraries },
        renew: () => embeddedBrowser(warn, true),
      };
    } catch (error) {
      if (!(error instanceof NotPrivate)) troubles.push(`in “${place}”: ${reasonOf(error)}`);
    }
  }
  throw new EnvironmentError(
    `De browser kan nergens worden uitgepakt: ${troubles.join("; ")}.`,
    "Maak 300 MB ruimte, of wijs met XDG_CACHE_HOME een map aan waar u mag schrijven en programma's mag starten.",
  );
}

function packageFolder(): string {
  try {
    return join(dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium")), "../..");
  } catch (cause) {
    throw new EnvironmentError(
      "Het pakket met de browser (@sparticuz/chromium) is er niet.",
      "Installeer ivp opnieuw, of wijs met --browser PAD of IVP_BROWSER een browser aan.",
      { cause },
    );
  }
}

/** Somebody else can write there. */
class NotPrivate extends Error {}

type Place = readonly [place: string, folderIn: (place: string) => Promise<string>];

/** Where a browser may be unpacked, the usual place first. */
function places(warn: ((message: string) => void) | undefined): Place[] {
  const usual = [process.env.XDG_CACHE_HOME, join(homedir(), ".cache")].flatMap((base) =>
    base ? [join(base, "ivp")] : [],
  );
  const cache = async (place: string): Promise<string> => {
    makeFolder(place, 0o700);
    if (await isPrivate(place)) {
      await access(place, constants.W_OK);
      return place;
    }
    warn?.(`In de map “${place}” kunnen ook anderen schrijven; ivp gebruikt de browser daar niet.`);
    throw new NotPrivate();
  };
  return [...usual.map((place): Place => [place, cache]), [tmpdir(), keptFolder]];
}

/** Unpacked files are ours, also for root. The types of the package don't know this option. */
const AS_OURS = { strict: true, chown: false };

/** What was unpacked: where, and the size, time and mode of every file. */
interface Stamp {
  readonly folder: string;
  readonly files: Readonly<Record<string, string>>;
}

/** Whether an unpacked browser is ours alone and as it was unpacked. Nothing of it is read: that would take longer than to print. */
async function isWhole(folder: string): Promise<boolean> {
  if (!(await isOurs(folder))) return false;
  try {
    const stamp = JSON.parse(await readFile(join(folder, STAMP), "utf8")) as Stamp;
    const files = await filesIn(folder, Object.keys(stamp.files));
    return stamp.folder === folder && Object.entries(files).every(([name, look]) => stamp.files[name] === look);
  } catch {
    return false;
  }
}

async function filesIn(folder: string, names: readonly string[]): Promise<Stamp["files"]> {
  const found = names.map(async (name) => {
    const stats = await lstat(join(folder, name));
    if (!stats.isFile()) throw new Error(`${name} is no file`);
    return [name, `${stats.size} ${stats.mtimeMs} ${stats.mode}`] as const;
  });
  return Object.fromEntries(await Promise.all(found));
}

/** Unpacks into a new folder and moves it into place whole, so that no run ever sees half a browser. */
async function unpack(source: string, folder: string): Promise<void> {
  const { extract } = await import("tar-fs");
  const draft = await ownFolder(dirname(folder), "unpacking");
  try {
    const brotli = (name: string) => [createReadStream(join(source, name)), createBrotliDecompress()] as const;
    const browser = join(draft, "browser");
    await mkdir(join(browser, "cache"), { recursive: true });
    await Promise.all([
      pipeline(...brotli("chromium.br"), createWriteStream(join(browser, "chromium"), { mode: 0o755 })),
      pipeline(...brotli("fonts.tar.br"), extract(browser, AS_OURS)),
      pipeline(...brotli("al2023.tar.br"), extract(browser, AS_OURS)),
    ]);
    await writeFile(join(browser, "fonts.conf"), fontConfiguration(folder));
    const entries = await readdir(browser, { recursive: true, withFileTypes: true });
    const names = entries
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name).slice(browser.length + 1));
    const stamp: Stamp = { folder, files: await filesIn(browser, names) };
    await writeFile(join(browser, STAMP), JSON.stringify(stamp));
    // What is there is damaged, or another run was first: out of the way with it, whichever it is.
    await rename(folder, join(draft, "old")).catch(() => undefined);
    await rename(browser, folder).catch(async (error: unknown) => {
      // Another run put its own there meanwhile.
      if (!(await isWhole(folder))) throw error;
    });
  } finally {
    await removeFolder(draft);
  }
}

/** Only the fonts of the package, not those of the machine: the same page looks the same everywhere. */
const fontConfiguration = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${escaped(folder)}/fonts</dir>
  <cachedir>${escaped(folder)}/cache</cachedir>
</fontconfig>
`;

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
