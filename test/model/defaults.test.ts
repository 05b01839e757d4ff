import { describe, expect, test } from "vitest";
import { examine } from "../../src/check/examine.js";
import { listDocuments } from "../../src/documents/index.js";
import type { Model } from "../../src/model/index.js";
import { faultsIn, filesOf, pagesOf } from "../setup/faults-in-pages.js";
import { textOf } from "../setup/variant.js";

/** A plan of three files that hold only what cannot be done without. */
const least: Readonly<Record<string, object>> = {
  "plan.yaml": { id: "ivp-2027-2030", title: "Veilig in Asten", period: { from: 2027, to: 2030 } },
  "municipalities/asten.yaml": { id: "asten", title: "Asten" },
  "priorities/wonen.yaml": { id: "wonen", title: "Veilig wonen" },
};

/** The model of content that may have no errors. */
function modelOf(data: Readonly<Record<string, object>>): Model {
  const { model, diagnostics } = examine(filesOf(data));
  if (!model) throw new Error(JSON.stringify(diagnostics, null, 1));
  return model;
}

describe("content of which only the least is there", () => {
  test("gives a plan of one municipality, without errors", () => {
    const model = modelOf(least);
    expect(examine(filesOf(least)).diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(listDocuments(model).map(({ path }) => path)).toEqual(["ivp-2027-2030"]);
    expect(faultsIn(model)).toEqual([]);
    const [own] = pagesOf(model);
    expect(textOf(own?.html ?? "")).not.toMatch(/gemeenten|bijlage|uitvoeringsprogramma|Begrippen/i);
  });

  test("gives an annex for each of more", () => {
    const model = modelOf({ ...least, "municipalities/deurne.yaml": { id: "deurne", title: "Deurne" } });
    expect(listDocuments(model).map(({ path }) => path)).toEqual([
      "ivp-2027-2030",
      "bijlagen/asten",
      "bijlagen/deurne",
    ]);
    expect(faultsIn(model)).toEqual([]);
  });

  test("takes a programme and an action of the least as well", () => {
    const programme = {
      id: "2027",
      title: "Acties 2027",
      period: { from: 2027, to: 2027 },
      actions: [{ id: "a", title: "Praten" }],
    };
    const model = modelOf({ ...least, "programmes/2027.yaml": programme });
    expect(faultsIn(model)).toEqual([]);
    const page = pagesOf(model).find(({ path }) => path.endsWith("2027"));
    expect(textOf(page?.html ?? "")).toMatch(/A1 Praten Voorstel/);
    expect(textOf(page?.html ?? "")).not.toMatch(/Wie doet mee|Gemeenten|Planning/);
  });
});
