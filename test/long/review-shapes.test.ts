import { expect, test } from "vitest";
import { planOfEveryKind } from "../setup/every-kind.js";
import { shapeAtRandom } from "../setup/review-shapes.js";

test("paragraphs, items and rows changed at random in every kind of document come where they belong or are told", async () => {
  const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
  const rounds = Number(process.env.IVP_SEEDS ?? 200);
  const { written, left } = shapeAtRandom(await planOfEveryKind(), rounds, seed);
  expect(written, `seed ${seed}`).toBeGreaterThan(rounds / 10);
  expect(left, `seed ${seed}`).toBeGreaterThan(rounds / 10);
}, 600_000);
