import { describe, expect, test } from "vitest";
import { loadContent, readContentFolder } from "../../src/content/index.js";
import { flatten, link, type Model } from "../../src/model/index.js";
import { planFolder } from "../setup/content.js";

const files = await readContentFolder(planFolder);
/** The plan of the tests with one of its files otherwise. */
const linked = (path = "", change = (text: string): string => text): ReturnType<typeof link> =>
  link(
    loadContent(
      files.map((file) =>
        file.path === path ? { path, bytes: Buffer.from(change(Buffer.from(file.bytes).toString())) } : file,
      ),
    ),
  );
const { model } = linked() as { model: Model };

describe("every id leads to the thing itself", () => {
  test("measures know their actions, and actions their measures, in their own order", () => {
    for (const programme of model.programmes)
      for (const action of programme.actions)
        for (const measure of action.measures) {
          expect(measure.actions).toContain(action);
          expect(model.measures).toContain(measure);
        }
    expect(model.programmes.flatMap(({ actions }) => actions).some(({ measures }) => measures.length > 1)).toBe(true);
  });

  test("every number is given once, and in the order in which it is read", () => {
    const numbers = flatten(model.outline).flatMap(({ number, annex }) => (number && !annex ? [number] : []));
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers).toEqual([...numbers].sort((a, b) => a.localeCompare(b, "nl", { numeric: true })));
    expect(model.measures.map(({ number }) => number)).toEqual(model.measures.map((_, index) => `M${index + 1}`));
  });

  test("every open point knows who decides and where it stands", () => {
    expect(model.openPoints.length).toBeGreaterThan(10);
    for (const { by, file, path } of model.openPoints) {
      expect(model.bodies).toContain(by);
      expect(files.map((one) => one.path)).toContain(file);
      expect(path.length).toBeGreaterThan(0);
    }
  });
});

describe("what doesn't hold is told, and there is no model", () => {
  test.each([
    ["an id of nothing in a field", "priorities/burglary.yaml", "goals: [less-crime", "goals: [less-crim", "IVP301"],
    ["an id of nothing in a text", "vision.yaml", "text: |\n", "text: |\n  Zie [[term:nergens]].\n", "IVP301"],
    ["an id that stands twice", "goals.yaml", "id: feeling-safe", "id: less-crime", "IVP302"],
  ])("%s", (_, path, from, to, code) => {
    const { model: made, diagnostics } = linked(path, (text) => text.replace(from, to));
    expect(made).toBeUndefined();
    expect(diagnostics.map((found) => found.code)).toContain(code);
    expect(diagnostics.every(({ file, line, column }) => file !== "" && line > 0 && column > 0)).toBe(true);
  });
});
