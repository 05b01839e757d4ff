import { execFile } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { onExit } from "signal-exit";
import { EnvironmentError } from "../errors.js";
import { reasonOf } from "../system-reasons.js";

/** Where npm finds this `ivp`, as `package.json` says it, with the file that goes with the repository when it is one. */
export interface Source {
  readonly dependency: string;
  readonly file?: { readonly path: string; readonly bytes: () => Promise<Uint8Array> };
}

const own = fileURLToPath(new URL("../..", import.meta.url));

/**
 * How a new repository gets this very `ivp`. One that came from a registry or an address is named by that. One that came from a
 * file or a folder of this machine, which others don't have, goes along with the repository, as a package. `bytes` throws an EnvironmentError
 * when npm can't pack it.
 */
export function sourceOf(version: string): Source {
  const address = installedFrom();
  if (address !== undefined) return { dependency: isOfRegistry(address) ? version : address };
  const name = `ivp-${version}.tgz`;
  return { dependency: `file:${name}`, file: { path: name, bytes: packed } };
}

/** The address of which npm installed this program; nothing when it is a file or folder, or npm didn't install it. */
function installedFrom(): string | undefined {
  try {
    // npm keeps beside the packages where each came from.
    const lock = JSON.parse(readFileSync(join(dirname(own), ".package-lock.json"), "utf8")) as {
      packages: Readonly<Record<string, { resolved?: string }>>;
    };
    const address = lock.packages["node_modules/ivp"]?.resolved;
    return address !== undefined && /^(?:https?|git\+https|git\+ssh):/.test(address) ? address : undefined;
  } catch {
    return undefined;
  }
}

/** A registry keeps the packages of a name behind "/-/". */
const isOfRegistry = (address: string): boolean => /\/ivp\/-\/[^/]+\.tgz$/.test(address);

/** This program as the package that it was installed from. Needs npm and room for temporary files; no network, and nothing of npm's own. */
async function packed(): Promise<Uint8Array> {
  let folder: string | undefined;
  const remove = () => folder !== undefined && rmSync(folder, { recursive: true, force: true });
  const forget = onExit(() => void remove());
  try {
    folder = await mkdtemp(join(tmpdir(), "ivp-init-"));
    // npm is a script on Windows, which only a shell can start; nothing in the command comes from someone else. A cache of its own:
    // that of the user may not be there to write in.
    const { stdout } = await promisify(execFile)(
      "npm",
      ["pack", "--json", "--ignore-scripts", "--cache", join(folder, "cache"), "--pack-destination", folder].map(
        inShell,
      ),
      { cwd: own, shell: onWindows, maxBuffer: 1e8 },
    );
    const [made] = JSON.parse(stdout) as [{ filename: string }];
    return await readFile(join(folder, made.filename));
  } catch (cause) {
    throw notPacked(cause);
  } finally {
    forget();
    remove();
  }
}

const onWindows = process.platform === "win32";
const inShell = (word: string): string => (onWindows ? `"${word}"` : word);

/** Why there is no package, and what to do. */
function notPacked(cause: unknown): EnvironmentError {
  const what = "ivp gaat als pakket mee in de nieuwe map";
  const { code, syscall = "", stderr = "" } = cause as { code?: unknown; syscall?: string; stderr?: string };
  // 127 and 9009 are the shells': no such command.
  if ((code === "ENOENT" && syscall.startsWith("spawn")) || [127, 9009].includes(code as number))
    return new EnvironmentError(
      `${what}, en daar is npm voor nodig; npm is niet te vinden. Er is niets geschreven.`,
      "Installeer Node.js van nodejs.org: daar hoort npm bij. Open daarna een nieuwe terminal.",
      { cause },
    );
  const [, ofNpm] = /^npm (?:error|ERR!) code (\S+)$/m.exec(stderr) ?? [];
  const reason = reasonOf(ofNpm === undefined ? cause : Object.assign(new Error(stderr), { code: ofNpm }));
  return new EnvironmentError(
    `${what}, maar inpakken lukt niet: ${reason.split("\n", 1)[0]}. Er is niets geschreven.`,
    `Kijk of er ruimte is in ${tmpdir()} en of u daar mag schrijven.`,
    { cause },
  );
}
