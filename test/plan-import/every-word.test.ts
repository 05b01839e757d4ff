import { expect, test } from "vitest";
import { importPlan } from "../../src/plan-import/index.js";
import { randomFrom } from "../setup/random.js";
import { randomPlan } from "../setup/random-plan.js";

/** How many plans; who changes something here tries more. */
const SEEDS = Number(process.env.IVP_SEEDS ?? 10);
const given = { municipalities: "Asten,Deurne", team: "basisteam Peelland", from: "2027", to: "2030" };

test.each(Array.from({ length: SEEDS }, (_, index) => index + 1))(
  "every word of a plan stands in the content or in what is told, and what is made is without errors (%i)",
  (seed) => {
    const { bytes, words } = randomPlan(randomFrom(seed));
    const { files, report, diagnostics } = importPlan(bytes, given);
    const { lost, unsure } = report;
    const texts = [...files.values()].map((text) => String(text));
    const told = [...lost, ...unsure].map(({ what }) => what);
    const all = [...texts, ...told].join("\n");
    expect(words.filter((word) => !all.includes(word))).toEqual([]);
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    // What came over isn't told as lost as well.
    const content = texts.join("\n");
    const both = lost.filter(
      ({ what }) => what.startsWith("“") && words.some((word) => content.includes(word) && what.includes(word)),
    );
    expect(both.map(({ what }) => what)).toEqual([]);
  },
);
