import { expect, test } from "vitest";
import { readContentFolder } from "../../src/content/index.js";
import { planFolder } from "../setup/content.js";
import { changeAtRandom } from "../setup/random-review.js";

test("of 600 changes in every kind of document none is written in another place, and what isn't written is told", async () => {
  const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
  const written = changeAtRandom(await readContentFolder(planFolder), 600, seed);
  expect(written, `seed ${seed}`).toBeGreaterThan(200);
}, 600_000);
