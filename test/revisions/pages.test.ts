import { expect, inject, test } from "vitest";
import type { RawFile } from "../../src/content/index.js";
import { compare } from "../../src/revisions/compare.js";
import { pagesOfBuild } from "../../src/revisions/pages.js";
import { copyOfPlan, planFolder } from "../setup/content.js";

test("pages are those of the documents that were built of exactly this content", async () => {
  const before = await copyOfPlan();
  await before.replace("vision.yaml", "title: Visie", "title: Toekomst");
  const pages = (files: readonly RawFile[]) => pagesOfBuild(inject("out"), files);
  const { changes } = await compare({ content: planFolder, pages, from: before.folder });
  const [plan] = changes[0]?.documents ?? [];
  expect(plan?.document.id).toBe("ivp-2025-2028");
  expect(plan?.pages.length).toBeGreaterThan(0);
  const elsewhere = await compare({
    content: before.folder,
    pages,
    from: planFolder,
    to: before.folder,
  });
  expect(elsewhere.changes[0]?.documents[0]?.pages).toEqual([]);
});
