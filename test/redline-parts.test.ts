import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { temporaryFolder } from "./setup/content.js";
import { written } from "./setup/hostile.js";
import { ivp, root } from "./setup/ivp.js";

const plan = join(root, "test/plan");

test("a card, a name and a definition that went are shown struck through, and nothing went without its words", async () => {
  const folder = await temporaryFolder();
  const content = join(folder, "content");
  await cp(plan, content, { recursive: true });
  const change = async (file: string, list: string, add: unknown): Promise<void> => {
    const data = parse(await readFile(join(content, file), "utf8"));
    data[list].push(add);
    await writeFile(join(content, file), stringify(data, written));
  };
  // What the older edition has more is what went.
  await change("goals.yaml", "goals", { id: "gone-goal", title: "Een doel dat wegviel" });
  await change("manifest.yaml", "signatories", "Iemand Die Wegging");
  await change("glossary.yaml", "terms", { id: "gone-term", term: "wegvaller", meaning: "Iets dat er niet meer is." });
  const out = join(folder, "out");
  const args = ["--content", plan, "--out", out, "--format", "html", "--only", "plan", "--compare", content];
  const { code, stderr } = await ivp("build", ...args);
  expect(code, stderr).toBe(0);
  const html = (await readFile(join(out, "vergelijking/ivp-2025-2028.html"), "utf8")).replace(
    /<style>[\s\S]*?<\/style>/g,
    "",
  );
  const gone = (text: string) => new RegExp(`<del><span class="hidden said">vervalt: </span>${text}</del>`);
  expect(html).toMatch(gone("Een doel dat wegviel"));
  expect(html).toMatch(gone("Iemand Die Wegging"));
  expect(html).toMatch(gone("Iets dat er niet meer is."));
  expect(html).not.toMatch(/Vervallen: <\/span>\s*<\/div>/);
});
