/**
 * `npm run bench`: how fast ivp is, each figure as a ratio to a yardstick that is measured in the same run, in turns. Medians
 * of RUNS. Nothing here is a test: machines differ, ratios less.
 */
import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { examineFolder } from "../../dist/check/examine.js";
import { compose, gapsOf, listDocuments } from "../../dist/documents/index.js";
import { composeContents, papersOf } from "../../dist/pack/papers.js";
import { findBrowser } from "../../dist/pdf/browser.js";
import { render } from "../../dist/render/index.js";
import { peersFor } from "./peers.js";
import { makeContent } from "./scale.js";

const RUNS = 5;
const root = fileURLToPath(new URL("../..", import.meta.url));
const work = mkdtempSync(join(tmpdir(), "ivp-bench-"));
const content = join(work, "content");
const out = join(work, "out");
cpSync(join(root, "content"), content, { recursive: true });

const ivp = (...args) => [
  join(root, "bin/ivp.js"),
  ...args,
  "--content",
  content,
  ...({ build: ["--out", out], pack: ["--out", join(work, "pakket")] }[args[0]] ?? []),
];
/** Runs a program as a whole process; gives milliseconds. */
function timed(command, args, cwd = root) {
  const start = performance.now();
  const { status, stderr } = spawnSync(command, args, { encoding: "utf8", cwd });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")}\n${stderr}`);
  return performance.now() - start;
}
/** The same of node, as someone who stands in the folder of the plan: there builds keep their cache, which others use too. */
const time = (args) => timed(process.execPath, args, work);
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const rows = [];
const report = (what, value, than, yardstick, reach) =>
  rows.push([
    what,
    `${Math.round(value)} ms`,
    than,
    `${Math.round(yardstick)} ms`,
    (value / yardstick).toFixed(2),
    reach,
  ]);

/** Measures two things in turns, so that a machine that slows down slows both. */
function pair(what, one, than, other, reach) {
  const [values, yardsticks] = [[], []];
  for (let run = 0; run < RUNS; run++) {
    yardsticks.push(other(run));
    values.push(one(run));
  }
  report(what, median(values), than, median(yardsticks), reach);
}

const browser = (await findBrowser(process.env.IVP_BROWSER)).path;
const { model } = await examineFolder(content);
const pageOf = (document) => {
  const file = join(work, `${document.id}.html`);
  writeFileSync(file, render(document, { medium: "print", edition: "Versie van 1 januari 2019" }));
  return file;
};
const pages = listDocuments(model).map((info) => pageOf(compose(model, info)));
// What the council of Bergeijk gets besides what every build makes.
const town = model.municipalities.find(({ id }) => id === "bergeijk");
const papers = papersOf(model, town, undefined).map((paper) => ({ ...paper, files: [`${paper.info.path}.pdf`] }));
const own = papers.filter(({ info }) => !listDocuments(model).some(({ id }) => id === info.id));
const councilPages = [
  ...own.map(({ info }) => compose(model, info)),
  composeContents(model, town, papers, gapsOf(model, town)),
].map(pageOf);
const bare = (files) => time([join(root, "test/bench/bare.js"), browser, ...files]);
const cold = (...options) => {
  for (const folder of [".ivp-cache", "out"]) rmSync(join(work, folder), { recursive: true, force: true });
  return time(ivp("build", ...options));
};
const annex = join(content, "municipalities/best.yaml");
const original = readFileSync(annex, "utf8");
const changeAnnex = (run) => writeFileSync(annex, original.replace("Hier leest u", `Keer ${run} leest u`));

