/** `ivp init` packs the program for the new folder: what that asks of the machine. */
import { access, chmod, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../setup/content.js";
import { ivpWith } from "../setup/ivp.js";

const answers = ["--municipalities", "Asten", "--team", "x", "--from", "2027", "--to", "2030"];
const begun = (env: Record<string, string>, folder: string) =>
  ivpWith(env, "init", folder, ...answers, "--programme", "jaarplan", "--years", "1");

describe.skipIf(process.platform === "win32")("ivp init where npm", () => {
  test.each([
    ["is not there", undefined, "npm is niet te vinden", "nodejs.org"],
    ["has no room", 'echo "npm error code ENOSPC" >&2; exit 1', "de schijf is vol (ENOSPC)", "Kijk of er ruimte is"],
    ["fails without a word", "exit 1", "inpakken lukt niet", "Kijk of er ruimte is"],
    ["isn't found by a shell", "exit 127", "npm is niet te vinden", "nodejs.org"],
  ])("%s: says so and what to do, and writes nothing", async (_, script, ...said) => {
    const machine = await temporaryFolder();
    if (script !== undefined) {
      await writeFile(join(machine, "npm"), `#!/bin/sh\n${script}\n`);
      await chmod(join(machine, "npm"), 0o755);
    }
    const folder = join(machine, "plan");
    const { code, stderr } = await begun({ PATH: `${machine}:/nowhere` }, folder);
    expect(code).toBe(3);
    for (const words of [...said, "Er is niets geschreven."]) expect(stderr).toContain(words);
    await expect(access(folder)).rejects.toThrow();
  });

  test("has no cache to write in and no network: works as always", async () => {
    const folder = join(await temporaryFolder(), "plan");
    const env = { npm_config_cache: "/dev/null/cache", npm_config_registry: "http://127.0.0.1:9" };
    const { code, stderr } = await begun(env, folder);
    expect([code, stderr]).toEqual([0, expect.stringContaining("npm run build")]);
  });
});
