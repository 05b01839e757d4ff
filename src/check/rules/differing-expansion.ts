import { perModel, type TextFault, textRule } from "../rule.js";
import { folded } from "../words.js";

export const differingExpansion = textRule(
  {
    code: "IVP402",
    severity: "warning",
    title: "Een afkorting wordt overal hetzelfde voluit geschreven.",
    why: "Twee namen voor één afkorting laten lezers denken dat het om twee dingen gaat.",
    mend: "Gebruik de schrijfwijze van glossary.yaml, of verwijs met [[term:sleutelnaam]].",
  },
  (text, { model }): TextFault[] => {
    if (!model || !text.includes("(")) return [];
    const meanings = meaningsOf(model);
    return [...new Set(Array.from(text.matchAll(/\(([A-Z][A-Za-z]{1,6})\)/g), ([, term]) => term ?? ""))].flatMap(
      (term): TextFault[] => {
        const meaning = meanings.get(term);
        if (meaning === undefined) return [];
        const size = folded(meaning).split(" ").length;
        const before = text
          .slice(0, text.indexOf(`(${term})`))
          .trimEnd()
          .split(/\s+/)
          .slice(-size)
          .join(" ");
        if (folded(before) === folded(meaning) || initials(before) !== initials(meaning)) return [];
        return [
          {
            snippet: before.split("\n").at(-1) ?? before,
            subject: `term:${term}`,
            message: `“${before}” is hier voluit voor ${term}, maar de begrippenlijst zegt “${meaning}”.`,
          },
        ];
      },
    );
  },
);

/** What abbreviations stand for, by the glossary. */
const meaningsOf = perModel(
  ({ content }) =>
    new Map(
      content.glossary.terms
        .filter(({ meaning }) => /\p{Lu}/u.test(meaning))
        .map(({ term, meaning }) => [term, meaning] as const),
    ),
);

/** Only where the same letters are spelt out is it the same abbreviation. */
const initials = (text: string): string =>
  folded(text)
    .split(" ")
    .map((word) => word.charAt(0))
    .join("");
