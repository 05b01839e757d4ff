import { expect, test } from "vitest";
import { select } from "../../src/build/select.js";
import { examineFolder } from "../../src/check/examine.js";
import { listDocuments } from "../../src/documents/index.js";
import { termsOf } from "../../src/model/index.js";
import { planFolder } from "../setup/content.js";

test("--only names a kind by everyone's words and by those of the team, or a document", async () => {
  const { model } = await examineFolder(planFolder);
  if (!model) throw new Error("no model");
  const all = listDocuments(model);
  const kinds = (name: string, terms = model.terms) => [...new Set(select(all, [name], terms).map(({ kind }) => kind))];
  const own = termsOf({ programme: { name: "jaarplan" }, annex: { name: "gemeentelijke paragraaf" } });
  for (const terms of [model.terms, own]) {
    for (const word of ["programma", "Programma", "uitvoeringsprogramma", "programme"])
      expect(kinds(word, terms)).toEqual(["programme"]);
    for (const word of ["bijlage", "annex"]) expect(kinds(word, terms)).toEqual(["annex"]);
  }
  expect(kinds("jaarplan", own)).toEqual(["programme"]);
  expect(select(all, [all[0]?.id ?? ""], own)).toEqual([all[0]]);
  expect(() => select(all, ["programmas"], own)).toThrow("Er is geen document of soort “programmas”.");
});
