/**
 * `npm run bench`: how fast ivp is, each figure as a ratio to a yardstick that is measured in the same run, in turns. Medians
 * of RUNS; the scale figures are single runs. Nothing here is a test: machines differ, ratios less.
 */
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { examineFolder } from "../../dist/build/examine.js";
import { compose, listDocuments } from "../../dist/documents/index.js";
import { findBrowser } from "../../dist/pdf/browser.js";
import { render } from "../../dist/render/index.js";
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
  ...(args[0] === "build" ? ["--out", out] : []),
];
/** Runs node as a whole process; gives milliseconds. */
function time(args) {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8", cwd: root });
  if (status !== 0) throw new Error(`${args.join(" ")}\n${stderr}`);
  return performance.now() - start;
}
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
const pages = listDocuments(model).map((info) => {
  const document = compose(model, info);
  const file = join(work, `${info.id}.html`);
  writeFileSync(file, render(document, { medium: "print", edition: "1 januari 2019" }));
  return file;
});
const bare = (files) => time([join(root, "test/bench/bare.js"), browser, ...files]);
const cold = (...options) => {
  for (const folder of [".ivp-cache", "out"]) rmSync(join(work, folder), { recursive: true, force: true });
  return time(ivp("build", ...options));
};
const annex = join(content, "municipalities/best.yaml");
const original = readFileSync(annex, "utf8");
const changeAnnex = (run) => writeFileSync(annex, original.replace("Ook daarom", `Keer ${run} daarom`));

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
  pair(
    "check",
    () => time(ivp("check")),
    "node -e 0",
    () => time(["-e", "0"]),
    "",
  );
  pair(
    "diff of two folders that are the same",
    () => time([join(root, "bin/ivp.js"), "diff", join(root, "content"), join(root, "content")]),
    "check",
    () => time(ivp("check")),
    "≤ 3",
  );
  report("serve: saved to new HTML", await latency(), "cold build", cold(), "≤ 100 ms");
  peers();
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
  console.table(
    Object.fromEntries(
      [10, 40, 342].map((municipalities) => [`${municipalities} municipalities`, scale(municipalities)]),
    ),
  );
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

/** One cold build of a larger basisteam, with the peak memory of the node process. */
function scale(municipalities) {
  const folder = join(work, `scale-${municipalities}`);
  mkdirSync(folder);
  makeContent(join(folder, "content"), municipalities);
  const peak = join(folder, "peak");
  const tell = `data:text/javascript,import{writeFileSync}from"node:fs";process.on("exit",()=>writeFileSync(${JSON.stringify(peak)},String(process.resourceUsage().maxRSS)))`;
  const duration = time([
    "--import",
    tell,
    join(root, "bin/ivp.js"),
    "build",
    "--content",
    join(folder, "content"),
    "--out",
    join(folder, "out"),
  ]);
  return {
    seconds: (duration / 1000).toFixed(1),
    "ms per document": Math.round(duration / (municipalities + 2)),
    "peak memory": `${Math.round((Number(readFileSync(peak, "utf8")) * 1024) / 1e6)} MB`,
  };
}

/** Other tools on the text of the plan, where they are installed. They tag nothing unless it says so. */
function peers() {
  const [plan] = pages;
  const run = (command, args) => {
    const start = performance.now();
    execFileSync(command, args, { stdio: "ignore" });
    return performance.now() - start;
  };
  for (const [name, args] of [
    ["weasyprint", ["--pdf-variant", "pdf/ua-1", plan, join(work, "peer.pdf")]],
    ["vivliostyle", ["build", plan, "-o", join(work, "peer.pdf")]],
    ["pagedjs-cli", [plan, "-o", join(work, "peer.pdf")]],
  ]) {
    if (spawnSync(name, ["--version"], { stdio: "ignore" }).status !== 0) continue;
    pair(
      `${name}: the plan`,
      () => run(name, args),
      "bare print of the plan",
      () => bare([plan]),
      "",
    );
  }
}
