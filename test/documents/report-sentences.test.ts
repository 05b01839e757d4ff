import { describe, expect, test } from "vitest";
import { type Changes, pagesOf } from "../setup/variant.js";

/** What a progress report says is true, whatever was reported: none, one, some and all. */

const ids = ["rounds", "street-talks", "harbour-watch"];

/** A snapshot in which the first actions have these states; what is more of one stands in an object. */
const snapshot = (date: string, states: readonly (string | object)[], more: object = {}): Changes => ({
  [`progress/${date}.yaml`]: () => ({
    id: date,
    ...more,
    actions: states.map((state, index) => ({
      action: `2025-2026/${ids[index]}`,
      ...(typeof state === "string" ? { state } : state),
    })),
  }),
});

const report = async (changes: Changes, date = "2025-12-31", town = ""): Promise<string> =>
  (await pagesOf(changes))(`voortgang/${date}${town}`);

const actions = (change: (all: Record<string, unknown>[]) => unknown): Changes => ({
  "programmes/2025-2026.yaml": (programme) => {
    programme.actions = change(programme.actions) ?? programme.actions;
  },
});

describe("the summary", () => {
  test.each([
    [[], "gaat het om 3 acties. Alle 3 acties zijn niet gemeld."],
    [["afgerond"], "1 actie is afgerond en 2 zijn niet gemeld."],
    [["afgerond", "afgerond", "afgerond"], "Alle 3 acties zijn afgerond."],
    [["loopt", "loopt", "loopt"], "Alle 3 acties lopen zoals gepland."],
    [["niet-gestart", "niet-gestart", "gestopt"], "2 acties zijn niet gestart en 1 is gestopt."],
    [["loopt", "vertraagd", "gestopt"], "1 actie loopt zoals gepland, 1 is vertraagd en 1 is gestopt."],
  ])("of %j", async (states, told) => {
    expect(await report(snapshot("2025-12-31", states))).toContain(told);
  });

  test("of one action", async () => {
    const one = { ...actions((all) => all.slice(0, 1)), ...snapshot("2025-12-31", ["afgerond"]) };
    expect(await report(one)).toContain("gaat het om 1 actie. De actie is afgerond.");
  });

  test("of no action says so, and nothing of what isn't there", async () => {
    const none = { ...actions(() => []), ...snapshot("2025-06-30", []), ...snapshot("2025-12-31", []) };
    const text = await report(none);
    expect(text).toContain("Op 31 december 2025 zijn er geen acties om over te rapporteren.");
    expect(text).not.toMatch(/Voortgang per thema|Wat er veranderde|Geld|\b0 acties|besluit/);
  });

  test("of sixty actions counts them all", async () => {
    const many: Changes = {
      "programmes/2025-2026.yaml": (programme) => {
        const [first] = programme.actions;
        programme.actions = Array.from({ length: 60 }, (_, index) => ({ ...first, id: `action-${index}` }));
      },
      "progress/2025-12-31.yaml": () => ({
        id: "2025-12-31",
        actions: Array.from({ length: 60 }, (_, index) => ({
          action: `2025-2026/action-${index}`,
          state: index < 20 ? "afgerond" : "loopt",
        })),
      }),
    };
    const text = await report(many);
    expect(text).toContain("gaat het om 60 acties. 20 acties zijn afgerond en 40 lopen zoals gepland.");
    expect(text.match(/A\d+ Avondrondes lopen/g)).toHaveLength(60);
  });

  test.each([
    [["loopt", "loopt", "loopt"], undefined],
    [
      [{ state: "loopt", municipalities: [{ municipality: "westdorp", state: "vertraagd" }] }, "loopt"],
      "Bij 1 van de 3 acties is de voortgang niet in elke gemeente gelijk.",
    ],
    // Saying the same of a municipality makes no difference.
    [[{ state: "loopt", municipalities: [{ municipality: "westdorp", state: "loopt" }] }, "loopt"], undefined],
  ])("tells where municipalities differ: %j", async (states, told) => {
    const text = await report(snapshot("2025-12-31", states));
    if (told) expect(text).toContain(told);
    else expect(text).not.toContain("niet in elke gemeente gelijk");
  });
});

describe("what asks for a decision", () => {
  const asking = (what: string) => ({ state: "loopt", decide: { what, by: "raad" } });
  test.each([
    [["loopt"], "Geen actie vraagt nu om een besluit."],
    [[asking("een bijdrage")], "1 punt vraagt om een besluit."],
    [[asking("een bijdrage"), asking("een tweede bijdrage"), "loopt"], "2 punten vragen om een besluit."],
  ])("is counted: %j", async (states, told) => {
    expect(await report(snapshot("2025-12-31", states))).toContain(told);
  });
});

describe("what changed", () => {
  const since = (was: readonly (string | object)[], is: readonly (string | object)[], more: Changes = {}) =>
    report({ ...more, ...snapshot("2025-06-30", was), ...snapshot("2025-12-31", is) });

  test.each([
    [
      ["loopt", "loopt"],
      ["loopt", "loopt"],
      "is de voortgang van geen enkele actie veranderd, en geen planning verschoven.",
    ],
    [["loopt", "loopt"], ["afgerond", "loopt"], "Bij 1 van de 3 acties veranderde de voortgang of de planning."],
    [
      ["niet-gestart", "niet-gestart", "niet-gestart"],
      ["loopt", "gestopt", "afgerond"],
      "Bij alle 3 acties veranderde de voortgang of de planning.",
    ],
    [[], ["gestopt"], "A1 Avondrondes lopen Niet gemeld Gestopt"],
    [
      ["loopt"],
      [{ state: "loopt", planning: { from: "2025-Q2", to: "2026-Q2" } }],
      "A1 Avondrondes lopen Loopt Loopt 2e kwartaal 2025 t/m 2e kwartaal 2026",
    ],
    // Only in one municipality it is otherwise.
    [
      ["loopt"],
      [{ state: "loopt", municipalities: [{ municipality: "westdorp", state: "gestopt" }] }],
      "Westdorp: gestopt",
    ],
  ])("from %j to %j", async (was, is, told) => {
    expect(await since(was, is)).toContain(told);
  });

  test("is nothing in the first report", async () => {
    const text = await report(snapshot("2025-12-31", ["loopt"]));
    expect(text).toContain("Dit is de eerste rapportage: er is nog niets om mee te vergelijken.");
  });

  test("tells an action that came after the report before, and one that lapsed", async () => {
    const text = await report({
      ...actions((all) => {
        Object.assign(all[1] ?? {}, { status: "vervallen" });
      }),
      ...snapshot("2025-06-30", ["loopt", "loopt"]),
      ...snapshot("2025-12-31", ["loopt"]),
    });
    expect(text).toContain("1 loopt zoals gepland en 1 is niet gemeld".replace("1 loopt", "1 actie loopt"));
    expect(text).toContain("A2 Praten op straat");
  });
});

describe("in the report of one municipality", () => {
  test("only what concerns it is told and counted", async () => {
    const text = await report(
      snapshot("2025-12-31", [
        { state: "loopt", municipalities: [{ municipality: "westdorp", state: "gestopt" }] },
        { state: "loopt", done: "Er waren gesprekken." },
        { state: "afgerond", done: "De haven is open." },
      ]),
      "2025-12-31",
      "-westdorp",
    );
    expect(text).toContain("gaat het in Westdorp om 2 acties. 1 actie loopt zoals gepland en 1 is gestopt.");
    expect(text).not.toMatch(/haven/);
  });
});
