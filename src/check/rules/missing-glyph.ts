import { placedIn } from "../../prose/index.js";
import { isDrawable, isInvisible, undrawable } from "../characters.js";
import { firstOfEach, textRule } from "../rule.js";

export const missingGlyph = textRule(
  {
    code: "IVP705",
    severity: "error",
    fixed: true,
    title: "Elk teken zit in de lettertypen van de documenten.",
    why: "Een teken dat er niet in zit, komt uit een toevallig ander lettertype of wordt een leeg hokje (PDF/A: ISO 19005-3, 6.2.11).",
    mend: "Gebruik een gewoon teken of schrijf het in woorden.",
  },
  (text, form) => [
    ...firstOfEach(text, undrawable).map((found) => ({
      ...found,
      message: told(found.snippet, found.snippet),
      ...ordinary(found.snippet),
    })),
    ...(form === "plain" ? [] : placedIn(text)).flatMap(({ token, at, length }) => {
      // A character that is written as a reference: &#8594; or &rarr;. As readers see it, it is the same. What is invisible
      // passes where content is read, which sees the reference.
      const missing = token.info === "entity" ? [...token.content].find((sign) => !isShown(sign)) : undefined;
      const snippet = text.slice(at, at + length);
      return missing === undefined ? [] : [{ snippet, at, message: told(snippet, missing) }];
    }),
  ],
);

/** A soft hyphen only says where a word may break. */
const isShown = (sign: string): boolean => sign === "\u00ad" || (isDrawable(sign) && !isInvisible(sign));

/** What to type instead, where Unicode says of which ordinary characters one is made: ﬁ is fi, and a hyphen that doesn't break is one. */
function ordinary(character: string): { hint?: string } {
  const plain = character.normalize("NFKC").replaceAll("\u2010", "-");
  return plain !== character && [...plain].every(isDrawable) ? { hint: `Schrijf “${plain}”.` } : {};
}

const told = (written: string, character: string): string =>
  `Het teken “${written}” (${nameOf(character)}) zit niet in de lettertypen.`;

const nameOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
