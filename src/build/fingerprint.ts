import { createHash } from "node:crypto";
import { readdirSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** What of the program decides how documents look: its code, templates and schemas, and the packages it stands on. */
const parts = [
  // Each build of the program writes it anew, as the last of all that it writes.
  "dist/bundle",
  "templates",
  "schemas",
  "package.json",
  // npm writes this file at every installation: as our own packages, or as those of the project that installed us.
  "node_modules/.package-lock.json",
  "../.package-lock.json",
];

const known = new Map<string | undefined, string>();

/**
 * Tells whether this is the same program, with the same fonts and browser, as at another moment on this machine. It looks
 * at the size and time of the files and reads none of them, as it runs before anything else of a build.
 * @param browser path of the browser that was asked for, if any
 */
export function programFingerprint(browser: string | undefined): string {
  // What runs stays what it is, whatever is installed meanwhile.
  const fingerprint = known.get(browser) ?? fingerprintOf(browser);
  known.set(browser, fingerprint);
  return fingerprint;
}

function fingerprintOf(browser: string | undefined): string {
  const hash = createHash("sha256").update(`${process.version} ${process.platform} ${process.arch}`);
  for (const part of parts) stamp(`${root}${part}`, (line) => hash.update(line));
  if (browser && statSync(browser, { throwIfNoEntry: false })?.isFile()) stamp(browser, (line) => hash.update(line));
  return hash.digest("hex");
}

function stamp(path: string, tell: (line: string) => void): void {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return;
  if (stats.isDirectory()) for (const name of readdirSync(path)) stamp(`${path}/${name}`, tell);
  else tell(`${path} ${stats.size} ${stats.mtimeMs}\n`);
}
