import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { planFolder } from "./content.js";
import { ivpProcess } from "./ivp.js";

declare module "vitest" {
  interface ProvidedContext {
    /** The folder with the whole document set of `test/plan`. */
    out: string;
  }
}

/** `ivp build` on the plan of the tests, once for all test files. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "ivp-test-"));
  const out = join(folder, "out");
  const { code, stderr } = await ivpProcess("build", "--content", planFolder, "--out", out);
  if (code !== 0) throw new Error(`ivp build failed:\n${stderr}`);
  project.provide("out", out);
  return () => rm(folder, { recursive: true, force: true });
}
