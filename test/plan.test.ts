import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { examineFolder } from "../src/check/examine.js";
import type { Model } from "../src/model/index.js";
import { planFolder } from "./setup/content.js";

const { model, diagnostics } = (await examineFolder(planFolder)) as Awaited<ReturnType<typeof examineFolder>> & {
  model: Model;
};

/** What tests build: an invented team with an odd name among its municipalities, a plan adopted in part, two programmes. */
describe("the plan of the tests", () => {
  test("has one finding, so that a test's own fault is the only other one", () => {
    const found = diagnostics.filter(({ severity }) => severity !== "note");
    expect(found.map(({ code, subject }) => `${code} ${subject}`)).toEqual(["IVP501 measure:locks"]);
  });

  test("has its priorities and municipalities in order, each priority with its number", () => {
    expect(model.priorities.map(({ number, title }) => `${number} ${title}`)).toEqual([
      "3.2 Inbraak",
      "3.3 Jeugd",
      "3.4 Hoog water",
    ]);
    expect(model.municipalities.map(({ title }) => title)).toEqual(["IJzerwoude", "Súderhaven", "'s-Zoutendam"]);
  });

  test("counts each measure once, shared ones in each of their paragraphs", () => {
    const perParagraph = model.priorities.flatMap(({ paragraphs }) =>
      paragraphs.map(({ measures }) => measures.map(({ id }) => id)),
    );
    expect(perParagraph).toEqual([["evening-rounds", "locks"], ["listen"], ["listen", "lessons"], ["flood-drill"]]);
    expect(model.measures.map(({ number, id }) => `${number} ${id}`)).toEqual([
      "M1 evening-rounds",
      "M2 locks",
      "M3 listen",
      "M4 lessons",
      "M5 flood-drill",
    ]);
  });

  test("tells the editor the schema of every file, and the schema is there", async () => {
    const entries = await readdir(planFolder, { withFileTypes: true, recursive: true });
    for (const { parentPath, name } of entries.filter((entry) => entry.name.endsWith(".yaml"))) {
      const [first = ""] = (await readFile(join(parentPath, name), "utf8")).split("\n");
      const [, schema = ""] = /^# yaml-language-server: \$schema=(\S+)$/.exec(first) ?? [];
      expect(schema, name).not.toBe("");
      const { title } = JSON.parse(await readFile(join(parentPath, schema), "utf8")) as { title?: string };
      expect(title, name).toBeTruthy();
    }
  });
});
