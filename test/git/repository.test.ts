import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openRepository } from "../../src/git/index.js";
import { problemIn } from "../../src/git/problem.js";
import { temporaryFolder } from "../setup/content.js";
import { git, initialise } from "../setup/git.js";

async function repository(): Promise<{ here: string; content: string }> {
  const here = await temporaryFolder();
  const content = join(here, "content");
  await mkdir(content);
  await writeFile(join(content, "vision.yaml"), "id: vision\n");
  await initialise(here);
  return { here, content };
}

test("the files of a commit are those of the content folder, in a bare clone too", async () => {
  const { here, content } = await repository();
  const bare = join(await temporaryFolder(), "bare");
  await git(here, "clone", "--quiet", "--bare", here, bare);
  for (const folder of [content, join(bare, "content")]) {
    const opened = await openRepository(folder);
    const { files } = await opened.filesOf(await opened.commit("HEAD"));
    opened.close();
    expect(files.map(({ path }) => path)).toEqual(["vision.yaml"]);
  }
});

test("a repository that says that its files are elsewhere isn't taken for one without content", async () => {
  const { here, content } = await repository();
  await git(here, "config", "core.worktree", await temporaryFolder());
  await expect(openRepository(content)).rejects.toThrow("in een andere map staan (core.worktree)");
});

test("what stops git is told, not the advice around it", () => {
  const said = "hint: Support for grafts is deprecated\nwarning: old\nfatal: not a tree object\nhint: more\n";
  expect(problemIn(said, "content").message).toBe("git kan de repository van content niet lezen (not a tree object).");
});
