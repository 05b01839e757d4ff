import { closest, namesOf } from "../../closest.js";
import { meant } from "../../dutch.js";
import type { Model } from "../../model/index.js";
import { scan } from "../../prose/index.js";
import { remembered } from "../../prose/remember.js";
import { dictionary } from "../dictionary.js";
import { referencesIn } from "../references.js";
import { modelWordRule, type TextFault } from "../rule.js";
import { bareWord } from "../words.js";

const word = /(?<![\p{L}\p{N}#@-])\p{L}[\p{L}’'-]*\p{L}(?![\p{L}\p{N}])/gu;

export const spelling = modelWordRule(
  {
    code: "IVP609",
    severity: "warning",
    title: "Woorden staan in het woordenboek, of zijn een naam of begrip van het plan.",
    why: "Een plan had hennepsteelt, basisoniveau en handavingsplan: fouten die niemand zag.",
    mend: "Verbeter het woord, zet het in glossary.yaml als het een begrip is, of bij words in check.yaml.",
  },
  (model) => [wordsIn(model), referencesIn(model)],
  ([words = [], references = []]) => {
    const known = vocabularyOf(words);
    return (text) => {
      if (references.includes(text)) return [];
      const told = new Set<string>();
      return [...text.matchAll(word)].flatMap(({ 0: found, index: at }): TextFault[] => {
        const whole = text[at + found.length] === "." ? [found, `${found}.`] : [found];
        if (told.has(found) || whole.some(known.isRight)) return [];
        told.add(found);
        const guess = known.meant(found.toLowerCase());
        return [
          {
            snippet: found,
            at,
            message: `“${found}” staat niet in het woordenboek.`,
            hint: meant(guess),
          },
        ];
      });
    };
  },
);

/** A known word, also as a plural or genitive, or with another known word after a hyphen. */
function isKnown(found: string, known: ReadonlySet<string>): boolean {
  const lower = found.toLowerCase().replaceAll("’", "'");
  return [lower, `'${lower}`, lower.replace(/'?s$/, ""), lower.replace(/en$/, ""), lower.split("-")[0] ?? lower].some(
    (form) => known.has(form),
  );
}

/** Capitals, also as "BHV'ers": whether it is explained, another rule tells. */
const ABBREVIATION = /^\p{Lu}{2,}(?:['’]?s|['’](?:er|ers|en|tje|tjes))?$/u;

/** With straight apostrophes, and the mark that a capital at the start of "Eén" goes without. */
const asInDictionary = (word: string): string => word.replaceAll("’", "'").replace(/^Eé/, "éé");

/** Names and terms of the model, and the words that `check.yaml` lists. */
interface Vocabulary {
  /** The one of these words that a mistyped word most likely meant. */
  readonly meant: (word: string) => string | undefined;
  /** Whether a word is one of these or in the dictionary. The same words come back all the time, so verdicts are kept. */
  readonly isRight: (word: string) => boolean;
}

function vocabularyOf(all: readonly string[]): Vocabulary {
  const words = new Set(all);
  const names = namesOf(words);
  const isWord = dictionary();
  return {
    meant: remembered(100_000, (found) => closest(found, names)),
    isRight: remembered(100_000, (found) => {
      const right = (part: string): boolean =>
        ABBREVIATION.test(part) || isKnown(part, words) || isWord(asInDictionary(part));
      // 's-Hertogenbosch; by its parts: NL-Alert, wijk-GGD'er.
      return right(found) || isWord(`'${found}`) || (found.includes("-") && found.split("-").every(right));
    }),
  };
}

function wordsIn(model: Model): string[] {
  const { plan, glossary, partners, municipalities, manifest, foreword, alignment } = model.content;
  const names = [
    // What the documents are called, by themselves too.
    ...Object.values(model.terms).flatMap(({ name, plural, short = "" }) => [name, plural, short]),
    plan.name,
    plan.team,
    alignment.regionalPlan,
    ...(foreword.author ? [foreword.author.name] : []),
    ...manifest.signatories,
    ...glossary.terms.flatMap(({ term, meaning }) => [
      term,
      ...(/^\p{Lu}/u.test(meaning) && scan(meaning).references.length === 0
        ? (meaning.match(/\p{Lu}\p{L}+/gu) ?? [])
        : []),
    ]),
    ...partners.partners.map(({ shortTitle }) => shortTitle),
    ...municipalities.map(({ title }) => title),
    ...(model.source.check?.words ?? []),
  ];
  // A word may have a hyphen of its own: 's-Gravenhage.
  const words = names.flatMap((name) => [name, ...name.split(/\s+/), ...name.split(/[\s-]+/)]);
  return [...new Set(words.map((name) => bareWord(name.toLowerCase())))];
}
