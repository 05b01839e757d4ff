import fc from "fast-check";
import { expect, test } from "vitest";
import { pagesOf } from "../setup/variant.js";

/** What of the small content is there, drawn at random. */
const drawn = fc.record({
  towns: fc.constantFrom<string[]>(["oostdorp"], ["westdorp"], ["oostdorp", "westdorp"]),
  actions: fc.subarray<string>(["rounds", "street-talks", "harbour-watch"]),
  measures: fc.subarray<string>(["evening-rounds", "listen", "lessons"]),
  local: fc.boolean(),
  planned: fc.subarray<string>(["rounds", "street-talks", "harbour-watch"]),
  lapsed: fc.subarray<string>(["rounds", "street-talks"]),
  lead: fc.constantFrom("first", "police", "open"),
  milestones: fc.integer({ min: 0, max: 2 }),
  contributes: fc.boolean(),
  years: fc.integer({ min: 0, max: 3 }),
});
type Drawn = typeof drawn extends fc.Arbitrary<infer T> ? T : never;

const open = { open: "wat het wordt", by: "council" };

/** The action of the small content as it was drawn. */
// biome-ignore lint/suspicious/noExplicitAny: as it stands in the file
function adapt(action: any, of: Drawn): void {
  if (action.measures) action.measures = action.measures.filter((id: string) => of.measures.includes(id));
  if (action.localThemes && !of.local) delete action.localThemes;
  action.municipalities = action.id === "rounds" ? "all" : [of.towns[0]];
  action.lead = of.lead === "first" ? of.towns[0] : of.lead === "open" ? open : of.lead;
  action.planning = of.planned.includes(action.id) ? { from: "2025-Q1", to: "2025-Q3" } : open;
  if (of.lapsed.includes(action.id)) action.status = "vervallen";
}

const build = (of: Drawn) =>
  pagesOf({
    ...(of.towns.includes("oostdorp") ? {} : { "municipalities/oostdorp.yaml": null }),
    ...(of.towns.includes("westdorp") ? {} : { "municipalities/westdorp.yaml": null }),
    "plan.yaml": (plan) => {
      plan.period.to = 2025 + of.years;
    },
    "programmes/2025-2026.yaml": (programme) => {
      programme.period.to = 2025 + of.years;
      programme.milestones = [1, 2].slice(0, of.milestones).map((quarter) => ({
        id: `m-${quarter}`,
        title: `Moment ${quarter}`,
        quarter: `2025-Q${quarter}`,
      }));
      programme.actions = programme.actions.filter(({ id }: { id: string }) => of.actions.includes(id));
      for (const action of programme.actions) adapt(action, of);
    },
    ...Object.fromEntries(
      of.towns.map((town) => [
        `municipalities/${town}.yaml`,
        (own: { finances: unknown[] }) => {
          if (!of.contributes) own.finances = [];
        },
      ]),
    ),
  });

/** What no sentence may hold. */
const patterns = [
  /undefined|\[object|NaN|\[\[/,
  // One goes with one, more with more; nothing counts to nought; no label stands alone.
  /\b1 (acties|maatregelen|thema's|ontwikkelingen|open punten|bladzijden)\b/,
  /\b(alle|beide) [01]\b|\b0 [a-z]|\b([2-9]|\d\d+) (actie|maatregel|thema|open punt)\b/,
  /[:,;] ?[.;,]|\.\.(?!\.)| ,|\( ?\)|: (Partners?|Gemeenten?|Trekker|Planning):/,
];

const around = (text: string, pattern: RegExp): string => {
  const at = pattern.exec(text)?.index ?? 0;
  return text.slice(Math.max(0, at - 60), at + 60);
};

/** A number as a sentence has it. */
const said = (text: string, pattern: RegExp): number => Number(pattern.exec(text)?.[1] ?? Number.NaN);

test("whatever there is, the numbers in the sentences are right and no sentence is broken", async () => {
  await fc.assert(
    fc.asyncProperty(drawn, async (of) => {
      const pages = await build(of);
      const uvp = pages("uvp-2025-2026");
      const total = of.actions.length;
      if (total === 0) expect(uvp).toContain("Dit programma heeft geen acties.");
      else expect(said(uvp, /Dit programma heeft (\d+) acties?\./)).toBe(total);
      const planned = of.actions.filter((id) => of.planned.includes(id)).length;
      if (total > 1 && planned > 0 && planned < total)
        expect(said(uvp, /Voor (\d+) van de \d+ acties staat hier een planning/)).toBe(planned);
      const covered = new Set(
        [
          ...(of.actions.includes("rounds") && !of.lapsed.includes("rounds") ? ["evening-rounds"] : []),
          ...(of.actions.includes("street-talks") && !of.lapsed.includes("street-talks") ? ["listen", "lessons"] : []),
        ].filter((id) => of.measures.includes(id)),
      ).size;
      const missing = 3 - covered;
      if (total > 0 && missing > 0 && covered > 0)
        expect(said(uvp, /acties voor (\d+) van de 3 maatregelen/)).toBe(covered);
      expect(uvp.includes("alle 3 maatregelen")).toBe(total > 0 && missing === 0);
      expect(uvp.includes("Elke maatregel van het plan heeft in dit programma een actie.")).toBe(missing === 0);
      // One municipality has no annex: the plan itself tells of it.
      const annexes = of.towns.length > 1 ? of.towns.map((town) => `bijlagen/${town}`) : [];
      for (const path of ["ivp-2025-2028", "uvp-2025-2026", "index", ...annexes]) {
        const text = pages(path);
        for (const broken of patterns) expect(broken.exec(text)?.[0] && around(text, broken), path).toBeUndefined();
        if (of.towns.length === 1) expect(text).not.toMatch(/van elke gemeente|alle gemeenten|gemeenteraden|colleges/);
      }
    }),
    { numRuns: 60, seed: 38 },
  );
});
