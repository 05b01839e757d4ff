import { cp, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../setup/content.js";
import { ivpProcess, ivpWith, root } from "../setup/ivp.js";

/** An escape sequence, a line end of each kind, a command of a workflow, and marks that turn the order of letters. */
const odd = "\u001b[2J\u001b]0;weg\u0007 \r::error::nep\u2028::warning::nep \u0085\u202enep\u2066 \u200b";
const unseen = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/** The base with odd signs in a key, in a text and in the name of a file. */
async function oddContent(): Promise<string> {
  const folder = join(await temporaryFolder(), "content");
  await cp(join(root, "test/fixtures/base"), folder, { recursive: true });
  const quoted = JSON.stringify(odd).replaceAll("\u2028", "\\u2028").replaceAll("\u0085", "\\u0085");
  await writeFile(
    join(folder, "vision.yaml"),
    `id: vision\ntitle: Visie\ntext: |\n  Tekst.\n${quoted}: ${quoted}\n"\\n::error::nep": x\n`,
  );
  await writeFile(join(folder, `\n::error::nep\u001b[31m\u202e.yaml`), "");
  return folder;
}

test.each(["text", "json", "github", "sarif"])(
  "what content and names hold can't steer a terminal: %s",
  async (format) => {
    const { code, stdout, stderr } = await ivpProcess("check", "--format", format, "--content", await oddContent());
    expect(code).toBe(1);
    expect(stdout + stderr).not.toMatch(unseen);
    expect(stdout).toContain("IVP201");
    expect(stdout).toContain("IVP107");
    const commands = stdout.split("\n").filter((line) => /^\s*(?:::|##\[)/.test(line));
    if (format === "github") for (const line of commands) expect(line).toMatch(/^::error file=.*title=IVP\d{3}::/);
    else expect(commands).toEqual([]);
    if (format === "json" || format === "sarif") expect(() => JSON.parse(stdout)).not.toThrow();
  },
);

test("with colours, only those of ivp reach the terminal", async () => {
  const { stdout } = await ivpWith({ NO_COLOR: "", FORCE_COLOR: "1" }, "check", "--content", await oddContent());
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the colours themselves.
  expect(stdout.replace(/\u001b\[\d+m/g, "")).not.toMatch(unseen);
});

test("what is wrong with the command itself is told without steering", async () => {
  for (const args of [
    ["check", "--content", `weg${odd}`],
    ["check", "--rule", odd],
    ["build", "--format", odd],
    [odd],
  ]) {
    const { code, stdout, stderr } = await ivpProcess(...args);
    expect(code).toBe(2);
    expect(stdout + stderr).not.toMatch(unseen);
    expect(stderr).not.toMatch(/^\s*::/m);
  }
});

test("a comparison of odd texts is one line a cell", async () => {
  const before = join(root, "test/fixtures/base");
  const after = join(await temporaryFolder(), "content");
  await cp(before, after, { recursive: true });
  await writeFile(
    join(after, "vision.yaml"),
    'id: vision\ntitle: "Een\\r::error::nep\\u001b[2J visie"\ntext: Tekst.\n',
  );
  for (const format of ["text", "markdown", "json"]) {
    const { stdout, stderr } = await ivpProcess("diff", before, after, "--format", format);
    expect(stdout + stderr).not.toMatch(unseen);
    expect(stdout).not.toMatch(/^\s*::/m);
  }
});
