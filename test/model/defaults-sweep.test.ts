import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { examine } from "../../src/check/examine.js";
import { readContentFolder } from "../../src/content/index.js";
import { hasErrors } from "../../src/diagnostics.js";
import type { Model } from "../../src/model/index.js";
import { planFolder } from "../setup/content.js";
import { faultsIn, filesOf } from "../setup/faults-in-pages.js";
import { randomFrom } from "../setup/random.js";
import { runs, share } from "../setup/sweep.js";

const plan: Readonly<Record<string, object>> = Object.fromEntries(
  (await readContentFolder(planFolder))
    .filter(({ path }) => path.endsWith(".yaml"))
    .map(({ path, bytes }) => [path, parse(Buffer.from(bytes).toString("utf8")) as object]),
);
const assets = (await readContentFolder(planFolder)).filter(({ path }) => !path.endsWith(".yaml"));

type Path = readonly (string | number)[];

/** Every key and every item in some data. */
function pathsIn(value: unknown, at: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const path = [...at, Array.isArray(value) ? Number(key) : key];
    return [path, ...pathsIn(inner, path)];
  });
}

/** Content without some of its files, keys and items; nothing where that can't be, as something else needs it. */
function without(paths: readonly Path[]): Model | undefined {
  const copy: Record<string, object> = { ...plan };
  for (const [file = ""] of paths as readonly string[][]) copy[file] = structuredClone(plan[file] ?? {});
  // The last ones first: an item that goes shifts those behind it.
  for (const path of [...paths].reverse()) {
    const key = path.at(-1) as string;
    const holder = path.slice(0, -1).reduce<unknown>((value, step) => (value as never)?.[step], copy);
    if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else if (typeof holder === "object" && holder !== null) delete (holder as Record<string, unknown>)[key];
  }
  const { model, diagnostics } = examine([...filesOf(copy), ...assets]);
  return hasErrors(diagnostics) ? undefined : model;
}

describe("a plan that leaves things out", () => {
  const all = Object.keys(plan).flatMap((file) => [[file], ...pathsIn(plan[file], [file])]);

  // Of the items of a list, and of files in a folder, the first stands for the others.
  const kinds = new Map(
    [...all]
      .reverse()
      .map((path) => [path.map((step) => (typeof step === "number" ? "" : step.replace(/\/.*/, ""))).join(), path]),
  );

  const tried = share([...kinds.values()], 12).map((path) => ({ path, model: without([path]) }));
  const able = tried.flatMap(({ path, model }) => (model ? [path] : []));

  test("each in turn", { timeout: 240_000 }, () => {
    const faults = tried.flatMap(({ path, model }) =>
      model ? faultsIn(model).map((fault) => `${path.join(".")} → ${fault}`) : [],
    );
    expect(faults).toEqual([]);
    expect(able.length).toBeGreaterThan(tried.length / 2);
  });

  test("many at random", { timeout: 240_000 }, () => {
    const seed = Number(process.env.SEED ?? Date.now() % 1e6);
    const random = randomFrom(seed);
    const models = Array.from({ length: runs({ quick: 5, whole: 20 }) }).flatMap(() => {
      const share = random.of([2, 4, 10, 40]);
      return without(able.filter(() => random.below(share) === 0)) ?? [];
    });
    expect(models.flatMap(faultsIn), `SEED=${seed}`).toEqual([]);
    expect(models.length, `SEED=${seed}`).toBeGreaterThan(1);
  });
});
