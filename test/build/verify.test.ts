import { appendFile, cp, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { copyOfPlan, temporaryFolder } from "../setup/content.js";
import { ivp } from "../setup/ivp.js";
import { finishPrint } from "../setup/pdf.js";

describe("ivp verify", () => {
  test("tells which file was changed or removed, and which content is newer", async () => {
    const out = join(await temporaryFolder(), "out");
    await cp(inject("out"), out, { recursive: true });
    await appendFile(join(out, "bijlagen/suderhaven.pdf"), "\n");
    await rm(join(out, "uvp-2025-2026.html"));
    const content = await copyOfPlan();
    await content.append("vision.yaml", "\n  Wij doen dit samen.\n");
    await content.write("check.yaml", "severity: []\n");
    await rm(join(content.folder, "foreword.yaml"));
    const { code, stdout } = await ivp("verify", "--out", out, "--content", content.folder);
    expect(code).toBe(1);
    expect(stdout).toContain("out/bijlagen/suderhaven.pdf is gewijzigd nadat ivp het maakte.");
    expect(stdout).toContain("out/uvp-2025-2026.html ontbreekt.");
    expect(stdout).toContain("content/vision.yaml is gewijzigd sinds de documenten gemaakt zijn.");
    expect(stdout).toContain("content/check.yaml is nieuw sinds de documenten gemaakt zijn.");
    expect(stdout).toContain("content/foreword.yaml is verwijderd of hernoemd sinds de documenten gemaakt zijn.");
    expect(stdout).toContain("out/ivp-2025-2028.pdf komt nu anders uit de inhoud.");
    expect(stdout).not.toContain("bijlagen/ijzerwoude");
  });

  test("where nothing was made, it says so", async () => {
    const { code, stderr } = await ivp("verify", "--out", await temporaryFolder());
    expect(code).toBe(2);
    expect(stderr).toContain("Maak ze eerst: npx ivp build.");
  });
});

describe("a print that can't be made accessible is refused, with the rule of the standard", () => {
  test.each([
    ["without a heading", "<p>tekst</p>", "ISO 14289-1, 7.4.2"],
    ["with a level left out", "<h1>een</h1><h3>drie</h3>", "ISO 14289-1, 7.4.2"],
    [
      "with a picture without words",
      '<h1>x</h1><svg role="img" width="9" height="9"><rect width="9" height="9"/></svg>',
      "ISO 14289-1, 7.3",
    ],
    [
      "with an uneven table",
      "<h1>x</h1><table><tr><th>a</th><th>b</th></tr><tr><td>c</td></tr></table>",
      "ISO 14289-1, 7.2",
    ],
    ["that shows nothing at all", "", "ISO 14289-1, 7"],
  ])("%s", async (_, body, rule) => {
    const html = `<!DOCTYPE html><html lang="nl"><head><title>x</title></head><body>${body}</body></html>`;
    await expect(finishPrint(html)).rejects.toThrow(rule);
  });
});

test("contents without room for its page numbers is refused", async () => {
  const contents = (digits: string): string =>
    `<!DOCTYPE html><html lang="nl"><head><title>x</title></head><body><h1 id="a">x</h1><p><a href="#a">x</a></p><p style="font-family: monospace"><a href="#a"><span>x</span> <b>${digits}</b></a></p></body></html>`;
  await expect(finishPrint(contents("12"), ["a"])).rejects.toThrow("paginanummers");
  await finishPrint(contents("0123456789"), ["a"]);
});

test("the sources of a document set are in its manifest, with their hashes", async () => {
  const { source } = JSON.parse(await readFile(join(inject("out"), "manifest.json"), "utf8")) as {
    source: { files: { path: string; sha256: string }[] };
  };
  expect(source.files.map(({ path }) => path)).toContain("municipalities/suderhaven.yaml");
  for (const { sha256 } of source.files) expect(sha256).toMatch(/^[0-9a-f]{64}$/);
});
