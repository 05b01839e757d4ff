import { distance } from "fastest-levenshtein";
import type { Model } from "../../model/index.js";
import { type TextFault, textRule } from "../rule.js";
import { folded } from "../words.js";

export const misspelledName = textRule(
  {
    code: "IVP405",
    severity: "warning",
    title: "Namen staan in de tekst zoals zij zijn vastgelegd.",
    why: "De bron schreef één functie op drie manieren; lezers denken dan aan drie functies.",
    mend: "Schrijf de naam zoals in partners.yaml, glossary.yaml of governance.yaml.",
  },
  (text, { model }): TextFault[] => {
    // A definition is what others must follow; whether two look alike is for similar-names.
    if (!model || namesOf(model).some(({ name }) => name === text)) return [];
    // What a reference shows is right by itself; it is blanked, so that places stay the same.
    const prose = text.replace(/\[\[[^\]]*\]\]/g, (reference) => " ".repeat(reference.length));
    const words = [...prose.matchAll(/[\p{L}\p{N}'’-]+/gu)].map((match) => ({ word: match[0], at: match.index }));
    return namesOf(model).flatMap(({ name, size, plain }) =>
      words.flatMap(({ at }, index) => {
        const last = words[index + size - 1];
        // Most places can't be the name: the length is far off, or neither the start nor the end is right.
        if (!last || Math.abs(last.at + last.word.length - at - name.length) > 3) return [];
        const snippet = prose.slice(at, last.at + last.word.length);
        if (snippet.includes("\n") || /\s{2}/.test(snippet) || !alike(snippet, name)) return [];
        const shape = folded(snippet);
        const near = shape !== plain && distance(shape, plain) <= Math.max(1, Math.floor(plain.length / 12));
        const otherwise =
          shape === plain &&
          snippet.replace(/^./, (c) => c.toLowerCase()) !== name.replace(/^./, (c) => c.toLowerCase());
        return (near && !inflected(shape, plain)) || otherwise
          ? [{ snippet, message: `“${snippet}” heet in dit plan “${name}”.` }]
          : [];
      }),
    );
  },
);

/** Whether the first two or the last two letters are the same: a slip of the pen is rarely at both ends. */
const alike = (a: string, b: string): boolean => {
  const [first, second] = [a.toLowerCase(), b.toLowerCase()];
  return first.slice(0, 2) === second.slice(0, 2) || first.slice(-2) === second.slice(-2);
};

/** Plurals and genitives are no other name. */
const inflected = (a: string, b: string): boolean =>
  [a, b].some((one, index) => {
    const other = index === 0 ? b : a;
    return [`${one}s`, `${one}en`, `${one}n`, `${one}e`].includes(other);
  });

const cache = new WeakMap<Model, { name: string; size: number; plain: string }[]>();

/** Names of more than one word or of some length: shorter ones look like ordinary words. */
function namesOf(model: Model): { name: string; size: number; plain: string }[] {
  const known = cache.get(model);
  if (known) return known;
  const { partners, glossary, municipalities, alignment } = model.content;
  const names = [
    ...partners.partners.map(({ title }) => title.replace(/\s*\([^)]*\)/g, "")),
    ...glossary.terms.flatMap(({ term, meaning }) => [
      term,
      ...(/^[A-Z]/.test(meaning) &&
      !meaning.includes("[[") &&
      meaning.length < 60 &&
      /\p{Lu}\S*\s.*\p{Lu}/u.test(meaning)
        ? [meaning]
        : []),
    ]),
    ...municipalities.map(({ title }) => title),
    alignment.regionalPlan,
  ];
  const found = [...new Set(names)]
    .filter((name) => name.length > 9 && /\p{Lu}/u.test(name) && !/[,;:.()]/.test(name))
    .map((name) => ({ name, size: (name.match(/[\p{L}\p{N}'’-]+/gu) ?? []).length, plain: folded(name) }));
  cache.set(model, found);
  return found;
}
