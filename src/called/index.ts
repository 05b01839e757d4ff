/** How the user calls this program. A leaf: every stage that tells a command asks it here. */
import { readFileSync } from "node:fs";
import { basename, dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

/** What a call looks like to the process. */
export interface Call {
  /** What node was asked to run, as `process.argv[1]`. */
  readonly script: string | undefined;
  /** The folder of this program. */
  readonly program: string;
  /** Where the user stands. */
  readonly cwd: string;
}

/**
 * What someone types before the name of a command to call this program again from where they stand:
 *
 * - `npx ivp` where a team has it as a dependency, also when an npm script or another program runs it;
 * - `npx ./ivp-1.0.0.tgz` where npx fetched it by that name, and nothing else is there yet;
 * - `node bin/ivp.js` for who runs that file of this repository;
 * - `ivp` where it is installed for the whole machine.
 */
export function calledAs({ script = "", program, cwd }: Call): string {
  const above = dirname(program);
  const installed = basename(above) === "node_modules";
  if (installed && basename(dirname(dirname(above))) === "_npx") return `npx ${fetchedAs(dirname(above))}`;
  const name = basename(script);
  if (name === "ivp.js" && !installed) return `node ${asTyped(relative(cwd, script))}`;
  // In a team's folder npm puts what can be run into `.bin`; on Windows that calls the file itself.
  const ofTeam =
    basename(dirname(script)) === ".bin" || (installed && `${cwd}${sep}`.startsWith(`${dirname(above)}${sep}`));
  return (name === "ivp" || name === "ivp.js") && !ofTeam ? "ivp" : "npx ivp";
}

/** A path as a terminal takes it. */
function asTyped(path: string): string {
  const plain = path.replaceAll("\\", "/");
  return /^[\w./:-]+$/.test(plain) ? plain : `"${plain}"`;
}

/** The name by which npx fetched the program, which npm keeps in the folder that it made for it. */
function fetchedAs(folder: string): string {
  try {
    const { _npx } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
      _npx?: { packages?: readonly string[] };
    };
    return _npx?.packages?.[0] ?? "ivp";
  } catch {
    return "ivp";
  }
}

/** What stands before a command wherever a message, hint or made comment tells one: `${ivp} build`. */
export const ivp: string = calledAs({
  script: process.argv[1],
  program: fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, ""),
  cwd: process.cwd(),
});
