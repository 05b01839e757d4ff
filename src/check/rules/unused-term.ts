import { modelRule, placeOf } from "../rule.js";
import { folded } from "../words.js";

export const unusedTerm = modelRule(
  {
    code: "IVP304",
    severity: "warning",
    title: "Elk begrip uit de begrippenlijst komt in een tekst voor.",
    why: "Een lijst met woorden die nergens staan, helpt lezers niet en veroudert ongemerkt.",
    mend: "Haal het begrip weg, gebruik het in een tekst, of keur het goed in check.yaml, met de reden.",
  },
  ({ content }, loaded) => {
    const texts = loaded.texts.filter(({ file }) => file.path !== "glossary.yaml").map(({ text }) => text);
    const all = texts.join("\n");
    const words = ` ${folded(all)} `;
    const used = (id: string, term: string): boolean =>
      all.includes(`[[term:${id}]]`) || all.includes(`[[term:${id}|`) || words.includes(` ${folded(term)} `);
    return content.glossary.terms
      .filter(({ id, term }) => !used(id, term))
      .map(({ id, term }) => ({
        place: placeOf(loaded, "term", id),
        subject: `term:${id}`,
        message: `Het begrip “${term}” komt in geen enkele tekst voor.`,
      }));
  },
);
