import { expect, test } from "vitest";
import { type Changes, pagesOf, variant } from "../setup/variant.js";

const uvp = "uvp-2025-2026";

/** Westdorp is gone before the programme begins; no action names it. */
const gone: Changes = {
  "municipalities/westdorp.yaml": (town) => {
    town.until = "2025-01-01";
    town.successor = "oostdorp";
  },
  "programmes/2025-2026.yaml": (programme) => {
    for (const action of programme.actions) action.municipalities = "alle";
  },
};

test("all municipalities are those that exist when the programme begins", async () => {
  const model = await variant(gone);
  expect(model.programmes[0]?.actions.map(({ municipalities }) => municipalities.map(({ id }) => id))).toEqual([
    ["oostdorp"],
    ["oostdorp"],
    ["oostdorp"],
  ]);
  const page = (await pagesOf(gone))(uvp);
  expect(page).not.toContain("Westdorp");
  expect(page).toContain("Aan alle 3 acties doen alle gemeenten mee.");
  expect((await pagesOf(gone))("bijlagen/westdorp")).toContain("Westdorp doet mee aan geen van de 3 acties");
});

test("a municipality that an action names all the same, is shown", async () => {
  const named: Changes = {
    ...gone,
    "programmes/2025-2026.yaml": (programme) => {
      programme.actions[0].municipalities = ["oostdorp", "westdorp"];
      programme.actions[1].municipalities = "alle";
    },
  };
  const page = (await pagesOf(named))(uvp);
  expect(page).toContain("Westdorp (tot 1 januari 2025)");
  expect(page).toContain("Aan 1 van de 3 acties doen alle gemeenten mee.");
});

test("a column of a table in which nothing stands falls away", async () => {
  const page = (
    await pagesOf({
      "municipalities/westdorp.yaml": (town) => {
        town.decisions = { plan: { state: "ter-vaststelling", body: "raad" } };
      },
    })
  )("bijlagen/westdorp");
  expect(page).toMatch(/Besluitvorming over de documenten Document Status Vaststelling door Integraal/);
});
