import { textRule } from "../rule.js";

/** Words that do follow themselves in good Dutch. */
const allowed = new Set(["die", "dat", "als", "is", "om", "er", "we", "zijn"]);

export const doubleWord = textRule(
  {
    code: "IVP605",
    severity: "warning",
    title: "Een woord staat niet twee keer achter elkaar.",
    why: "Het is bijna altijd een verschrijving.",
    mend: "Haal een van de twee weg.",
  },
  (text) =>
    [...text.matchAll(/(?<![\p{L}-])(\p{L}+)[ \n]+\1(?![\p{L}-])/giu)]
      .filter(([, word = ""]) => !allowed.has(word.toLowerCase()))
      .map(([snippet, word]) => ({ snippet, subject: word ?? snippet, message: `“${word}” staat hier twee keer.` })),
);
