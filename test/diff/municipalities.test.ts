import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { type Copy, copyOf } from "../setup/content.js";
import { ivp } from "../setup/ivp.js";

const programme = "programmes/2025-2026.yaml";

/** The small content, in which the first action is of these municipalities. */
async function contentFor(municipalities: unknown, towns: 1 | 2): Promise<Copy> {
  const copy = await copyOf("test/fixtures/base");
  if (towns === 1) await copy.remove("municipalities/westdorp.yaml");
  const file = parse(await readFile(join(copy.folder, programme), "utf8")) as { actions: Record<string, unknown>[] };
  for (const [index, action] of file.actions.entries()) {
    action.municipalities = index === 0 ? municipalities : "alle";
    action.lead = "police";
  }
  await copy.write(programme, stringify(file));
  return copy;
}

async function changes(was: Copy, is: Copy): Promise<string> {
  const { stdout, stderr } = await ivp("diff", was.folder, is.folder);
  expect(stderr).toBe("");
  return stdout;
}

test("all municipalities read as the only one where there is no other", async () => {
  const told = await changes(await contentFor("alle", 1), await contentFor(["oostdorp"], 2));
  expect(told).not.toContain("alle gemeenten");
  const more = await changes(await contentFor("alle", 2), await contentFor(["oostdorp"], 2));
  expect(more).toContain("[-alle gemeenten-]; {+Oostdorp+}");
});

test("naming all municipalities instead of saying “alle” is no change", async () => {
  expect(await changes(await contentFor("alle", 1), await contentFor(["oostdorp"], 1))).not.toContain("Gemeenten");
  expect(await changes(await contentFor("alle", 2), await contentFor(["westdorp", "oostdorp"], 2))).not.toContain(
    "Gemeenten",
  );
});
