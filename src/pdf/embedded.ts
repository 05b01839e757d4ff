import { constants, createReadStream, createWriteStream, existsSync } from "node:fs";
import { access, chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { homedir, tmpdir, userInfo } from "node:os";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";

/** A browser that can be started, with the environment it needs. */
export interface BrowserProgram {
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
  /** What to add to it when the browser doesn't start without: libraries that the machine lacks. */
  readonly spare?: Readonly<Record<string, string>>;
}

/** Whether the npm package's browser runs on this machine: it is built for Linux on x64. */
export const embeddedServes = process.platform === "linux" && process.arch === "x64";

/**
 * The browser from the npm package `@sparticuz/chromium`, unpacked once per version into a private cache folder.
 * The package's own unpacking isn't used: it trusts any file that lies at a well-known place in the temporary folder.
 */
export async function embeddedBrowser(): Promise<BrowserProgram> {
  const source = join(dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium")), "../..");
  const { version } = JSON.parse(await readFile(join(source, "package.json"), "utf8")) as { version: string };
  const folder = join(await cacheFolder(), `chromium-${version}`);
  if (!existsSync(folder)) await unpack(join(source, "bin"), folder);
  const path = join(folder, "chromium");
  const env = { FONTCONFIG_FILE: join(folder, "fonts.conf") };
  const libraries = [join(folder, "lib"), process.env.LD_LIBRARY_PATH].filter(Boolean).join(":");
  return { path, env, spare: { LD_LIBRARY_PATH: libraries } };
}

/** A folder that only this user can write to. */
async function cacheFolder(): Promise<string> {
  const candidates = [process.env.XDG_CACHE_HOME, join(homedir(), ".cache")].flatMap((base) =>
    base ? [join(base, "ivp")] : [],
  );
  for (const candidate of candidates) {
    try {
      await mkdir(candidate, { recursive: true, mode: 0o700 });
      await access(candidate, constants.W_OK);
      return candidate;
    } catch {
      // A home that is read-only or absent, as in some containers: the next candidate.
    }
  }
  const fallback = join(tmpdir(), `ivp-${userInfo().uid}`);
  await mkdir(fallback, { recursive: true, mode: 0o700 });
  await chmod(fallback, 0o700);
  return fallback;
}

/** Unpacks into a new folder and moves it into place whole, so that no run ever sees half a browser. */
async function unpack(source: string, folder: string): Promise<void> {
  const { extract } = await import("tar-fs");
  const draft = await mkdtemp(`${folder}-`);
  try {
    const brotli = (name: string) => [createReadStream(join(source, name)), createBrotliDecompress()] as const;
    await mkdir(join(draft, "cache"));
    await Promise.all([
      pipeline(...brotli("chromium.br"), createWriteStream(join(draft, "chromium"), { mode: 0o755 })),
      pipeline(...brotli("fonts.tar.br"), extract(draft)),
      pipeline(...brotli("al2023.tar.br"), extract(draft)),
    ]);
    await writeFile(join(draft, "fonts.conf"), fontConfiguration(folder));
    await rename(draft, folder);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    // Another run may have been first.
    if (!existsSync(folder)) throw error;
  }
}

/** Only the fonts of the package, not those of the machine: the same page looks the same everywhere. */
const fontConfiguration = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/cache</cachedir>
</fontconfig>
`;
