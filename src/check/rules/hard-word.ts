import { plainWords } from "../plain-words.js";
import { wordRule } from "../rule.js";

export const hardWord = wordRule(
  {
    code: "IVP610",
    severity: "note",
    title: "Gebruik gewone woorden.",
    why: "Ambtelijke woorden liggen boven taalniveau B1, het niveau dat bijna iedereen begrijpt (Direct Duidelijk).",
    mend: "Gebruik het gewone woord.",
  },
  (text) =>
    [...new Set(text.match(/\p{L}{4,}/gu) ?? [])].flatMap((found) => {
      const plain = plainWords.get(found.toLowerCase());
      return plain
        ? [{ snippet: found, message: `“${found}” is een moeilijk woord.`, hint: `Gewoner is “${plain}”.` }]
        : [];
    }),
);
