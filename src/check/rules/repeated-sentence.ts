import type { Text } from "../../content/index.js";
import { partOfFile, placeInText } from "../../content/index.js";
import { type Finding, inText, type Rule } from "../rule.js";
import { folded, type Sentence, sentencesOf } from "../words.js";

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
    const first = new Map<string, { text: Text; sentence: Sentence }[]>();
    return loaded.texts.flatMap((text) =>
      // Short values, such as what is open, are meant to be alike.
      text.text.includes("\n") || text.path.at(-1) === "text"
        ? sentencesOf(text.text).flatMap((sentence): Finding[] => {
            const key = folded(sentence.text);
            if (key.split(" ").length < LEAST_WORDS) return [];
            const others = first.get(key) ?? [];
            const earlier = others.find((other) => !areOfTwoProgrammes(other.text, text));
            if (!earlier) {
              first.set(key, [...others, { text, sentence }]);
              return [];
            }
            const { at, snippet } = earlier.sentence;
            const { file, line } = placeInText(earlier.text.file, earlier.text.path, at, snippet.length);
            return [
              inText(text, {
                snippet: sentence.snippet,
                at: sentence.at,
                subject: key.slice(0, 60),
                message: `Deze zin staat ook in ${file}, regel ${line}.`,
              }),
            ];
          })
        : [],
    );
  },
};

/** Whether texts are of two programmes: the next one may say what the one before it said, which nobody changes any more. */
const areOfTwoProgrammes = (a: Text, b: Text): boolean =>
  a.file.path !== b.file.path && [a, b].every(({ file }) => partOfFile(file.path)?.key === "programmes");
