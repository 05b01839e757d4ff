import { agree } from "../../dutch.js";
import { flatten, isPart, parts, placedIn } from "../../model/index.js";
import { modelRule, ofValue } from "../rule.js";

export const absentPart = modelRule(
  {
    code: "IVP534",
    severity: "warning",
    title: "Wat de opbouw van het plan noemt, heeft inhoud.",
    why: "Een onderdeel zonder inhoud komt niet in het plan, ook al staat het in de opbouw.",
    mend: "Schrijf de inhoud, of haal het onderdeel uit structure in plan.yaml.",
  },
  ({ content, outline, priorities, terms }, loaded) => {
    const shown = new Set(flatten(outline).flatMap(({ id, part }) => [id, ...(part ? [part] : [])]));
    // A chapter of the plan's own is no part: who names it as one is told so.
    const chapters = new Set(loaded.definitions.filter(({ kind }) => kind === "chapter").map(({ id }) => id));
    return placedIn(content.plan).flatMap(({ heading: { part: name }, path }) => {
      if (name === undefined || shown.has(name) || chapters.has(name)) return [];
      // Within a chapter, the priorities have headings of their own.
      if (name === "priorities" && priorities.some(({ number }) => number !== "")) return [];
      // What ivp makes itself is there as soon as it has something to tell.
      if (isPart(name) && parts[name].source === undefined && parts[name].sections === undefined) return [];
      return [
        {
          ...ofValue(loaded, "plan.yaml", path, name),
          message: `“${name}” heeft geen inhoud en komt niet in ${agree("de", terms.plan.brief)}.`,
        },
      ];
    });
  },
);
