import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { steps } from "../fixtures/history.js";
import buildOnce from "../setup/build-once.js";
import { copyOfContent } from "../setup/content.js";
import { ivp, root } from "../setup/ivp.js";

/** All documents, and beside them what is made of two versions: the was-wordt overview and documents with changes marked. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let out = "";
  const cleanUps = [
    await buildOnce({ ...project, provide: (_: "out", folder: string) => (out = folder) } as unknown as TestProject),
  ];
  project.provide("out", out);
  const other = await copyOfContent((clean) => cleanUps.push(clean));
  for (const { edit } of steps) await edit(other);
  const content = join(root, "content");
  for (const args of [
    ["diff", other.folder, content, "--format", "html"],
    ["build", "--compare", other.folder, "--format", "html", "--only", "plan", "best"],
  ]) {
    const { code, stderr } = await ivp(...args, "--out", out);
    if (code !== 0) throw new Error(`ivp ${args[0]} failed:\n${stderr}`);
  }
  return async () => {
    for (const cleanUp of cleanUps) await cleanUp();
  };
}
