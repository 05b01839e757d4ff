import { describe, expect, test } from "vitest";
import { compose, listDocuments } from "../../src/documents/index.js";
import { type Changes, pagesOf, variant } from "../setup/variant.js";

type State = "concept" | "ter-vaststelling" | "vastgesteld" | "gewijzigd-vastgesteld" | "verworpen" | "ingetrokken";

const town = (id: string, decisions: object) => ({ id, title: id.charAt(0).toUpperCase() + id.slice(1), decisions });

/** What a council decided, on a day of its own. */
const decided = (state: State, index = 0, body = "raad") =>
  state === "concept" || state === "ter-vaststelling"
    ? { state, body }
    : { state, body, date: `2024-12-0${index + 1}`, reference: `RB-${index + 1}` };

const names = ["oostdorp", "westdorp", "noorddorp", "zuiddorp"];

/** The plan with municipalities that each decided something on one document. */
const decisions = (about: "plan" | "programme", ...states: State[]): Changes =>
  Object.fromEntries(
    names.map((id, index) => [
      `municipalities/${id}.yaml`,
      index < states.length
        ? () => town(id, { [about]: decided(states[index] ?? "concept", index, about === "plan" ? "raad" : "college") })
        : null,
    ]),
  );

async function statusOf(changes: Changes, kind = "plan") {
  const model = await variant({
    ...changes,
    "programmes/2025-2026.yaml": (programme) => {
      for (const action of programme.actions) action.municipalities = "all";
    },
  });
  const info = listDocuments(model).find((document) => document.kind === kind);
  if (!info) throw new Error(`no ${kind}`);
  return { ...info.status, document: compose(model, info), model };
}

describe("the status of a plan follows from what its councils decided", () => {
  test.each<[states: State[], state: string, label: string, caution: string | undefined]>([
    [["concept", "concept"], "concept", "Concept", "Dit document is nog niet vastgesteld."],
    [["vastgesteld", "vastgesteld", "vastgesteld"], "vastgesteld", "Vastgesteld door alle 3 raden", undefined],
    [["vastgesteld", "vastgesteld"], "vastgesteld", "Vastgesteld door beide raden", undefined],
    [
      ["vastgesteld", "concept", "ter-vaststelling"],
      "deels-vastgesteld",
      "Vastgesteld door 1 van de 3 raden",
      "Dit document geldt in Oostdorp. In Noorddorp en Westdorp is nog niet besloten.",
    ],
    [
      ["vastgesteld", "gewijzigd-vastgesteld", "verworpen", "concept"],
      "deels-vastgesteld",
      "Vastgesteld door 2 van de 4 raden (waarvan 1 gewijzigd), verworpen door 1",
      "Dit document geldt in Oostdorp en Westdorp. In Zuiddorp is nog niet besloten. In Noorddorp is het verworpen.",
    ],
    [
      ["gewijzigd-vastgesteld", "gewijzigd-vastgesteld"],
      "gewijzigd-vastgesteld",
      "Gewijzigd vastgesteld door beide raden",
      undefined,
    ],
    [
      ["vastgesteld", "gewijzigd-vastgesteld"],
      "vastgesteld",
      "Vastgesteld door beide raden (waarvan 1 gewijzigd)",
      undefined,
    ],
    [
      ["vastgesteld", "verworpen"],
      "deels-vastgesteld",
      "Vastgesteld door 1 van de 2 raden, verworpen door 1",
      "Dit document geldt in Oostdorp. In Westdorp is het verworpen.",
    ],
    [
      ["verworpen", "concept", "concept"],
      "ter-vaststelling",
      "Verworpen door 1 van de 3 raden",
      "Dit document is nog niet vastgesteld. In Noorddorp en Westdorp is nog niet besloten. In Oostdorp is het verworpen.",
    ],
    [
      ["verworpen", "ingetrokken", "verworpen"],
      "verworpen",
      "Verworpen door 2 van de 3 raden, ingetrokken door 1",
      "Dit document geldt niet. In Noorddorp en Oostdorp is het verworpen. In Westdorp is het ingetrokken.",
    ],
    [
      ["ingetrokken", "ingetrokken"],
      "ingetrokken",
      "Ingetrokken door beide raden",
      "Dit document geldt niet. In Oostdorp en Westdorp is het ingetrokken.",
    ],
  ])("%j", async (states, state, label, caution) => {
    const status = await statusOf(decisions("plan", ...states));
    expect({ state: status.state, label: status.label, caution: status.caution }).toEqual({ state, label, caution });
  });

  test.each<[State, string, string, string | undefined]>([
    ["vastgesteld", "vastgesteld", "Vastgesteld", undefined],
    ["gewijzigd-vastgesteld", "gewijzigd-vastgesteld", "Gewijzigd vastgesteld", undefined],
    ["verworpen", "verworpen", "Verworpen", "Dit document geldt niet: het is verworpen."],
    ["ingetrokken", "ingetrokken", "Ingetrokken", "Dit document geldt niet: het is ingetrokken."],
    ["concept", "concept", "Concept", "Dit document is nog niet vastgesteld."],
  ])("of one municipality: %s", async (own, state, label, caution) => {
    const status = await statusOf(decisions("plan", own));
    expect({ state: status.state, label: status.label, caution: status.caution }).toEqual({ state, label, caution });
  });

  test("of a programme, the boards decide", async () => {
    const { label } = await statusOf(decisions("programme", "vastgesteld", "verworpen", "concept"), "programme");
    expect(label).toBe("Vastgesteld door 1 van de 3 colleges, verworpen door 1");
  });

  test("bodies without one name are told as municipalities", async () => {
    const { label } = await statusOf(
      {
        ...decisions("programme", "vastgesteld", "concept"),
        "municipalities/westdorp.yaml": () =>
          town("westdorp", { programme: decided("vastgesteld", 1, "burgemeester") }),
        "governance.yaml": (governance) => {
          governance.bodies.push({ id: "burgemeester", title: "burgemeester", level: "gemeente", decides: "Iets." });
        },
      },
      "programme",
    );
    expect(label).toBe("Vastgesteld door beide gemeenten");
  });
});

