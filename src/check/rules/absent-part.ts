import { agree } from "../../dutch.js";
import { flatten, placedIn } from "../../model/index.js";
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
    return placedIn(content.plan).flatMap(({ heading: { part: name }, path }) => {
      if (name === undefined || shown.has(name)) return [];
      // Within a chapter, the priorities have headings of their own.
      if (name === "priorities" && priorities.some(({ number }) => number !== "")) return [];
      return [
        {
          ...ofValue(loaded, "plan.yaml", path, name),
          message: `“${name}” heeft geen inhoud en komt niet in ${agree("de", terms.plan.brief)}.`,
        },
      ];
    });
  },
);
