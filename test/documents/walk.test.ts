import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadContent, readContentFolder } from "../../src/content/index.js";
import { compose, listDocuments } from "../../src/documents/index.js";
import { walk } from "../../src/documents/walk.js";
import { link } from "../../src/model/index.js";
import { render } from "../../src/render/index.js";
import { root } from "../setup/ivp.js";

const { model } = link(loadContent(await readContentFolder(join(root, "test/plan"))));
if (!model) throw new Error("the plan of the tests has errors");
const documents = listDocuments(model).map((info) => compose(model, info));

/** Fields of blocks that hold no text for readers; what a chart shows, its alternative says. */
const looks = /^(type|anchor|icon|colour|style|tone|how|href|language|chart)$/;

/** All text in a piece of a tree. */
const textsIn = (value: unknown): string[] => {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null || "mark" in value) return [];
  return Object.entries(value).flatMap(([key, inner]) => (looks.test(key) ? [] : textsIn(inner)));
};

describe.each(documents.map((document) => [document.id, document] as const))("%s", (_, document) => {
  const parts = walk(document.sections);

  test("the walk comes by every text, once", () => {
    const walked = parts.flatMap(({ words, texts }) => [...words, ...texts]);
    expect(walked.sort()).toEqual(textsIn(document.sections).sort());
  });

  test("the walk comes by everything on the page that a link can point at", () => {
    const page = render(document, { medium: "screen", edition: "vandaag" }).replace(/^[\s\S]*?<main/, "<main");
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id ?? "");
    const own = ids.filter((id) => !/^(tip-|tabel-|noot|content$)/.test(id));
    const anchors = new Set(parts.map(({ anchor }) => anchor));
    expect(own.filter((id) => !anchors.has(id))).toEqual([]);
  });
});
