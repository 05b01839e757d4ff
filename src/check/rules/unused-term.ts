import { modelRule, ofThing } from "../rule.js";
import { folded } from "../words.js";

export const unusedTerm = modelRule(
  {
    code: "IVP304",
    severity: "warning",
    title: "Elk begrip uit de begrippenlijst komt in een tekst voor.",
    why: "Een lijst met woorden die nergens staan, helpt lezers niet en veroudert ongemerkt.",
    mend: "Haal het begrip weg, gebruik het in een tekst, of keur het goed in check.yaml, met de reden.",
  },
  ({ content }, loaded) => {
    const texts = loaded.texts.filter(({ file }) => file.path !== "glossary.yaml").map(({ text }) => text);
    const referred = new Set(
      texts.flatMap((text) => [...text.matchAll(/\[\[term:([^\]|]*)(?=\]\]|\|)/g)].map(([, id]) => id ?? "")),
    );
    const words = folded(texts.join("\n")).split(" ");
    // Which terms may begin at a word: each is compared with what follows there, and no text is read again for each term.
    const byFirst = new Map<string, { readonly id: string; readonly parts: readonly string[] }[]>();
    for (const { id, term } of content.glossary.terms) {
      const parts = folded(term).split(" ");
      const first = parts[0] ?? "";
      const those = byFirst.get(first) ?? [];
      byFirst.set(first, those);
      those.push({ id, parts });
    }
    const seen = new Set(referred);
    for (const [at, word] of words.entries()) {
      const left = byFirst.get(word)?.filter(({ id, parts }) => {
        const stands = parts.every((part, index) => words[at + index] === part);
        if (stands) seen.add(id);
        return !stands;
      });
      if (left) byFirst.set(word, left);
    }
    return content.glossary.terms
      .filter(({ id }) => !seen.has(id))
      .map(({ id, term }) => ({
        ...ofThing(loaded, "term", id),
        message: `Het begrip “${term}” komt in geen enkele tekst voor.`,
      }));
  },
);
