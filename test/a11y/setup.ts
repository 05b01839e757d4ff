import { execFileSync } from "node:child_process";
import { cp, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import buildOnce from "../setup/build-once.js";
import { copyOfPlan, planFolder, temporaryFolder } from "../setup/content.js";
import { decided } from "../setup/decided.js";
import { ivpProcess, root } from "../setup/ivp.js";

/** All documents, and beside them what is made of two versions: the was-wordt overview and documents with changes marked; and the plans of invented teams. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let out = "";
  const cleanUps = [
    await buildOnce({ ...project, provide: (_: "out", folder: string) => (out = folder) } as unknown as TestProject),
  ];
  project.provide("out", out);
  // Changes of each kind: words, a thing that came, one that went, a decision, an amount.
  const other = await copyOfPlan((clean) => cleanUps.push(clean));
  await other.replace("vision.yaml", "voelt iedereen zich thuis", "is iedereen welkom");
  await other.replace("goals.yaml", "Meer mensen voelen zich veilig", "Niemand is bang op straat");
  await other.append("glossary.yaml", "  - id: pump\n    term: noodpomp\n    meaning: Pomp voor hoog water\n");
  await other.replace(
    "municipalities/suderhaven.yaml",
    "localThemes:\n  - theme: harbour\n    status: voorstel\n",
    "localThemes: []\n",
  );
  await other.replace("programmes/2025-2026.yaml", "    localThemes: [harbour]\n", "    measures: [locks]\n");
  await other.replace("municipalities/suderhaven.yaml", "amount: 15000", "amount: 12000");
  await other.replace("plan.yaml", "state: ter-vaststelling", "state: concept");
  for (const args of [
    ["diff", other.folder, planFolder, "--format", "html"],
    ["build", "--content", planFolder, "--compare", other.folder, "--format", "html", "--only", "plan", "suderhaven"],
  ]) {
    const { code, stderr } = await ivpProcess(...args, "--out", out);
    if (code !== 0) throw new Error(`ivp ${args[0]} failed:\n${stderr}`);
  }
  // Of the invented teams a document of each kind: their plans, and what shows most.
  const large = join(await temporaryFolder((clean) => cleanUps.push(clean)), "large");
  execFileSync(process.execPath, [join(root, "test/plans/write-large.js"), large]);
  const three = join(root, "test/plans/three-municipalities");
  const reported = join(await temporaryFolder((clean) => cleanUps.push(clean)), "reported");
  await cp(three, reported, { recursive: true });
  await mkdir(join(reported, "progress"));
  await writeFile(join(reported, "progress/2027-12-31.yaml"), "id: 2027-12-31\nkind: tussenevaluatie\n");
  for (const [name, content, ...only] of [
    ["one-municipality", join(root, "test/plans/one-municipality"), "plan", "programme"],
    ["three-municipalities", reported, "plan", "sudermark", "voortgang-2027-12-31"],
    ["large", large, "plan", "oosterkwadam", "programme"],
  ] as const) {
    const args = ["--content", content, "--format", "html", "--only", ...only, "--out", join(out, name)];
    const { code, stderr } = await ivpProcess("build", ...args);
    if (code !== 0) throw new Error(`ivp build of ${name} failed:\n${stderr}`);
  }
  // What a plan gets in the course of its life.
  const later = await copyOfPlan((clean) => cleanUps.push(clean));
  await cp(join(root, "test/fixtures/progress"), join(later.folder, "progress"), { recursive: true });
  const adopted = await ivpProcess(
    "adopt",
    "plan",
    ...decided({ reference: "RB-2024-071" }),
    "--content",
    later.folder,
  );
  if (adopted.code !== 0) throw new Error(`ivp adopt failed:\n${adopted.stderr}`);
  await later.replace("vision.yaml", "voelt iedereen zich thuis", "is iedereen welkom");
  await later.write("council.yaml", "date: 2024-11-05\nmeeting: 2024-12-12\n");
  const some = ["plan", "voortgang-2025-12-31", "voortgang-2025-12-31-ijzerwoude", "raadsvoorstel-suderhaven"];
  const args = ["--content", later.folder, "--format", "html", "--only", ...some, "--out", join(out, "later")];
  const { code, stderr } = await ivpProcess("build", ...args);
  if (code !== 0) throw new Error(`ivp build of what comes later failed:\n${stderr}`);
  return async () => {
    for (const cleanUp of cleanUps) await cleanUp();
  };
}
