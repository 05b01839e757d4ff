import { spawn } from "node:child_process";
import { mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { copyOfPlan, temporaryFolder } from "../setup/content.js";
import { root } from "../setup/ivp.js";

test("build --watch follows what is saved, keeps the last good documents, and leaves nothing behind", async () => {
  const content = await copyOfPlan();
  const folder = await temporaryFolder();
  const temporary = join(folder, "tmp");
  await mkdir(temporary);
  const out = join(folder, "out");
  const child = spawn(
    process.execPath,
    [`${root}/bin/ivp.js`, "build", "--watch", "--format", "html", "--content", content.folder, "--out", out],
    { cwd: root, env: { ...process.env, NO_COLOR: "1", TMPDIR: temporary } },
  );
  onTestFinished(() => void child.kill("SIGKILL"));
  let text = "";
  let told = (): void => undefined;
  const ended = new Promise<[number | null, string | null]>((resolve) =>
    child.on("close", (code, signal) => resolve([code, signal])),
  );
  child.stderr.on("data", (data: Buffer) => {
    text += data.toString();
    told();
  });
  /** Waits until something is told, and gives what was told up to then. */
  const until = async (pattern: RegExp): Promise<string> => {
    while (!pattern.test(text)) {
      const more = new Promise<void>((resolve) => (told = resolve));
      await Promise.race([more, ended.then(() => Promise.reject(new Error(`build ended:\n${text}`)))]);
    }
    const said = text;
    text = "";
    return said;
  };
  const page = (): Promise<string> => readFile(join(out, "ivp-2025-2028.html"), "utf8");

  await until(/ivp let op wijzigingen in .+\n/);
  const first = await page();

  await content.append("vision.yaml", "\n  Wij doen dit samen, elke dag.\n");
  await until(/klaar .+\n/);
  const second = await page();
  expect(first).not.toContain("Wij doen dit samen, elke dag.");
  expect(second).toContain("Wij doen dit samen, elke dag.");

  await content.append("vision.yaml", "colour: red\n");
  expect(await until(/Er is niets gemaakt.+\n/)).toMatch(/vision\.yaml:\d+:1 fout IVP201/);
  expect(await page()).toBe(second);

  await content.replace("vision.yaml", "colour: red\n", "");
  await content.replace("vision.yaml", "samen, elke dag", "samen, elke week");
  await until(/klaar .+\n/);
  await expect.poll(page, { timeout: 30_000 }).toContain("Wij doen dit samen, elke week.");

  child.kill("SIGINT");
  // It may still be making what was saved in between: then it stops as any build does.
  expect([
    [0, null],
    [null, "SIGINT"],
  ]).toContainEqual(await ended);
  expect(await readdir(temporary)).toEqual([]);
  expect((await readdir(folder)).filter((name) => name !== ".ivp-cache").sort()).toEqual(["out", "tmp"]);
});
