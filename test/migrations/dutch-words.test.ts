import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../setup/content.js";
import { ivp, ivpProcess, root } from "../setup/ivp.js";

const copy = async (): Promise<string> => {
  const content = join(await temporaryFolder(), "content");
  await cp(join(root, "test/plan"), content, { recursive: true });
  return content;
};

const edit = async (content: string, file: string, from: string, to: string): Promise<void> => {
  const text = await readFile(join(content, file), "utf8");
  expect(text, from).toContain(from);
  await writeFile(join(content, file), text.replace(from, to));
};

const programme = "programmes/2025-2026.yaml";

describe("Dutch words beside the English ones", () => {
  test("Dutch and English words for one body mean the same, in one plan", async () => {
    const content = await copy();
    await edit(content, programme, "by: board", "by: college");
    await edit(content, programme, "body: board", "body: college");
    await edit(content, programme, "municipalities: all", "municipalities: alle");
    const { code, stdout } = await ivp("check", "--content", content);
    expect(code, stdout).toBe(0);
    expect((await ivp("diff", join(root, "test/plan"), content)).stdout).toContain("Geen wijzigingen");
  });

  test("a severity is a Dutch word, in check.yaml and on the command line", async () => {
    const content = await copy();
    await writeFile(join(content, "check.yaml"), "severity:\n  - rule: IVP511\n    severity: waarschuwing\n");
    const outcome = await ivp("check", "--content", content, "--severity", "waarschuwing");
    expect(outcome.stdout).toContain("waarschuwing IVP511");
    const english = await ivp("check", "--content", content, "--severity", "warning");
    expect(english.stdout).toBe(outcome.stdout);
  });

  test("a wrong word is answered with Dutch ones alone", async () => {
    const content = await copy();
    await edit(content, "local-themes.yaml", "colour: ochre", "colour: okker");
    const { stdout } = await ivp("check", "--content", content);
    expect(stdout).toContain("Bedoelde u “oker”?");
    expect((await ivp("check", "--severity", "ernstig")).stderr).toContain("Kies uit: fout, waarschuwing, opmerking.");
  });

  test("--only takes the Dutch names of the kinds", async () => {
    const out = join(await temporaryFolder(), "out");
    const options = ["--content", join(root, "test/plan"), "--out", out, "--format", "html"];
    const { code, stderr } = await ivp("build", ...options, "--only", "bijlagen");
    expect(code, stderr).toBe(0);
    expect(stderr).toContain("3 documenten");
  });

  test("migrate changes the words and no other character, and once is enough", async () => {
    const content = await copy();
    const before = (await readFile(join(content, programme), "utf8")).split("\n");
    expect((await ivpProcess("migrate", "--content", content)).code).toBe(0);
    const after = (await readFile(join(content, programme), "utf8")).split("\n");
    expect(after).toEqual(
      before.map((line) =>
        line
          .replace(/(b[yo]d?y?): board/, "$1: college")
          .replace(/by: triangle/, "by: driehoek")
          .replace(/by: council/, "by: raad")
          .replace("municipalities: all", "municipalities: alle"),
      ),
    );
    expect((await ivp("diff", join(root, "test/plan"), content)).stdout).toContain("Geen wijzigingen");
    expect((await ivp("migrate", "--content", content)).stdout).toContain("al bijgewerkt");
  });
});
