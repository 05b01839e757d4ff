import type { Loaded } from "../../content/index.js";
import { agree } from "../../dutch.js";
import { flatten, isPart, type Model, parts, placedIn, storyParts } from "../../model/index.js";
import { type Finding, modelRule, ofValue } from "../rule.js";

export const absentPart = modelRule(
  {
    code: "IVP534",
    severity: "warning",
    title: "Wat de opbouw van het plan noemt, heeft inhoud.",
    why: "Een onderdeel zonder inhoud komt niet in het plan, ook al staat het in de opbouw.",
    mend: "Schrijf de inhoud, of haal het onderdeel uit structure in plan.yaml.",
  },
  (model, loaded) => {
    const { content, outline, priorities, terms } = model;
    const shown = new Set(flatten(outline).flatMap(({ id, part }) => [id, ...(part ? [part] : [])]));
    // A chapter of the plan's own is no part: who names it as one is told so.
    const chapters = new Set(loaded.definitions.filter(({ kind }) => kind === "chapter").map(({ id }) => id));
    return [
      ...emptyHeadings(model, loaded),
      ...placedIn(content.plan).flatMap(({ heading: { part: name }, path, around }) => {
        if (name === undefined || shown.has(name) || chapters.has(name)) return [];
        // Where what stands around it isn't there, that is why.
        if (around !== undefined && !shown.has(around)) return [];
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
      }),
    ];
  },
);

const isStoryPart = (name: string): boolean => storyParts.some((part) => part === name);

/** Headings that the plan gives to its priorities in words of its own, and under which none of them has anything. */
function emptyHeadings({ content: { plan }, priorities }: Model, loaded: Loaded): Finding[] {
  const paragraphs = priorities.flatMap((priority) => priority.paragraphs);
  return (plan.structure?.priority ?? []).flatMap((item, index) => {
    const { part, id, title } = typeof item === "string" ? {} : item;
    const name = part ?? id;
    // What is neither, or both, is told by another rule.
    if (title === undefined || name === undefined || (part && id) || (!part && isStoryPart(name))) return [];
    const filled = paragraphs.some((paragraph) =>
      part === undefined ? paragraph.parts.some(({ heading }) => heading === id) : paragraph[part].length > 0,
    );
    return filled
      ? []
      : [
          {
            ...ofValue(loaded, "plan.yaml", ["structure", "priority", index], name),
            message: `De kop “${title}” komt in geen document: bij geen prioriteit staat er iets onder.`,
            hint: "Schrijf er bij een prioriteit iets onder, of haal de kop uit structure.priority in plan.yaml.",
          },
        ];
  });
}
