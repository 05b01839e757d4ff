/** The raadsvoorstel and the raadsbesluit: what is filled in, what the team writes, and what stays open. */
import { describe, expect, test } from "vitest";
import { listDocuments } from "../../src/documents/index.js";
import { type Changes, pagesOf, variant } from "../setup/variant.js";

const council = (given: object = {}, changes: Changes = {}): Changes => ({ "council.yaml": () => given, ...changes });

const papers = (model: Awaited<ReturnType<typeof variant>>): string[] =>
  listDocuments(model).flatMap(({ path }) => (path.startsWith("raadsstukken/") ? [path] : []));

test("without council.yaml there are none; with it, each municipality has two", async () => {
  expect(papers(await variant())).toEqual([]);
  expect(papers(await variant(council()))).toEqual([
    "raadsstukken/oostdorp/raadsvoorstel",
    "raadsstukken/westdorp/raadsvoorstel",
    "raadsstukken/oostdorp/raadsbesluit",
    "raadsstukken/westdorp/raadsbesluit",
  ]);
});

describe("a raadsvoorstel", () => {
  test("has the usual headings, filled from the content; what nobody wrote is open", async () => {
    const page = (await pagesOf(council()))("raadsstukken/oostdorp/raadsvoorstel");
    for (const heading of [
      "1 Onderwerp",
      "2 Voorstel",
      "3 Inleiding",
      "4 Beoogd resultaat",
      "5 Argumenten",
      "6 Kanttekeningen",
      "7 Financiën",
      "8 Uitvoering",
      "9 Communicatie",
      "10 Bijlagen",
    ])
      expect(page).toContain(heading);
    expect(page).toContain("1. het plan “");
    expect(page).toContain("2. de lokale bijlage van Oostdorp vast te stellen;");
    expect(page).toContain("van 2025 tot en met 2028");
    expect(page).toContain("Het plan is van 2 gemeenten samen: Oostdorp en Westdorp.");
    expect(page).toContain("Nog open: de tekst onder “Argumenten”. Wie beslist: het college van Oostdorp.");
    expect(page).toContain("datum van het voorstel van burgemeester en wethouders");
    expect(page).toContain("bijdrage per jaar");
    expect(page).not.toContain("Westdorp: ");
  });

  test("has the headings and texts of the team, and of one municipality where that has its own", async () => {
    const pages = await pagesOf(
      council({
        date: "2024-10-01",
        points: ["alles vast te stellen."],
        sections: [
          { part: "arguments", title: "Waarom", text: "Samen kunnen wij meer.\n" },
          { title: "Rechtmatigheid", text: "Dit mag.\n" },
          { part: "proposal" },
        ],
        municipalities: [
          {
            municipality: "westdorp",
            date: "2024-10-08",
            clerk: "A. de Vries",
            sections: [{ part: "proposal" }, { part: "arguments" }],
          },
        ],
      }),
    );
    const east = pages("raadsstukken/oostdorp/raadsvoorstel");
    expect(east).toMatch(
      /1 Waarom.*Samen kunnen wij meer\..*2 Rechtmatigheid Dit mag\..*3 Voorstel.*1\. alles vast te stellen\./,
    );
    expect(east).toContain("1 oktober 2024");
    expect(east).not.toContain("Onderwerp");
    const west = pages("raadsstukken/westdorp/raadsvoorstel");
    expect(west).toMatch(/1 Voorstel.*2 Argumenten Samen kunnen wij meer\./);
    expect(west).toContain("8 oktober 2024");
    expect(pages("raadsstukken/westdorp/raadsbesluit")).toMatch(/De griffier A\. de Vries De voorzitter Open: naam/);
  });

  test("with one municipality there is no annex to adopt; without a programme or open points that is said", async () => {
    const closed: Changes = {
      "municipalities/westdorp.yaml": null,
      "programmes/2025-2026.yaml": null,
      "finances.yaml": null,
      "municipalities/oostdorp.yaml": () => ({
        id: "oostdorp",
        title: "Oostdorp",
        decisions: { plan: { state: "vastgesteld", body: "raad", date: "2024-11-14", reference: "RB-1" } },
      }),
      "plan.yaml": (plan) =>
        Object.assign(plan, { decision: { state: "vastgesteld", body: "raad", date: "2024-11-14" } }),
    };
    const page = (await pagesOf(council({}, closed)))("raadsstukken/oostdorp/raadsvoorstel");
    expect(page).not.toContain("lokale bijlage");
    expect(page).toContain("Er is nog geen uitvoeringsprogramma.");
    expect(page).toContain("14 november 2024");
  });
});

describe("a raadsbesluit", () => {
  test("reads as the law has it", async () => {
    const page = (await pagesOf(council({ date: "2024-10-01", meeting: "2024-11-14", chair: "B. Jansen" })))(
      "raadsstukken/oostdorp/raadsbesluit",
    );
    expect(page).toMatch(
      /De raad van de gemeente Oostdorp; gelezen het voorstel van burgemeester en wethouders van 1 oktober 2024; gelet op artikel 38b van de Politiewet 2012; besluit: 1\. /,
    );
    expect(page).toContain(
      "Aldus besloten in de openbare vergadering van de raad van de gemeente Oostdorp van 14 november 2024.",
    );
    expect(page).toContain("De voorzitter B. Jansen");
  });

  test("without dates says that they are open, at their place", async () => {
    const page = (await pagesOf(council()))("raadsstukken/oostdorp/raadsbesluit");
    expect(page).toContain("van (nog open: datum van het voorstel van burgemeester en wethouders);");
    expect(page).toContain("van (nog open: datum van de raadsvergadering).");
  });
});

test("what is open in council.yaml is no open point of the plan, and the plan doesn't carry it", async () => {
  const open = { open: "wanneer de raad vergadert", by: "council" };
  const pages = await pagesOf(council({ meeting: open }));
  expect(pages("raadsstukken/oostdorp/raadsvoorstel")).toContain("wanneer de raad vergadert");
  const plan = listDocuments(await variant()).find(({ kind }) => kind === "plan")?.path ?? "";
  expect(pages(plan)).not.toContain("wanneer de raad vergadert");
});
