import { scan } from "../../prose/index.js";
import { modelRule, placeOf } from "../rule.js";

export const circularTerms = modelRule(
  {
    code: "IVP306",
    severity: "warning",
    title: "Begrippen leggen elkaar niet in een kring uit.",
    why: "Wie een begrip opzoekt en naar een ander wordt gestuurd dat weer terugwijst, weet nog niets.",
    mend: "Leg een van de begrippen uit zonder naar het andere te verwijzen.",
  },
  ({ content }, loaded) => {
    // Only the meaning counts: an explanation may point at related terms.
    const uses = new Map(
      content.glossary.terms.map(({ id, meaning }) => [
        id,
        scan(meaning).references.flatMap(({ reference }) => (reference?.kind === "term" ? [reference.id] : [])),
      ]),
    );
    const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
      (uses.get(from) ?? []).some((next) => next === to || (!seen.has(next) && reaches(next, to, seen.add(next))));
    return content.glossary.terms
      .filter(({ id }) => reaches(id, id))
      .map(({ id, term }) => ({
        place: placeOf(loaded, "term", id),
        subject: `term:${id}`,
        message: `De betekenis van “${term}” verwijst via andere begrippen naar zichzelf.`,
      }));
  },
);
