import type { Text } from "../../content/index.js";
import { placeOfSnippet } from "../../content/index.js";
import { type Finding, inText, type Rule } from "../rule.js";
import { folded, sentencesOf } from "../words.js";

/** Shorter sentences recur by nature. */
const LEAST_WORDS = 7;

/** The same sentence in two places: the same thing would have to be mended twice. */
export const repeatedSentence: Rule = {
  code: "IVP406",
  severity: "warning",
  title: "Dezelfde zin staat niet op twee plekken.",
  why: "Wat twee keer is opgeschreven, wordt op één plek gewijzigd en op de andere vergeten.",
  mend: "Laat de zin op één plek staan en verwijs ernaar, of maak er een gedeelde maatregel van.",
  run: ({ loaded }) => {
    const first = new Map<string, { text: Text; snippet: string }>();
    return loaded.texts.flatMap((text) =>
      // Short values, such as what is open, are meant to be alike.
      text.text.includes("\n") || text.path.at(-1) === "text"
        ? sentencesOf(text.text).flatMap(({ text: sentence, snippet }): Finding[] => {
            const key = folded(sentence);
            if (key.split(" ").length < LEAST_WORDS) return [];
            const earlier = first.get(key);
            if (!earlier) {
              first.set(key, { text, snippet });
              return [];
            }
            const { file, line } = placeOfSnippet(earlier.text, earlier.snippet);
            return [
              inText(text, {
                snippet,
                subject: key.slice(0, 60),
                message: `Deze zin staat ook in ${file}, regel ${line}.`,
              }),
            ];
          })
        : [],
    );
  },
};
