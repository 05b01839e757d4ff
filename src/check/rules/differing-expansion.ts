import type { Model } from "../../model/index.js";
import { modelTextRule, type TextFault } from "../rule.js";
import { folded } from "../words.js";

export const differingExpansion = modelTextRule(
  {
    code: "IVP402",
    severity: "warning",
    title: "Een afkorting wordt overal hetzelfde voluit geschreven.",
    why: "Twee namen voor één afkorting laten lezers denken dat het om twee dingen gaat.",
    mend: "Gebruik de schrijfwijze van glossary.yaml, of verwijs met [[term:sleutelnaam]].",
  },
  meaningsOf,
  (pairs) => {
    const meanings = new Map(pairs);
    return (text) =>
      [...new Set(Array.from(text.matchAll(/\(([A-Z][A-Za-z]{1,6})\)/g), ([, term]) => term ?? ""))].flatMap(
        (term): TextFault[] => {
          const meaning = meanings.get(term);
          if (meaning === undefined) return [];
          const size = folded(meaning).split(" ").length;
          const ahead = text.slice(0, text.indexOf(`(${term})`)).trimEnd();
          const before = ahead.split(/\s+/).slice(-size).join(" ");
          if (folded(before) === folded(meaning) || initials(before) !== initials(meaning)) return [];
          return [
            {
              ...lastWords(ahead, size),
              subject: `term:${term}`,
              message: `“${before}” is hier voluit voor ${term}, maar de begrippenlijst zegt “${meaning}”.`,
            },
          ];
        },
      );
  },
);

/** The last words of a text, as they stand in it. */
function lastWords(text: string, size: number): Pick<TextFault, "snippet" | "at"> {
  const words = [...text.matchAll(/\S+/g)];
  const at = words.at(-size)?.index ?? 0;
  return { snippet: text.slice(at), at };
}

/** What abbreviations stand for, by the glossary. */
function meaningsOf({ content }: Model): (readonly [string, string])[] {
  return content.glossary.terms
    .filter(({ meaning }) => /\p{Lu}/u.test(meaning))
    .map(({ term, meaning }) => [term, meaning] as const);
}

/** Only where the same letters are spelt out is it the same abbreviation. */
const initials = (text: string): string =>
  folded(text)
    .split(" ")
    .map((word) => word.charAt(0))
    .join("");
