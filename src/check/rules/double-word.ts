import { wordRule } from "../rule.js";

/** Words that do follow themselves in good Dutch. */
const allowed = new Set(["die", "dat", "als", "is", "om", "er", "we", "zijn"]);

export const doubleWord = wordRule(
  {
    code: "IVP605",
    severity: "warning",
    title: "Een woord staat niet twee keer achter elkaar.",
    why: "Het is bijna altijd een verschrijving.",
    mend: "Haal een van de twee weg.",
  },
  (text) =>
    [...text.matchAll(/(?<![\p{L}-])(\p{L}+)(?: +| *\n *)\1(?![\p{L}-])/giu)]
      .filter(([, word = ""]) => !allowed.has(word.toLowerCase()))
      .map(({ 0: snippet, 1: word, index: at }) => ({
        snippet,
        at,
        subject: word ?? snippet,
        message: `“${word}” staat hier twee keer.`,
      })),
);
