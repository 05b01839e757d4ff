import { closest } from "../../content/index.js";
import type { Model } from "../../model/index.js";
import { scan } from "../../prose/index.js";
import { dictionary } from "../dictionary.js";
import { type TextFault, textRule } from "../rule.js";

const word = /(?<![\p{L}\p{N}#@-])\p{L}[\p{L}’'-]*\p{L}(?![\p{L}\p{N}])/gu;

export const spelling = textRule(
  {
    code: "IVP609",
    severity: "warning",
    title: "Woorden staan in het woordenboek, of zijn een naam of begrip van het plan.",
    why: "De bron had hennepsteelt, basisoniveau en handavingsplan: fouten die niemand zag.",
    mend: "Verbeter het woord, zet het in glossary.yaml als het een begrip is, of bij words in check.yaml.",
  },
  (text, { model }): TextFault[] => {
    if (!model) return [];
    const known = knownWords(model);
    // Words in references, links and code are not prose; they are blanked so that places stay the same.
    const prose = text.replace(/\[\[[^\]|]*\||\[\[[^\]|]*\]\]|\]\]|\]\([^)]*\)|`[^`]*`|https?:\S+/g, (part) =>
      " ".repeat(part.length),
    );
    const isWord = dictionary();
    return [...new Set(prose.match(word) ?? [])]
      .filter((found) => !isKnown(found, known) && !isWord(found.replaceAll("’", "'")))
      .map((found) => {
        const guess = closest(found.toLowerCase(), known);
        return {
          snippet: found,
          message: `“${found}” staat niet in het woordenboek.`,
          ...(guess && { hint: `Bedoelde u “${guess}”?` }),
        };
      });
  },
);

/** A known word, also as a plural or genitive, or with another known word after a hyphen. */
function isKnown(found: string, known: ReadonlySet<string>): boolean {
  const lower = found.toLowerCase().replaceAll("’", "'");
  return [lower, lower.replace(/'?s$/, ""), lower.replace(/en$/, ""), lower.split("-")[0] ?? lower].some((form) =>
    known.has(form),
  );
}

const cache = new WeakMap<Model, ReadonlySet<string>>();

/** Names and terms of the model, and the words that `check.yaml` lists. */
function knownWords(model: Model): ReadonlySet<string> {
  const cached = cache.get(model);
  if (cached) return cached;
  const { plan, glossary, partners, municipalities, manifest, foreword, alignment, check } = model.content;
  const names = [
    plan.name,
    plan.team,
    alignment.regionalPlan,
    foreword.author.name,
    ...manifest.signatories,
    ...glossary.terms.flatMap(({ term, meaning }) => [
      term,
      ...(/^\p{Lu}/u.test(meaning) && scan(meaning).references.length === 0
        ? (meaning.match(/\p{Lu}\p{L}+/gu) ?? [])
        : []),
    ]),
    ...partners.partners.map(({ shortTitle }) => shortTitle),
    ...municipalities.map(({ title }) => title),
    ...(check?.words ?? []),
  ];
  const words = new Set(
    names.flatMap((name) => [name, ...name.split(/[\s-]+/)]).map((name) => name.toLowerCase().replace(/[.,:!]+$/, "")),
  );
  cache.set(model, words);
  return words;
}
