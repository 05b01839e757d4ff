/**
 * `npm run test:conformance`: builds the documents, and what is made of two versions of them, and lets veraPDF, the reference validator, judge every PDF by the
 * whole of PDF/UA-1 and PDF/A-3a. Other PDFs can be named: `npm run test:conformance -- FILE.pdf …`.
 * Needs Java 11 or later and Maven; exits with 1 when a rule fails, with 3 when the validator can't be run.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const flavours = { ua1: "PDF/UA-1", "3a": "PDF/A-3a" };
/** The kinds of documents that a plan gets in the course of its life. */
const LATER = ["plan", "voortgang", "amendement", "raadsvoorstel", "raadsbesluit", "uitvoeringsprogramma"];

const PACK = "pakket";
const OWN_OF_PACK = /(inhoud|was-wordt-suderhaven|raadsvoorstel)\.pdf$/;

const AMENDMENT = `id: samen
title: Samen verder
municipality: suderhaven
state: ingediend
submitters: [Lokaal Belang]
reason: |
  De leus moet zeggen wat we doen.
changes:
  - target: plan:ivp-2025-2028
    field: slogan
    old: Veilig achter de dijk
    new: Samen verder achter de dijk
`;

const work = mkdtempSync(join(tmpdir(), "ivp-conformance-"));
try {
  process.exitCode = run(process.argv.slice(2));
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** @param {string[]} named the PDFs to judge; none for the documents of `test/plan` and `test/plans` */
function run(named) {
  for (const program of ["java", "mvn"]) {
    if (spawnSync(program, ["-version"], { stdio: "ignore", shell: process.platform === "win32" }).status !== 0) {
      console.error(`${program} is needed to run veraPDF, and it isn't here. Install Java 11 or later and Maven.`);
      return 3;
    }
  }
  const classpath = resolveValidator();
  const files = named.length > 0 ? named : buildDocuments();
  let failed = checkSyntax(files);
  for (const [flavour, name] of Object.entries(flavours)) failed += validate(classpath, flavour, name, files);
  return failed > 0 ? 1 : 0;
}

function resolveValidator() {
  const list = join(work, "classpath");
  execFileSync(
    "mvn",
    [
      "-q",
      "-B",
      "-f",
      join(root, "test/conformance/pom.xml"),
      "dependency:build-classpath",
      `-Dmdep.outputFile=${list}`,
    ],
    { stdio: ["ignore", "inherit", "inherit"], shell: process.platform === "win32" },
  );
  return readFileSync(list, "utf8").trim();
}

/** The plans of invented teams: what a plan of one municipality, of three and of many can have. */
function plans() {
  const large = join(work, "large");
  execFileSync(process.execPath, [join(root, "test/plans/write-large.js"), large]);
  return [join(root, "test/plans/one-municipality"), join(root, "test/plans/three-municipalities"), large];
}

/** The documents of the tests' plans, the overview of what changed between two versions, and documents with those changes marked. */
function buildDocuments() {
  const out = join(work, "out");
  const content = join(root, "test/plan");
  const other = otherContent(content);
  for (const args of [
    ["build", "--content", content, "--format", "pdf"],
    ["diff", other, content, "--format", "pdf"],
    ["build", "--content", content, "--format", "pdf", "--compare", other, "--only", "plan", "suderhaven"],
  ])
    make(args, out);
  const later = laterContent(content);
  make(["build", "--content", later, "--format", "pdf", "--only", ...LATER], join(out, "later"));
  // What a council gets besides documents that are judged already: the list of papers, what changed, and the proposal that tells it.
  make(["pack", "suderhaven", "--content", later, "--format", "pdf"], join(out, PACK));
  for (const folder of plans()) make(["build", "--content", folder, "--format", "pdf"], join(out, basename(folder)));
  return readdirSync(out, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".pdf") && (!path.startsWith(PACK) || OWN_OF_PACK.test(path)))
    .sort()
    .map((path) => join(out, path));
}

