/**
 * Whoever is stopped while it writes, wherever that is: content is as it was or as it was to be once anyone reads it again, and what is made
 * beside it is whole at the next start. `IVP_KILL_RUNS` says how often each is stopped (a twentieth of it); `IVP_KILL_SEED` repeats the moments.
 */
import { spawn } from "node:child_process";
import { cp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { expect, test } from "vitest";
import { readContentFolder } from "../../src/content/index.js";
import { type Copy, copyOfPlan, temporaryFolder } from "../setup/content.js";
import { filesIn } from "../setup/files.js";
import { initialise } from "../setup/git.js";
import { ivp, root } from "../setup/ivp.js";
import { randomFrom } from "../setup/random.js";
import { withXml, wordFilesOf } from "../setup/returned.js";
import { docx, h, p } from "../setup/word.js";

const RUNS = Math.ceil(Number(process.env.IVP_KILL_RUNS ?? 20) / 20);
const SEED = Number(process.env.IVP_KILL_SEED ?? Math.floor(Math.random() * 2 ** 31));
const SIGNALS = ["SIGKILL", "SIGKILL", "SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Runs `ivp`, stopped right before a step of its writing. @returns whether it was stopped, and how many steps it took */
async function stopped(
  args: readonly string[],
  step?: number,
  signal = "SIGKILL",
): Promise<{ hit: boolean; steps: number }> {
  const counter = join(await temporaryFolder(), "steps");
  await writeFile(counter, "");
  const hit = await new Promise<boolean>((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, "bin/ivp.js"), ...args], {
      cwd: root,
      stdio: ["ignore", "ignore", "pipe"],
      env: {
        ...process.env,
        NODE_OPTIONS: `--require ${join(root, "test/setup/kill-at.cjs")}`,
        IVP_TEST_STEPS: counter,
        ...(step !== undefined && { IVP_TEST_STEP: String(step), IVP_TEST_SIGNAL: signal }),
      },
    });
    let told = "";
    child.stderr.on("data", (chunk: Buffer) => (told += String(chunk)));
    child.on("close", (code, how) => {
      if (how === null && code !== 0) reject(new Error(`${args.join(" ")}: ${code}\n${told}`));
      else resolve(how !== null);
    });
  });
  return { hit, steps: (await readFile(counter, "utf8")).length };
}

/** What lies beside a folder of what `ivp` did in it. */
const traces = async (folder: string): Promise<string[]> =>
  (await readdir(dirname(folder))).filter((name) => name.startsWith(`.${basename(folder)}.ivp-`));

const amendment = `id: more
title: Vaker op straat
municipality: s-zoutendam
date: 2024-11-14
state: aangenomen
changes:
  - target: measure:evening-rounds
    field: text
    old: Een [[term:boa]] loopt in de avond door donkere straten.
    new: Een [[term:boa]] loopt elke avond door alle straten.
`;

/** A plan in which each of the commands has something to write. */
async function busyPlan(): Promise<Copy> {
  const content = await copyOfPlan();
  await content.remove("programmes/2027-2028.yaml");
  await content.write("amendments/more.yaml", amendment);
  await content.write(
    "indicators/burglaries.yaml",
    await readFile(join(root, "test/fixtures/figures/burglaries.yaml")),
  );
  await initialise(dirname(content.folder));
  await content.replace("priorities/burglary.yaml", "staan vooraf op de website", "staan vooraf in de krant");
  const sent = wordFilesOf(await readContentFolder(content.folder), "ivp-2025-2028")
    .values()
    .next().value;
  if (!sent) throw new Error("no plan");
  const returned = withXml(sent, (xml) => xml.replace(/loopt in de avond door donkere/g, "loopt altijd door donkere"));
  await writeFile(join(content.folder, "../returned.docx"), returned);
  await writeFile(
    join(content.folder, "../old.docx"),
    docx({ body: [h(1, "Inleiding"), p("Dit is het plan."), h(1, "Visie"), p("Wij doen het samen.")].join("") }),
  );
  return content;
}

const writers: Readonly<Record<string, (content: string) => readonly string[]>> = {
  adopt: () => ["adopt", "plan", "--by", "ijzerwoude", "--date", "2024-12-12", "--reference", "R-1"],
  amend: () => ["amend", "more", "--apply"],
  "amend --new": () => ["amend", "paper", "--new", "--by", "ijzerwoude"],
  "import figures": () => ["import", "figures", "test/fixtures/figures/invented_typed.csv"],
  "rollover programme": () => ["rollover", "programme", "2027-2028"],
  "progress new": () => ["progress", "new", "2025-12-31"],
  review: (content) => ["review", join(content, "../returned.docx"), "--apply"],
  migrate: () => ["migrate"],
};

