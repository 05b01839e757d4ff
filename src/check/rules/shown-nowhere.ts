import { isDeepStrictEqual } from "node:util";
import { agree } from "../../dutch.js";
import { isDecided, isDraft, onlyOne, programmeDecisions } from "../../model/index.js";
import { modelRule, ofValue } from "../rule.js";

export const shownNowhere = modelRule(
  {
    code: "IVP541",
    severity: "warning",
    title: "Met één gemeente staat elk besluit in een document.",
    why: "Er is dan geen lokale bijlage: het besluit van de gemeente is dat van het plan of het programma. Een ander besluit zou nergens staan.",
    mend: "Haal het besluit bij de gemeente weg, of maak het gelijk aan dat in plan.yaml of programmes/.",
  },
  ({ content, municipalities, programmes, terms }, loaded) => {
    const town = onlyOne(municipalities);
    if (!town) return [];
    const file = `municipalities/${town.id}.yaml`;
    const told = (path: readonly (string | number)[], message: string) => ({
      ...ofValue(loaded, file, path, `${file}:${path.join(".")}`),
      message,
    });
    const { plan, annex } = town.decisions;
    const elsewhere = (name: string): string =>
      `Over ${name} staat elders een ander besluit; dit staat in geen document.`;
    return [
      ...(isDraft(annex)
        ? []
        : [told(["decisions", "annex"], `Er is geen ${terms.annex.name}: dit besluit staat in geen document.`)]),
      // What the council decided goes before what the team says of it.
      ...(isDeepStrictEqual(plan, content.plan.decision) || isDecided(plan.state)
        ? []
        : [told(["decisions", "plan"], elsewhere(agree("de", terms.plan.brief)))]),
      ...programmeDecisions(programmes, town)
        .filter(
          ({ programme, decision }) =>
            !isDraft(decision) && !isDecided(decision.state) && !isDeepStrictEqual(decision, programme.decision),
        )
        .map(({ programme, path }) => told(path, elsewhere(`“${programme.title}”`))),
    ];
  },
);
