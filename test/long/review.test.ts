import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { readContentFolder } from "../../src/content/index.js";
import { reviewOf } from "../../src/review/index.js";
import { planFolder } from "../setup/content.js";
import { changeAtRandom } from "../setup/random-review.js";
import { runsIn, withXml, wordFilesOf } from "../setup/returned.js";
import { r } from "../setup/word.js";

test("of 600 changes in every kind of document none is written in another place, and what isn't written is told", async () => {
  const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
  const written = changeAtRandom(await readContentFolder(planFolder), 600, seed);
  expect(written, `seed ${seed}`).toBeGreaterThan(200);
}, 600_000);

test("each of ten thousand changes is told", async () => {
  const files = await readContentFolder(planFolder);
  const plan = wordFilesOf(files).get("ivp-2025-2028") ?? new Uint8Array();
  const xml = strFromU8(unzipSync(plan)["word/document.xml"] ?? new Uint8Array());
  const [first] = runsIn(xml).filter(({ text }) => text.length > 40);
  const many = Array.from(
    { length: 10_000 },
    (_, index) => `<w:ins w:id="${index}" w:author="A${index % 3}">${r(`w${index} `)}</w:ins>`,
  ).join("");
  const at = first?.at ?? 0;
  const { review, apply } = reviewOf(
    withXml(plan, (all) => all.slice(0, at) + many + all.slice(at)),
    files,
  );
  const { written, left } = apply({});
  expect([review.changes.length, written.length + left.flatMap(({ numbers }) => numbers).length]).toEqual([
    10_000, 10_000,
  ]);
});
