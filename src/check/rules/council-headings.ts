import type { CouncilSection, Path } from "../../content/index.js";
import { modelRule, ofValue } from "../rule.js";

export const councilHeadings = modelRule(
  {
    code: "IVP571",
    severity: "error",
    title: "Elke kop van een raadsvoorstel is van een onderdeel of van uzelf, en een onderdeel staat er één keer.",
    why: "Een kop zonder titel of zonder tekst zegt niets, en van twee keer hetzelfde onderdeel is niet te zeggen welk geldt.",
    mend: "Noem een onderdeel (part), of geef de kop een titel (title) en een tekst (text).",
  },
  ({ content: { council } }, loaded) => {
    const found = (sections: readonly CouncilSection[] = [], at: Path = []) =>
      sections.flatMap(({ part, title, text }, index) => {
        const path = [...at, "sections", index];
        const told = (message: string) => [
          { ...ofValue(loaded, "council.yaml", path, `council:${path.join(".")}`), message },
        ];
        if (part === undefined)
          return title && text ? [] : told("Deze kop heeft geen onderdeel, en geen titel met tekst.");
        const twice = sections.findIndex((section) => section.part === part) < index;
        return twice ? told(`Het onderdeel “${part}” staat er al.`) : [];
      });
    return [
      ...found(council.sections),
      ...council.municipalities.flatMap(({ sections }, index) => found(sections, ["municipalities", index])),
    ];
  },
);
