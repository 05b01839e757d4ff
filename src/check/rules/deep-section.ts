import type { FreeSection } from "../../content/index.js";
import { modelRule, ofThing } from "../rule.js";

/** How deep sections may stand in each other: with a chapter around them, a heading has four numbers. */
const DEEPEST = 3;

export const deepSection = modelRule(
  {
    code: "IVP535",
    severity: "error",
    title: "Eigen paragrafen staan hoogstens drie niveaus diep.",
    why: "Een lezer raakt de draad kwijt in 2.1.3.4.1, en een document heeft maar zes niveaus van koppen.",
    mend: "Zet de paragraaf een niveau hoger, of maak er gewone tekst van.",
  },
  ({ content }, loaded) =>
    (content.sections ?? [])
      .flatMap((section) => deeper(section, 1))
      .map(({ id, title }) => ({
        ...ofThing(loaded, "section", id),
        message: `De paragraaf “${title}” staat dieper dan drie niveaus.`,
      })),
);

/** The first ones that stand too deep: what is within them isn't told as well. */
const deeper = (section: FreeSection, level: number): FreeSection[] =>
  level > DEEPEST ? [section] : (section.sections ?? []).flatMap((inner) => deeper(inner, level + 1));
