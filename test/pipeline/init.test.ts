import { execFile } from "node:child_process";
import { access, mkdir, readdir, readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { temporaryFolder } from "../setup/content.js";
import { type Outcome, root } from "../setup/ivp.js";
import { emptyMachine } from "../setup/machine.js";
import { allCommands } from "../setup/workflow.js";

/** A folder elsewhere, on a machine where nothing was done before, with the program as npm packs it and nothing else. */
let elsewhere: string;
let env: Readonly<Record<string, string>>;

beforeAll(async () => {
  const cleanUps: (() => Promise<void>)[] = [];
  const folder = await temporaryFolder((clean) => cleanUps.push(clean));
  elsewhere = join(folder, "Mijn map é");
  await mkdir(elsewhere);
  ({ env } = await emptyMachine((clean) => cleanUps.push(clean)));
  await run(root, "npm", "pack", "--ignore-scripts", "--pack-destination", elsewhere);
  return async () => {
    for (const clean of cleanUps) await clean();
  };
});

/** Runs a command as a newcomer does; its failure is the test's. */
async function run(cwd: string, program: string, ...args: string[]): Promise<Outcome> {
  const outcome = await new Promise<Outcome>((done) => {
    execFile(
      program,
      args,
      { cwd, env: { ...process.env, ...env, NO_COLOR: "1" }, maxBuffer: 1e8 },
      (error, stdout, stderr) => done({ code: error ? Number(error.code ?? -1) : 0, stdout, stderr }),
    );
  });
  expect(outcome.code, `${program} ${args.join(" ")}\n${outcome.stdout}\n${outcome.stderr}`).toBe(0);
  return outcome;
}

describe.each([
  ["one municipality", "alleen", "Asten", "gemeente Asten", 0],
  ["three municipalities", "met drie", "'s-Hertogenbosch,Súdwest-Fryslân,Bergen (NH.)", "basisteam Proefland", 3],
])("from the package alone to the documents of %s", (_, name, municipalities, team, annexes) => {
  const folder = (): string => join(elsewhere, name);

  test("init, install, check and build, as the README says", async () => {
    const [tarball = ""] = (await readdir(elsewhere)).filter((file) => file.endsWith(".tgz"));
    const answers = ["--municipalities", municipalities, "--team", team, "--from", "2027", "--to", "2030"];
    await run(
      elsewhere,
      "npx",
      "--yes",
      `./${tarball}`,
      "init",
      name,
      ...answers,
      "--programme",
      "jaarplan",
      "--years",
      "1",
    );
    await run(folder(), "npm", "install");
    const { stdout } = await run(folder(), "npm", "run", "check");
    expect(stdout).toMatch(/goed De inhoud klopt\. Verder \d+ opmerkingen/);
    await run(folder(), "npm", "run", "build");
    const made = await readdir(join(folder(), "out"), { recursive: true });
    expect(made).toEqual(expect.arrayContaining(["index.html", "ivp-2027-2030.pdf", "jaarplan-2027.pdf"]));
    expect(made.filter((file) => /^bijlagen\W.*\.pdf$/.test(file))).toHaveLength(annexes);
    await run(folder(), "npm", "run", "verify");
  });

  test("the schemas that the content names are there for editors, and so is the manual", async () => {
    const content = join(folder(), "content");
    for (const file of (await readdir(content, { recursive: true })).filter((path) => path.endsWith(".yaml"))) {
      const [, schema = ""] =
        /^# yaml-language-server: \$schema=(\S+)\n/.exec(await readFile(join(content, file), "utf8")) ?? [];
      await access(resolve(dirname(join(content, file)), schema));
    }
    await access(join(folder(), "node_modules/ivp/docs/handleiding.md"));
  });

  test("what its workflow runs works there", async () => {
    const commands = await allCommands("check.yml", join(folder(), ".github/workflows"));
    for (const command of commands.filter((line) => /^np[mx] /.test(line) && !line.includes("diff")))
      await run(folder(), "bash", "-c", command);
  });
});

test("the PDFs of both conform", async () => {
  const files = (await readdir(elsewhere, { recursive: true }))
    .filter((file) => /^[^/]+\/out\/.*\.pdf$/.test(file.replaceAll("\\", "/")))
    .map((file) => join(elsewhere, file));
  expect(files).toHaveLength(2 + 5);
  const { stdout } = await run(root, process.execPath, "test/conformance/run.js", ...files);
  expect(stdout).toContain(`PDF/UA-1: ${files.length} of ${files.length}`);
  expect(stdout).toContain(`PDF/A-3a: ${files.length} of ${files.length}`);
});
