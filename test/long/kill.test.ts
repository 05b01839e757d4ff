import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { cp, mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { copyOfPlan, temporaryFolder } from "../setup/content.js";
import { ivpProcess, root } from "../setup/ivp.js";
import { randomFrom } from "../setup/random.js";

const RUNS = Number(process.env.IVP_KILL_RUNS ?? 20);
/** Repeats the moments of an earlier run, as parts of how long a build takes. */
const SEED = Number(process.env.IVP_KILL_SEED ?? Math.floor(Math.random() * 2 ** 31));

/** The files under a folder with their hashes; what hasn't been moved in yet lies elsewhere. */
async function hashes(out: string): Promise<Map<string, string>> {
  const entries = (await readdir(out, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const found = entries.map(async ({ parentPath, name }): Promise<[string, string]> => {
    const path = join(parentPath, name);
    return [
      path.slice(out.length + 1),
      createHash("sha256")
        .update(await readFile(path))
        .digest("hex"),
    ];
  });
  return new Map(await Promise.all(found));
}

/** Starts a build and kills it, and everything it started, after some time. */
const killed = (args: readonly string[], after: number): Promise<boolean> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [`${root}/bin/ivp.js`, ...args], { cwd: root, stdio: "ignore" });
    const timer = setTimeout(() => child.kill("SIGKILL"), after);
    child.on("close", (_, signal) => {
      clearTimeout(timer);
      resolve(signal === "SIGKILL");
    });
  });

test(`kill -9 at ${RUNS} random moments from seed ${SEED} leaves every file whole, old or new`, {
  timeout: 300_000,
}, async () => {
  const content = await copyOfPlan();
  const other = join(await temporaryFolder(), "content");
  await cp(content.folder, other, { recursive: true });
  await content.append("vision.yaml", "\n  Wij doen dit samen, elke dag.\n");
  await content.replace("glossary.yaml", "title: Begrippen", "title: Alle begrippen");
  // Both versions are in the cache, PDFs too, so that most of a build is what must not be torn: the moving in.
  const folder = await temporaryFolder();
  const outs = [join(folder, "old"), join(folder, "new")];
  const duration: number[] = [];
  const whole: Map<string, string>[] = [];
  for (const [index, source] of [other, content.folder].entries()) {
    for (let count = 0; count < 2; count++) {
      const start = performance.now();
      const { code } = await ivpProcess("build", "--content", source, "--out", outs[count] as string);
      expect(code).toBe(0);
      duration[index] = performance.now() - start;
      whole[index] = await hashes(outs[count] as string);
    }
  }
  const out = join(folder, "torn");
  await ivpProcess("build", "--content", other, "--out", out);
  let hits = 0;
  const random = randomFrom(SEED);
  for (let run = 0; run < RUNS; run++) {
    const source = run % 2 === 0 ? content.folder : other;
    const moment = (random.below(10_000) / 10_000) * Math.max(...duration) * 1.1;
    if (await killed(["build", "--content", source, "--out", out], moment)) hits++;
    for (const [path, hash] of await hashes(out)) {
      const versions = whole.map((set) => set.get(path));
      expect(versions, `${path} after ${Math.round(moment)} ms`).toContain(hash);
    }
  }
  expect(hits).toBeGreaterThan(RUNS / 4);
  expect((await ivpProcess("build", "--content", other, "--out", out)).code).toBe(0);
  expect(await hashes(out)).toEqual(whole[0]);
});

test("who stops a build leaves no browser and no files behind, and out/ as it was", async () => {
  const folder = await temporaryFolder();
  const temporary = join(folder, "tmp");
  await mkdir(temporary);
  for (const after of [150, 400, 800]) {
    const child = spawn(
      process.execPath,
      [`${root}/bin/ivp.js`, "build", "--content", "test/plan", "--out", join(folder, "out")],
      {
        cwd: root,
        stdio: "ignore",
        env: { ...process.env, TMPDIR: temporary },
      },
    );
    const timer = setTimeout(() => child.kill("SIGINT"), after);
    const signal = await new Promise((resolve) => child.on("close", (_, how) => resolve(how)));
    clearTimeout(timer);
    expect(signal).toBe("SIGINT");
    expect(await readdir(temporary)).toEqual([]);
    expect((await readdir(folder)).filter((name) => name !== ".ivp-cache")).toEqual(["tmp"]);
  }
});
