import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { type CleanUp, temporaryFolder } from "./content.js";

/** The environment of someone who never used `ivp` on this machine: nothing at home, in the cache or among temporary files. */
export interface Machine {
  readonly home: string;
  readonly cache: string;
  readonly temporary: string;
  readonly env: Readonly<Record<"HOME" | "XDG_CACHE_HOME" | "TMPDIR", string>>;
}

export async function emptyMachine(finished?: CleanUp): Promise<Machine> {
  const folder = await temporaryFolder(finished);
  const [home, cache, temporary] = ["home", "cache", "tmp"].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  for (const path of [home, cache, temporary]) await mkdir(path);
  return { home, cache, temporary, env: { HOME: home, XDG_CACHE_HOME: cache, TMPDIR: temporary } };
}