describe("who decided what and when", () => {
  const table = async (changes: Changes) => {
    const page = (await pagesOf(changes))("ivp-2025-2028");
    return page.slice(page.lastIndexOf("Wie besloot wat, wanneer"));
  };

  test("stands in the plan as soon as one decided, or was asked to", async () => {
    const none = (await pagesOf(decisions("plan", "concept", "concept")))("ivp-2025-2028");
    expect(none).not.toContain("Wie besloot wat");
    const asked = await table(decisions("plan", "concept", "ter-vaststelling"));
    expect(asked).toMatch(/^Wie besloot wat, wanneer Tabel .*Westdorp Ter vaststelling De gemeenteraad van Westdorp/);
    const some = await table(decisions("plan", "vastgesteld", "verworpen"));
    expect(some).toMatch(
      /Vastgesteld door 1 van de 2 raden, verworpen door 1\. Dit document geldt in Oostdorp\. In Westdorp is het verworpen\. .*Oostdorp Vastgesteld De gemeenteraad van Oostdorp 1 december 2024 RB-1 Westdorp Verworpen De gemeenteraad van Westdorp 2 december 2024 RB-2/,
    );
  });

  test("and what is open of the team's own decision isn't told as open once all decided", async () => {
    const page = async (...states: State[]) => (await pagesOf(decisions("plan", ...states)))("ivp-2025-2028");
    expect(await page("vastgesteld", "concept")).toContain("datum van het besluit De gemeenteraden");
    const all = await page("vastgesteld", "verworpen");
    expect(all).not.toContain("datum van het besluit De gemeenteraden");
    expect(all).toContain("Datum besluit 1 december 2024 tot en met 2 december 2024");
  });
});
