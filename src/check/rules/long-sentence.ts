import { textRule } from "../rule.js";
import { sentencesOf, wordsOf } from "../words.js";

/** Words in a sentence; the municipalities' own writing guides for B1 keep to 15 on average and 20 at most. */
const MOST = 20;

export const longSentence = textRule(
  {
    code: "IVP607",
    severity: "note",
    title: `Een zin heeft ten hoogste ${MOST} woorden.`,
    why: "Lange zinnen zijn voor veel inwoners moeilijk; plannen van de overheid horen op taalniveau B1 te zijn (Direct Duidelijk).",
    mend: "Maak er twee zinnen van.",
  },
  (text) =>
    sentencesOf(text).flatMap(({ text: sentence, snippet, at }) => {
      const count = wordsOf(sentence).length;
      return count > MOST
        ? [{ snippet, at, subject: sentence.slice(0, 60), message: `Deze zin heeft ${count} woorden.` }]
        : [];
    }),
);
