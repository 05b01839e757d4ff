import type { FreeSection, Loaded } from "../../content/index.js";
import { agree } from "../../dutch.js";
import { type Model, type OutlineNode, placedIn } from "../../model/index.js";
import { type Finding, modelRule, ofThing, ofValue } from "../rule.js";

/** How deep sections may stand in each other: with a chapter around them, a heading has four numbers. */
const DEEPEST = 3;

/** How deep a heading may stand: with the title above it and the small headings of a priority below it, a document has six levels. */
const DEEPEST_HEADING = 4;

export const deepSection = modelRule(
  {
    code: "IVP535",
    severity: "error",
    title: "Eigen paragrafen staan hoogstens drie niveaus diep, en koppen hoogstens vier.",
    why: "Een lezer raakt de draad kwijt in 2.1.3.4.1, en een document heeft maar zes niveaus van koppen.",
    mend: "Zet de paragraaf een niveau hoger, of maak er gewone tekst van.",
  },
  (model, loaded) => {
    const within = (model.content.sections ?? []).flatMap((section) => deeper(section, 1));
    const told = new Set(within.map(({ id }) => id));
    return [
      ...within.map(({ id, title }) => ({
        ...ofThing(loaded, "section", id),
        message: `De paragraaf “${title}” staat dieper dan drie niveaus.`,
      })),
      ...model.outline.flatMap((node) =>
        tooDeep(node, 1)
          .filter(({ id }) => !told.has(id))
          .map((deep) => ofHeading(deep, model, loaded)),
      ),
    ];
  },
);

/** The first ones that stand too deep: what is within them isn't told as well. */
const deeper = (section: FreeSection, level: number): FreeSection[] =>
  level > DEEPEST ? [section] : (section.sections ?? []).flatMap((inner) => deeper(inner, level + 1));

const tooDeep = (node: OutlineNode, level: number): OutlineNode[] =>
  level > DEEPEST_HEADING ? [node] : node.children.flatMap((inner) => tooDeep(inner, level + 1));

function ofHeading({ kind, id, part, title }: OutlineNode, { content, terms }: Model, loaded: Loaded): Finding {
  const placed = placedIn(content.plan).find(({ heading }) => heading.part === (part ?? id) || heading.id === id);
  const place = placed ? ofValue(loaded, "plan.yaml", placed.path, part ?? id) : ofThing(loaded, kind, id);
  return {
    ...place,
    message: `“${title}” staat onder vier andere koppen: zo diep kan in ${agree("de", terms.plan.brief)} niets staan.`,
    hint: "Zet in structure in plan.yaml een niveau minder om deze kop heen.",
  };
}