try {
  time(ivp("build"));
  pair(
    "cold build, 10 documents",
    () => cold(),
    "bare print, once",
    () => bare(pages),
    "≤ 1.8",
  );
  pair(
    "build, no change",
    () => time(ivp("build")),
    "node -e 0",
    () => time(["-e", "0"]),
    "≤ 3",
  );
  pair(
    "one sentence of one annex",
    (run) => {
      changeAnnex(run);
      return time(ivp("build"));
    },
    "bare print of that one",
    () => bare(pages.filter((file) => file.endsWith("best.html"))),
    "≤ 1.3",
  );
  writeFileSync(annex, original);
  time(ivp("build"));
  cpSync(join(work, ".ivp-cache"), join(work, "warm-cache"), { recursive: true });
  pair(
    "pack of one council, the rest was built",
    () => {
      for (const name of [".ivp-cache", "pakket"]) rmSync(join(work, name), { recursive: true, force: true });
      cpSync(join(work, "warm-cache"), join(work, ".ivp-cache"), { recursive: true });
      return time(ivp("pack", "bergeijk"));
    },
    "bare print of the new ones",
    () => bare(councilPages),
    "≤ 1.3",
  );
  pair(
    "check",
    () => time(ivp("check")),
    "node -e 0",
    () => time(["-e", "0"]),
    "≤ 5",
  );
  pair(
    "diff of two folders that are the same",
    () => time([join(root, "bin/ivp.js"), "diff", join(root, "content"), join(root, "content")]),
    "check",
    () => time(ivp("check")),
    "≤ 3",
  );
  report("serve: saved to new HTML", await latency(), "cold build", cold(), "≤ 100 ms");
  const [plan] = pages;
  for (const { name, command, args, what } of peersFor(plan, work))
    pair(
      `${name}: ${what}`,
      () => timed(command, args),
      "ivp, cold: the plan as PDF",
      () => cold("--only", "plan", "--format", "pdf"),
      "",
    );
  console.table(
    Object.fromEntries(
      rows.map(([what, ...rest]) => [
        what,
        Object.fromEntries(
          ["time", "than", "yardstick", "ratio", "reach"].map((name, index) => [name, rest[index] ?? ""]),
        ),
      ]),
    ),
  );
  console.table(scales([10, 40, 342]));
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** From a saved file to the new page in a client's hands, median, in milliseconds. */
async function latency() {
  const child = spawn(process.execPath, [...ivp("serve"), "--port", "0"], { cwd: root });
  const address = await new Promise((resolve) => {
    let text = "";
    child.stdout.on("data", (data) => {
      text += data;
      const [found] = /http:\/\/[^ ]+/.exec(text) ?? [];
      if (found) resolve(found);
    });
  });
  const events = (await fetch(`${address}events`)).body.getReader();
  const decoder = new TextDecoder();
  const changed = async () => {
    while (!decoder.decode((await events.read()).value).includes("event: change"));
  };
  const file = join(content, "vision.yaml");
  const before = readFileSync(file, "utf8");
  const times = [];
  // The first changes find code that hasn't run before.
  for (let run = -3; run < 2 * RUNS; run++) {
    await new Promise((resolve) => setTimeout(resolve, 700));
    const start = performance.now();
    writeFileSync(file, `${before}  Dit is keer ${run}.\n`);
    await changed();
    const page = await (await fetch(`${address}ivp-2019-2022.html`)).text();
    if (!page.includes(`Dit is keer ${run}.`)) throw new Error("the preview is behind");
    if (run >= 0) times.push(performance.now() - start);
  }
  writeFileSync(file, before);
  child.kill("SIGTERM");
  return median(times);
}

/** Cold builds of basisteams of several sizes, in turns: the time for each document, and the peak memory of the node process. */
function scales(sizes) {
  const runs = new Map(sizes.map((size) => [size, []]));
  for (const size of sizes) makeContent(join(work, `scale-${size}`, "content"), size);
  for (let run = 0; run < RUNS; run++) for (const [size, all] of runs) all.push(scale(size));
  const [smallest = 0] = sizes;
  const each = (size) => median(runs.get(size).map(({ duration }) => duration)) / (size + 2);
  return Object.fromEntries(
    [...runs].map(([size, all]) => [
      `${size} municipalities`,
      {
        seconds: (median(all.map(({ duration }) => duration)) / 1000).toFixed(1),
        "ms per document": Math.round(each(size)),
        [`than with ${smallest}`]: (each(size) / each(smallest)).toFixed(2),
        "peak memory": `${Math.round(median(all.map(({ memory }) => memory)) / 1e6)} MB`,
      },
    ]),
  );
}

/** One cold build: milliseconds, and bytes. */
function scale(size) {
  const folder = join(work, `scale-${size}`);
  for (const name of [".ivp-cache", "out"]) rmSync(join(folder, name), { recursive: true, force: true });
  const peak = join(folder, "peak");
  const tell = `data:text/javascript,import{writeFileSync}from"node:fs";process.on("exit",()=>writeFileSync(${JSON.stringify(peak)},String(process.resourceUsage().maxRSS)))`;
  const args = ["build", "--content", join(folder, "content"), "--out", join(folder, "out")];
  const duration = time(["--import", tell, join(root, "bin/ivp.js"), ...args]);
  return { duration, memory: Number(readFileSync(peak, "utf8")) * 1024 };
}
