import { execFile } from "node:child_process";
import { chmod, cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { planFolder, temporaryFolder } from "../setup/content.js";
import { commit, git } from "../setup/git.js";
import { type Outcome, root } from "../setup/ivp.js";
import { commandsOf } from "../setup/workflow.js";

/** A clean clone of a bare repository, on the branch of a pull request that changes a sentence. */
let clone: string;
/** What would have gone to GitHub. */
let sent: string;
let path: string;

beforeAll(async () => {
  let cleanUp = async (): Promise<void> => undefined;
  const folder = await temporaryFolder((clean) => {
    cleanUp = clean;
  });
  const [bare, writer] = [join(folder, "remote.git"), join(folder, "writer")];
  await git(folder, "clone", "--quiet", "--bare", root, bare);
  await git(bare, "branch", "--force", "main", (await git(root, "rev-parse", "HEAD")).trim());
  await git(folder, "clone", "--quiet", "--branch", "main", bare, writer);
  // The workflows take what is in `content/`: here that is the plan of the tests.
  await rm(join(writer, "content"), { recursive: true });
  await cp(planFolder, join(writer, "content"), { recursive: true });
  await commit(writer, "Neem het plan van de tests");
  await git(writer, "push", "--quiet", "origin", "main");
  await git(writer, "checkout", "--quiet", "-b", "voorstel");
  const vision = join(writer, "content/vision.yaml");
  await writeFile(vision, (await readFile(vision, "utf8")).replace("title: Visie", "title: Onze visie"));
  await commit(writer, "Noem de visie van ons\n\nReden: Wens van de raad van IJzerwoude.");
  await git(writer, "push", "--quiet", "origin", "voorstel");
  clone = join(folder, "clone");
  await git(folder, "clone", "--quiet", "--branch", "voorstel", bare, clone);
  for (const name of ["node_modules", "dist"])
    await cp(join(root, name), join(clone, name), { recursive: true, verbatimSymlinks: true });
  // Not real either: it keeps what it is given instead of sending it.
  sent = join(folder, "sent");
  await mkdir(join(folder, "bin"));
  await mkdir(sent);
  await writeFile(join(folder, "bin/gh"), `#!/bin/sh\nprintf '%s\\n' "$@" > "${sent}/$1-$2"\n`);
  await chmod(join(folder, "bin/gh"), 0o755);
  path = `${join(folder, "bin")}:${process.env.PATH}`;
  return cleanUp;
});

/**
 * Runs the commands of a job in the clone. Packages and the program are those of here: that `npm ci` gives them on a clean checkout, is
 * how whoever runs this came by them.
 */
async function runJob(file: string, name: string, values: Readonly<Record<string, string>> = {}): Promise<string> {
  let output = "";
  for (const { run, env } of await commandsOf(file, name, values)) {
    if (run === "npm ci") continue;
    const { code, stdout, stderr } = await shell(run, env);
    if (code !== 0) throw new Error(`${run}\n${stdout}\n${stderr}`);
    output += stdout;
  }
  return output;
}

const shell = (command: string, env: Readonly<Record<string, string>>): Promise<Outcome> =>
  new Promise((resolve) => {
    execFile(
      "bash",
      ["-eo", "pipefail", "-c", command],
      { cwd: clone, env: { ...process.env, ...env, PATH: path }, maxBuffer: 1e8 },
      (error, stdout, stderr) => resolve({ code: error ? Number(error.code ?? -1) : 0, stdout, stderr }),
    );
  });

describe.sequential("what happens to a pull request", () => {
  test("its content is checked", async () => {
    expect(await runJob("check.yml", "content")).not.toContain("::error");
  });

  test("its documents are built in parts, joined, and conform", async () => {
    for (const shard of ["1", "2"]) await runJob("check.yml", "build", { "matrix.shard": shard });
    const output = await runJob("check.yml", "documents");
    expect(await readdir(join(clone, "out/bijlagen"))).toHaveLength(6);
    expect(output).toContain("PDF/UA-1: 6 of 6");
    expect(output).toContain("PDF/A-3a: 6 of 6");
  });

  test("what it changes is said in a comment, with the reason and the page", async () => {
    const values = { "github.base_ref": "main", "github.event.pull_request.number": "7", "github.token": "x" };
    await runJob("check.yml", "was-wordt", values);
    expect(await readFile(join(sent, "pr-comment"), "utf8")).toContain("7\n--edit-last");
    const comment = await readFile(join(clone, "was-wordt.md"), "utf8");
    expect(comment).toContain("## Was-wordt: 1 wijziging");
    expect(comment).toMatch(/\| (~~)?Visie(~~)? \| .*Onze.*visie/);
    expect(comment).toContain("Wens van de raad van IJzerwoude.");
    expect(comment).toMatch(/Plan, blz\. \d+/);
  });
});

test("a tag gives a release with the PDFs and a site with an index", async () => {
  const url = "https://example.org/ivp";
  await runJob("release.yml", "publish", {
    "github.ref_name": "v1.0",
    "github.token": "x",
    "steps.pages.outputs.base_url": url,
  });
  const release = (await readFile(join(sent, "release-create"), "utf8")).trim().split("\n");
  expect(release).toContain("v1.0");
  expect(release.filter((name) => name.endsWith(".pdf"))).toHaveLength(6);
  expect(await readdir(join(clone, "site"))).toEqual(expect.arrayContaining(["index.html", "metadata"]));
  const record = await readFile(join(clone, "site/metadata/ivp-2025-2028.json"), "utf8");
  expect(record).toContain(`"url": "${url}/ivp-2025-2028.pdf"`);
});
