import { posix } from "node:path";
import { expect, test } from "vitest";
import { compose, listDocuments } from "../../src/documents/index.js";
import { render } from "../../src/render/index.js";
import { type Changes, variant } from "../setup/variant.js";

/** What the plan of the tests hasn't got, and other documents are the home of. */
const more: Changes = {
  "amendments/more.yaml": () => ({
    id: "more",
    title: "Vaker op straat",
    municipality: "oostdorp",
    changes: [{ target: "measure:evening-rounds", field: "text", old: "avond", new: "nacht" }],
  }),
  "progress/2025-12-31.yaml": () => ({
    id: "2025-12-31",
    actions: [{ action: "2025-2026/rounds", state: "loopt" }],
  }),
};

test("whatever a text refers to, its link leads to a place that is there", async () => {
  const all = [...(await variant(more)).targets.keys()].filter((key) => !key.startsWith("page:"));
  const text = all.map((key) => `Zie [[${key}]].`).join("\n");
  const model = await variant({
    ...more,
    "introduction/general.yaml": () => ({ id: "general", title: "Alles", text }),
    // The same from other folders.
    "progress/2025-12-31.yaml": (file) => ({ ...more["progress/2025-12-31.yaml"]?.(file), summary: text }),
    "amendments/more.yaml": (file) => ({ ...more["amendments/more.yaml"]?.(file), reason: text }),
  });
  const pages = new Map(
    listDocuments(model).map((info) => {
      const html = render(compose(model, info), { medium: "screen", edition: "vandaag" });
      return [`${info.path}.html`, html];
    }),
  );
  const lost: string[] = [];
  const kinds = new Set<string>();
  for (const [path, html] of pages)
    for (const [, file = "", anchor = ""] of html.matchAll(/<a [^>]*?href="([^"#:]*)#([^"]+)"/g)) {
      const to = file === "" ? path : posix.join(posix.dirname(path), file);
      kinds.add(posix.dirname(to));
      if (!pages.get(to)?.includes(` id="${anchor}"`)) lost.push(`${path}: ${file}#${anchor}`);
    }
  expect([...new Set(lost)]).toEqual([]);
  expect([...kinds].sort()).toEqual([".", "amendementen", "bijlagen", "voortgang"]);
});
