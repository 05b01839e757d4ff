import { posix } from "node:path";
import { expect, test } from "vitest";
import { compose, listDocuments } from "../../src/documents/index.js";
import { render } from "../../src/render/index.js";
import { type Changes, variant } from "../setup/variant.js";

/** What the plan of the tests hasn't got, and other documents are the home of. */
const amendment = {
  id: "more",
  title: "Vaker op straat",
  municipality: "oostdorp",
  changes: [{ target: "measure:evening-rounds", field: "text", old: "avond", new: "nacht" }],
};
const report = { id: "2025-12-31", actions: [{ action: "2025-2026/rounds", state: "loopt" }] };

const withBoth = (more: Changes = {}, reason = "", summary = ""): Changes => ({
  ...more,
  "amendments/more.yaml": () => ({ ...amendment, ...(reason && { reason }) }),
  "progress/2025-12-31.yaml": () => ({ ...report, ...(summary && { summary }) }),
});

test("whatever a text refers to, its link leads to a place that is there", async () => {
  const all = [...(await variant(withBoth())).targets.keys()].filter((key) => !key.startsWith("page:"));
  const text = all.map((key) => `Zie [[${key}]].`).join("\n");
  // The same from other folders.
  const model = await variant(
    withBoth({ "introduction/general.yaml": () => ({ id: "general", title: "Alles", text }) }, text, text),
  );
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