function make(args, out) {
  execFileSync(process.execPath, [join(root, "bin/ivp.js"), ...args, "--out", out], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
  });
}

/** The same plan as it is later: adopted by a council and changed since, with reports on its progress, an amendment, and papers for its councils. */
function laterContent(content) {
  const folder = join(work, "later");
  cpSync(content, folder, { recursive: true });
  cpSync(join(root, "test/fixtures/progress"), join(folder, "progress"), { recursive: true });
  const decision = ["--by", "suderhaven", "--date", "2024-12-03", "--reference", "RB-2024-071"];
  execFileSync(process.execPath, [join(root, "bin/ivp.js"), "adopt", "plan", ...decision, "--content", folder], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  const vision = join(folder, "vision.yaml");
  writeFileSync(vision, readFileSync(vision, "utf8").replace("voelt iedereen zich thuis", "is iedereen welkom"));
  mkdirSync(join(folder, "amendments"));
  writeFileSync(join(folder, "council.yaml"), "date: 2024-11-05\nmeeting: 2024-12-12\n");
  writeFileSync(join(folder, "amendments/samen.yaml"), AMENDMENT);
  return folder;
}

/** Content that differs in many places: words, sentences, measures and decisions. */
function otherContent(content) {
  const folder = join(work, "other");
  cpSync(content, folder, { recursive: true });
  for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (!file.endsWith(".yaml")) continue;
    const text = readFileSync(join(folder, file), "utf8");
    writeFileSync(
      join(folder, file),
      text
        .replace(/^( +)We /gm, "$1Ook wij ")
        .replace("iedereen", "elk mens")
        .replace(/ {6}- id: locks\n {8}text: \|\n(?: {10}.*\n)+/, "")
        .replace("measures: [listen, lessons]", "measures: [listen]")
        .replace("state: concept", "state: ter-vaststelling"),
    );
  }
  return folder;
}

/** qpdf reads a PDF in another way than veraPDF. It is no package of Java's, so it is asked only where it is. */
function checkSyntax(files) {
  if (spawnSync("qpdf", ["--version"], { stdio: "ignore" }).status !== 0) {
    console.log("qpdf --check: not done, as qpdf isn't installed here");
    return 0;
  }
  const bad = files.filter(
    (file) => spawnSync("qpdf", ["--check", file], { stdio: ["ignore", "ignore", "inherit"] }).status !== 0,
  );
  console.log(`qpdf --check: ${files.length - bad.length} of ${files.length} PDFs pass`);
  return bad.length;
}

/** Prints the verdict on every file and the rules that failed; gives the number of files that don't conform. */
function validate(classpath, flavour, name, files) {
  const { stdout } = spawnSync(
    "java",
    ["-cp", classpath, "org.verapdf.apps.GreenfieldCliWrapper", "--flavour", flavour, "--format", "json", ...files],
    { encoding: "utf8", maxBuffer: 1e9, stdio: ["ignore", "pipe", "inherit"] },
  );
  const { jobs } = JSON.parse(stdout).report;
  let passed = 0;
  let rules = 0;
  for (const { itemDetails, validationResult, taskException } of jobs) {
    const file = relative(work, itemDetails.name).replace(/^out[\\/]/, "");
    const [result] = [validationResult ?? []].flat();
    if (!result) {
      console.log(`${name}: ${file}: ${taskException?.exceptionMessage ?? "veraPDF could not read it"}`);
      continue;
    }
    const { passedRules, failedRules, ruleSummaries } = result.details;
    rules = passedRules + failedRules;
    if (result.compliant) passed++;
    for (const rule of ruleSummaries.filter(({ status }) => status === "failed")) {
      console.log(`${name}: ${file}: ${rule.specification}, ${rule.clause}-${rule.testNumber}: ${rule.description}`);
      for (const check of rule.checks.slice(0, 3)) console.log(`  ${check.errorMessage}\n  at ${check.context}`);
    }
  }
  console.log(`${name}: ${passed} of ${files.length} PDFs pass (${rules} rules each, veraPDF)`);
  return files.length - passed;
}