test(`content is as it was or as it was to be, wherever ${RUNS} of each command are stopped, from seed ${SEED}`, {
  timeout: 300_000,
}, async () => {
  const random = randomFrom(SEED);
  const { folder } = await busyPlan();
  const original = join(dirname(folder), "original");
  await cp(folder, original, { recursive: true });
  const before = await filesIn(folder);
  let hits = 0;
  for (const [name, args] of Object.entries(writers)) {
    const run = [...args(folder), "--content", folder];
    const { steps } = await stopped(run);
    const after = await filesIn(folder);
    expect(after, name).not.toEqual(before);
    for (let count = 0; count < RUNS; count++) {
      await rm(folder, { recursive: true });
      await cp(original, folder, { recursive: true });
      const [step, signal] = [1 + random.below(steps), random.of(SIGNALS)];
      if ((await stopped(run, step, signal)).hit) hits++;
      await readContentFolder(folder);
      const told = `${name} stopped by ${signal} at step ${step} of ${steps}`;
      expect([before, after], told).toContainEqual(await filesIn(folder));
      expect(await traces(folder), told).toEqual([]);
    }
    await rm(folder, { recursive: true });
    await cp(original, folder, { recursive: true });
  }
  expect(hits).toBeGreaterThan(0);
});

const makers: Readonly<Record<string, (content: string, out: string) => readonly string[]>> = {
  "import plan": (content, out) =>
    [
      "import",
      "plan",
      join(content, "../old.docx"),
      "--out",
      out,
      "--municipalities",
      "Asten,Deurne",
      "--team",
      "team Peel",
    ].concat(["--from", "2027", "--to", "2030"]),
  "rollover plan": (content, out) => ["rollover", "plan", "2029-2032", out, "--content", content],
  pack: (content, out) => ["pack", "ijzerwoude", "--format", "html", "--content", content, "--out", out],
  "pack --zip": (content, out) => ["pack", "--all", "--zip", "--format", "docx", "--content", content, "--out", out],
  "build docx": (content, out) => ["build", "--format", "docx", "--content", content, "--out", out],
  publish: (content, out) => [
    "publish",
    "--with-concepts",
    "--content",
    content,
    "--out",
    join(content, "../made"),
    "--to",
    out,
  ],
  merge: (content, out) => [
    "merge",
    join(content, "../part/1"),
    join(content, "../part/2"),
    "--content",
    content,
    "--out",
    out,
  ],
  calendar: (content, out) => ["calendar", "--content", content, "--out", join(out, "plan.ics")],
};

test(`what was cut off while it made something is whole at the next start, from seed ${SEED}`, {
  timeout: 300_000,
}, async () => {
  const random = randomFrom(SEED);
  const { folder: content } = await busyPlan();
  const place = await temporaryFolder();
  const out = join(place, "out");
  const html = ["build", "--content", content, "--format", "html", "--out"];
  await ivp(...html, join(content, "../made"));
  for (const part of ["1", "2"]) await ivp(...html, join(content, "../part", part), "--shard", `${part}/2`);
  let hits = 0;
  for (const [name, args] of Object.entries(makers)) {
    const run = args(content, out);
    const { steps } = await stopped(run);
    const after = await filesIn(out);
    for (let count = 0; count < RUNS; count++) {
      await rm(out, { recursive: true, force: true });
      const [step, signal] = [1 + random.below(steps), random.of(SIGNALS)];
      if ((await stopped(run, step, signal)).hit) hits++;
      const told = `${name} stopped by ${signal} at step ${step} of ${steps}`;
      if (signal !== "SIGKILL") expect(await traces(out), told).toEqual([]);
      const next = await ivp(...run);
      // A new folder that is whole already is not to be written over.
      expect(
        next.code === 2 ? next.stderr.includes("staan al bestanden") : next.code === 0,
        `${told}\n${next.stderr}`,
      ).toBe(true);
      expect(await filesIn(out), told).toEqual(after);
      if (next.code === 0) expect(await traces(out), told).toEqual([]);
    }
    for (const left of await readdir(place)) await rm(join(place, left), { recursive: true });
  }
  expect(hits).toBeGreaterThan(0);
});
