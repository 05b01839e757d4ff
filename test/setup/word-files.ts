import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type CleanUp, temporaryFolder } from "./content.js";
import { ivp } from "./ivp.js";

/**
 * The Word file of each document of some content, by its path.
 * @param options of `ivp build`, besides those that say what to build and where
 */
export async function wordFilesOf(
  content: string,
  options: readonly string[] = [],
  finished?: CleanUp,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const out = join(await temporaryFolder(finished ?? (() => undefined)), "out");
  const { code, stderr } = await ivp("build", "--content", content, "--out", out, "--format", "docx", ...options);
  if (code !== 0) throw new Error(`ivp build failed:\n${stderr}`);
  const paths = (await readdir(out, { recursive: true })).filter((path) => path.endsWith(".docx")).sort();
  return new Map(await Promise.all(paths.map(async (path) => [path, await readFile(join(out, path))] as const)));
}
