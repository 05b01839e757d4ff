import { plainWords } from "../plain-words.js";
import { firstOfEach, wordRule } from "../rule.js";

export const hardWord = wordRule(
  {
    code: "IVP610",
    severity: "note",
    title: "Gebruik gewone woorden.",
    why: "Ambtelijke woorden liggen boven taalniveau B1, het niveau dat bijna iedereen begrijpt (Direct Duidelijk).",
    mend: "Gebruik het gewone woord.",
  },
  (text) =>
    firstOfEach(text, /\p{L}{4,}/gu).flatMap(({ snippet, at }) => {
      const plain = plainWords.get(snippet.toLowerCase());
      return plain
        ? [{ snippet, at, message: `“${snippet}” is een moeilijk woord.`, hint: `Gewoner is “${plain}”.` }]
        : [];
    }),
);
