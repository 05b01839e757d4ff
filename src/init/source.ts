import { execFile } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { onExit } from "signal-exit";
import { EnvironmentError } from "../errors.js";

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

/** This program as the package that it was installed from. */
async function packed(): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), "ivp-init-"));
  const forget = onExit(() => rmSync(folder, { recursive: true, force: true }));
  try {
    // npm is a script on Windows, which only a shell can start; nothing in the command comes from someone else.
    const { stdout } = await promisify(execFile)(
      "npm",
      ["pack", "--json", "--ignore-scripts", "--pack-destination", folder],
      { cwd: own, shell: process.platform === "win32", maxBuffer: 1e8 },
    );
    const [made] = JSON.parse(stdout) as [{ filename: string }];
    return await readFile(join(folder, made.filename));
  } catch (cause) {
    throw new EnvironmentError(
      "npm kan ivp niet inpakken voor de nieuwe map.",
      "Installeer Node.js met npm, en kijk of er ruimte is op de schijf. Er is niets geschreven.",
      { cause },
    );
  } finally {
    forget();
    await rm(folder, { recursive: true, force: true });
  }
}
